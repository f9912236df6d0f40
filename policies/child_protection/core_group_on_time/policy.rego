# METADATA
# scope: package
# title: Core group meets on time
# description: |
#   The core group makes the plan work between conferences. Audited: child protection plans open on as-at, with a start
#   date. Met: the first core group is held within 10 working days of start_date and, once the plan has been open for
#   [core_group_days] days, the last one in the last [core_group_days] days. Core groups are this plan's, from start_date
#   on: those that name it or, as all do without meetings.plan_id, name no plan. No plan is open once the child has
#   died; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-12
#   level: development
#   unit: plans
#   national_framework: outcome 3
#   needs: [meetings.type, meetings.date, plans.end_date, plans.plan_id, plans.start_date, plans.type, plans=child_protection]
#   optional: [meetings.plan_id, child.date_of_death]
#   history: [meetings]
#   footing: statutory guidance
#   sources: [PET18-12, PET18-12a, OFS-enquiries_conferences]
#   finding: the core group of the child protection plan begun on {start_date} did not meet on time
#   action: Hold the core group, and record what it made of the plan.
#   phrase: The timeliness of core groups for children on protection plans
#   strength: Core groups meet on time
#   why: A protection plan drifts when those who are to carry it out do not meet.
package audit.child_protection.core_group_on_time

import data.lib.cases
import data.lib.dates
import data.lib.deadline
import data.lib.planning
import data.lib.settings

began[i] := plan.start_date if {
	some i, plan in input.plans
	plan.type == "child_protection"
	cases.open_plan(plan)
	dates.happened(plan.start_date)
}

# held[i] is the days of the plan's core groups.
held[i] := {meeting.date |
	some meeting in input.meetings
	meeting.type == "core_group"
	planning.of_plan(meeting, input.plans[i])
	dates.between(meeting.date, day, dates.as_at)
} if some i, day in began

first_due[i] := deadline.working_days(day, settings.timescale("first_core_group", day)) if some i, day in began

first[i] := min(days) if some i, days in held

first_kept := deadline.kept(first_due, first)

first_late := deadline.judged(first_due, first) - first_kept

# lapsed: open for long enough, and no core group of late.
lapsed contains i if {
	some i, day in began
	dates.at_least_days_ago(day, settings.value("core_group_days"))
	not i in recent
}

recent contains i if {
	some i, days in held
	dates.within_days(max(days), settings.value("core_group_days"))
}

met := first_kept - lapsed

applies := (first_kept | first_late) | lapsed

# The report's arithmetic is of the first core group or, where only later ones are missing, of the one after the last.
start[i] := last_event[i] if some i in only_lapsed

start[i] := day if {
	some i, day in began
	not i in only_lapsed
}

only_lapsed := lapsed - first_late

last_event[i] := max(days | {began[i]}) if some i, days in held

due[i] := deadline.days(last_event[i], settings.value("core_group_days")) if some i in only_lapsed

due[i] := day if {
	some i, day in first_due
	not i in only_lapsed
}

done[i] := day if {
	some i, day in first
	not i in only_lapsed
}

note[i] := concat("; ", words) if some i, words in said

said[i] contains "the first is due within 10 working days of the start of the plan" if some i in first_late

said[i] contains sprintf("none in the last %d days", [settings.value("core_group_days")]) if some i in lapsed

doubt[i] contains "an open child protection plan has no start date, so the day of its first core group is not known" if {
	some i, plan in input.plans
	plan.type == "child_protection"
	cases.open_plan(plan)
	not began[i]
}
