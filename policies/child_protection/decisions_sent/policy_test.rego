package audit.child_protection.decisions_sent_test

import data.audit.child_protection.decisions_sent
import data.lib.testing

verdict_on(as_at, conference) := testing.verdict(applies, met, 0) if {
	applies := decisions_sent.applies with input.conferences as [conference] with data.run.as_at as as_at
	met := decisions_sent.met with input.conferences as [conference] with data.run.as_at as as_at
}

verdict(conference) := verdict_on("2026-10-31", conference)

held(date) := {"type": "initial", "date": date}

sent(date, on) := {"type": "initial", "date": date, "decisions_sent_date": on}

due(as_at, date) := last_day if {
	last_day := decisions_sent.due[0] with input.conferences as [held(date)] with data.run.as_at as as_at
}

# Tuesday 10 March 2026: the next working day is Wednesday 11 March.
test_on_the_deadline if verdict(sent("2026-03-10", "2026-03-11")) == "met"

test_a_day_late if verdict(sent("2026-03-10", "2026-03-12")) == "not met"

test_never_sent if verdict(held("2026-03-10")) == "not met"

test_the_same_day if verdict(sent("2026-03-10", "2026-03-10")) == "met"

test_sent_before_the_conference if verdict(sent("2026-03-10", "2026-03-09")) == "met"

test_blank if {
	every blank in [null, ""] {
		verdict(sent("2026-03-10", blank)) == "not met"
	}
}

test_held_on_a_friday_sent_on_monday if verdict(sent("2026-03-13", "2026-03-16")) == "met"

test_held_on_a_friday_sent_on_tuesday if verdict(sent("2026-03-13", "2026-03-17")) == "not met"

# Christmas Day and Boxing Day (moved to Monday 28) are no working days.
test_over_christmas if due("2027-01-31", "2026-12-24") == "2026-12-29"

test_over_new_year if due("2027-01-31", "2026-12-31") == "2027-01-04"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-04-02") == "2026-04-07"

test_the_deadline_was_the_day_before_as_at if verdict_on("2026-10-31", held("2026-10-29")) == "not met"

test_the_deadline_is_as_at if verdict_on("2026-10-30", held("2026-10-29")) == "not audited"

test_not_due_yet if verdict(held("2026-10-30")) == "not audited"

test_sent_after_as_at_reads_as_blank if verdict(sent("2026-10-30", "2026-11-02")) == "not audited"

test_the_councils_own_limit if {
	verdict(sent("2026-03-10", "2026-03-12")) == "met" with data.settings.conference_decisions_wd.values as [{"value": 2}]
	verdict(sent("2026-03-10", "2026-03-11")) == "not met" with data.settings.conference_decisions_wd.values as [{"value": 0}]
}

test_a_review_conference_is_not_audited if verdict({"type": "review", "date": "2026-03-10"}) == "not audited"

test_blank_type_is_not_audited if verdict({"date": "2026-03-10"}) == "not audited"

test_blank_date_is_not_audited if verdict({"type": "initial", "date": null, "decisions_sent_date": "2026-03-11"}) == "not audited"

test_held_on_the_first_day_of_the_period if verdict(held("2025-11-01")) == "not met"

test_held_before_the_period if verdict(held("2025-10-31")) == "not audited"

test_held_after_as_at if verdict(sent("2026-11-02", "2026-11-03")) == "not audited"
