package audit.child_protection.core_group_on_time_test

import data.audit.child_protection.core_group_on_time
import data.lib.testing

verdict_of(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := core_group_on_time.applies with input as record with data.run.as_at as as_at
	met := core_group_on_time.met with input as record with data.run.as_at as as_at
}

# A plan begun on Monday 2 March 2026: ten working days later is Monday 16 March. The last 42 days to Saturday
# 31 October begin on Saturday 19 September.
plan := {"type": "child_protection", "plan_id": "P1", "start_date": "2026-03-02"}

core_group(date) := {"type": "core_group", "plan_id": "P1", "date": date}

of_plan(details, meetings) := {"plans": [object.union(plan, details)], "meetings": meetings}

on_days(details, days) := of_plan(details, [core_group(day) | some day in days])

held(days) := verdict_of("2026-10-31", on_days({}, days))

planned(details) := verdict_of("2026-10-31", on_days(details, []))

test_first_on_its_last_day_and_last_42_days_ago if held(["2026-03-16", "2026-09-19"]) == "met"

test_first_a_day_late if held(["2026-03-17", "2026-09-19"]) == "not met"

test_last_43_days_ago if held(["2026-03-16", "2026-09-18"]) == "not met"

test_last_on_as_at if held(["2026-03-16", "2026-10-31"]) == "met"

test_last_after_as_at_is_no_evidence if held(["2026-03-16", "2026-11-01"]) == "not met"

test_one_after_as_at_does_not_hide_an_earlier_one if held(["2026-03-16", "2026-10-12", "2026-11-02"]) == "met"

test_none_held if held([]) == "not met"

test_the_order_of_the_record_does_not_matter if held(["2026-10-12", "2026-05-04", "2026-03-10"]) == "met"

test_a_gap_between_the_first_and_the_last_is_not_judged if held(["2026-03-10", "2026-10-12"]) == "met"

test_held_on_the_day_the_plan_began if held(["2026-03-02", "2026-10-12"]) == "met"

test_one_held_before_the_plan_began_is_not_of_this_plan if held(["2026-03-01", "2026-10-12"]) == "not met"

test_without_a_date if {
	every blank in [null, ""] {
		held([blank, "2026-10-12"]) == "not met"
		held(["2026-03-10", blank]) == "not met"
	}
}

met_by(meeting) := verdict_of("2026-10-31", of_plan({}, [core_group("2026-03-10"), object.union({"date": "2026-10-12"}, meeting)]))

test_another_kind_of_meeting_does_not_count if {
	every type in ["child_in_need_review", "strategy", "care_team", null, ""] {
		met_by({"type": type, "plan_id": "P1"}) == "not met"
	}
}

test_one_of_another_plan_does_not_count if met_by({"type": "core_group", "plan_id": "P2"}) == "not met"

test_one_that_names_no_plan_counts if {
	every blank in [null, ""] {
		met_by({"type": "core_group", "plan_id": blank}) == "met"
	}
	met_by({"type": "core_group"}) == "met"
}

test_each_plan_has_its_own_core_groups if {
	record := {
		"plans": [plan, {"type": "child_protection", "plan_id": "P2", "start_date": "2026-03-02"}],
		"meetings": [core_group("2026-03-10"), core_group("2026-10-12"), {"type": "core_group", "date": "2026-10-13"}],
	}
	met := core_group_on_time.met with input as record with data.run.as_at as "2026-10-31"
	met == {0}
}

# Due by the sixteenth working day and no more: the plan of Friday 16 October has until Friday 30 October, that of
# Monday 19 October until Monday 2 November.
young(began, days) := verdict_of("2026-10-31", on_days({"start_date": began}, days))

test_first_due_the_day_before_as_at if young("2026-10-16", []) == "not met"

test_first_due_on_as_at if verdict_of("2026-10-30", on_days({"start_date": "2026-10-16"}, [])) == "not audited"

test_first_not_due_yet if young("2026-10-19", []) == "not audited"

test_first_held_before_it_is_due if young("2026-10-19", ["2026-10-26"]) == "met"

test_first_planned_for_after_as_at if young("2026-10-19", ["2026-11-02"]) == "not audited"

# Begun on 19 September, open for 42 days; on 20 September, for 41.
test_the_second_part_begins_when_the_plan_has_been_open_for_42_days if {
	young("2026-09-19", ["2026-09-19"]) == "met"
	young("2026-09-18", ["2026-09-18"]) == "not met"
	young("2026-09-18", ["2026-09-19"]) == "met"
}

test_before_that_the_first_alone_is_judged if {
	verdict_of("2026-10-30", on_days({"start_date": "2026-09-19"}, ["2026-09-21"])) == "met"
	young("2026-09-20", ["2026-10-02"]) == "met"
	young("2026-09-20", ["2026-10-05"]) == "not met"
}

test_the_councils_own_limit if {
	verdict := held(["2026-03-10", "2026-10-03"]) with data.settings.core_group_days.values as [{"value": 28}]
	verdict == "met"
	later := held(["2026-03-10", "2026-10-02"]) with data.settings.core_group_days.values as [{"value": 28}]
	later == "not met"
}

test_a_short_limit_of_the_council_is_judged_before_the_first_is_due if {
	verdict := young("2026-10-19", []) with data.settings.core_group_days.values as [{"value": 7}]
	verdict == "not met"
}

due(as_at, began) := last_day if {
	last_day := core_group_on_time.due[0] with input as on_days({"start_date": began}, []) with data.run.as_at as as_at
}

# Begun on a Saturday: day 1 is Monday 9 March.
test_begun_at_a_weekend if due("2026-10-31", "2026-03-07") == "2026-03-20"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-03-25") == "2026-04-10"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2027-01-31", "2026-12-17") == "2027-01-05"

# What the report works out, of a plan begun on 2 March with core groups on these days.
arithmetic(days) := worked_out(on_days({}, days))

worked_out(record) := {"start": start, "due": due, "done": done, "note": note} if {
	start := core_group_on_time.start with input as record with data.run.as_at as "2026-10-31"
	due := core_group_on_time.due with input as record with data.run.as_at as "2026-10-31"
	done := core_group_on_time.done with input as record with data.run.as_at as "2026-10-31"
	note := core_group_on_time.note with input as record with data.run.as_at as "2026-10-31"
}

test_the_report_works_out_a_late_first_one if {
	arithmetic(["2026-03-20", "2026-10-12"]) == {
		"start": {0: "2026-03-02"}, "due": {0: "2026-03-16"}, "done": {0: "2026-03-20"},
		"note": {0: "the first is due within 10 working days of the start of the plan"},
	}
}

test_the_report_works_out_the_one_after_the_last if {
	arithmetic(["2026-03-10", "2026-09-01"]) == {
		"start": {0: "2026-09-01"}, "due": {0: "2026-10-13"}, "done": {},
		"note": {0: "none in the last 42 days"},
	}
}

test_where_both_fail_the_report_works_out_the_first if {
	arithmetic(["2026-03-20"]) == {
		"start": {0: "2026-03-02"}, "due": {0: "2026-03-16"}, "done": {0: "2026-03-20"},
		"note": {0: "none in the last 42 days; the first is due within 10 working days of the start of the plan"},
	}
}

test_where_neither_fails_there_is_no_note if arithmetic(["2026-03-10", "2026-10-12"]).note == {}

test_a_start_before_the_calendar_has_a_start_and_no_due_date if {
	record := on_days({"start_date": "1994-12-30"}, ["2026-10-12"])
	worked_out(record).start == {0: "1994-12-30"}
	worked_out(record).due == {}
	verdict_of("2026-10-31", record) == "not audited"
}

doubts(details) := texts if {
	texts := {text | some text in core_group_on_time.doubt[0]} with input as on_days(details, ["2026-03-10"])
		with data.run.as_at as "2026-10-31"
}

test_blank_start_is_not_audited_and_is_doubted if {
	every blank in [null, ""] {
		planned({"start_date": blank}) == "not audited"
		count(doubts({"start_date": blank})) == 1
	}
	record := {"plans": [{"type": "child_protection"}], "meetings": []}
	verdict_of("2026-10-31", record) == "not audited"
}

test_only_open_protection_plans_are_doubted if {
	count(doubts({})) == 0
	count(doubts({"start_date": null, "type": "child_in_need"})) == 0
	count(doubts({"start_date": null, "end_date": "2026-09-01"})) == 0
}

test_begun_after_as_at_is_not_audited if planned({"start_date": "2026-11-02"}) == "not audited"

test_ended_on_as_at_is_not_audited if planned({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if planned({"end_date": "2026-11-01"}) == "not met"

test_an_old_plan_is_audited_while_it_is_open if planned({"start_date": "2023-03-06"}) == "not met"

test_a_plan_of_another_or_no_type_is_not_audited if {
	every type in ["child_in_need", "care", "pathway", null, ""] {
		planned({"type": type}) == "not audited"
	}
}

died(date) := verdict_of("2026-10-31", object.union(on_days({}, []), {"child": {"date_of_death": date}}))

test_the_child_has_died if died("2026-10-20") == "not audited"

test_a_death_after_as_at_has_not_happened if died("2026-11-01") == "not met"
