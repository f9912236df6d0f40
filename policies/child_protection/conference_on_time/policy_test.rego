package audit.child_protection.conference_on_time_test

import data.audit.child_protection.conference_on_time
import data.lib.testing

verdict_on(as_at, enquiry, conferences) := testing.verdict(applies, met, 0) if {
	record := {"section_47": [enquiry], "conferences": conferences}
	applies := conference_on_time.applies with input as record with data.run.as_at as as_at
	met := conference_on_time.met with input as record with data.run.as_at as as_at
}

verdict(enquiry, conferences) := verdict_on("2026-10-31", enquiry, conferences)

due(as_at, enquiry) := last_day if {
	last_day := conference_on_time.due[0] with input.section_47 as [enquiry] with data.run.as_at as as_at
}

# An enquiry of Tuesday 3 March 2026 that asks for a conference; the strategy discussion was on Monday 2 March.
# Fifteen working days later is Monday 23 March.
enquiry := {"enquiry_id": "E1", "start_date": "2026-03-03", "strategy_discussion_date": "2026-03-02", "to_conference": true}

with_changes(changes) := object.union(enquiry, changes)

initial(date) := {"type": "initial", "enquiry_id": "E1", "date": date}

test_on_the_deadline if verdict(enquiry, [initial("2026-03-23")]) == "met"

test_a_day_late if verdict(enquiry, [initial("2026-03-24")]) == "not met"

test_never_held if verdict(enquiry, []) == "not met"

test_held_without_a_date if verdict(enquiry, [{"type": "initial", "enquiry_id": "E1"}]) == "not met"

test_held_before_the_strategy_discussion if verdict(enquiry, [initial("2026-02-27")]) == "met"

test_the_earliest_of_two_counts if verdict(enquiry, [initial("2026-04-20"), initial("2026-03-20")]) == "met"

test_one_without_a_date_does_not_hide_one_with if {
	every blank in [null, ""] {
		verdict(enquiry, [initial(blank), initial("2026-03-20")]) == "met"
	}
}

test_a_review_conference_does_not_count if {
	verdict(enquiry, [{"type": "review", "enquiry_id": "E1", "date": "2026-03-20"}]) == "not met"
}

test_the_conference_of_another_enquiry_does_not_count if {
	verdict(enquiry, [{"type": "initial", "enquiry_id": "E2", "date": "2026-03-20"}]) == "not met"
}

test_ids_keep_their_case if verdict(enquiry, [{"type": "initial", "enquiry_id": "e1", "date": "2026-03-20"}]) == "not met"

test_a_conference_that_names_no_enquiry_does_not_count if {
	verdict(enquiry, [{"type": "initial", "date": "2026-03-20"}]) == "not met"
}

test_blank_ids_do_not_match if {
	every blank in [null, ""] {
		conference := {"type": "initial", "enquiry_id": blank, "date": "2026-03-20"}
		verdict(with_changes({"enquiry_id": blank}), [conference]) == "not met"
	}
}

# Discussed on a Saturday: day 1 is Monday 9 March.
test_discussed_at_a_weekend if due("2026-10-31", with_changes({"strategy_discussion_date": "2026-03-07"})) == "2026-03-27"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", with_changes({"strategy_discussion_date": "2026-03-25"})) == "2026-04-17"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if {
	due("2027-01-31", {"start_date": "2026-12-11", "strategy_discussion_date": "2026-12-10", "to_conference": true}) == "2027-01-05"
}

# Fifteen working days from the start of the enquiry, Tuesday 3 March, end on Tuesday 24 March.
test_without_a_strategy_discussion_the_start_counts if {
	every blank in [null, ""] {
		verdict(with_changes({"strategy_discussion_date": blank}), [initial("2026-03-24")]) == "met"
		verdict(with_changes({"strategy_discussion_date": blank}), [initial("2026-03-25")]) == "not met"
	}
}

test_a_strategy_discussion_after_as_at_reads_as_blank if {
	due("2026-10-31", with_changes({"strategy_discussion_date": "2026-11-02"})) == "2026-03-24"
}

test_the_note_names_the_clock if {
	note := conference_on_time.note with input.section_47 as [enquiry, {"start_date": "2026-03-03"}]
		with data.run.as_at as "2026-10-31"
	note == {1: "the days are counted from the start of the enquiry, as no strategy discussion is dated"}
}

# From Friday 9 October the last day is Friday 30 October; from Monday 12 October it is Monday 2 November.
october(day) := with_changes({"start_date": day, "strategy_discussion_date": day})

test_the_deadline_was_the_day_before_as_at if verdict(october("2026-10-09"), []) == "not met"

test_the_deadline_is_as_at if verdict_on("2026-10-30", october("2026-10-09"), []) == "not audited"

test_not_due_yet if verdict(october("2026-10-12"), []) == "not audited"

test_held_before_it_was_due if verdict(october("2026-10-12"), [initial("2026-10-28")]) == "met"

test_a_conference_after_as_at_has_not_been_held if verdict(october("2026-10-12"), [initial("2026-11-02")]) == "not audited"

test_no_conference_asked_for if {
	every asked in [false, null, ""] {
		verdict(with_changes({"to_conference": asked}), []) == "not audited"
	}
}

test_begun_on_the_first_day_of_the_period if {
	verdict(with_changes({"start_date": "2025-11-01", "strategy_discussion_date": "2025-10-31"}), []) == "not met"
}

test_begun_before_the_period if {
	verdict(with_changes({"start_date": "2025-10-31", "strategy_discussion_date": "2025-11-03"}), []) == "not audited"
}

test_begun_on_the_last_day_of_the_period if verdict(october("2026-10-31"), [initial("2026-10-31")]) == "met"

test_begun_after_as_at if verdict(with_changes({"start_date": "2026-11-02"}), []) == "not audited"

test_blank_start if {
	every blank in [null, ""] {
		verdict(with_changes({"start_date": blank}), []) == "not audited"
	}
}
