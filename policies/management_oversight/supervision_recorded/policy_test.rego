package audit.management_oversight.supervision_recorded_test

import data.audit.management_oversight.supervision_recorded
import data.lib.testing

verdict(record) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := supervision_recorded.applies] with input as record with data.run.as_at as "2026-10-31"
	met := [x | x := supervision_recorded.met] with input as record with data.run.as_at as "2026-10-31"
}

# A plan that has been open since March 2026, with these supervisions.
supervised(sessions) := verdict({"plans": [{"start_date": "2026-03-02"}], "supervision": sessions})

held(date) := {"date": date, "recorded_date": date}

# The 35th day before Saturday 31 October 2026 is Saturday 26 September.
test_held_exactly_35_days_before if supervised([held("2026-09-26")]) == "met"

test_held_36_days_before if supervised([held("2026-09-25")]) == "not met"

test_held_on_as_at if supervised([held("2026-10-31")]) == "met"

test_held_after_as_at_is_no_evidence if supervised([held("2026-11-01")]) == "not met"

test_one_after_as_at_does_not_hide_an_earlier_one if {
	supervised([{"date": "2026-11-02", "recorded_date": "2026-10-30"}, held("2026-10-12")]) == "met"
}

test_never_held if supervised([]) == "not met"

test_not_recorded if {
	every blank in [null, ""] {
		supervised([{"date": "2026-10-12", "recorded_date": blank}]) == "not met"
	}
}

test_recorded_on_as_at if supervised([{"date": "2026-10-12", "recorded_date": "2026-10-31"}]) == "met"

test_recorded_after_as_at_reads_as_blank if supervised([{"date": "2026-10-12", "recorded_date": "2026-11-01"}]) == "not met"

test_recorded_without_a_date if supervised([{"recorded_date": "2026-10-12"}]) == "not met"

test_held_long_ago_and_recorded_lately if {
	supervised([{"date": "2026-09-01", "recorded_date": "2026-10-12"}]) == "not met"
}

test_one_recorded_of_several_is_enough if supervised([{"date": "2026-10-26"}, held("2026-10-01")]) == "met"

test_referral_open_exactly_35_days if verdict({"referrals": [{"date": "2026-09-26"}]}) == "not met"

test_referral_open_34_days if verdict({"referrals": [{"date": "2026-09-27"}]}) == "not audited"

test_plan_open_exactly_35_days if verdict({"plans": [{"start_date": "2026-09-26"}]}) == "not met"

test_plan_open_34_days if verdict({"plans": [{"start_date": "2026-09-27"}]}) == "not audited"

test_blank_start if verdict({"plans": [{"start_date": null}], "referrals": [{"date": ""}]}) == "not audited"

test_neither_referral_nor_plan if verdict({"supervision": [held("2026-10-12")]}) == "not audited"

test_closed_on_as_at if {
	verdict({"referrals": [{"date": "2026-03-02", "close_date": "2026-10-31"}]}) == "not audited"
	verdict({"plans": [{"start_date": "2026-03-02", "end_date": "2026-10-31"}]}) == "not audited"
}

test_an_end_after_as_at_is_still_open if {
	verdict({"referrals": [{"date": "2026-03-02", "close_date": "2026-11-01"}]}) == "not met"
	verdict({"plans": [{"start_date": "2026-03-02", "end_date": "2026-11-01"}]}) == "not met"
}

test_no_further_action if verdict({"referrals": [{"date": "2026-03-02", "no_further_action": true}]}) == "not audited"

test_the_child_has_died if {
	verdict({"child": {"date_of_death": "2026-06-01"}, "plans": [{"start_date": "2026-03-02"}]}) == "not audited"
}

note(sessions) := words if {
	words := [x | x := supervision_recorded.note] with input.supervision as sessions with data.run.as_at as "2026-10-31"
}

test_the_note_says_when_the_last_one_was if {
	note([held("2026-08-03"), held("2026-07-06"), {"date": "2026-10-12"}, held("2026-11-02")]) == ["the last one was on 2026-08-03"]
}

test_no_note_when_none_was_recorded if note([{"date": "2026-10-12"}]) == []
