package audit.child_protection.repeat_plans_test

import data.audit.child_protection.repeat_plans
import data.lib.testing

verdict(plan) := testing.verdict(applies, met, 0) if {
	applies := repeat_plans.applies with input.plans as [plan] with data.run.as_at as "2026-10-31"
	met := repeat_plans.met with input.plans as [plan] with data.run.as_at as "2026-10-31"
}

plan(details) := object.union({"type": "child_protection", "start_date": "2026-03-02", "previous_plans": 0}, details)

test_the_first_plan if verdict(plan({})) == "met"

test_the_second_plan if verdict(plan({"previous_plans": 1})) == "not met"

test_a_later_plan if verdict(plan({"previous_plans": 4})) == "not met"

test_blank_number_is_not_audited if {
	every blank in [null, ""] {
		verdict(plan({"previous_plans": blank})) == "not audited"
	}
	verdict({"type": "child_protection", "start_date": "2026-03-02"}) == "not audited"
}

test_a_plan_that_has_ended_is_counted if verdict(plan({"previous_plans": 1, "end_date": "2026-06-01"})) == "not met"

test_begun_on_the_first_day_of_the_period if verdict(plan({"start_date": "2025-11-01"})) == "met"

test_begun_before_the_period if verdict(plan({"start_date": "2025-10-31"})) == "not audited"

test_begun_on_as_at if verdict(plan({"start_date": "2026-10-31"})) == "met"

test_begun_after_as_at if verdict(plan({"start_date": "2026-11-01"})) == "not audited"

test_blank_start if {
	every blank in [null, ""] {
		verdict(plan({"start_date": blank})) == "not audited"
	}
	verdict({"type": "child_protection", "previous_plans": 0}) == "not audited"
}

test_a_plan_of_another_or_no_type_is_not_audited if {
	every type in ["child_in_need", "care", "pathway", null, ""] {
		verdict(plan({"type": type})) == "not audited"
	}
}

test_a_child_who_has_died_is_counted if {
	applies := repeat_plans.applies with input as {"child": {"date_of_death": "2026-06-01"}, "plans": [plan({})]}
		with data.run.as_at as "2026-10-31"
	applies == {0}
}
