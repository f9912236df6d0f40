# METADATA
# scope: package
# title: Plan written long before it began
# description: |
#   A plan written more than 365 days before it began is an older plan, or one of its dates is wrong.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-05
#   effect: The plan counts as written, and perhaps what was written is another plan.
#   do: Put the date right, or record when this plan was written.
package quality.plan_written_too_early

import data.lib.dates
import data.lib.faults

fault contains {"entity": "plans", "item": i, "fields": ["start_date", "written_date"], "text": text} if {
	some i, plan in input.plans
	faults.before(plan.written_date, dates.add_days(plan.start_date, -365))
	text := sprintf("written on %s, more than a year before the plan began on %s", [dates.day(plan.written_date), dates.day(plan.start_date)])
}
