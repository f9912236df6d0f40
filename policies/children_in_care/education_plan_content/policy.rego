# METADATA
# scope: package
# title: Education plan has the child's views and specific targets
# description: |
#   An education plan should be about this child and say what is to change. Audited: education plans dated in the
#   period. Met: child_views and targets_specific are both recorded.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-08
#   level: development
#   unit: education_plans
#   anchor: date
#   national_framework: outcome 4
#   needs: [education_plans.child_views, education_plans.targets_specific, education_plans.date]
#   history: [education_plans]
#   footing: inspection
#   sources: [PET18-24, OFS-education_in_care]
#   finding: the education plan of {date} does not record both the child's views and specific targets
#   action: Record what the child says about school, and targets that can be checked.
#   phrase: The child's views and specific targets in education plans
#   strength: Education plans have the child's views and specific targets
#   why: Targets that nobody can check, and that the child had no part in, change little.
package audit.children_in_care.education_plan_content

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, plan in input.education_plans
	period.includes(plan.date)
}

met contains i if {
	some i, plan in input.education_plans
	gives_views(plan)
	sets_targets(plan)
}

gives_views(plan) if narrative.recorded(plan.child_views)

sets_targets(plan) if narrative.recorded(plan.targets_specific)

missing[i] contains "no views of the child recorded" if {
	some i, plan in input.education_plans
	not gives_views(plan)
}

missing[i] contains "no specific targets recorded" if {
	some i, plan in input.education_plans
	not sets_targets(plan)
}

note[i] := concat("; ", parts) if some i, parts in missing
