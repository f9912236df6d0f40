package audit.workforce.caseload_manageable_test

import data.audit.workforce.caseload_manageable
import data.lib.testing

worker := {"professional_id": "P1", "registration_number": "SW1001", "start_date": "2019-04-01"}

involvements := {"involvements.professional_id": true, "professionals.caseload": true}

verdict_with(professional, held, supplies) := testing.verdict(applies, met, 0) if {
	applies := caseload_manageable.applies with data.service.professionals as [professional]
		with data.gathered as {"WF-02": held}
		with data.run.supplies as supplies
		with data.run.as_at as "2026-10-31"
	met := caseload_manageable.met with data.service.professionals as [professional]
		with data.gathered as {"WF-02": held}
		with data.run.supplies as supplies
		with data.run.as_at as "2026-10-31"
}

holding(cases, details) := verdict_with(object.union(worker, details), {"P1": cases}, involvements)

test_twenty_cases if holding(20, {}) == "met"

test_twenty_one_cases if holding(21, {}) == "not met"

test_one_case if holding(1, {}) == "met"

test_part_time if {
	holding(12, {"fte": 0.6}) == "met"
	holding(13, {"fte": 0.6}) == "not met"
	holding(10, {"fte": 0.5}) == "met"
	holding(11, {"fte": 0.5}) == "not met"
}

# In binary arithmetic 39 / 0.65 is more than 60, and 60 * 1.05 less than 63.
test_shares_of_full_time_are_exact if {
	sixty := [{"value": 60}]
	low := holding(39, {"fte": 0.65}) with data.settings.caseload_max.values as sixty
	low == "met"
	high := holding(63, {"fte": 1.05}) with data.settings.caseload_max.values as sixty
	high == "met"
	over := holding(40, {"fte": 0.65}) with data.settings.caseload_max.values as sixty
	over == "not met"
}

test_no_share_of_full_time_counts_as_one if {
	every blank in [null, "", 0, -1] {
		holding(20, {"fte": blank}) == "met"
		holding(21, {"fte": blank}) == "not met"
	}
}

test_no_case_is_not_audited if {
	holding(0, {}) == "not audited"
	verdict_with(worker, {"P2": 21}, involvements) == "not audited"
	verdict_with(worker, {}, involvements) == "not audited"
}

test_ids_keep_their_case if verdict_with(worker, {"p1": 21}, involvements) == "not audited"

test_worker_without_an_id_is_not_audited if {
	every blank in [null, ""] {
		holding(21, {"professional_id": blank}) == "not audited"
	}
	verdict_with(object.remove(worker, ["professional_id"]), {"P1": 21}, involvements) == "not audited"
}

test_the_caseload_is_not_read_beside_involvements if {
	holding(20, {"caseload": 30}) == "met"
	holding(21, {"caseload": 3}) == "not met"
	verdict_with(object.union(worker, {"caseload": 30}), {}, involvements) == "not audited"
}

test_the_caseload_counts_where_the_export_has_no_involvements if {
	every caseload, expected in {0: "not audited", 20: "met", 21: "not met"} {
		verdict_with(object.union(worker, {"caseload": caseload}), {}, {"professionals.caseload": true}) == expected
	}
}

test_blank_caseload_is_not_audited if {
	every blank in [null, ""] {
		verdict_with(object.union(worker, {"caseload": blank}), {}, {"professionals.caseload": true}) == "not audited"
	}
	verdict_with(worker, {}, {"professionals.caseload": true}) == "not audited"
}

test_not_registered_is_not_audited if {
	every blank in [null, "", " "] {
		holding(21, {"registration_number": blank}) == "not audited"
	}
	verdict_with(object.remove(worker, ["registration_number"]), {"P1": 21}, involvements) == "not audited"
}

test_left_on_as_at_is_not_audited if holding(21, {"end_date": "2026-10-31"}) == "not audited"

test_leaves_after_as_at if holding(21, {"end_date": "2026-11-01"}) == "not met"

test_starts_after_as_at_is_not_audited if holding(21, {"start_date": "2026-11-01"}) == "not audited"

test_blank_start_counts_as_begun if holding(21, {"start_date": null}) == "not met"

test_a_council_may_set_another_limit if {
	fifteen := [{"value": 15}]
	at := holding(15, {}) with data.settings.caseload_max.values as fifteen
	at == "met"
	over := holding(16, {}) with data.settings.caseload_max.values as fifteen
	over == "not met"
}

gathered(list) := ids if {
	ids := caseload_manageable.gather with input.involvements as list with data.run.as_at as "2026-10-31"
}

test_a_record_gives_each_worker_once if {
	gathered([
		{"professional_id": "P1", "role": "SOCIAL_WORKER", "start_date": "2026-03-02"},
		{"professional_id": "P1", "role": "DUTY", "start_date": "2026-04-01"},
		{"professional_id": "P2"},
	]) == {"P1", "P2"}
}

test_only_open_involvements_are_gathered if {
	gathered([
		{"professional_id": "P1", "start_date": "2026-03-02", "end_date": "2026-10-31"},
		{"professional_id": "P2", "start_date": "2026-11-01"},
		{"professional_id": "P3", "start_date": "2026-10-31", "end_date": "2026-11-01"},
	]) == {"P3"}
}

test_an_involvement_of_nobody_is_not_gathered if {
	gathered([{"professional_id": null}, {"professional_id": ""}, {"role": "SOCIAL_WORKER"}]) == set()
}

test_a_record_without_involvements_gives_nobody if caseload_manageable.gather == set() with input as {"case_id": "C1"}

test_the_note_gives_the_sum if {
	professionals := [object.union(worker, {"fte": 0.6}), {"professional_id": "P2"}]
	note := caseload_manageable.note with data.service.professionals as professionals
		with data.gathered as {"WF-02": {"P1": 13}}
		with data.run.supplies as involvements
	note == {0: "13 cases at 0.6 of full time", 1: "0 cases at 1 of full time"}
}
