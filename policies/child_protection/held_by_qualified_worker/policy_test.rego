package audit.child_protection.held_by_qualified_worker_test

import data.audit.child_protection.held_by_qualified_worker
import data.lib.testing

# P1 is registered; P2 is on the list without a registration number; P3 is registered and has left.
professionals := [
	{"professional_id": "P1", "registration_number": "SW1001"},
	{"professional_id": "P2"},
	{"professional_id": "P3", "registration_number": "SW1003", "end_date": "2026-05-29"},
	{"professional_id": "P4", "registration_number": null},
	{"professional_id": "P5", "registration_number": "  "},
	{"professional_id": "", "registration_number": "SW1006"},
	{"professional_id": null, "registration_number": "SW1007"},
]

verdict_of(record) := testing.verdict(applies, met, 0) if {
	applies := held_by_qualified_worker.applies with input as record
		with data.service.professionals as professionals
		with data.run.as_at as "2026-10-31"
	met := held_by_qualified_worker.met with input as record
		with data.service.professionals as professionals
		with data.run.as_at as "2026-10-31"
}

plan := {"type": "child_protection", "start_date": "2026-03-02"}

held_by(involvements) := verdict_of({"plans": [plan], "involvements": involvements})

planned(details) := verdict_of({"plans": [object.union(plan, details)], "involvements": []})

test_a_registered_worker if held_by([{"professional_id": "P1", "start_date": "2026-03-02"}]) == "met"

test_a_worker_without_a_registration_number if {
	every professional_id in ["P2", "P4", "P5"] {
		held_by([{"professional_id": professional_id, "start_date": "2026-03-02"}]) == "not met"
	}
}

test_a_worker_who_is_not_on_the_list if held_by([{"professional_id": "P9", "start_date": "2026-03-02"}]) == "not met"

test_a_registered_worker_who_has_left_the_service if {
	held_by([{"professional_id": "P3", "start_date": "2026-03-02"}]) == "met"
}

test_nobody_involved if held_by([]) == "not met"

test_blank_worker if {
	every blank in [null, ""] {
		held_by([{"professional_id": blank, "start_date": "2026-03-02"}]) == "not met"
	}
}

test_ids_keep_their_case if held_by([{"professional_id": "p1", "start_date": "2026-03-02"}]) == "not met"

test_one_registered_worker_of_two_is_enough if {
	held_by([{"professional_id": "P2", "start_date": "2026-03-02"}, {"professional_id": "P1", "start_date": "2026-06-01"}]) == "met"
}

test_involvement_ended_on_as_at if {
	held_by([{"professional_id": "P1", "start_date": "2026-03-02", "end_date": "2026-10-31"}]) == "not met"
}

test_involvement_that_ends_after_as_at if {
	held_by([{"professional_id": "P1", "start_date": "2026-03-02", "end_date": "2026-11-01"}]) == "met"
}

test_involvement_begun_on_as_at if held_by([{"professional_id": "P1", "start_date": "2026-10-31"}]) == "met"

test_involvement_that_begins_after_as_at if held_by([{"professional_id": "P1", "start_date": "2026-11-01"}]) == "not met"

test_involvement_without_a_start_counts_as_begun if {
	held_by([{"professional_id": "P1"}]) == "met"
	held_by([{"professional_id": "P1", "start_date": null, "end_date": ""}]) == "met"
}

test_an_open_plan_without_a_start_is_audited if planned({"start_date": null}) == "not met"

test_a_plan_begun_on_as_at_is_audited if planned({"start_date": "2026-10-31"}) == "not met"

test_a_plan_that_begins_after_as_at_is_not_audited if planned({"start_date": "2026-11-01"}) == "not audited"

test_a_plan_ended_on_as_at_is_not_audited if planned({"end_date": "2026-10-31"}) == "not audited"

test_a_plan_that_ends_after_as_at_is_audited if planned({"end_date": "2026-11-01"}) == "not met"

test_a_plan_of_another_type_is_not_audited if planned({"type": "care"}) == "not audited"

test_blank_type_is_not_audited if planned({"type": null}) == "not audited"

test_the_child_has_died if verdict_of({"child": {"date_of_death": "2026-06-01"}, "plans": [plan]}) == "not audited"

test_the_note_names_who_is_involved if {
	involvements := [
		{"professional_id": "P9"},
		{"professional_id": "P2"},
		{"professional_id": "P1", "end_date": "2026-06-01"},
		{"professional_id": ""},
	]
	note := held_by_qualified_worker.note with input as {"plans": [plan], "involvements": involvements}
		with data.run.as_at as "2026-10-31"
	note == {0: "involved: P2, P9"}
}

test_no_note_when_nobody_is_involved if {
	note := held_by_qualified_worker.note with input as {"plans": [plan], "involvements": []}
		with data.run.as_at as "2026-10-31"
	note == {}
}
