package audit.contact_and_referral.contact_decided_test

import data.audit.contact_and_referral.contact_decided
import data.lib.testing

verdict_on(contact, as_at) := testing.verdict(applies, met, 0) if {
	applies := contact_decided.applies with input.contacts as [contact] with data.run.as_at as as_at
	met := contact_decided.met with input.contacts as [contact] with data.run.as_at as as_at
}

verdict(contact) := verdict_on(contact, "2026-10-31")

# Received on the morning of Monday 2 March 2026; one working day later is Tuesday 3 March.
monday(decided) := {"received": "2026-03-02T09:30:00", "decided": decided}

test_decided_within_the_hour if verdict(monday("2026-03-02T10:15:00")) == "met"

test_decided_on_the_deadline_whatever_the_hour if verdict(monday("2026-03-03T23:59:00")) == "met"

test_decided_a_day_late if verdict(monday("2026-03-04T00:05:00")) == "not met"

test_dates_without_a_time_of_day if {
	verdict({"received": "2026-03-02", "decided": "2026-03-03"}) == "met"
	verdict({"received": "2026-03-02", "decided": "2026-03-04"}) == "not met"
}

test_one_date_with_a_time_and_one_without if {
	verdict(monday("2026-03-03")) == "met"
	verdict({"received": "2026-03-02", "decided": "2026-03-04T09:00:00"}) == "not met"
}

test_never_decided if {
	every blank in [null, ""] {
		verdict(monday(blank)) == "not met"
	}
	verdict({"received": "2026-03-02T09:30:00"}) == "not met"
}

test_decided_before_it_was_received_is_met if verdict(monday("2026-03-01T12:00:00")) == "met"

# Received on Saturday 7 March: day 1 is Monday 9 March.
test_received_at_a_weekend if {
	verdict({"received": "2026-03-07T22:00:00", "decided": "2026-03-09T16:00:00"}) == "met"
	verdict({"received": "2026-03-07T22:00:00", "decided": "2026-03-10T09:00:00"}) == "not met"
}

# Thursday 24 December: Christmas Day and Monday 28 December are bank holidays.
test_over_christmas if {
	contact := {"received": "2026-12-24T11:00:00"}
	contact_decided.due == {0: "2026-12-29"} with input.contacts as [contact] with data.run.as_at as "2027-01-31"
}

# Thursday 2 April: Good Friday and Easter Monday are bank holidays.
test_over_easter if {
	contact := {"received": "2026-04-02T11:00:00"}
	contact_decided.due == {0: "2026-04-07"} with input.contacts as [contact] with data.run.as_at as "2026-10-31"
}

# Received on Thursday 29 October: due on Friday 30 October.
test_undecided_the_day_before_it_is_due_is_not_audited if verdict_on({"received": "2026-10-29"}, "2026-10-29") == "not audited"

test_undecided_on_the_day_it_is_due_is_not_audited if verdict_on({"received": "2026-10-29"}, "2026-10-30") == "not audited"

test_undecided_the_day_after_it_was_due if verdict_on({"received": "2026-10-29"}, "2026-10-31") == "not met"

test_decided_before_it_is_due_is_judged_at_once if {
	verdict_on({"received": "2026-10-30T09:00:00", "decided": "2026-10-30T10:00:00"}, "2026-10-30") == "met"
}

test_decided_after_as_at_reads_as_undecided if {
	verdict_on({"received": "2026-10-30T09:00:00", "decided": "2026-11-01T10:00:00"}, "2026-10-31") == "not audited"
	verdict_on({"received": "2026-10-28T09:00:00", "decided": "2026-11-01T10:00:00"}, "2026-10-31") == "not met"
}

test_a_council_may_allow_two_days if {
	verdict := verdict_on(monday("2026-03-04"), "2026-10-31") with data.settings.contact_decision_wd.values as [{"value": 2}]
	verdict == "met"
}

test_received_late_on_as_at_is_in_the_period if {
	verdict({"received": "2026-10-31T23:59:00", "decided": "2026-10-31T23:59:00"}) == "met"
}

test_received_on_the_first_day_of_the_period if verdict({"received": "2025-11-01T00:00:00"}) == "not met"

test_received_before_the_period_is_not_audited if verdict({"received": "2025-10-31T23:59:00"}) == "not audited"

test_received_after_as_at_is_not_audited if verdict({"received": "2026-11-01T00:00:00"}) == "not audited"

test_day_received_not_known_is_not_audited if {
	every blank in [null, ""] {
		verdict({"received": blank, "decided": "2026-03-03"}) == "not audited"
	}
}

test_report_counts_in_days if {
	contact := monday("2026-03-04T08:00:00")
	contact_decided.start == {0: "2026-03-02"} with input.contacts as [contact] with data.run.as_at as "2026-10-31"
	contact_decided.done == {0: "2026-03-04"} with input.contacts as [contact] with data.run.as_at as "2026-10-31"
}
