# METADATA
# scope: package
# title: Actions specific and measurable
# description: |
#   An action that nobody owns, or that has no date or measure, is a wish. Audited: plans of any type open on as-at. Met:
#   the plan has at least one action, and every action, done or not, has an owner who is named, a due date and a measure
#   that is recorded. The action's own text is not read, and a due date after as-at counts. Actions are those that name
#   this plan or name none. No plan is open once the child has died; without date_of_death in the export the child is
#   taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: PL-06
#   level: development
#   unit: plans
#   needs: [plan_actions.owner, plan_actions.due_date, plan_actions.measure, plan_actions.plan_id, plans.end_date, plans.plan_id, plans.start_date]
#   optional: [child.date_of_death]
#   history: [plan_actions]
#   footing: inspection
#   sources: [PLY09-D4, OFS-plans]
#   finding: the plan begun on {start_date} does not give each action an owner, a due date and a measure
#   action: Write for each action who does it, by when, and how everybody will know that it is done.
#   phrase: The use of specific and measurable actions in plans
#   strength: Plans set out specific and measurable actions
#   why: What is nobody's task, by no date, is seldom done.
package audit.planning_and_allocation.actions_measurable

import data.lib.cases
import data.lib.dates
import data.lib.narrative
import data.lib.planning

applies contains i if {
	some i, plan in input.plans
	cases.open_plan(plan)
}

# actions[i] is the plan's actions, by their positions.
actions[i] := {n | some n, action in input.plan_actions; planning.of_plan(action, plan)} if some i, plan in input.plans

complete contains n if {
	some n, action in input.plan_actions
	narrative.named(action.owner)
	dates.day(action.due_date)
	narrative.recorded(action.measure)
}

met contains i if {
	some i, its in actions
	count(its) > 0
	count(its - complete) == 0
}

note[i] := "it has no action" if {
	some i, its in actions
	count(its) == 0
}

note[i] := sprintf("%d of its %d actions fall short", [count(its - complete), count(its)]) if {
	some i, its in actions
	count(its - complete) > 0
}
