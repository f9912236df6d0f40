# METADATA
# scope: package
# title: Manager oversees plans held by unqualified practitioners
# description: |
#   A practitioner without a social work qualification needs a manager close by. Audited: child in need plans open on
#   as-at whose worker_id is on the list of professionals, whenever in post, without a registration number. Met: an
#   oversight decision dated in the last [oversight_days] days. A plan without a start date counts as begun, as does every
#   one where the export has no start dates. No plan is open once the child has died; without date_of_death in the export
#   the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: PL-03
#   level: development
#   unit: plans
#   national_framework: enabler 2
#   needs: [plans.worker_id, professionals.professional_id, professionals.registration_number, decisions.date, decisions.kind, plans.end_date, plans.type, plans=child_in_need]
#   optional: [plans.start_date, child.date_of_death]
#   history: [decisions]
#   footing: inspection
#   sources: [PET18-13a, OFS-management_oversight]
#   finding: no oversight decision in the last [oversight_days] days on a child in need plan held by a practitioner who is not a registered social worker
#   action: Look at the plan with the practitioner, and record the decision.
#   phrase: Managers' oversight of plans held by unqualified practitioners
#   strength: Managers oversee plans held by unqualified practitioners
#   why: Risk may be missed where nobody qualified looks at the child's plan.
package audit.planning_and_allocation.unqualified_overseen

import data.lib.cases
import data.lib.dates
import data.lib.links
import data.lib.post
import data.lib.settings

applies contains i if {
	some i, plan in input.plans
	plan.type == "child_in_need"
	cases.open_plan(plan)
	some professional in data.service.professionals
	links.same(professional.professional_id, plan.worker_id)
	not registered(plan)
}

registered(plan) if post.registered(plan.worker_id)

met contains i if {
	some i, _ in input.plans
	dates.within_days(last_decision, settings.value("oversight_days"))
}

last_decision := max([decision.date |
	some decision in input.decisions
	decision.kind == "oversight"
	dates.happened(decision.date)
])

note[i] := sprintf("the last one was on %s", [last_decision]) if some i, _ in input.plans
