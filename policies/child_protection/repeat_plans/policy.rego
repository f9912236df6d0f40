# METADATA
# scope: package
# title: Second or subsequent protection plans
# description: |
#   A child who needs a second protection plan may have come off the first too soon. Counted: child protection plans
#   begun in the period whose previous_plans is recorded. Met: previous_plans is 0. It is judged on the rate, against the
#   council's own limit, and a single plan is never a finding.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-15
#   level: advisory
#   unit: plans
#   anchor: start_date
#   measure: true
#   target: at most [repeat_cp_plan_percent] per cent not met
#   national_framework: outcome 3
#   needs: [plans.previous_plans, plans.start_date, plans.type, plans=child_protection]
#   history: [plans=child_protection]
#   footing: inspection
#   sources: [PET15-04, OFS-plan_progress]
#   finding: the child protection plan begun on {start_date} is not recorded as the child's first
#   action: Look at what the earlier plans left undone, and at how ready the family was when they ended.
#   phrase: The share of child protection plans that are a second or later one
#   strength: Few children become the subject of a second child protection plan
#   why: A plan that has to be repeated did not keep the child safe for long.
package audit.child_protection.repeat_plans

import data.lib.period

applies contains i if {
	some i, plan in input.plans
	plan.type == "child_protection"
	period.includes(plan.start_date)
	is_number(plan.previous_plans)
}

met contains i if {
	some i, plan in input.plans
	plan.previous_plans == 0
}
