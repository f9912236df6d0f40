package audit.contact_and_referral.protection_referral_acted_on_test

import data.audit.contact_and_referral.protection_referral_acted_on
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := protection_referral_acted_on.applies with input as record with data.run.as_at as as_at
	met := protection_referral_acted_on.met with input as record with data.run.as_at as as_at
}

verdict(record) := verdict_on("2026-10-31", record)

# A child protection referral of Wednesday 11 March 2026; one working day later is Thursday 12 March.
referral := {"referral_id": "R1", "date": "2026-03-11", "protection_concern": true, "concern": true}

with_changes(changes) := object.union(referral, changes)

discussed(day) := {"section_47": [{"referral_id": "R1", "strategy_discussion_date": day}]}

assessed(day) := {"assessments": [{"referral_id": "R1", "start_date": day}]}

responded(response) := verdict(object.union({"referrals": [referral]}, response))

referred(changes) := verdict(object.union({"referrals": [with_changes(changes)]}, discussed("2026-03-12")))

ignored_on(as_at, day) := verdict_on(as_at, {"referrals": [with_changes({"date": day})]})

due(as_at, day) := last_day if {
	last_day := protection_referral_acted_on.due[0] with input.referrals as [with_changes({"date": day})]
		with data.run.as_at as as_at
}

test_discussed_on_the_deadline if responded(discussed("2026-03-12")) == "met"

test_discussed_a_day_late if responded(discussed("2026-03-13")) == "not met"

test_discussed_the_same_day if responded(discussed("2026-03-11")) == "met"

test_discussed_the_day_before_the_referral_is_no_response if responded(discussed("2026-03-10")) == "not met"

test_assessment_begun_on_the_deadline if responded(assessed("2026-03-12")) == "met"

test_assessment_begun_a_day_late if responded(assessed("2026-03-13")) == "not met"

test_assessment_begun_the_same_day if responded(assessed("2026-03-11")) == "met"

test_assessment_begun_the_day_before_is_no_response if responded(assessed("2026-03-10")) == "not met"

test_one_of_the_two_in_time_is_enough if {
	responded(object.union(discussed("2026-03-12"), assessed("2026-03-20"))) == "met"
	responded(object.union(discussed("2026-03-20"), assessed("2026-03-12"))) == "met"
	responded(object.union(discussed("2026-03-10"), assessed("2026-03-12"))) == "met"
}

test_neither if responded({}) == "not met"

test_blank_dates if {
	every blank in [null, "", " "] {
		responded(object.union(discussed(blank), assessed(blank))) == "not met"
	}
	responded({"section_47": [{"referral_id": "R1"}], "assessments": [{"referral_id": "R1"}]}) == "not met"
}

test_one_without_a_date_does_not_hide_one_with if {
	responded({"assessments": [{"referral_id": "R1", "start_date": ""}, {"referral_id": "R1", "start_date": "2026-03-12"}]}) == "met"
}

test_every_type_of_assessment_counts if {
	every type in ["initial", "core", "single", "pre_birth", null] {
		responded({"assessments": [{"type": type, "referral_id": "R1", "start_date": "2026-03-12"}]}) == "met"
	}
}

test_what_names_another_referral_does_not_count if {
	responded({"section_47": [{"referral_id": "R2", "strategy_discussion_date": "2026-03-12"}]}) == "not met"
	responded({"assessments": [{"referral_id": "R2", "start_date": "2026-03-12"}]}) == "not met"
	responded({"assessments": [{"referral_id": "r1", "start_date": "2026-03-12"}]}) == "not met"
}

test_what_names_no_referral_counts_for_any if {
	every blank in [null, ""] {
		responded({"section_47": [{"referral_id": blank, "strategy_discussion_date": "2026-03-12"}]}) == "met"
		responded({"assessments": [{"referral_id": blank, "start_date": "2026-03-12"}]}) == "met"
	}
	responded({"section_47": [{"strategy_discussion_date": "2026-03-12"}]}) == "met"
	responded({"assessments": [{"start_date": "2026-03-12"}]}) == "met"
}

test_what_names_one_does_not_count_for_a_referral_without_an_id if {
	every blank in [null, ""] {
		referred({"referral_id": blank}) == "not met"
	}
}

test_concern_in_prose if referred({"concern": "Bruises on both arms that nobody explains."}) == "met"

test_three_words_are_recorded if referred({"concern": "bruises on arms"}) == "met"

test_two_words_are_not_recorded if referred({"concern": "bruised arms"}) == "not met"

test_a_council_may_ask_for_more_words if {
	verdict := referred({"concern": "bruises on arms"}) with data.settings.narrative_min_words.values as [{"value": 4}]
	verdict == "not met"
}

test_placeholders_are_no_concern if {
	every text in ["n/a", "see above", "See case notes.", "to be confirmed", "-"] {
		referred({"concern": text}) == "not met"
	}
}

test_concern_not_recorded if {
	every nothing in [false, null, "", "  "] {
		referred({"concern": nothing}) == "not met"
	}
	record := {"referrals": [object.remove(referral, ["concern"])], "section_47": [{"strategy_discussion_date": "2026-03-12"}]}
	verdict(record) == "not met"
}

test_neither_concern_nor_response if verdict({"referrals": [with_changes({"concern": null})]}) == "not met"

# Referred on Friday 30 October, so there is time until Monday.
test_the_concern_is_judged_once_there_was_a_response if {
	unwritten := with_changes({"date": "2026-10-30", "concern": null})
	verdict({"referrals": [unwritten]}) == "not audited"
	verdict({"referrals": [unwritten], "assessments": [{"start_date": "2026-10-30"}]}) == "not met"
}

# Referred on a Saturday: day 1 is Monday 16 March.
test_referred_at_a_weekend if due("2026-10-31", "2026-03-14") == "2026-03-16"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-04-02") == "2026-04-07"

# Christmas Day and Boxing Day (moved to Monday 28) are no working days.
test_over_christmas if due("2027-01-31", "2026-12-24") == "2026-12-29"

test_the_deadline_was_the_day_before_as_at if ignored_on("2026-10-31", "2026-10-29") == "not met"

test_the_deadline_is_as_at if ignored_on("2026-10-30", "2026-10-29") == "not audited"

test_not_due_yet if ignored_on("2026-10-31", "2026-10-30") == "not audited"

test_responded_before_it_was_due if {
	verdict({"referrals": [with_changes({"date": "2026-10-30"})], "assessments": [{"start_date": "2026-10-31"}]}) == "met"
}

test_a_response_after_as_at_reads_as_blank if {
	later := [{"start_date": "2026-11-02"}]
	verdict({"referrals": [with_changes({"date": "2026-10-30"})], "assessments": later}) == "not audited"
	verdict({"referrals": [with_changes({"date": "2026-10-29"})], "assessments": later}) == "not met"
}

test_a_council_may_allow_longer if {
	verdict := responded(discussed("2026-03-13")) with data.settings.cp_response_wd.values as [{"value": 2}]
	verdict == "met"
}

test_no_protection_concern_is_not_audited if {
	every answer in [false, null, ""] {
		referred({"protection_concern": answer}) == "not audited"
	}
	verdict({"referrals": [object.remove(referral, ["protection_concern"])]}) == "not audited"
}

test_no_further_action_is_audited if verdict({"referrals": [with_changes({"no_further_action": true})]}) == "not met"

test_referred_on_the_first_day_of_the_period if ignored_on("2026-10-31", "2025-11-01") == "not met"

test_referred_before_the_period if ignored_on("2026-10-31", "2025-10-31") == "not audited"

test_referred_on_the_last_day_of_the_period if {
	verdict({"referrals": [with_changes({"date": "2026-10-31"})], "assessments": [{"start_date": "2026-10-31"}]}) == "met"
}

test_referred_after_as_at if ignored_on("2026-10-31", "2026-11-01") == "not audited"

test_day_of_referral_not_known_is_not_audited if {
	every blank in [null, "", " "] {
		referred({"date": blank}) == "not audited"
	}
	verdict({"referrals": [object.remove(referral, ["date"])]}) == "not audited"
}

test_each_referral_has_its_own_response if {
	record := {
		"referrals": [with_changes({"referral_id": "R2"}), referral],
		"assessments": [{"referral_id": "R1", "start_date": "2026-03-12"}],
	}
	met := protection_referral_acted_on.met with input as record with data.run.as_at as "2026-10-31"
	met == {1}
}

test_the_first_response_from_the_referral_on_is_shown if {
	record := {
		"referrals": [referral],
		"section_47": [{"strategy_discussion_date": "2026-03-17"}, {"strategy_discussion_date": "2026-03-02"}],
		"assessments": [{"start_date": "2026-03-16"}, {"start_date": "2026-11-02"}],
	}
	protection_referral_acted_on.done == {0: "2026-03-16"} with input as record with data.run.as_at as "2026-10-31"
}

test_the_note_names_a_missing_concern if {
	referrals := [with_changes({"concern": "see above"}), referral, {"date": "2026-03-11"}]
	words := "the concern is not recorded"
	note := protection_referral_acted_on.note with input.referrals as referrals with data.run.as_at as "2026-10-31"
	note == {0: words, 2: words}
}
