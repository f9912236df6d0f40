package audit.planning_and_allocation.seen_alone_test

import data.audit.planning_and_allocation.seen_alone
import data.lib.testing

child := {"date_of_birth": "2015-03-01"}

verdict_of(record) := testing.verdict(applies, met, 0) if {
	applies := seen_alone.applies with input as record with data.run.as_at as "2026-10-31"
	met := seen_alone.met with input as record with data.run.as_at as "2026-10-31"
}

plan(details) := object.union({"type": "child_in_need", "start_date": "2026-05-01"}, details)

verdict(details, visits) := verdict_of({"child": child, "plans": [plan(details)], "visits": visits})

alone(day) := {"type": "child_in_need", "child_seen": true, "seen_alone": true, "date": day}

# The 56th day before Saturday 31 October 2026 is Saturday 5 September.
test_seen_alone_exactly_56_days_ago if verdict({}, [alone("2026-09-05")]) == "met"

test_seen_alone_57_days_ago if verdict({}, [alone("2026-09-04")]) == "not met"

test_seen_alone_on_as_at if verdict({}, [alone("2026-10-31")]) == "met"

test_a_visit_after_as_at_is_no_evidence if {
	verdict({}, [alone("2026-11-01")]) == "not met"
	verdict({}, [alone("2026-11-01"), alone("2026-10-01")]) == "met"
}

test_never_visited if verdict({}, []) == "not met"

test_seen_but_not_alone if {
	every value in [false, null, ""] {
		verdict({}, [object.union(alone("2026-10-20"), {"seen_alone": value})]) == "not met"
	}
	verdict({}, [{"type": "child_in_need", "child_seen": true, "date": "2026-10-20"}]) == "not met"
}

test_a_visit_of_any_type_counts if {
	every type in ["child_in_need", "child_protection", "care", "other", null] {
		verdict({}, [object.union(alone("2026-10-20"), {"type": type})]) == "met"
	}
}

test_a_blank_date_does_not_hide_a_visit if {
	every blank in [null, "", " "] {
		verdict({}, [alone(blank)]) == "not met"
		verdict({}, [alone(blank), alone("2026-10-20")]) == "met"
	}
}

test_both_kinds_of_plan_are_audited if {
	every type in ["child_in_need", "child_protection"] {
		verdict({"type": type}, []) == "not met"
	}
}

test_other_plans_are_not_audited if {
	every type in ["care", "pathway", null, ""] {
		verdict({"type": type}, []) == "not audited"
	}
}

test_begun_exactly_56_days_ago if verdict({"start_date": "2026-09-05"}, []) == "not met"

test_begun_55_days_ago if verdict({"start_date": "2026-09-06"}, []) == "not audited"

test_no_start if {
	every blank in [null, ""] {
		verdict({"start_date": blank}, []) == "not audited"
	}
}

test_ended_on_as_at if verdict({"end_date": "2026-10-31"}, []) == "not audited"

test_an_end_planned_for_later_is_none if verdict({"end_date": "2026-11-01"}, []) == "not met"

born(day) := verdict_of({"child": {"date_of_birth": day}, "plans": [plan({})]})

test_on_the_fourth_birthday if born("2022-10-31") == "not met"

test_the_day_before_the_fourth_birthday if born("2022-11-01") == "not audited"

# Born on 29 February 2024: four on 29 February 2028.
test_born_on_a_leap_day if {
	record := {"child": {"date_of_birth": "2024-02-29"}, "plans": [plan({})]}
	seen_alone.applies == set() with input as record with data.run.as_at as "2028-02-28"
	seen_alone.applies == {0} with input as record with data.run.as_at as "2028-02-29"
}

test_unknown_date_of_birth if {
	every blank in [null, "", "2026-11-01"] {
		born(blank) == "not audited"
	}
	verdict_of({"plans": [plan({})]}) == "not audited"
}

test_the_child_has_died if {
	every day, expected in {"2026-10-31": "not audited", "2026-11-01": "not met"} {
		verdict_of({"child": object.union(child, {"date_of_death": day}), "plans": [plan({})]}) == expected
	}
}

test_a_council_may_ask_for_it_more_often_and_earlier if {
	oftener := verdict({}, [alone("2026-10-01")]) with data.settings.seen_alone_days.values as [{"value": 28}]
	oftener == "not met"
	younger := born("2023-10-31") with data.settings.seen_alone_from_age.values as [{"value": 3}]
	younger == "not met"
}

test_the_note_says_when_it_last_was if {
	record := {"child": child, "plans": [plan({})], "visits": [alone("2026-08-03"), alone("2026-06-01"), alone("2026-11-02")]}
	note := seen_alone.note with input as record with data.run.as_at as "2026-10-31"
	note == {0: "the last time was on 2026-08-03"}
}
