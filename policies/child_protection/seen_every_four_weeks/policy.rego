# METADATA
# scope: package
# title: Child on a protection plan seen every four weeks
# description: |
#   Only somebody who sees the child knows that the plan works. Audited: child protection plans open on as-at and begun
#   at least [cp_visit_days] days before it. Met: a child protection visit at which the child was seen in the last
#   [cp_visit_days] days. No plan is open once the child has died; without date_of_death in the export the child is
#   taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-11
#   level: priority
#   unit: plans
#   needs: [visits.date, visits.child_seen, visits.type, visits=child_protection, plans.end_date, plans.start_date, plans.type, plans=child_protection]
#   optional: [child.date_of_death]
#   footing: local
#   sources: [PET18-53, OFS-visits]
#   finding: no child protection visit at which the child was seen in the last [cp_visit_days] days
#   action: See the child, and record the visit.
#   phrase: The regularity of visits to children on protection plans
#   strength: Children on child protection plans are seen regularly
#   why: A child who is not seen may be suffering harm that nobody knows of.
package audit.child_protection.seen_every_four_weeks

import data.lib.cases
import data.lib.dates
import data.lib.settings

applies contains i if {
	some i, plan in input.plans
	plan.type == "child_protection"
	cases.open_plan(plan)
	dates.at_least_days_ago(plan.start_date, settings.value("cp_visit_days"))
}

met contains i if {
	some i, _ in input.plans
	dates.within_days(last_visit, settings.value("cp_visit_days"))
}

last_visit := max([visit.date |
	some visit in input.visits
	visit.type == "child_protection"
	visit.child_seen == true
	dates.happened(visit.date)
])

note[i] := sprintf("the last one was on %s", [last_visit]) if some i, _ in input.plans
