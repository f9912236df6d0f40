package audit.planning_and_allocation.unqualified_overseen_test

import data.audit.planning_and_allocation.unqualified_overseen
import data.lib.testing

# P1 is registered; P2 is on the list without a registration number; P3 was, and has left.
professionals := [
	{"professional_id": "P1", "registration_number": "SW1001"},
	{"professional_id": "P2"},
	{"professional_id": "P3", "end_date": "2026-05-29"},
	{"professional_id": "P4", "registration_number": null},
	{"professional_id": "P5", "registration_number": "  "},
	{"professional_id": "P6"},
	{"professional_id": "P6", "registration_number": "SW1006"},
	{"professional_id": ""},
	{"professional_id": null},
]

verdict_of(record) := testing.verdict(applies, met, 0) if {
	applies := unqualified_overseen.applies with input as record
		with data.service.professionals as professionals
		with data.run.as_at as "2026-10-31"
	met := unqualified_overseen.met with input as record
		with data.service.professionals as professionals
		with data.run.as_at as "2026-10-31"
}

plan := {"type": "child_in_need", "start_date": "2026-03-02", "worker_id": "P2"}

decided(decisions) := verdict_of({"plans": [plan], "decisions": decisions})

planned(details) := verdict_of({"plans": [object.union(plan, details)], "decisions": []})

oversight(date) := {"kind": "oversight", "date": date}

# The 30th day before Saturday 31 October 2026 is Thursday 1 October.
test_decided_exactly_30_days_before if decided([oversight("2026-10-01")]) == "met"

test_decided_31_days_before if decided([oversight("2026-09-30")]) == "not met"

test_decided_on_as_at if decided([oversight("2026-10-31")]) == "met"

test_decided_after_as_at_is_no_evidence if decided([oversight("2026-11-01")]) == "not met"

test_one_after_as_at_does_not_hide_an_earlier_one if decided([oversight("2026-11-01"), oversight("2026-10-12")]) == "met"

test_no_decision if decided([]) == "not met"

test_a_decision_without_a_date if {
	every blank in [null, ""] {
		decided([oversight(blank)]) == "not met"
	}
}

test_another_or_no_kind_of_decision_does_not_count if {
	every kind in ["direction", "plan_change", "closure", "escalation", null, ""] {
		decided([{"kind": kind, "date": "2026-10-12"}]) == "not met"
	}
	decided([{"date": "2026-10-12"}]) == "not met"
}

test_a_later_decision_of_another_kind_does_not_hide_it if {
	decided([oversight("2026-10-12"), {"kind": "direction", "date": "2026-10-26"}]) == "met"
}

test_the_councils_own_limit if {
	verdict := decided([oversight("2026-10-01")]) with data.settings.oversight_days.values as [{"value": 29}]
	verdict == "not met"
}

test_held_by_a_registered_worker_is_not_audited if planned({"worker_id": "P1"}) == "not audited"

test_blank_registration_number_is_none if {
	every worker_id in ["P2", "P4", "P5"] {
		planned({"worker_id": worker_id}) == "not met"
	}
}

test_held_by_somebody_who_has_left_the_service if planned({"worker_id": "P3"}) == "not met"

test_registered_in_one_of_two_rows_is_not_audited if planned({"worker_id": "P6"}) == "not audited"

test_held_by_somebody_who_is_not_on_the_list_is_not_audited if {
	planned({"worker_id": "P9"}) == "not audited"
	planned({"worker_id": "p2"}) == "not audited"
}

test_blank_worker_is_not_audited if {
	every blank in [null, ""] {
		planned({"worker_id": blank}) == "not audited"
	}
	verdict_of({"plans": [{"type": "child_in_need", "start_date": "2026-03-02"}]}) == "not audited"
}

test_a_plan_begun_on_as_at_is_audited if planned({"start_date": "2026-10-31"}) == "not met"

test_a_plan_that_begins_after_as_at_is_not_audited if planned({"start_date": "2026-11-01"}) == "not audited"

test_a_plan_without_a_start_counts_as_begun if {
	every blank in [null, ""] {
		planned({"start_date": blank}) == "not met"
	}
	verdict_of({"plans": [{"type": "child_in_need", "worker_id": "P2"}]}) == "not met"
}

test_ended_on_as_at_is_not_audited if planned({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if planned({"end_date": "2026-11-01"}) == "not met"

test_a_plan_of_another_or_no_type_is_not_audited if {
	every type in ["child_protection", "care", "pathway", null, ""] {
		planned({"type": type}) == "not audited"
	}
}

test_the_child_has_died if verdict_of({"child": {"date_of_death": "2026-10-20"}, "plans": [plan]}) == "not audited"

test_a_death_after_as_at_has_not_happened if {
	verdict_of({"child": {"date_of_death": "2026-11-01"}, "plans": [plan]}) == "not met"
}

note(decisions) := words if {
	words := unqualified_overseen.note with input as {"plans": [plan], "decisions": decisions}
		with data.run.as_at as "2026-10-31"
}

test_the_note_says_when_the_last_one_was if {
	decisions := [oversight("2026-08-03"), oversight("2026-07-06"), oversight("2026-11-02"), {"kind": "direction", "date": "2026-10-12"}]
	note(decisions) == {0: "the last one was on 2026-08-03"}
}

test_no_note_without_any if note([]) == {}
