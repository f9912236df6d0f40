# METADATA
# scope: package
# title: Child with a plan seen alone
# description: |
#   A child may say nothing while a parent listens. Audited: child in need and child protection plans open on as-at and
#   begun at least [seen_alone_days] days before it, of children aged [seen_alone_from_age] or older on as-at; without a
#   date of birth, not audited. Met: a visit of any type at which the child was seen alone in the last [seen_alone_days]
#   days. No plan is open once the child has died; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: PL-07
#   level: development
#   unit: plans
#   national_framework: outcome 3
#   needs: [visits.date, visits.seen_alone, visits=child_in_need, visits=child_protection, plans.start_date, plans.end_date, plans.type, plans=child_in_need | plans=child_protection, child.date_of_birth]
#   optional: [child.date_of_death]
#   history: [visits]
#   footing: local
#   sources: [OFS-visits]
#   finding: the child with the plan begun on {start_date} was not seen alone in the last [seen_alone_days] days
#   action: See the child alone, or record why that cannot be and how else the child was heard.
#   phrase: Seeing children alone at visits
#   strength: Children with plans are seen alone
#   why: What harms a child at home is seldom told in front of those who live there.
package audit.planning_and_allocation.seen_alone

import data.lib.care
import data.lib.cases
import data.lib.dates
import data.lib.settings

applies contains i if {
	care.aged(settings.value("seen_alone_from_age"))
	some i, plan in input.plans
	plan.type in {"child_in_need", "child_protection"}
	cases.open_plan(plan)
	dates.at_least_days_ago(plan.start_date, settings.value("seen_alone_days"))
}

met contains i if {
	some i, _ in input.plans
	dates.within_days(last_alone, settings.value("seen_alone_days"))
}

last_alone := max([visit.date |
	some visit in input.visits
	visit.seen_alone == true
	dates.happened(visit.date)
])

note[i] := sprintf("the last time was on %s", [last_alone]) if some i, _ in input.plans
