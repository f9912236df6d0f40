package audit.assessment.unborn_child_in_time_test

import data.audit.assessment.unborn_child_in_time
import data.lib.testing

verdict_on(as_at, child, assessments) := testing.verdict_on_record(applies, met) if {
	record := {"child": child, "assessments": assessments}
	applies := [x | x := unborn_child_in_time.applies] with input as record with data.run.as_at as as_at
	met := [x | x := unborn_child_in_time.met] with input as record with data.run.as_at as as_at
}

verdict(child, assessments) := verdict_on("2026-10-31", child, assessments)

# A pre-birth assessment begun in March 2026 and completed on a day.
completed(day) := {"type": "pre_birth", "start_date": "2026-03-02", "completed_date": day}

expected(day) := {"expected_date_of_birth": day}

open := {"type": "pre_birth", "start_date": "2026-09-07"}

# Expected on Monday 29 June 2026; four weeks before is Monday 1 June.
test_completed_exactly_four_weeks_before if verdict(expected("2026-06-29"), [completed("2026-06-01")]) == "met"

test_completed_a_day_later if verdict(expected("2026-06-29"), [completed("2026-06-02")]) == "not met"

test_completed_at_an_hour_of_the_last_day if {
	verdict(expected("2026-06-29"), [completed("2026-06-01T16:20:00")]) == "met"
}

test_never_completed if {
	every blank in [null, "", " "] {
		verdict(expected("2026-06-29"), [completed(blank)]) == "not met"
	}
	verdict(expected("2026-06-29"), [object.remove(completed(""), ["completed_date"])]) == "not met"
}

# Four weeks before 28 March 2028 is 29 February.
test_over_a_leap_day if {
	pre_birth := {"type": "pre_birth", "start_date": "2027-12-06"}
	child := expected("2028-03-28")
	verdict_on("2028-10-31", child, [object.union(pre_birth, {"completed_date": "2028-02-29"})]) == "met"
	verdict_on("2028-10-31", child, [object.union(pre_birth, {"completed_date": "2028-03-01"})]) == "not met"
}

test_a_council_may_ask_for_more_weeks if {
	six := [{"value": 6}]
	on_the_day := verdict(expected("2026-06-29"), [completed("2026-05-18")]) with data.settings.pre_birth_weeks.values as six
	day_after := verdict(expected("2026-06-29"), [completed("2026-05-19")]) with data.settings.pre_birth_weeks.values as six
	[on_the_day, day_after] == ["met", "not met"]
}

test_born_before_the_four_weeks if {
	child := object.union(expected("2026-06-29"), {"date_of_birth": "2026-05-20"})
	verdict(child, [completed("2026-05-19")]) == "met"
	verdict(child, [completed("2026-05-20")]) == "not met"
}

test_born_within_the_four_weeks if {
	child := object.union(expected("2026-06-29"), {"date_of_birth": "2026-06-10"})
	verdict(child, [completed("2026-06-01")]) == "met"
	verdict(child, [completed("2026-06-02")]) == "not met"
}

test_born_late if {
	child := object.union(expected("2026-06-29"), {"date_of_birth": "2026-07-08"})
	verdict(child, [completed("2026-06-02")]) == "not met"
}

test_born_and_no_birth_was_expected if {
	every blank in [null, "", " "] {
		child := object.union(expected(blank), {"date_of_birth": "2026-06-10"})
		verdict(child, [completed("2026-06-09")]) == "met"
		verdict(child, [completed("2026-06-10")]) == "not met"
		verdict(child, [completed(null)]) == "not met"
	}
}

# Born on as-at: the last day, 30 October, is past.
test_born_on_as_at_and_not_assessed if verdict({"date_of_birth": "2026-10-31"}, [open]) == "not met"

doubts(child, assessments) := texts if {
	texts := unborn_child_in_time.doubt with input as {"child": child, "assessments": assessments}
		with data.run.as_at as "2026-10-31"
}

test_neither_expected_nor_born_is_not_audited_and_is_doubted if {
	every child in [{}, expected(null), expected(""), {"date_of_birth": ""}, {"date_of_birth": "2026-11-03"}] {
		verdict(child, [completed("2026-06-01")]) == "not audited"
		verdict(child, [completed(null)]) == "not audited"
		count(doubts(child, [completed("2026-06-01")])) == 1
	}
}

test_an_expected_date_outside_the_calendar_is_not_audited_and_is_doubted if {
	verdict(expected("2062-06-29"), [completed("2026-06-01")]) == "not audited"
	count(doubts(expected("2062-06-29"), [completed("2026-06-01")])) == 1
}

test_no_doubt_where_the_last_day_is_known if {
	count(doubts(expected("2026-06-29"), [open])) == 0
	count(doubts({"date_of_birth": "2026-06-29"}, [open])) == 0
}

test_no_doubt_without_a_pre_birth_assessment if count(doubts({}, [{"type": "single", "start_date": "2026-03-02"}])) == 0

test_record_without_a_child_is_not_audited if {
	record := {"assessments": [open]}
	applies := [x | x := unborn_child_in_time.applies] with input as record with data.run.as_at as "2026-10-31"
	applies == []
}

# Four weeks before 27, 28 and 29 November 2026 are 30 and 31 October and 1 November.
test_the_last_day_was_the_day_before_as_at if verdict(expected("2026-11-27"), [open]) == "not met"

test_the_last_day_is_as_at if verdict(expected("2026-11-28"), [open]) == "not audited"

test_not_due_yet if verdict(expected("2026-11-29"), [open]) == "not audited"

test_completed_before_it_was_due if {
	verdict(expected("2026-12-28"), [object.union(open, {"completed_date": "2026-10-12"})]) == "met"
}

test_completed_after_as_at_reads_as_blank if {
	verdict(expected("2026-12-28"), [object.union(open, {"completed_date": "2026-11-02"})]) == "not audited"
}

test_born_after_as_at_reads_as_blank if {
	child := object.union(expected("2026-12-28"), {"date_of_birth": "2026-11-01"})
	verdict(child, [open]) == "not audited"
	due := unborn_child_in_time.due with input as {"child": child} with data.run.as_at as "2026-10-31"
	due == "2026-11-30"
}

test_one_of_two_in_time_is_enough if {
	verdict(expected("2026-06-29"), [completed("2026-06-15"), completed("2026-05-11")]) == "met"
	verdict(expected("2026-06-29"), [completed(null), completed("2026-05-11")]) == "met"
}

test_two_late if verdict(expected("2026-06-29"), [completed("2026-06-15"), completed("2026-06-08")]) == "not met"

test_one_begun_before_the_period_is_no_evidence if {
	earlier := {"type": "pre_birth", "start_date": "2025-10-31", "completed_date": "2025-12-01"}
	verdict(expected("2026-06-29"), [earlier, completed("2026-06-15")]) == "not met"
}

test_an_assessment_of_another_type_is_no_evidence if {
	single := {"type": "single", "start_date": "2026-03-02", "completed_date": "2026-05-11"}
	verdict(expected("2026-06-29"), [single, completed("2026-06-15")]) == "not met"
}

test_other_types_are_not_audited if {
	every type in ["initial", "core", "single", null, "", "other"] {
		verdict(expected("2026-06-29"), [object.union(completed("2026-06-15"), {"type": type})]) == "not audited"
	}
}

test_no_assessment_is_not_audited if verdict(expected("2026-06-29"), []) == "not audited"

begun(day) := verdict(expected("2026-06-29"), [{"type": "pre_birth", "start_date": day, "completed_date": "2026-06-15"}])

test_begun_on_the_first_day_of_the_period if begun("2025-11-01") == "not met"

test_begun_before_the_period if begun("2025-10-31") == "not audited"

test_begun_on_the_last_day_of_the_period if begun("2026-10-31") == "not met"

test_begun_after_the_last_day_is_late if begun("2026-06-08") == "not met"

test_begun_after_as_at if begun("2026-11-01") == "not audited"

test_blank_start if {
	every blank in [null, ""] {
		begun(blank) == "not audited"
	}
}

test_completed_before_it_began if {
	verdict(expected("2026-06-29"), [completed("2026-02-27")]) == "met"
}

test_a_death_does_not_end_it if {
	child := object.union(expected("2026-06-29"), {"date_of_birth": "2026-06-20", "date_of_death": "2026-06-21"})
	verdict(child, [completed("2026-06-15")]) == "not met"
}

# What the report shows: the days of the two assessments that count, and of no other.
test_the_arithmetic if {
	record := {"child": expected("2026-06-29"), "assessments": [
		{"type": "pre_birth", "start_date": "2026-04-06", "completed_date": "2026-06-15"},
		{"type": "pre_birth", "start_date": "2026-03-02", "completed_date": "2026-06-18"},
		{"type": "pre_birth", "start_date": "2026-05-04", "completed_date": null},
		{"type": "single", "start_date": "2026-02-02", "completed_date": "2026-03-02"},
	]}
	shown := [unborn_child_in_time.start, unborn_child_in_time.due, unborn_child_in_time.done] with input as record
		with data.run.as_at as "2026-10-31"
	shown == ["2026-03-02", "2026-06-01", "2026-06-15"]
}

note(child) := words if {
	words := [x | x := unborn_child_in_time.note] with input as {"child": child, "assessments": [open]}
		with data.run.as_at as "2026-10-31"
}

test_the_note_says_what_the_last_day_is_counted_from if {
	early := object.union(expected("2026-06-29"), {"date_of_birth": "2026-05-20"})
	late := object.union(expected("2026-06-29"), {"date_of_birth": "2026-07-08"})
	note(early) == ["the last day is the day before the birth"]
	note(late) == ["the last day is counted from the expected date of birth"]
	note({"date_of_birth": "2026-05-20"}) == ["the last day is the day before the birth"]
	note({}) == []
}
