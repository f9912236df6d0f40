# METADATA
# scope: package
# title: Child in need plan reviewed
# description: |
#   A plan that nobody reviews goes on when it is not working. Audited: child in need plans open on as-at and begun at
#   least [cin_review_days] days before it. Met: a child in need review meeting in the last [cin_review_days] days that
#   names this plan or, as all do without meetings.plan_id, names no plan. No plan is open once the child has died;
#   without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: PL-02
#   level: development
#   unit: plans
#   national_framework: outcome 1
#   needs: [meetings.type, meetings.date, plans.end_date, plans.plan_id, plans.start_date, plans.type, plans=child_in_need]
#   optional: [meetings.plan_id, child.date_of_death]
#   footing: local
#   sources: [PET18-12a, OFS-disabled_children, OFS-plan_progress]
#   finding: no review of the child in need plan begun on {start_date} in the last [cin_review_days] days
#   action: Hold the review with the family and the agencies that help them, and record it.
#   phrase: The regularity of reviews of child in need plans
#   strength: Child in need plans are reviewed regularly
#   why: Without reviews nobody notices that the help is not working.
package audit.planning_and_allocation.plan_reviewed

import data.lib.cases
import data.lib.dates
import data.lib.planning
import data.lib.settings

applies contains i if {
	some i, plan in input.plans
	plan.type == "child_in_need"
	cases.open_plan(plan)
	dates.at_least_days_ago(plan.start_date, settings.value("cin_review_days"))
}

met contains i if {
	some i, day in last_review
	dates.within_days(day, settings.value("cin_review_days"))
}

last_review[i] := max([meeting.date |
	some meeting in input.meetings
	meeting.type == "child_in_need_review"
	planning.of_plan(meeting, plan)
	dates.happened(meeting.date)
]) if some i, plan in input.plans

note[i] := sprintf("the last one was on %s", [day]) if some i, day in last_review
