# METADATA
# title: What belongs to a plan
# description: |
#   A meeting, conference or action belongs to the plan it names, or to every plan
#   of the record where it names none.
package lib.planning

import data.lib.links

# of_plan: a meeting, conference or action belongs to a plan.
of_plan(item, plan) if links.same(item.plan_id, plan.plan_id)

of_plan(item, _) if not names_a_plan(item)

names_a_plan(item) if links.named(item.plan_id)
