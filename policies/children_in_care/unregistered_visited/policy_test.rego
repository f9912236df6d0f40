package audit.children_in_care.unregistered_visited_test

import data.audit.children_in_care.unregistered_visited
import data.lib.testing

verdict_of(record) := testing.verdict(applies, met, 0) if {
	applies := unregistered_visited.applies with input as record with data.run.as_at as "2026-10-31"
	met := unregistered_visited.met with input as record with data.run.as_at as "2026-10-31"
}

placement(details) := object.union({"unregistered": true, "start_date": "2026-09-01"}, details)

verdict(details, visits) := verdict_of({"placements": [placement(details)], "visits": visits})

visit(day) := {"type": "care", "child_seen": true, "date": day}

# Seven days before Saturday 31 October 2026 is Saturday 24 October.
test_visited_exactly_seven_days_ago if verdict({}, [visit("2026-10-24")]) == "met"

test_visited_eight_days_ago if verdict({}, [visit("2026-10-23")]) == "not met"

test_visited_on_as_at if verdict({}, [visit("2026-10-31")]) == "met"

test_a_visit_after_as_at_is_no_evidence if verdict({}, [visit("2026-11-01"), visit("2026-10-01")]) == "not met"

test_never_visited if verdict({}, []) == "not met"

test_the_child_was_not_seen if {
	every seen in [false, null, ""] {
		verdict({}, [object.union(visit("2026-10-30"), {"child_seen": seen})]) == "not met"
	}
	verdict({}, [{"type": "care", "date": "2026-10-30"}]) == "not met"
}

test_another_kind_of_visit_does_not_count if {
	every type in ["child_in_need", "other", null] {
		verdict({}, [object.union(visit("2026-10-30"), {"type": type})]) == "not met"
	}
}

test_a_blank_date_does_not_hide_a_visit if {
	every blank in [null, "", " "] {
		verdict({}, [visit(blank)]) == "not met"
		verdict({}, [visit(blank), visit("2026-10-30")]) == "met"
	}
}

test_begun_exactly_seven_days_ago if verdict({"start_date": "2026-10-24"}, []) == "not met"

test_begun_six_days_ago if verdict({"start_date": "2026-10-25"}, []) == "not audited"

test_no_start if {
	every blank in [null, "", "2026-11-01"] {
		verdict({"start_date": blank}, []) == "not audited"
	}
}

test_ended_on_as_at if verdict({"end_date": "2026-10-31"}, []) == "not audited"

test_an_end_planned_for_later_is_none if verdict({"end_date": "2026-11-01"}, []) == "not met"

test_a_registered_placement_is_not_audited if {
	every value in [false, null, ""] {
		verdict({"unregistered": value}, []) == "not audited"
	}
	verdict_of({"placements": [{"start_date": "2026-09-01"}]}) == "not audited"
}

test_the_child_has_died if {
	every day, expected in {"2026-10-31": "not audited", "2026-11-01": "not met"} {
		verdict_of({"child": {"date_of_death": day}, "placements": [placement({})]}) == expected
	}
}

test_a_council_may_allow_longer if {
	longer := verdict({}, [visit("2026-10-23")]) with data.settings.unregistered_visit_days.values as [{"value": 8}]
	longer == "met"
}

test_the_note_says_when_the_last_one_was if {
	record := {"placements": [placement({})], "visits": [visit("2026-10-01"), visit("2026-09-10"), visit("2026-11-02")]}
	note := unregistered_visited.note with input as record with data.run.as_at as "2026-10-31"
	note == {0: "the last one was on 2026-10-01"}
}
