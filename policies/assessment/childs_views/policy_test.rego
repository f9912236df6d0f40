package audit.assessment.childs_views_test

import data.audit.assessment.childs_views
import data.lib.testing

verdict_on(date_of_birth, assessment) := testing.verdict(applies, met, 0) if {
	record := {"child": {"date_of_birth": date_of_birth}, "assessments": [assessment]}
	applies := childs_views.applies with input as record with data.run.as_at as "2026-10-31"
	met := childs_views.met with input as record with data.run.as_at as "2026-10-31"
}

# A child who was eight when the assessment was completed.
verdict(assessment) := verdict_on("2018-01-15", assessment)

# An assessment completed on 31 March 2026, and what the export holds of the child's views.
march(value) := {"type": "single", "completed_date": "2026-03-31", "child_views": value}

# What the export holds of the views of a child born on one day, in an assessment completed on another: nothing.
silent(date_of_birth, completed) := verdict_on(date_of_birth, {"type": "single", "completed_date": completed})

test_prose_is_recorded if verdict(march("He wants to see his sister.")) == "met"

test_a_yes_is_recorded if verdict(march(true)) == "met"

test_a_no_is_not_recorded if verdict(march(false)) == "not met"

test_three_words_are_recorded if verdict(march("misses her dad")) == "met"

test_two_words_are_not_recorded if verdict(march("seems happy")) == "not met"

test_placeholders_are_not_recorded if {
	every text in ["see above", "See case notes.", "n/a", "not yet obtained", "same as above", "-"] {
		verdict(march(text)) == "not met"
	}
}

test_stray_blanks_are_not_recorded if {
	every blank in [null, "", "  "] {
		verdict(march(blank)) == "not met"
	}
}

test_fourth_birthday_on_the_day_of_completion if silent("2022-03-31", "2026-03-31") == "not met"

test_fourth_birthday_the_day_after_completion if silent("2022-04-01", "2026-03-31") == "not audited"

test_born_on_a_leap_day_and_four_in_a_leap_year if {
	verdict := silent("2020-02-29", "2024-02-29") with data.settings.period_months.values as [{"value": 36}]
	verdict == "not met"
}

test_born_on_a_leap_day_and_four_the_next_day if {
	verdict := silent("2020-02-29", "2024-02-28") with data.settings.period_months.values as [{"value": 36}]
	verdict == "not audited"
}

# Where the council expects views from six: the birthday of 29 February falls on the 28th in a common year.
test_born_on_a_leap_day_and_six_in_a_common_year if {
	on_the_day := silent("2020-02-29", "2026-02-28") with data.settings.views_from_age.values as [{"value": 6}]
	day_before := silent("2020-02-29", "2026-02-27") with data.settings.views_from_age.values as [{"value": 6}]
	[on_the_day, day_before] == ["not met", "not audited"]
}

test_date_of_birth_not_known_is_not_audited if {
	every blank in [null, ""] {
		verdict_on(blank, march(true)) == "not audited"
	}
}

test_record_without_a_child_is_not_audited if {
	applies := childs_views.applies with input as {"assessments": [march(true)]} with data.run.as_at as "2026-10-31"
	applies == set()
}

test_pre_birth_is_not_audited if verdict({"type": "pre_birth", "completed_date": "2026-03-31"}) == "not audited"

test_blank_type_is_audited if verdict({"completed_date": "2026-03-31"}) == "not met"

test_completed_on_as_at_is_judged_at_once if verdict({"completed_date": "2026-10-31"}) == "not met"

test_completed_after_as_at_is_not_audited if verdict({"completed_date": "2026-11-01"}) == "not audited"

test_completed_on_the_first_day_of_the_period if verdict({"completed_date": "2025-11-01"}) == "not met"

test_completed_before_the_period_is_not_audited if verdict({"completed_date": "2025-10-31"}) == "not audited"

test_not_completed_is_not_audited if verdict({"type": "single", "child_views": true}) == "not audited"
