package audit.contact_and_referral.protection_contact_decided_test

import data.audit.contact_and_referral.protection_contact_decided
import data.lib.testing

verdict_on(as_at, contact) := testing.verdict(applies, met, 0) if {
	applies := protection_contact_decided.applies with input.contacts as [contact] with data.run.as_at as as_at
	met := protection_contact_decided.met with input.contacts as [contact] with data.run.as_at as as_at
}

verdict(contact) := verdict_on("2026-10-31", contact)

concern(received) := {"received": received, "protection_concern": true}

contact(received, decided) := object.union(concern(received), {"decided": decided})

due(as_at, received) := last if {
	last := protection_contact_decided.due[0] with input.contacts as [concern(received)] with data.run.as_at as as_at
}

# Received at half past nine on Monday 2 March 2026.
monday(decided) := verdict(contact("2026-03-02T09:30:00", decided))

test_decided_after_exactly_four_hours if monday("2026-03-02T13:30:00") == "met"

test_decided_a_second_later if monday("2026-03-02T13:30:01") == "not met"

test_decided_a_minute_earlier if monday("2026-03-02T13:29:00") == "met"

test_decided_at_once if monday("2026-03-02T09:30:00") == "met"

test_decided_the_next_day_at_an_earlier_hour if monday("2026-03-03T08:00:00") == "not met"

test_decided_before_it_was_received_is_met if {
	monday("2026-03-02T09:29:59") == "met"
	monday("2026-03-01T23:00:00") == "met"
}

test_over_midnight if {
	verdict(contact("2026-03-02T22:00:00", "2026-03-03T02:00:00")) == "met"
	verdict(contact("2026-03-02T22:00:00", "2026-03-03T02:00:01")) == "not met"
}

# Hours run at weekends and on bank holidays: Good Friday and Christmas Day.
test_hours_run_on_every_day if {
	verdict(contact("2026-03-07T22:00:00", "2026-03-09T09:00:00")) == "not met"
	verdict(contact("2026-04-03T10:00:00", "2026-04-07T09:00:00")) == "not met"
	due("2027-01-31", "2026-12-25T10:00:00") == "2026-12-25T14:00:00"
}

test_over_the_ends_of_months_and_years if {
	due("2028-10-31", "2028-02-28T21:00:00") == "2028-02-29T01:00:00"
	due("2026-10-31", "2026-02-28T21:00:00") == "2026-03-01T01:00:00"
	due("2027-01-31", "2026-12-31T21:00:00") == "2027-01-01T01:00:00"
}

# The clocks go forward at one on Sunday 29 March 2026, and back at two on Sunday 25 October.
test_clock_readings_are_subtracted_when_the_clocks_change if {
	verdict(contact("2026-03-29T00:30:00", "2026-03-29T04:30:00")) == "met"
	verdict(contact("2026-03-29T00:30:00", "2026-03-29T04:30:01")) == "not met"
	verdict(contact("2026-10-25T00:30:00", "2026-10-25T04:30:00")) == "met"
	verdict(contact("2026-10-25T00:30:00", "2026-10-25T04:30:01")) == "not met"
}

test_a_decision_without_a_time_of_day_is_not_audited if {
	monday("2026-03-02") == "not audited"
	monday("2026-03-09") == "not audited"
}

test_a_decision_without_a_time_of_day_is_never_in_time if {
	contacts := [contact("2026-03-02T09:30:00", "2026-03-02")]
	protection_contact_decided.met == set() with input.contacts as contacts with data.run.as_at as "2026-10-31"
}

test_a_decided_contact_received_without_a_time_of_day_is_not_audited if {
	verdict(contact("2026-03-02", "2026-03-02T13:30:00")) == "not audited"
	verdict(contact("2026-03-02", "2026-03-09T13:30:00")) == "not audited"
	verdict(contact("2026-03-02", "2026-03-02")) == "not audited"
}

test_never_decided if {
	every blank in [null, "", " "] {
		monday(blank) == "not met"
	}
	verdict(concern("2026-03-02T09:30:00")) == "not met"
}

test_never_decided_and_received_without_a_time_of_day if verdict(concern("2026-03-02")) == "not met"

# Received at eight in the evening of Friday 30 October, the hours end as Saturday begins.
test_the_hours_end_the_day_before_as_at if verdict(concern("2026-10-30T19:59:59")) == "not met"

test_the_hours_end_on_as_at if verdict(concern("2026-10-30T20:00:00")) == "not audited"

test_received_and_undecided_on_as_at if verdict(concern("2026-10-31T09:00:00")) == "not audited"

# From the last second of Thursday 29 October the hours end on Friday.
test_an_undecided_contact_with_a_date_alone_has_until_the_next_day if {
	verdict(concern("2026-10-29")) == "not met"
	verdict(concern("2026-10-30")) == "not audited"
}

test_decided_before_the_hours_end_is_judged_at_once if {
	verdict(contact("2026-10-31T09:00:00", "2026-10-31T09:40:00")) == "met"
}

test_decided_late_on_as_at_is_judged_at_once if {
	verdict(contact("2026-10-31T09:00:00", "2026-10-31T13:00:01")) == "not met"
}

test_decided_after_as_at_reads_as_undecided if {
	verdict(contact("2026-10-30T19:00:00", "2026-11-01T09:00:00")) == "not met"
	verdict(contact("2026-10-31T22:00:00", "2026-11-01T01:00:00")) == "not audited"
	verdict(contact("2026-10-29", "2026-11-01")) == "not met"
}

test_a_council_may_allow_other_hours if {
	sooner := monday("2026-03-02T12:00:00") with data.settings.cp_contact_hours.values as [{"value": 2}]
	sooner == "not met"
	later := monday("2026-03-03T09:30:00") with data.settings.cp_contact_hours.values as [{"value": 24}]
	later == "met"
}

test_no_protection_concern_is_not_audited if {
	every answer in [false, null, ""] {
		late := {"received": "2026-03-02T09:30:00", "decided": "2026-03-04T09:30:00", "protection_concern": answer}
		verdict(late) == "not audited"
	}
	verdict({"received": "2026-03-02T09:30:00", "decided": "2026-03-04T09:30:00"}) == "not audited"
}

test_received_on_the_first_day_of_the_period if verdict(concern("2025-11-01T00:00:00")) == "not met"

test_received_before_the_period_is_not_audited if verdict(concern("2025-10-31T23:59:59")) == "not audited"

test_received_after_as_at_is_not_audited if {
	verdict(contact("2026-11-01T00:00:00", "2026-10-31T23:00:00")) == "not audited"
}

test_day_received_not_known_is_not_audited if {
	every blank in [null, "", " "] {
		verdict(contact(blank, "2026-03-02T09:30:00")) == "not audited"
	}
	verdict({"decided": "2026-03-02T09:30:00", "protection_concern": true}) == "not audited"
}

test_report_shows_the_moments if {
	contacts := [contact("2026-03-02T09:30:00", "2026-03-02T15:00:00")]
	protection_contact_decided.start == {0: "2026-03-02T09:30:00"} with input.contacts as contacts with data.run.as_at as "2026-10-31"
	protection_contact_decided.due == {0: "2026-03-02T13:30:00"} with input.contacts as contacts with data.run.as_at as "2026-10-31"
	protection_contact_decided.done == {0: "2026-03-02T15:00:00"} with input.contacts as contacts with data.run.as_at as "2026-10-31"
}

note(contact) := words if {
	words := protection_contact_decided.note with input.contacts as [contact] with data.run.as_at as "2026-10-31"
}

test_the_note_gives_the_times_of_day if {
	note(contact("2026-03-02T09:30:00", "2026-03-02T13:30:01")) == {0: "received at 09:30:00 and decided at 13:30:01"}
}

test_no_note_without_both if {
	note(concern("2026-03-02T09:30:00")) == {}
	note(contact("2026-03-02", "2026-03-02T13:30:01")) == {}
}

doubts(contact) := words if {
	words := protection_contact_decided.doubt with input.contacts as [contact] with data.run.as_at as "2026-10-31"
}

test_a_missing_time_of_day_raises_a_doubt if {
	words := {"received or decided has no time of day, so the hours between them cannot be counted"}
	doubts(contact("2026-03-02", "2026-03-02T13:30:00")) == {0: words}
	doubts(contact("2026-03-02T09:30:00", "2026-03-02")) == {0: words}
	doubts(contact("2026-03-02T09:30:00", "2026-03-03")) == {0: words}
}

test_an_undecided_contact_raises_no_doubt if {
	doubts(concern("2026-03-02")) == {}
	doubts(contact("2026-03-02", "2026-11-01")) == {}
}

test_other_contacts_raise_no_doubt if {
	doubts({"received": "2026-03-02", "decided": "2026-03-02", "protection_concern": false}) == {}
}

test_decided_earlier_on_the_day_raises_a_doubt if {
	words := {"decided at 09:29:59, before it was received at 09:30:00"}
	doubts(contact("2026-03-02T09:30:00", "2026-03-02T09:29:59")) == {0: words}
	doubts(contact("2026-03-02T09:30:00", "2026-03-02T09:30:00")) == {}
}

# The host raises a doubt of its own when the days differ.
test_decided_on_an_earlier_day_raises_no_second_doubt if {
	doubts(contact("2026-03-02T09:30:00", "2026-03-01T12:00:00")) == {}
}
