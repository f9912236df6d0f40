package audit.child_protection.review_on_time_test

import data.audit.child_protection.review_on_time
import data.lib.testing

verdict_of(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := review_on_time.applies with input as record with data.run.as_at as as_at
	met := review_on_time.met with input as record with data.run.as_at as as_at
}

plan(began) := {"type": "child_protection", "plan_id": "P1", "start_date": began}

review(date) := {"type": "review", "plan_id": "P1", "date": date}

reviewed_on(began, days) := {"plans": [plan(began)], "conferences": [review(day) | some day in days]}

verdict(began, days) := verdict_of("2026-10-31", reviewed_on(began, days))

planned(details) := verdict_of("2026-10-31", {"plans": [object.union(plan("2026-03-02"), details)]})

# A plan begun on Monday 2 March 2026: the first review is due by Tuesday 2 June, and the next six months after it.
test_first_on_its_last_day if verdict("2026-03-02", ["2026-06-02"]) == "met"

test_first_a_day_late if verdict("2026-03-02", ["2026-06-03"]) == "not met"

test_first_never_held if verdict("2026-03-02", []) == "not met"

test_held_on_the_day_the_plan_began if verdict("2026-05-01", ["2026-05-01"]) == "met"

# From 14 January a review is due by 14 April, and from one of 30 April the next by 30 October.
test_later_one_on_its_last_day if verdict("2026-01-14", ["2026-04-14", "2026-10-14"]) == "met"

test_later_one_a_day_late if verdict("2026-01-14", ["2026-04-14", "2026-10-15"]) == "not met"

test_a_late_one_long_ago_still_counts if {
	verdict("2025-01-14", ["2025-04-15", "2025-10-14", "2026-04-14", "2026-10-13"]) == "not met"
	verdict("2025-01-14", ["2025-04-14", "2025-10-15", "2026-04-14", "2026-10-13"]) == "not met"
	verdict("2025-01-14", ["2025-04-14", "2025-10-14", "2026-04-14", "2026-10-13"]) == "met"
}

test_each_is_counted_from_the_one_before if verdict("2026-01-05", ["2026-02-02", "2026-08-03"]) == "not met"

test_the_next_was_due_the_day_before_as_at if verdict("2026-02-02", ["2026-04-30"]) == "not met"

test_the_next_is_due_on_as_at if verdict_of("2026-10-30", reviewed_on("2026-02-02", ["2026-04-30"])) == "met"

test_the_next_is_not_due_yet if verdict("2026-02-02", ["2026-05-01"]) == "met"

# From Thursday 30 July the first is due by Friday 30 October; from 31 July by 31 October.
test_the_first_was_due_the_day_before_as_at if verdict("2026-07-30", []) == "not met"

test_nothing_held_and_nothing_due_is_not_audited if {
	verdict("2026-07-31", []) == "not audited"
	verdict("2026-10-31", []) == "not audited"
}

test_the_first_held_before_it_is_due if verdict("2026-09-01", ["2026-10-20"]) == "met"

# Months are clipped: from 30 November 2025 to 28 February 2026, from 31 August to the last day of February.
test_at_the_end_of_a_short_month if {
	verdict("2025-11-30", ["2026-02-28", "2026-08-28"]) == "met"
	verdict("2025-11-30", ["2026-03-01", "2026-08-28"]) == "not met"
	verdict_of("2026-04-30", reviewed_on("2025-06-30", ["2025-08-31", "2026-02-28"])) == "met"
	verdict_of("2026-04-30", reviewed_on("2025-06-30", ["2025-08-31", "2026-03-01"])) == "not met"
}

test_on_a_leap_day if {
	verdict_of("2028-06-30", reviewed_on("2027-11-30", ["2028-02-29"])) == "met"
	verdict_of("2028-06-30", reviewed_on("2027-11-30", ["2028-03-01"])) == "not met"
}

# Six months from 29 February 2028 is 29 August.
test_from_a_leap_day if {
	verdict_of("2028-08-29", reviewed_on("2027-12-01", ["2028-02-29"])) == "met"
	verdict_of("2028-08-30", reviewed_on("2027-12-01", ["2028-02-29"])) == "not met"
}

test_the_order_of_the_record_does_not_matter if verdict("2026-01-14", ["2026-10-14", "2026-04-14"]) == "met"

test_two_of_one_day_count_once if {
	verdict("2026-01-14", ["2026-04-14", "2026-04-14", "2026-10-14"]) == "met"
	verdict("2026-01-14", ["2026-04-15", "2026-04-15"]) == "not met"
}

test_one_after_as_at_has_not_been_held if {
	verdict("2026-07-30", ["2026-11-02"]) == "not met"
	verdict("2026-08-03", ["2026-11-02"]) == "not audited"
}

test_without_a_date if {
	every blank in [null, ""] {
		verdict("2026-03-02", [blank]) == "not met"
		verdict("2026-07-31", [blank]) == "not audited"
	}
}

conferred(conference) := verdict_of("2026-10-31", {
	"plans": [plan("2026-03-02")],
	"conferences": [object.union({"date": "2026-06-01"}, conference)],
})

test_another_type_of_conference_does_not_count if {
	every type in ["initial", null, ""] {
		conferred({"type": type, "plan_id": "P1"}) == "not met"
	}
}

test_one_of_another_plan_does_not_count if {
	conferred({"type": "review", "plan_id": "P2"}) == "not met"
	conferred({"type": "review", "plan_id": "p1"}) == "not met"
}

test_one_that_names_no_plan_counts if {
	every blank in [null, ""] {
		conferred({"type": "review", "plan_id": blank}) == "met"
	}
	conferred({"type": "review"}) == "met"
}

test_one_that_names_no_plan_and_was_held_before_it_began_is_of_an_earlier_plan if {
	conferred({"type": "review", "date": "2026-03-01"}) == "not met"
	earlier := {"type": "review", "date": "2023-05-02"}
	conferences := [earlier, object.remove(review("2026-06-02"), ["plan_id"])]
	verdict_of("2026-10-31", {"plans": [plan("2026-03-02")], "conferences": conferences}) == "met"
}

test_one_that_names_no_plan_and_was_held_on_the_day_it_began_counts if {
	record := {"plans": [plan("2026-05-04")], "conferences": [{"type": "review", "date": "2026-05-04"}]}
	verdict_of("2026-10-31", record) == "met"
}

# A thing done before the event that it follows is met, and the report notes it.
test_one_that_names_the_plan_counts_though_held_before_it_began if verdict("2026-05-04", ["2026-05-01"]) == "met"

test_the_next_is_counted_from_a_review_held_before_the_plan_began if {
	verdict("2026-05-04", ["2026-04-30"]) == "not met"
	verdict("2026-05-04", ["2026-04-30", "2026-10-30"]) == "met"
}

test_two_plans_have_each_their_own_reviews if {
	record := {
		"plans": [plan("2026-03-02"), {"type": "child_protection", "plan_id": "P2", "start_date": "2026-03-02"}],
		"conferences": [review("2026-06-02")],
	}
	met := review_on_time.met with input as record with data.run.as_at as "2026-10-31"
	applies := review_on_time.applies with input as record with data.run.as_at as "2026-10-31"
	met == {0}
	applies == {0, 1}
}

worked_out(began, days) := {"start": start, "due": due, "done": done, "note": note} if {
	record := reviewed_on(began, days)
	start := review_on_time.start with input as record with data.run.as_at as "2026-10-31"
	due := review_on_time.due with input as record with data.run.as_at as "2026-10-31"
	done := review_on_time.done with input as record with data.run.as_at as "2026-10-31"
	note := review_on_time.note with input as record with data.run.as_at as "2026-10-31"
}

test_the_report_works_out_a_late_first_one if {
	worked_out("2026-03-02", ["2026-06-09"]) == {
		"start": {0: "2026-03-02"}, "due": {0: "2026-06-02"}, "done": {0: "2026-06-09"},
		"note": {0: "the first review is counted from the start of the plan"},
	}
}

test_the_report_works_out_an_overdue_one if {
	worked_out("2026-01-14", ["2026-04-14"]) == {
		"start": {0: "2026-04-14"}, "due": {0: "2026-10-14"}, "done": {},
		"note": {0: "the later reviews are counted each from the one before, here from that of 2026-04-14"},
	}
}

test_of_several_late_ones_the_report_works_out_the_last if {
	worked_out("2025-01-14", ["2025-06-02", "2025-12-08", "2026-06-08"]) == {
		"start": {0: "2025-06-02"}, "due": {0: "2025-12-02"}, "done": {0: "2025-12-08"},
		"note": {0: "the later reviews are counted each from the one before, here from that of 2025-06-02"},
	}
}

test_where_none_is_late_the_report_works_out_the_first if {
	worked_out("2026-01-14", ["2026-04-13", "2026-10-12"]) == {
		"start": {0: "2026-01-14"}, "due": {0: "2026-04-14"}, "done": {0: "2026-04-13"}, "note": {},
	}
}

test_months_are_counted_before_the_calendar_of_working_days_too if {
	verdict("1994-12-30", ["2026-10-12"]) == "not met"
	worked_out("1994-12-30", ["1995-03-30"]).due == {0: "1995-09-30"}
}

doubts(details) := texts if {
	record := {"plans": [object.union(plan("2026-03-02"), details)]}
	texts := {text | some text in review_on_time.doubt[0]} with input as record with data.run.as_at as "2026-10-31"
}

test_blank_start_is_not_audited_and_is_doubted if {
	every blank in [null, ""] {
		planned({"start_date": blank}) == "not audited"
		count(doubts({"start_date": blank})) == 1
	}
	verdict_of("2026-10-31", {"plans": [{"type": "child_protection"}]}) == "not audited"
	record := {"plans": [plan(null)], "conferences": [review("2026-06-02")]}
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

test_a_plan_of_another_or_no_type_is_not_audited if {
	every type in ["child_in_need", "care", "pathway", null, ""] {
		planned({"type": type}) == "not audited"
	}
}

died(date) := verdict_of("2026-10-31", {"child": {"date_of_death": date}, "plans": [plan("2026-03-02")]})

test_the_child_has_died if died("2026-10-20") == "not audited"

test_a_death_after_as_at_has_not_happened if died("2026-11-01") == "not met"
