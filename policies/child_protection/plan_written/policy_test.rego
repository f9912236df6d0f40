package audit.child_protection.plan_written_test

import data.audit.child_protection.plan_written
import data.lib.testing

verdict_of(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := plan_written.applies with input as record with data.run.as_at as as_at
	met := plan_written.met with input as record with data.run.as_at as as_at
}

verdict_on(as_at, details) := verdict_of(as_at, {"plans": [plan(details)]})

verdict(details) := verdict_on("2026-10-31", details)

plan(details) := object.union({"type": "child_protection"}, details)

due(as_at, began) := last_day if {
	last_day := plan_written.due[0] with input.plans as [plan({"start_date": began})] with data.run.as_at as as_at
}

doubts(details) := texts if {
	texts := {text | some text in plan_written.doubt[0]} with input.plans as [plan(details)]
		with data.run.as_at as "2026-10-31"
}

# Monday 2 March 2026; fifteen working days later is Monday 23 March.
test_on_the_deadline if verdict({"start_date": "2026-03-02", "written_date": "2026-03-23"}) == "met"

test_a_day_late if verdict({"start_date": "2026-03-02", "written_date": "2026-03-24"}) == "not met"

test_never_written if verdict({"start_date": "2026-03-02"}) == "not met"

test_written_before_the_plan_began if verdict({"start_date": "2026-03-02", "written_date": "2026-02-27"}) == "met"

test_blank_written_date if {
	every blank in [null, ""] {
		verdict({"start_date": "2026-03-02", "written_date": blank}) == "not met"
	}
}

# Begun on a Saturday: day 1 is Monday 9 March.
test_begun_at_a_weekend if due("2026-10-31", "2026-03-07") == "2026-03-27"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-03-25") == "2026-04-17"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2027-01-31", "2026-12-10") == "2027-01-05"

# From Friday 9 October the last day is Friday 30 October; from Monday 12 October it is Monday 2 November.
test_the_deadline_was_the_day_before_as_at if verdict({"start_date": "2026-10-09"}) == "not met"

test_the_deadline_is_as_at if verdict_on("2026-10-30", {"start_date": "2026-10-09"}) == "not audited"

test_not_due_yet if verdict({"start_date": "2026-10-12"}) == "not audited"

test_written_before_it_was_due if verdict({"start_date": "2026-10-12", "written_date": "2026-10-20"}) == "met"

test_written_after_as_at_reads_as_blank if verdict({"start_date": "2026-10-12", "written_date": "2026-11-02"}) == "not audited"

test_an_old_plan_is_audited_while_it_is_open if verdict({"start_date": "2023-03-06"}) == "not met"

test_blank_start_is_not_audited_and_is_doubted if {
	every details in [{}, {"start_date": null}, {"start_date": ""}] {
		verdict(object.union(details, {"written_date": "2026-03-23"})) == "not audited"
		count(doubts(details)) == 1
	}
}

test_a_dated_plan_is_not_doubted if count(doubts({"start_date": "2026-03-02"})) == 0

test_a_closed_plan_without_a_start_is_not_doubted if count(doubts({"end_date": "2026-09-01"})) == 0

test_a_plan_of_another_type_is_not_doubted if count(doubts({"type": "child_in_need"})) == 0

test_begun_before_the_calendar_is_not_audited if verdict({"start_date": "1994-12-30"}) == "not audited"

test_begun_after_as_at_is_not_audited if verdict({"start_date": "2026-11-02", "written_date": "2026-10-30"}) == "not audited"

test_ended_on_as_at_is_not_audited if verdict({"start_date": "2026-03-02", "end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if verdict({"start_date": "2026-03-02", "end_date": "2026-11-01"}) == "not met"

test_blank_end_is_open if verdict({"start_date": "2026-03-02", "end_date": null}) == "not met"

test_a_plan_of_another_type_is_not_audited if verdict({"type": "child_in_need", "start_date": "2026-03-02"}) == "not audited"

test_blank_type_is_not_audited if verdict({"type": null, "start_date": "2026-03-02"}) == "not audited"

test_the_child_has_died if {
	record := {"child": {"date_of_death": "2026-06-01"}, "plans": [plan({"start_date": "2026-03-02"})]}
	verdict_of("2026-10-31", record) == "not audited"
}

test_a_death_after_as_at_has_not_happened if {
	record := {"child": {"date_of_death": "2026-11-01"}, "plans": [plan({"start_date": "2026-03-02"})]}
	verdict_of("2026-10-31", record) == "not met"
}
