package audit.case_recording.chronology_up_to_date_test

import data.audit.case_recording.chronology_up_to_date
import data.lib.testing

verdict_on(as_at, record) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := chronology_up_to_date.applies] with input as record with data.run.as_at as as_at
	met := [x | x := chronology_up_to_date.met] with input as record with data.run.as_at as as_at
}

verdict(record) := verdict_on("2026-10-31", record)

# A referral that has been open since March 2025, with these chronology entries.
holding_on(as_at, entries) := verdict_on(as_at, {"referrals": [{"date": "2025-03-03"}], "chronology": entries})

holding(entries) := holding_on("2026-10-31", entries)

old := {"recorded_date": "2025-03-10"}

# Six months before 31 October 2026 is 30 April.
test_recorded_exactly_six_months_before if holding([{"recorded_date": "2026-04-30"}]) == "met"

test_recorded_six_months_and_a_day_before if holding([{"recorded_date": "2026-04-29"}]) == "not met"

test_recorded_on_as_at if holding([{"recorded_date": "2026-10-31"}]) == "met"

test_the_last_of_several_counts if holding([{"recorded_date": "2026-09-01"}, old]) == "met"

test_recorded_after_as_at_is_no_evidence if holding([{"recorded_date": "2026-11-01"}, old]) == "not met"

test_recorded_after_as_at_does_not_hide_an_earlier_one if {
	holding([{"recorded_date": "2026-11-01"}, {"recorded_date": "2026-09-01"}]) == "met"
}

test_blank_recorded_date if {
	every entry in [{}, {"recorded_date": null}, {"recorded_date": ""}] {
		holding([entry]) == "not met"
	}
}

# Counting back from the end of August ends on the last day of February.
test_at_the_end_of_a_month if {
	holding_on("2026-08-31", [{"recorded_date": "2026-02-28"}]) == "met"
	holding_on("2026-08-31", [{"recorded_date": "2026-02-27"}]) == "not met"
}

test_on_a_leap_day if {
	holding_on("2028-08-31", [{"recorded_date": "2028-02-29"}]) == "met"
	holding_on("2028-08-31", [{"recorded_date": "2028-02-28"}]) == "not met"
}

test_no_chronology_is_not_audited if holding([]) == "not audited"

test_no_table_of_chronology_is_not_audited if verdict({"referrals": [{"date": "2025-03-03"}]}) == "not audited"

test_an_entry_dated_after_as_at_is_still_an_entry if holding([{"date": "2026-11-01", "recorded_date": "2026-11-01"}]) == "not met"

test_referral_open_exactly_28_days if verdict({"referrals": [{"date": "2026-10-03"}], "chronology": [old]}) == "not met"

test_referral_open_27_days if verdict({"referrals": [{"date": "2026-10-04"}], "chronology": [old]}) == "not audited"

test_plan_open_exactly_28_days if verdict({"plans": [{"start_date": "2026-10-03"}], "chronology": [old]}) == "not met"

test_plan_open_27_days if verdict({"plans": [{"start_date": "2026-10-04"}], "chronology": [old]}) == "not audited"

test_blank_start if verdict({"plans": [{"start_date": null}], "chronology": [old]}) == "not audited"

test_closed_on_as_at if {
	verdict({"referrals": [{"date": "2025-03-03", "close_date": "2026-10-31"}], "chronology": [old]}) == "not audited"
}

test_an_end_after_as_at_is_still_open if {
	verdict({"plans": [{"start_date": "2025-03-03", "end_date": "2026-11-01"}], "chronology": [old]}) == "not met"
}

test_no_further_action if {
	verdict({"referrals": [{"date": "2025-03-03", "no_further_action": true}], "chronology": [old]}) == "not audited"
}

test_the_child_has_died if {
	verdict({
		"child": {"date_of_death": "2026-06-01"},
		"referrals": [{"date": "2025-03-03"}],
		"chronology": [old],
	}) == "not audited"
}

note(entries) := words if {
	words := [x | x := chronology_up_to_date.note] with input.chronology as entries with data.run.as_at as "2026-10-31"
}

test_the_note_says_when_the_last_one_was if {
	note([old, {"recorded_date": "2026-02-02"}, {"recorded_date": "2026-11-02"}]) == ["the last one was on 2026-02-02"]
}

test_no_note_without_a_recorded_date if note([{"recorded_date": null}]) == []
