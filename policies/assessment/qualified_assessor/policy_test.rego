package audit.assessment.qualified_assessor_test

import data.audit.assessment.qualified_assessor
import data.lib.testing

# P1 is registered; P2 is on the list without a registration number; P3 is registered and left before the assessment.
professionals := [
	{"professional_id": "P1", "registration_number": "SW1001"},
	{"professional_id": "P2"},
	{"professional_id": "P3", "registration_number": "SW1003", "end_date": "2025-05-30"},
	{"professional_id": "P4", "registration_number": null},
	{"professional_id": "P5", "registration_number": "  "},
	{"professional_id": "", "registration_number": "SW1006"},
	{"professional_id": null, "registration_number": "SW1007"},
]

verdict(assessment) := testing.verdict(applies, met, 0) if {
	applies := qualified_assessor.applies with input.assessments as [assessment]
		with data.service.professionals as professionals
		with data.run.as_at as "2026-10-31"
	met := qualified_assessor.met with input.assessments as [assessment]
		with data.service.professionals as professionals
		with data.run.as_at as "2026-10-31"
}

assessed_by(worker) := verdict({"completed_date": "2026-03-31", "worker_id": worker})

completed(day) := verdict({"completed_date": day, "worker_id": "P2"})

test_a_registered_worker if assessed_by("P1") == "met"

test_a_worker_without_a_registration_number if {
	every worker in ["P2", "P4", "P5"] {
		assessed_by(worker) == "not met"
	}
}

test_a_worker_who_is_not_on_the_list if assessed_by("P9") == "not met"

test_a_registered_worker_out_of_post if assessed_by("P3") == "met"

test_ids_keep_their_case if assessed_by("p1") == "not met"

test_blank_worker if {
	verdict({"completed_date": "2026-03-31"}) == "not met"
	every blank in [null, "", "  "] {
		assessed_by(blank) == "not met"
	}
}

test_no_professional_on_the_list if {
	met := qualified_assessor.met with input.assessments as [{"completed_date": "2026-03-31", "worker_id": "P1"}]
		with data.service.professionals as []
		with data.run.as_at as "2026-10-31"
	met == set()
}

test_every_type_is_audited if {
	every type in ["initial", "core", "single", "pre_birth", null] {
		verdict({"type": type, "completed_date": "2026-03-31", "worker_id": "P2"}) == "not met"
	}
}

test_completed_on_as_at_is_judged_at_once if completed("2026-10-31") == "not met"

test_completed_after_as_at_is_not_audited if completed("2026-11-01") == "not audited"

test_completed_on_the_first_day_of_the_period if completed("2025-11-01") == "not met"

test_completed_before_the_period_is_not_audited if completed("2025-10-31") == "not audited"

test_not_completed_is_not_audited if {
	verdict({"worker_id": "P2"}) == "not audited"
	every blank in [null, ""] {
		completed(blank) == "not audited"
	}
}

note(worker) := words if {
	words := qualified_assessor.note with input.assessments as [{"completed_date": "2026-03-31", "worker_id": worker}]
}

test_the_note_gives_the_id_of_the_worker if note("P2") == {0: "the worker recorded is P2"}

test_the_note_says_that_nobody_is_recorded if {
	every blank in [null, "", "  "] {
		note(blank) == {0: "no worker is recorded"}
	}
}
