# METADATA
# scope: package
# title: Overlapping plans of one type
# description: |
#   Two plans of one type that ran at the same time, one of which at least has ended. One that begins on the day the
#   other ends follows it. Plans that are both open are another fault. A plan without a type or a start is left out.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-09
#   effect: Meetings, visits and reviews count for both plans, and plans are counted that never were.
#   do: Put the dates right, or take out the plan that was entered twice.
package quality.plans_overlap

import data.lib.cases
import data.lib.dates

fault contains {"entity": "plans", "item": i, "fields": ["start_date", "end_date"], "text": text} if {
	some i, plan in input.plans
	some j, other in input.plans
	i != j
	plan.type == other.type
	overlap(plan, other)
	not both_open(plan, other)
	text := sprintf("ran at the same time as another %s plan, of %s to %s", [replace(plan.type, "_", " "), dates.day(other.start_date), last_day(other)])
}

overlap(plan, other) if {
	dates.day(plan.start_date) < last_day(other)
	dates.day(other.start_date) < last_day(plan)
}

last_day(plan) := day if day := dates.day(plan.end_date)

else := "no end"

both_open(plan, other) if {
	cases.open_plan(plan)
	cases.open_plan(other)
}
