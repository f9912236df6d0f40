package audit.case_recording.next_actions_clear_test

import data.audit.case_recording.next_actions_clear
import data.lib.testing

verdict(record) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := next_actions_clear.applies] with input as record with data.run.as_at as "2026-10-31"
	met := [x | x := next_actions_clear.met] with input as record with data.run.as_at as "2026-10-31"
}

# A plan open since March 2026, with these case notes.
noted(notes) := verdict({"plans": [{"start_date": "2026-03-02"}], "case_notes": notes})

clear(date) := {"date": date, "next_actions": "Visit on Monday with the health visitor."}

unclear(date) := {"date": date}

test_recorded if noted([clear("2026-10-12")]) == "met"

test_a_yes if noted([{"date": "2026-10-12", "next_actions": true}]) == "met"

test_not_recorded if {
	noted([unclear("2026-10-12")]) == "not met"
	every blank in [null, "", false, "tbc", "See file."] {
		noted([{"date": "2026-10-12", "next_actions": blank}]) == "not met"
	}
}

test_two_words_are_too_few_and_three_are_enough if {
	noted([{"date": "2026-10-12", "next_actions": "visit Monday"}]) == "not met"
	noted([{"date": "2026-10-12", "next_actions": "visit on Monday"}]) == "met"
}

test_only_the_last_note_counts if {
	noted([clear("2026-10-11"), unclear("2026-10-12")]) == "not met"
	noted([unclear("2026-10-11"), clear("2026-10-12")]) == "met"
	noted([clear("2026-10-12"), unclear("2026-10-11")]) == "met"
}

test_one_of_several_notes_of_the_last_day_is_enough if noted([clear("2026-10-12"), unclear("2026-10-12")]) == "met"

test_a_note_on_as_at_counts if noted([clear("2026-10-30"), unclear("2026-10-31")]) == "not met"

test_a_note_after_as_at_is_not_the_last_one if {
	noted([clear("2026-10-12"), unclear("2026-11-01")]) == "met"
	noted([unclear("2026-10-12"), clear("2026-11-01")]) == "not met"
}

test_a_note_without_a_date_is_not_the_last_one if {
	every blank in [null, ""] {
		noted([clear("2026-10-12"), unclear(blank)]) == "met"
		noted([unclear("2026-10-12"), clear(blank)]) == "not met"
	}
}

test_without_a_dated_note_is_not_audited if {
	noted([]) == "not audited"
	noted([{"next_actions": "Visit on Monday."}]) == "not audited"
	noted([unclear("2026-11-01")]) == "not audited"
	verdict({"plans": [{"start_date": "2026-03-02"}]}) == "not audited"
}

test_an_old_note_is_still_the_last_one if noted([unclear("2024-03-04")]) == "not met"

test_an_open_referral_is_audited if {
	verdict({"referrals": [{"date": "2026-10-31"}], "case_notes": [unclear("2026-10-31")]}) == "not met"
}

test_nothing_open_is_not_audited if {
	verdict({"case_notes": [unclear("2026-10-12")]}) == "not audited"
	verdict({"plans": [{"start_date": "2026-03-02", "end_date": "2026-10-31"}], "case_notes": [unclear("2026-10-12")]}) == "not audited"
	verdict({"referrals": [{"date": "2026-03-02", "close_date": "2026-10-31"}], "case_notes": [unclear("2026-10-12")]}) == "not audited"
}

test_an_end_after_as_at_is_still_open if {
	verdict({"plans": [{"start_date": "2026-03-02", "end_date": "2026-11-01"}], "case_notes": [unclear("2026-10-12")]}) == "not met"
}

test_no_further_action_is_not_audited if {
	verdict({"referrals": [{"date": "2026-03-02", "no_further_action": true}], "case_notes": [unclear("2026-10-12")]}) == "not audited"
}

test_the_child_has_died if {
	verdict({
		"child": {"date_of_death": "2026-06-01"},
		"plans": [{"start_date": "2026-03-02"}],
		"case_notes": [unclear("2026-05-04")],
	}) == "not audited"
}

test_the_note_says_when_the_last_one_was if {
	notes := [clear("2026-10-11"), unclear("2026-10-12"), clear("2026-11-02")]
	next_actions_clear.note == "the last case note is of 2026-10-12" with input.case_notes as notes
		with data.run.as_at as "2026-10-31"
}
