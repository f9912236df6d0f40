package audit.case_recording.change_of_plan_explained_test

import data.audit.case_recording.change_of_plan_explained
import data.lib.testing

verdict(plan) := testing.verdict(applies, met, 0) if {
	applies := change_of_plan_explained.applies with input.plans as [plan] with data.run.as_at as "2026-10-31"
	met := change_of_plan_explained.met with input.plans as [plan] with data.run.as_at as "2026-10-31"
}

changed := {"type": "child_in_need", "start_date": "2026-03-02", "last_updated_date": "2026-06-08"}

plan(details) := verdict(object.union(changed, details))

test_explained if plan({"change_reason": "Father has moved back to the home."}) == "met"

test_a_yes if plan({"change_reason": true}) == "met"

test_not_explained if {
	verdict(changed) == "not met"
	every blank in [null, "", false] {
		plan({"change_reason": blank}) == "not met"
	}
}

test_placeholder if {
	every text in ["see case notes", "As previous.", "to be added", "tbc"] {
		plan({"change_reason": text}) == "not met"
	}
}

test_two_words_are_too_few_and_three_are_enough if {
	plan({"change_reason": "father moved"}) == "not met"
	plan({"change_reason": "father moved back"}) == "met"
}

test_updated_the_day_after_it_began if plan({"last_updated_date": "2026-03-03"}) == "not met"

test_updated_on_the_day_it_began_is_not_audited if plan({"last_updated_date": "2026-03-02"}) == "not audited"

test_updated_before_it_began_is_not_audited if plan({"last_updated_date": "2026-03-01"}) == "not audited"

test_start_not_known_is_not_audited if {
	every blank in [null, ""] {
		plan({"start_date": blank}) == "not audited"
	}
	verdict({"last_updated_date": "2026-06-08"}) == "not audited"
}

test_never_updated_is_not_audited if {
	every blank in [null, ""] {
		plan({"last_updated_date": blank, "change_reason": true}) == "not audited"
	}
	verdict({"start_date": "2026-03-02"}) == "not audited"
}

test_updated_on_the_first_day_of_the_period if plan({"start_date": "2025-01-06", "last_updated_date": "2025-11-01"}) == "not met"

test_updated_before_the_period_is_not_audited if {
	plan({"start_date": "2025-01-06", "last_updated_date": "2025-10-31"}) == "not audited"
}

test_updated_on_as_at if plan({"last_updated_date": "2026-10-31"}) == "not met"

test_updated_after_as_at_is_not_audited if plan({"last_updated_date": "2026-11-01"}) == "not audited"

test_a_plan_that_has_ended_is_audited if plan({"end_date": "2026-07-01"}) == "not met"

test_a_plan_of_any_type_is_audited if {
	every type in ["child_protection", "child_in_need", "care", "pathway", null] {
		plan({"type": type}) == "not met"
	}
}

test_each_plan_is_judged_alone if {
	plans := [changed, object.union(changed, {"change_reason": true}), {"start_date": "2026-03-02"}]
	applies := change_of_plan_explained.applies with input.plans as plans with data.run.as_at as "2026-10-31"
	met := change_of_plan_explained.met with input.plans as plans with data.run.as_at as "2026-10-31"
	applies == {0, 1}
	met == {1}
}
