package audit.children_in_care.connected_carer_approved_test

import data.audit.children_in_care.connected_carer_approved
import data.lib.testing

verdict_on(as_at, item) := testing.verdict(applies, met, 0) if {
	applies := connected_carer_approved.applies with input.placements as [item] with data.run.as_at as as_at
	met := connected_carer_approved.met with input.placements as [item] with data.run.as_at as as_at
}

# From Monday 5 January 2026 sixteen weeks end on Monday 27 April, twenty-four on Monday 22 June.
verdict(details) := verdict_on("2026-10-31", object.union({"temporary_approval_date": "2026-01-05"}, details))

due(details) := last_day if {
	last_day := connected_carer_approved.due[0] with input.placements as [details] with data.run.as_at as "2026-10-31"
}

test_approved_on_the_last_day if verdict({"approved_date": "2026-04-27"}) == "met"

test_approved_a_day_late if verdict({"approved_date": "2026-04-28"}) == "not met"

test_ended_on_the_last_day if verdict({"end_date": "2026-04-27"}) == "met"

test_ended_a_day_late if verdict({"end_date": "2026-04-28"}) == "not met"

test_approved_and_ended_later if verdict({"approved_date": "2026-04-27", "end_date": "2026-09-01"}) == "met"

test_ended_and_approved_later if verdict({"approved_date": "2026-09-01", "end_date": "2026-04-20"}) == "met"

test_an_end_planned_for_later_is_none if verdict({"end_date": "2026-12-01"}) == "not met"

test_neither if {
	verdict({}) == "not met"
	every blank in [null, "", " "] {
		verdict({"approved_date": blank, "end_date": blank}) == "not met"
	}
}

test_extended_and_approved_on_the_last_day if {
	verdict({"approval_extended_date": "2026-04-27", "approved_date": "2026-06-22"}) == "met"
}

test_extended_and_approved_a_day_late if {
	verdict({"approval_extended_date": "2026-04-27", "approved_date": "2026-06-23"}) == "not met"
}

test_extended_too_late if verdict({"approval_extended_date": "2026-04-28", "approved_date": "2026-05-04"}) == "not met"

test_extended_on_the_day_of_the_temporary_approval if {
	verdict({"approval_extended_date": "2026-01-05", "approved_date": "2026-05-04"}) == "met"
}

test_an_extension_before_the_temporary_approval_is_none if {
	verdict({"approval_extended_date": "2026-01-04", "approved_date": "2026-05-04"}) == "not met"
}

test_a_blank_extension_is_none if {
	every blank in [null, "", " "] {
		verdict({"approval_extended_date": blank, "approved_date": "2026-05-04"}) == "not met"
	}
}

test_over_the_end_of_february if due({"temporary_approval_date": "2025-11-10"}) == "2026-03-02"

# Sixteen weeks from Friday 10 July end on Friday 30 October, from Saturday 11 July on as-at.
test_the_deadline_was_the_day_before_as_at if verdict({"temporary_approval_date": "2026-07-10"}) == "not met"

test_the_deadline_is_as_at if verdict({"temporary_approval_date": "2026-07-11"}) == "not audited"

test_extended_and_not_due_yet if {
	verdict({"temporary_approval_date": "2026-07-10", "approval_extended_date": "2026-10-30"}) == "not audited"
}

test_approved_before_it_was_due if verdict({"temporary_approval_date": "2026-09-01", "approved_date": "2026-10-01"}) == "met"

test_approved_after_as_at_reads_as_blank if {
	verdict({"temporary_approval_date": "2026-09-01", "approved_date": "2026-11-01"}) == "not audited"
}

test_on_the_first_day_of_the_period if verdict({"temporary_approval_date": "2025-11-01"}) == "not met"

test_before_the_period if verdict({"temporary_approval_date": "2025-10-31"}) == "not audited"

test_not_temporarily_approved if {
	every blank in [null, "", " "] {
		verdict({"temporary_approval_date": blank}) == "not audited"
	}
	verdict_on("2026-10-31", {"approved_date": "2026-03-02"}) == "not audited"
}

test_the_note_says_that_it_was_extended if {
	items := [
		{"temporary_approval_date": "2026-01-05"},
		{"temporary_approval_date": "2026-01-05", "approval_extended_date": "2026-04-20"},
	]
	note := connected_carer_approved.note with input.placements as items with data.run.as_at as "2026-10-31"
	note == {1: "extended once"}
}
