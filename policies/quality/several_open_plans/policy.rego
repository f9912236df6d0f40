# METADATA
# scope: package
# title: More than one open plan of a type
# description: |
#   A child has one plan of a type at a time. Two that are open on as-at: one was not ended, or was entered twice.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-10
#   effect: Each of them is audited as an open plan, and the one that nobody works with fails.
#   do: End the plan that has been replaced, or take out the one that was entered twice.
package quality.several_open_plans

import data.lib.cases

fault contains {"entity": "plans", "item": i, "fields": ["type", "start_date", "end_date"], "text": text} if {
	some i, plan in input.plans
	cases.open_plan(plan)
	others := [other | some j, other in input.plans; j != i; other.type == plan.type; cases.open_plan(other)]
	count(others) > 0
	text := sprintf("one of %d open %s plans", [count(others) + 1, replace(plan.type, "_", " ")])
}
