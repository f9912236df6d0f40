package audit.case_recording.chronology_present_test

import data.audit.case_recording.chronology_present
import data.lib.testing

verdict_on(as_at, record) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := chronology_present.applies] with input as record with data.run.as_at as as_at
	met := [x | x := chronology_present.met] with input as record with data.run.as_at as as_at
}

verdict(record) := verdict_on("2026-10-31", record)

# A referral that has been open since March 2026, with these chronology entries.
holding(entries) := verdict({"referrals": [{"date": "2026-03-02"}], "chronology": entries})

referred(referral) := verdict({"referrals": [referral]})

planned(plan) := verdict({"plans": [plan]})

test_one_entry if holding([{"date": "2019-05-14"}]) == "met"

test_no_entry if holding([]) == "not met"

test_an_entry_on_as_at if holding([{"date": "2026-10-31"}]) == "met"

test_an_entry_after_as_at_is_no_evidence if holding([{"date": "2026-11-01"}]) == "not met"

test_an_entry_without_a_date if {
	every entry in [{}, {"date": null}, {"date": ""}] {
		holding([entry]) == "not met"
	}
}

test_one_dated_entry_of_several_is_enough if holding([{"date": null}, {"date": "2026-05-14"}]) == "met"

# The 28th day before Saturday 31 October 2026 is Saturday 3 October.
test_referral_open_exactly_28_days if referred({"date": "2026-10-03"}) == "not met"

test_referral_open_27_days if referred({"date": "2026-10-04"}) == "not audited"

test_plan_open_exactly_28_days if planned({"start_date": "2026-10-03"}) == "not met"

test_plan_open_27_days if planned({"start_date": "2026-10-04"}) == "not audited"

test_any_type_of_plan if planned({"type": "pathway", "start_date": "2026-03-02"}) == "not met"

# Twenty-eight days before 28 March 2028 is 29 February.
test_over_a_leap_day if {
	verdict_on("2028-03-28", {"referrals": [{"date": "2028-02-29"}]}) == "not met"
	verdict_on("2028-03-28", {"referrals": [{"date": "2028-03-01"}]}) == "not audited"
}

test_blank_dates_are_not_open_long_enough if {
	every blank in [null, ""] {
		referred({"date": blank}) == "not audited"
		planned({"start_date": blank}) == "not audited"
	}
}

test_neither_referral_nor_plan if verdict({"chronology": [{"date": "2026-05-14"}]}) == "not audited"

test_closed_on_as_at if {
	referred({"date": "2026-03-02", "close_date": "2026-10-31"}) == "not audited"
	planned({"start_date": "2026-03-02", "end_date": "2026-10-31"}) == "not audited"
}

test_an_end_after_as_at_is_still_open if {
	referred({"date": "2026-03-02", "close_date": "2026-11-01"}) == "not met"
	planned({"start_date": "2026-03-02", "end_date": "2026-11-01"}) == "not met"
}

test_a_closed_referral_beside_an_open_plan if {
	verdict({
		"referrals": [{"date": "2026-03-02", "close_date": "2026-04-20"}],
		"plans": [{"start_date": "2026-04-20"}],
	}) == "not met"
}

# The referral of March has closed, and that of October is not yet 28 days old.
test_no_single_one_has_been_open_long_enough if {
	verdict({"referrals": [{"date": "2026-03-02", "close_date": "2026-04-20"}, {"date": "2026-10-12"}]}) == "not audited"
}

test_no_further_action if referred({"date": "2026-03-02", "no_further_action": true}) == "not audited"

test_further_action_or_blank if {
	every answer in [false, null, ""] {
		referred({"date": "2026-03-02", "no_further_action": answer}) == "not met"
	}
}

test_the_child_has_died if {
	verdict({"child": {"date_of_death": "2026-06-01"}, "referrals": [{"date": "2026-03-02"}]}) == "not audited"
}

test_a_death_after_as_at_has_not_happened if {
	verdict({"child": {"date_of_death": "2026-11-01"}, "referrals": [{"date": "2026-03-02"}]}) == "not met"
}
