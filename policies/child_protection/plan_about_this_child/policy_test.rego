package audit.child_protection.plan_about_this_child_test

import data.audit.child_protection.plan_about_this_child
import data.lib.testing

verdict_of(record) := testing.verdict(applies, met, 0) if {
	applies := plan_about_this_child.applies with input as record with data.run.as_at as "2026-10-31"
	met := plan_about_this_child.met with input as record with data.run.as_at as "2026-10-31"
}

plan := {"type": "child_protection", "start_date": "2026-03-02"}

planned(details) := verdict_of({"plans": [object.union(plan, details)]})

focus(value) := planned({"child_focus": value})

test_prose if focus("He is to sleep in his own bed and be at school by nine.") == "met"

test_flag_says_yes if focus(true) == "met"

test_flag_says_no if focus(false) == "not met"

test_exactly_three_words if focus("Safe at home.") == "met"

test_two_words if focus("Child centred.") == "not met"

test_a_council_may_ask_for_more_words if {
	focus("Safe at home.") == "not met" with data.settings.narrative_min_words.values as [{"value": 4}]
}

test_placeholders_do_not_count if {
	every placeholder in ["see above", "N/A", "(to be completed)", "See  plan.", "-"] {
		focus(placeholder) == "not met"
	}
}

test_blank if {
	every blank in [null, "", "  "] {
		focus(blank) == "not met"
	}
}

test_field_left_out if planned({}) == "not met"

test_a_plan_of_years_ago_is_audited_while_it_is_open if planned({"start_date": "2019-03-04"}) == "not met"

test_an_open_plan_without_a_start_is_audited if {
	every blank in [null, ""] {
		planned({"start_date": blank}) == "not met"
	}
}

test_a_plan_begun_on_as_at_is_audited if planned({"start_date": "2026-10-31"}) == "not met"

test_a_plan_that_begins_after_as_at_is_not_audited if planned({"start_date": "2026-11-01"}) == "not audited"

test_a_plan_ended_on_as_at_is_not_audited if planned({"end_date": "2026-10-31"}) == "not audited"

test_a_plan_that_ends_after_as_at_is_audited if planned({"end_date": "2026-11-01"}) == "not met"

test_blank_end_is_open if {
	every blank in [null, ""] {
		planned({"end_date": blank}) == "not met"
	}
}

test_a_plan_of_another_type_is_not_audited if {
	every type in ["child_in_need", "care", "pathway", "other", null, ""] {
		planned({"type": type}) == "not audited"
	}
	verdict_of({"plans": [{"start_date": "2026-03-02"}]}) == "not audited"
}

test_the_child_has_died if {
	verdict_of({"child": {"date_of_death": "2026-06-01"}, "plans": [plan]}) == "not audited"
	verdict_of({"child": {"date_of_death": "2026-10-31"}, "plans": [plan]}) == "not audited"
}

test_a_death_after_as_at_has_not_happened if {
	verdict_of({"child": {"date_of_death": "2026-11-01"}, "plans": [plan]}) == "not met"
}
