package audit.child_protection.plan_manages_risk_test

import data.audit.child_protection.plan_manages_risk
import data.lib.testing

verdict_of(record) := testing.verdict(applies, met, 0) if {
	applies := plan_manages_risk.applies with input as record with data.run.as_at as "2026-10-31"
	met := plan_manages_risk.met with input as record with data.run.as_at as "2026-10-31"
}

plan := {"type": "child_protection", "start_date": "2026-03-02"}

planned(details) := verdict_of({"plans": [object.union(plan, details)]})

# What an open plan holds of the risks and of how they are managed.
held(risks, management) := planned({"risks": risks, "risk_management": management})

test_prose if held("Father's violence; mother drinks.", "Father lives elsewhere; visits twice a week.") == "met"

test_yes_to_both if held(true, true) == "met"

test_risks_that_nobody_manages if {
	every nothing in [false, null, "", "  "] {
		held(true, nothing) == "not met"
	}
	planned({"risks": true}) == "not met"
}

test_management_of_no_named_risk if {
	every nothing in [false, null, "", "  "] {
		held(nothing, true) == "not met"
	}
	planned({"risk_management": true}) == "not met"
}

test_neither if planned({}) == "not met"

test_three_words_are_recorded if held("violence at home", "father has left") == "met"

test_two_words_are_not_recorded if {
	held("domestic violence", true) == "not met"
	held(true, "weekly visits") == "not met"
}

test_a_council_may_ask_for_more_words if {
	verdict := held("violence at home", true) with data.settings.narrative_min_words.values as [{"value": 4}]
	verdict == "not met"
}

test_placeholders_are_not_recorded if {
	every text in ["see above", "See assessment.", "n/a", "same as above", "to be confirmed", "None", "-"] {
		held(text, true) == "not met"
		held(true, text) == "not met"
	}
}

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

note(details) := words if {
	words := plan_manages_risk.note with input.plans as [object.union(plan, details)] with data.run.as_at as "2026-10-31"
}

test_the_note_names_what_is_missing if {
	note({"risks": true}) == {0: "how they are managed is not recorded"}
	note({"risks": null, "risk_management": true}) == {0: "the risks are not recorded"}
	note({}) == {0: "how they are managed is not recorded; the risks are not recorded"}
	note({"risks": true, "risk_management": true}) == {}
}
