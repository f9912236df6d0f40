package audit.children_in_care.education_plan_content_test

import data.audit.children_in_care.education_plan_content
import data.lib.testing

verdict_on(plan, as_at) := testing.verdict(applies, met, 0) if {
	applies := education_plan_content.applies with input.education_plans as [plan] with data.run.as_at as as_at
	met := education_plan_content.met with input.education_plans as [plan] with data.run.as_at as as_at
}

verdict(plan) := verdict_on(plan, "2026-10-31")

# An education plan of 9 March 2026, and what the export holds in the two fields.
march(views, targets) := {"date": "2026-03-09", "child_views": views, "targets_specific": targets}

note(plan) := words if {
	words := education_plan_content.note with input.education_plans as [plan] with data.run.as_at as "2026-10-31"
}

test_prose_is_recorded if {
	verdict(march("Likes art, finds maths hard.", "Read 20 minutes a day until July.")) == "met"
}

test_yes_to_both_is_recorded if verdict(march(true, true)) == "met"

test_views_alone_are_not_enough if {
	every nothing in [false, null, "", "  "] {
		verdict(march(true, nothing)) == "not met"
	}
	verdict({"date": "2026-03-09", "child_views": true}) == "not met"
}

test_targets_alone_are_not_enough if {
	every nothing in [false, null, "", "  "] {
		verdict(march(nothing, true)) == "not met"
	}
	verdict({"date": "2026-03-09", "targets_specific": true}) == "not met"
}

test_three_words_are_recorded if verdict(march("I like art", "read every day")) == "met"

test_two_words_are_not_recorded if {
	verdict(march("likes art", true)) == "not met"
	verdict(march(true, "read more")) == "not met"
}

test_placeholders_are_not_recorded if {
	every text in ["see above", "See case notes.", "n/a", "same as above", "to be confirmed", "None", "-"] {
		verdict(march(text, true)) == "not met"
		verdict(march(true, text)) == "not met"
	}
}

test_the_note_names_what_is_missing if {
	note(march(true, null)) == {0: "no specific targets recorded"}
	note(march("see above", true)) == {0: "no views of the child recorded"}
	note({"date": "2026-03-09"}) == {0: "no specific targets recorded; no views of the child recorded"}
	note(march(true, true)) == {}
}

test_dated_on_the_first_day_of_the_period if verdict({"date": "2025-11-01"}) == "not met"

test_dated_before_the_period_is_not_audited if verdict({"date": "2025-10-31"}) == "not audited"

test_dated_on_as_at if verdict({"date": "2026-10-31"}) == "not met"

test_dated_after_as_at_is_not_audited if verdict({"date": "2026-11-01"}) == "not audited"

# Twelve months before 29 February 2028 is 28 February 2027, the last day before the period.
test_period_ending_on_a_leap_day_begins_on_1_march if {
	verdict_on({"date": "2027-03-01"}, "2028-02-29") == "not met"
	verdict_on({"date": "2027-02-28"}, "2028-02-29") == "not audited"
}

test_without_a_date_is_not_audited if {
	every plan in [{}, {"date": null}, {"date": ""}] {
		verdict(plan) == "not audited"
	}
}
