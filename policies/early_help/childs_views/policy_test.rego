package audit.early_help.childs_views_test

import data.audit.early_help.childs_views
import data.lib.testing

verdict_on(episode, as_at) := testing.verdict(applies, met, 0) if {
	applies := childs_views.applies with input.early_help as [episode] with data.run.as_at as as_at
	met := childs_views.met with input.early_help as [episode] with data.run.as_at as as_at
}

verdict(episode) := verdict_on(episode, "2026-10-31")

# Early help assessed on 31 March 2026, and what the export holds in the field.
march(value) := {"assessed_date": "2026-03-31", "child_views": value}

test_prose_is_recorded if verdict(march("He wants somebody to stop the shouting at night.")) == "met"

test_a_yes_is_recorded if verdict(march(true)) == "met"

test_a_no_is_not_recorded if verdict(march(false)) == "not met"

test_three_words_are_recorded if verdict(march("wants it quieter")) == "met"

test_two_words_are_not_recorded if verdict(march("wants quiet")) == "not met"

test_a_council_may_ask_for_more_words if {
	verdict(march("wants it quieter")) == "not met" with data.settings.narrative_min_words.values as [{"value": 4}]
}

test_placeholders_are_not_recorded if {
	every text in ["see above", "See case notes.", "n/a", "same as above", "to be confirmed", "None", "-"] {
		verdict(march(text)) == "not met"
	}
}

test_no_value_is_not_recorded if verdict({"assessed_date": "2026-03-31"}) == "not met"

test_stray_blanks_are_not_recorded if {
	every blank in [null, "", "  "] {
		verdict(march(blank)) == "not met"
	}
}

test_a_child_of_any_age_is_audited if {
	record := {"child": {"date_of_birth": "2025-11-30"}, "early_help": [{"assessed_date": "2026-03-31"}]}
	childs_views.applies == {0} with input as record with data.run.as_at as "2026-10-31"
}

test_an_episode_that_has_ended_is_audited if {
	verdict({"assessed_date": "2026-03-31", "end_date": "2026-06-01"}) == "not met"
}

test_assessed_on_as_at_is_judged_at_once if verdict({"assessed_date": "2026-10-31"}) == "not met"

test_assessed_after_as_at_is_not_audited if verdict({"assessed_date": "2026-11-01"}) == "not audited"

test_assessed_on_the_first_day_of_the_period if verdict({"assessed_date": "2025-11-01"}) == "not met"

test_assessed_before_the_period_is_not_audited if verdict({"assessed_date": "2025-10-31"}) == "not audited"

# Twelve months before 29 February 2028 is 28 February 2027, the last day before the period.
test_period_ending_on_a_leap_day_begins_on_1_march if {
	verdict_on({"assessed_date": "2027-03-01"}, "2028-02-29") == "not met"
	verdict_on({"assessed_date": "2027-02-28"}, "2028-02-29") == "not audited"
}

test_not_assessed_is_not_audited if {
	every blank in [null, "", " "] {
		verdict({"assessed_date": blank, "child_views": true}) == "not audited"
	}
	verdict({"child_views": true}) == "not audited"
}
