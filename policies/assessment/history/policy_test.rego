package audit.assessment.history_test

import data.audit.assessment.history
import data.lib.testing

verdict_on(assessment, as_at) := testing.verdict(applies, met, 0) if {
	applies := history.applies with input.assessments as [assessment] with data.run.as_at as as_at
	met := history.met with input.assessments as [assessment] with data.run.as_at as as_at
}

verdict(assessment) := verdict_on(assessment, "2026-10-31")

# An assessment completed on 31 March 2026, and what the export holds in the field.
march(value) := {"completed_date": "2026-03-31", "history": value}

test_prose_is_recorded if verdict(march("Two earlier referrals for neglect, in 2022 and 2024, each closed after one visit.")) == "met"

test_a_yes_is_recorded if verdict(march(true)) == "met"

test_a_no_is_not_recorded if verdict(march(false)) == "not met"

test_three_words_are_recorded if verdict(march("no earlier involvement")) == "met"

test_two_words_are_not_recorded if verdict(march("no history")) == "not met"

test_a_council_may_ask_for_more_words if {
	verdict(march("no earlier involvement")) == "not met" with data.settings.narrative_min_words.values as [{"value": 4}]
}

test_placeholders_are_not_recorded if {
	every text in ["see above", "See case file.", "n/a", "not known", "see chronology", "None", "-"] {
		verdict(march(text)) == "not met"
	}
}

test_no_value_is_not_recorded if verdict({"completed_date": "2026-03-31"}) == "not met"

test_stray_blanks_are_not_recorded if {
	every blank in [null, "", "  "] {
		verdict(march(blank)) == "not met"
	}
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
