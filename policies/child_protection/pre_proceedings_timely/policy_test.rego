package audit.child_protection.pre_proceedings_timely_test

import data.audit.child_protection.pre_proceedings_timely
import data.lib.testing

verdict_on(as_at, work) := testing.verdict(applies, met, 0) if {
	applies := pre_proceedings_timely.applies with input.pre_proceedings as [work] with data.run.as_at as as_at
	met := pre_proceedings_timely.met with input.pre_proceedings as [work] with data.run.as_at as as_at
}

verdict(work) := verdict_on("2026-10-31", work)

# Decided on Monday 2 March 2026: the letter is due by Monday 16 March, and the work is to end by Monday 22 June.
decided(details) := object.union({"decision_date": "2026-03-02"}, details)

sent_and_ended(letter, end) := verdict(decided({"letter_date": letter, "end_date": end}))

test_both_on_their_last_day if sent_and_ended("2026-03-16", "2026-06-22") == "met"

test_letter_a_day_late if sent_and_ended("2026-03-17", "2026-06-22") == "not met"

test_ended_a_day_late if sent_and_ended("2026-03-16", "2026-06-23") == "not met"

test_both_late if sent_and_ended("2026-03-17", "2026-06-23") == "not met"

test_both_on_the_day_of_the_decision if sent_and_ended("2026-03-02", "2026-03-02") == "met"

test_letter_never_sent if {
	every blank in [null, ""] {
		sent_and_ended(blank, "2026-06-22") == "not met"
	}
	verdict(decided({"end_date": "2026-06-22"})) == "not met"
}

test_never_ended if {
	every blank in [null, ""] {
		sent_and_ended("2026-03-16", blank) == "not met"
	}
	verdict(decided({"letter_date": "2026-03-16"})) == "not met"
}

# A thing done before the event that it follows is met, and noted.
test_done_before_the_decision if {
	sent_and_ended("2026-02-27", "2026-06-22") == "met"
	sent_and_ended("2026-03-16", "2026-02-27") == "met"
}

doubts(details) := texts if {
	texts := {text | some text in pre_proceedings_timely.doubt[0]} with input.pre_proceedings as [decided(details)]
		with data.run.as_at as "2026-10-31"
}

test_an_end_before_the_decision_is_doubted if {
	count(doubts({"end_date": "2026-03-01"})) == 1
	count(doubts({"end_date": "2026-03-02"})) == 0
	count(doubts({"end_date": null})) == 0
	count(doubts({})) == 0
}

# Sixteen weeks from Friday 10 July are up on Friday 30 October, from Saturday 11 July on 31 October.
july(day) := {"decision_date": day, "letter_date": "2026-07-15"}

test_goes_on_the_day_after_sixteen_weeks if verdict(july("2026-07-10")) == "not met"

test_goes_on_on_the_last_day_of_sixteen_weeks if verdict(july("2026-07-11")) == "met"

test_goes_on_with_sixteen_weeks_not_up if verdict(july("2026-07-13")) == "met"

test_an_end_after_as_at_means_that_it_goes_on if {
	verdict(object.union(july("2026-07-13"), {"end_date": "2026-11-01"})) == "met"
	verdict(object.union(july("2026-07-10"), {"end_date": "2026-11-01"})) == "not met"
}

# Decided on Friday 16 October: the letter is due by Friday 30 October. On Monday 19 October: by Monday 2 November.
test_letter_due_the_day_before_as_at if verdict({"decision_date": "2026-10-16"}) == "not met"

test_letter_due_on_as_at if verdict_on("2026-10-30", {"decision_date": "2026-10-16"}) == "not audited"

test_letter_not_due_yet if verdict({"decision_date": "2026-10-19"}) == "not audited"

test_letter_not_due_yet_and_the_work_ended if {
	verdict({"decision_date": "2026-10-19", "end_date": "2026-10-28"}) == "not audited"
}

test_letter_sent_before_it_is_due if verdict({"decision_date": "2026-10-19", "letter_date": "2026-10-26"}) == "met"

test_a_letter_after_as_at_has_not_been_sent if {
	verdict({"decision_date": "2026-10-19", "letter_date": "2026-11-02"}) == "not audited"
}

test_the_councils_own_limits if {
	letter := sent_and_ended("2026-03-17", "2026-06-22") with data.settings.plo_letter_wd.values as [{"value": 11}]
	letter == "met"
	end := sent_and_ended("2026-03-16", "2026-06-23") with data.settings.plo_weeks.values as [{"value": 17}]
	end == "met"
}

test_work_past_a_short_limit_is_judged_before_the_letter_is_due if {
	overrun := verdict({"decision_date": "2026-10-19"}) with data.settings.plo_weeks.values as [{"value": 1}]
	overrun == "not met"
}

due(as_at, date) := last_day if {
	last_day := pre_proceedings_timely.due[0] with input.pre_proceedings as [{"decision_date": date}]
		with data.run.as_at as as_at
}

# Decided on a Saturday: day 1 is Monday 5 October.
test_decided_at_a_weekend if due("2026-10-31", "2026-10-03") == "2026-10-16"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-04-30", "2026-03-25") == "2026-04-10"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2027-01-31", "2026-12-17") == "2027-01-05"

# Sixteen weeks over the leap day of 2028: from 7 February to 29 May.
test_sixteen_weeks_over_a_leap_day if {
	work := {"decision_date": "2028-02-07", "letter_date": "2028-02-14"}
	verdict_on("2028-10-31", object.union(work, {"end_date": "2028-05-29"})) == "met"
	verdict_on("2028-10-31", object.union(work, {"end_date": "2028-05-30"})) == "not met"
}

worked_out(details) := {"start": start, "due": due, "done": done, "note": note} if {
	start := pre_proceedings_timely.start with input.pre_proceedings as [decided(details)] with data.run.as_at as "2026-10-31"
	due := pre_proceedings_timely.due with input.pre_proceedings as [decided(details)] with data.run.as_at as "2026-10-31"
	done := pre_proceedings_timely.done with input.pre_proceedings as [decided(details)] with data.run.as_at as "2026-10-31"
	note := pre_proceedings_timely.note with input.pre_proceedings as [decided(details)] with data.run.as_at as "2026-10-31"
}

test_the_report_works_out_a_late_letter if {
	worked_out({"letter_date": "2026-03-20", "end_date": "2026-06-01"}) == {
		"start": {0: "2026-03-02"}, "due": {0: "2026-03-16"}, "done": {0: "2026-03-20"},
		"note": {0: "no letter within 10 working days"},
	}
}

test_the_report_works_out_a_late_end if {
	worked_out({"letter_date": "2026-03-10", "end_date": "2026-07-06"}) == {
		"start": {0: "2026-03-02"}, "due": {0: "2026-06-22"}, "done": {0: "2026-07-06"},
		"note": {0: "not ended within 16 weeks, by 2026-06-22"},
	}
}

test_the_report_works_out_work_that_goes_on if {
	worked_out({"letter_date": "2026-03-10"}) == {
		"start": {0: "2026-03-02"}, "due": {0: "2026-06-22"}, "done": {},
		"note": {0: "not ended within 16 weeks, by 2026-06-22"},
	}
}

test_where_both_are_late_the_report_works_out_the_letter if {
	worked_out({"end_date": "2026-07-06"}) == {
		"start": {0: "2026-03-02"}, "due": {0: "2026-03-16"}, "done": {},
		"note": {0: "no letter within 10 working days; not ended within 16 weeks, by 2026-06-22"},
	}
}

test_where_neither_is_late_there_is_no_note if {
	worked_out({"letter_date": "2026-03-10", "end_date": "2026-06-01"}) == {
		"start": {0: "2026-03-02"}, "due": {0: "2026-03-16"}, "done": {0: "2026-03-10"}, "note": {},
	}
}

test_decided_on_the_first_day_of_the_period if verdict({"decision_date": "2025-11-01"}) == "not met"

test_decided_before_the_period if verdict({"decision_date": "2025-10-31"}) == "not audited"

test_decided_on_as_at if verdict({"decision_date": "2026-10-31", "letter_date": "2026-10-31"}) == "met"

test_decided_after_as_at if verdict({"decision_date": "2026-11-02", "letter_date": "2026-10-30"}) == "not audited"

test_blank_decision if {
	every blank in [null, ""] {
		verdict({"decision_date": blank, "letter_date": "2026-03-16", "end_date": "2026-06-22"}) == "not audited"
	}
	verdict({"letter_date": "2026-03-16", "end_date": "2026-06-22"}) == "not audited"
}
