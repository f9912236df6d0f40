package audit.assessment.risk_and_protective_factors_test

import data.audit.assessment.risk_and_protective_factors
import data.lib.testing

verdict_on(assessment, as_at) := testing.verdict(applies, met, 0) if {
	applies := risk_and_protective_factors.applies with input.assessments as [assessment] with data.run.as_at as as_at
	met := risk_and_protective_factors.met with input.assessments as [assessment] with data.run.as_at as as_at
}

verdict(assessment) := verdict_on(assessment, "2026-10-31")

# An assessment completed on 31 March 2026, and what the export holds in the two fields.
march(risks, protection) := {"completed_date": "2026-03-31", "risk_factors": risks, "protective_factors": protection}

note(assessment) := words if {
	words := risk_and_protective_factors.note with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
}

test_prose_is_recorded if {
	verdict(march("Father's violence; mother drinks.", "The grandmother lives near and helps.")) == "met"
}

test_yes_to_both_is_recorded if verdict(march(true, true)) == "met"

test_risks_alone_are_not_enough if {
	every nothing in [false, null, "", "  "] {
		verdict(march(true, nothing)) == "not met"
	}
}

test_protection_alone_is_not_enough if {
	every nothing in [false, null, "", "  "] {
		verdict(march(nothing, true)) == "not met"
	}
}

test_three_words_are_recorded if verdict(march("violence at home", "grandmother is near")) == "met"

test_two_words_are_not_recorded if {
	verdict(march("domestic violence", true)) == "not met"
	verdict(march(true, "supportive grandmother")) == "not met"
}

test_a_council_may_ask_for_more_words if {
	verdict(march(true, "grandmother is near")) == "not met" with data.settings.narrative_min_words.values as [{"value": 4}]
}

test_placeholders_are_not_recorded if {
	every text in ["see above", "See case notes.", "n/a", "same as above", "to be confirmed", "None", "-"] {
		verdict(march(text, true)) == "not met"
		verdict(march(true, text)) == "not met"
	}
}

test_no_value_is_not_recorded if {
	verdict({"completed_date": "2026-03-31", "risk_factors": true}) == "not met"
	verdict({"completed_date": "2026-03-31", "protective_factors": true}) == "not met"
}

test_the_note_names_what_is_missing if {
	note(march(true, null)) == {0: "no protective factors recorded"}
	note(march("see above", true)) == {0: "no risk factors recorded"}
	note({"completed_date": "2026-03-31"}) == {0: "no protective factors recorded; no risk factors recorded"}
	note(march(true, true)) == {}
}

test_a_pre_birth_assessment_is_audited if verdict({"type": "pre_birth", "completed_date": "2026-03-31"}) == "not met"

test_completed_on_as_at_is_judged_at_once if verdict({"completed_date": "2026-10-31"}) == "not met"

test_completed_after_as_at_is_not_audited if verdict({"completed_date": "2026-11-01"}) == "not audited"

test_completed_on_the_first_day_of_the_period if verdict({"completed_date": "2025-11-01"}) == "not met"

test_completed_before_the_period_is_not_audited if verdict({"completed_date": "2025-10-31"}) == "not audited"

# Twelve months before 29 February 2028 is 28 February 2027, the last day before the period.
test_period_ending_on_a_leap_day_begins_on_1_march if {
	verdict_on({"completed_date": "2027-03-01"}, "2028-02-29") == "not met"
	verdict_on({"completed_date": "2027-02-28"}, "2028-02-29") == "not audited"
}

test_not_completed_is_not_audited if {
	every completed in [{}, {"completed_date": null}, {"completed_date": ""}] {
		verdict(completed) == "not audited"
	}
}
