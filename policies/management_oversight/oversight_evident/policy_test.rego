package audit.management_oversight.oversight_evident_test

import data.audit.management_oversight.oversight_evident
import data.lib.testing

verdict(record) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := oversight_evident.applies] with input as record with data.run.as_at as "2026-10-31"
	met := [x | x := oversight_evident.met] with input as record with data.run.as_at as "2026-10-31"
}

# A referral that has been open since March 2026, with these decisions.
decided(decisions) := verdict({"referrals": [{"date": "2026-03-02"}], "decisions": decisions})

decision(date) := {"date": date, "rationale": "Neglect persists, so step up."}

reasoned(rationale) := decided([{"date": "2026-10-12", "rationale": rationale}])

# The 30th day before Saturday 31 October 2026 is Thursday 1 October.
test_decided_exactly_30_days_before if decided([decision("2026-10-01")]) == "met"

test_decided_31_days_before if decided([decision("2026-09-30")]) == "not met"

test_decided_on_as_at if decided([decision("2026-10-31")]) == "met"

test_decided_after_as_at_is_no_evidence if decided([decision("2026-11-01")]) == "not met"

test_no_decision if decided([]) == "not met"

test_a_decision_without_a_date if {
	every blank in [null, ""] {
		decided([decision(blank)]) == "not met"
	}
}

test_rationale_flagged if reasoned(true) == "met"

test_rationale_flagged_as_missing if reasoned(false) == "not met"

test_rationale_of_exactly_three_words if reasoned("Risk has fallen.") == "met"

test_rationale_of_two_words if reasoned("Risk fell.") == "not met"

test_rationale_that_is_a_placeholder if {
	every placeholder in ["see above", "n/a", "See case notes.", "To be completed"] {
		reasoned(placeholder) == "not met"
	}
}

test_blank_rationale if {
	every blank in [null, "", "  "] {
		reasoned(blank) == "not met"
	}
}

test_a_later_decision_without_rationale_does_not_undo_it if {
	decided([decision("2026-10-12"), {"date": "2026-10-26"}]) == "met"
}

test_referral_open_exactly_30_days if verdict({"referrals": [{"date": "2026-10-01"}]}) == "not met"

test_referral_open_29_days if verdict({"referrals": [{"date": "2026-10-02"}]}) == "not audited"

test_plan_open_exactly_30_days if verdict({"plans": [{"start_date": "2026-10-01"}]}) == "not met"

test_plan_open_29_days if verdict({"plans": [{"start_date": "2026-10-02"}]}) == "not audited"

test_blank_start if verdict({"plans": [{"start_date": null}], "referrals": [{"date": ""}]}) == "not audited"

test_neither_referral_nor_plan if verdict({"decisions": [decision("2026-10-12")]}) == "not audited"

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

test_a_death_after_as_at_has_not_happened if {
	verdict({"child": {"date_of_death": "2026-11-01"}, "plans": [{"start_date": "2026-03-02"}]}) == "not met"
}

note(decisions) := words if {
	words := [x | x := oversight_evident.note] with input.decisions as decisions with data.run.as_at as "2026-10-31"
}

test_the_note_says_when_the_last_one_was if {
	note([decision("2026-08-03"), decision("2026-07-06"), {"date": "2026-10-12"}, decision("2026-11-02")]) == ["the last one was on 2026-08-03"]
}

test_no_note_without_any if note([{"date": "2026-10-12", "rationale": null}]) == []
