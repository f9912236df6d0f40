package audit.case_recording.identity_recorded_test

import data.audit.case_recording.identity_recorded
import data.lib.testing

verdict(record) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := identity_recorded.applies] with input as record with data.run.as_at as "2026-10-31"
	met := [x | x := identity_recorded.met] with input as record with data.run.as_at as "2026-10-31"
}

known := {"date_of_birth": "2015-06-01", "ethnicity": "WBRI", "religion": "Muslim", "first_language": "Urdu"}

# A plan open since March 2026, with this said of the child.
child(details) := verdict({"plans": [{"start_date": "2026-03-02"}], "child": object.union(known, details)})

without(field) := verdict({"plans": [{"start_date": "2026-03-02"}], "child": object.remove(known, [field])})

test_all_recorded if child({}) == "met"

test_one_missing if {
	every field in ["ethnicity", "religion", "first_language"] {
		without(field) == "not met"
	}
}

test_blank if {
	every field in ["ethnicity", "religion", "first_language"] {
		every blank in [null, "", "  "] {
			child({field: blank}) == "not met"
		}
	}
}

test_ethnicity_not_yet_obtained_is_no_answer if child({"ethnicity": "NOBT"}) == "not met"

test_ethnicity_refused_is_an_answer if child({"ethnicity": "REFU"}) == "met"

test_placeholder_is_no_answer if {
	every field in ["religion", "first_language"] {
		every text in ["tbc", "Not known", "N/A", "unknown.", "-", "nil"] {
			child({field: text}) == "not met"
		}
	}
}

test_none_is_an_answer if {
	every field in ["religion", "first_language"] {
		every text in ["None", "none.", " NONE "] {
			child({field: text}) == "met"
		}
	}
}

test_one_word_is_enough if child({"religion": "Sikh", "first_language": "BSL"}) == "met"

test_born_on_as_at if child({"date_of_birth": "2026-10-31", "ethnicity": null}) == "not met"

test_not_born_yet_is_not_audited if child({"date_of_birth": "2026-11-01", "ethnicity": null}) == "not audited"

test_date_of_birth_not_known_is_not_audited if {
	without("date_of_birth") == "not audited"
	every blank in [null, ""] {
		child({"date_of_birth": blank}) == "not audited"
	}
}

test_nothing_known_of_the_child_is_not_audited if verdict({"plans": [{"start_date": "2026-03-02"}]}) == "not audited"

test_an_open_referral_is_audited if verdict({"referrals": [{"date": "2026-10-31"}], "child": known}) == "met"

test_nothing_open_is_not_audited if {
	verdict({"child": known}) == "not audited"
	verdict({"plans": [{"start_date": "2026-03-02", "end_date": "2026-10-31"}], "child": known}) == "not audited"
	verdict({"referrals": [{"date": "2026-03-02", "close_date": "2026-10-31"}], "child": known}) == "not audited"
	verdict({"referrals": [{"date": "2026-03-02", "no_further_action": true}], "child": known}) == "not audited"
}

test_an_end_after_as_at_is_still_open if {
	verdict({"plans": [{"start_date": "2026-03-02", "end_date": "2026-11-01"}], "child": known}) == "met"
}

test_the_child_has_died if child({"date_of_death": "2026-06-01"}) == "not audited"

note(details) := words if {
	words := identity_recorded.note with input.child as details with data.run.as_at as "2026-10-31"
}

test_the_note_says_what_is_missing if {
	note({"ethnicity": "NOBT", "religion": "None"}) == "missing: ethnicity, first language"
	note({"ethnicity": "WBRI", "first_language": "English"}) == "missing: religion"
}
