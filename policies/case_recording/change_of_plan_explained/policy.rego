# METADATA
# scope: package
# title: Change of plan explained on the file
# description: |
#   A plan that changes without a reason on the file cannot be followed or questioned. Audited: plans of any type, open or
#   not, last updated in the period and after the day they began; where nobody wrote when a plan began, not audited. Met:
#   change_reason is recorded, as a yes or as prose that is more than a placeholder.
# schemas:
#   - input: schema.case
# custom:
#   id: RE-07
#   level: development
#   unit: plans
#   anchor: last_updated_date
#   needs: [plans.last_updated_date, plans.change_reason, plans.start_date]
#   history: [plans]
#   footing: inspection
#   sources: [POR09-D3, OFS-recording]
#   finding: the plan was changed on {last_updated_date} and the file does not say why
#   action: Record why the plan was changed and who decided it.
#   phrase: The recording of reasons for changes of plan
#   strength: Files say why plans were changed
#   why: A family cannot understand or challenge a change that nobody explains.
package audit.case_recording.change_of_plan_explained

import data.lib.dates
import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, plan in input.plans
	period.includes(plan.last_updated_date)
	dates.day(plan.last_updated_date) > dates.day(plan.start_date)
}

met contains i if {
	some i, plan in input.plans
	narrative.recorded(plan.change_reason)
}
