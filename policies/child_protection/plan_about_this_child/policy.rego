# METADATA
# scope: package
# title: Plan is about this child
# description: |
#   A plan that could be any family's serves the adults and not the child. Audited: child protection plans open on as-at;
#   one without a start date counts as begun. Met: child_focus is recorded, as a yes or as prose that is more than a
#   placeholder. No plan is open once the child has died; without date_of_death in the export the child is taken to be
#   alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-09
#   level: development
#   unit: plans
#   needs: [plans.child_focus, plans.end_date, plans.start_date, plans.type, plans=child_protection]
#   optional: [child.date_of_death]
#   footing: inspection
#   sources: [PET18-12, OFS-plans]
#   finding: the child protection plan does not record what it is to change for this child
#   action: Write into the plan what is to be different for this child, in words that fit no other.
#   phrase: The focus of child protection plans on the individual child
#   strength: Child protection plans are about the individual child
#   why: A plan that changes what adults do may still leave the child's own life as it was.
package audit.child_protection.plan_about_this_child

import data.lib.cases
import data.lib.narrative

applies contains i if {
	some i, plan in input.plans
	plan.type == "child_protection"
	cases.open_plan(plan)
}

met contains i if {
	some i, plan in input.plans
	narrative.recorded(plan.child_focus)
}
