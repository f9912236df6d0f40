package audit.planning_and_allocation.held_by_permanent_worker_test

import data.audit.planning_and_allocation.held_by_permanent_worker
import data.lib.testing

staff := [
	{"professional_id": "P1", "agency": false},
	{"professional_id": "P2", "agency": true},
	{"professional_id": "P3"},
]

verdict_of(record) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := held_by_permanent_worker.applies] with input as record
		with data.service.professionals as staff
		with data.run.as_at as "2026-10-31"
	met := [x | x := held_by_permanent_worker.met] with input as record
		with data.service.professionals as staff
		with data.run.as_at as "2026-10-31"
}

plan := {"type": "child_in_need", "start_date": "2025-06-02"}

held(involvements) := verdict_of({"plans": [plan], "involvements": involvements})

by(worker, details) := object.union({"professional_id": worker, "start_date": "2025-06-02"}, details)

test_held_by_a_permanent_worker if held([by("P1", {})]) == "met"

test_held_by_an_agency_worker if held([by("P2", {})]) == "not met"

test_not_marked_as_agency_is_permanent if held([by("P3", {})]) == "met"

test_held_by_one_of_each if held([by("P2", {}), by("P1", {})]) == "met"

test_nobody_held_it if {
	held([]) == "not met"
	every blank in [null, ""] {
		held([by(blank, {})]) == "not met"
	}
}

# Six months before 31 October 2026 is 30 April.
test_the_permanent_worker_left_exactly_six_months_ago if held([by("P1", {"end_date": "2026-04-30"}), by("P2", {})]) == "met"

test_the_permanent_worker_left_a_day_earlier if held([by("P1", {"end_date": "2026-04-29"}), by("P2", {})]) == "not met"

test_an_end_planned_for_later_is_none if held([by("P1", {"end_date": "2026-12-01"})]) == "met"

test_begins_after_as_at if held([by("P1", {"start_date": "2026-11-01"}), by("P2", {})]) == "not met"

test_a_blank_start_counts_as_begun if {
	every blank in [null, ""] {
		held([by("P1", {"start_date": blank})]) == "met"
	}
}

test_a_duty_worker_does_not_hold_the_case if held([by("P1", {"role": "DUTY"}), by("P2", {})]) == "not met"

test_a_holder_who_is_not_listed if {
	held([by("P9", {})]) == "not audited"
	held([by("P9", {}), by("P2", {})]) == "not audited"
	held([by("P9", {}), by("P1", {})]) == "met"
	held([by("P9", {"end_date": "2026-01-01"}), by("P2", {})]) == "not met"
}

test_a_professional_without_an_id_is_not_listed if {
	record := {"plans": [plan], "involvements": [by("", {})]}
	not held_by_permanent_worker.met with input as record
		with data.service.professionals as [{"professional_id": ""}]
		with data.run.as_at as "2026-10-31"
}

opened(referral) := verdict_of({"referrals": [referral], "involvements": [by("P2", {})]})

test_open_for_exactly_six_months if opened({"date": "2026-04-30"}) == "not met"

test_open_for_a_day_less if opened({"date": "2026-05-01"}) == "not audited"

test_a_plan_open_for_less if {
	verdict_of({"plans": [{"start_date": "2026-05-01"}], "involvements": [by("P1", {})]}) == "not audited"
}

test_a_closed_referral if opened({"date": "2025-06-02", "close_date": "2026-10-31"}) == "not audited"

test_a_referral_without_further_action if {
	opened({"date": "2025-06-02", "no_further_action": true}) == "not audited"
	opened({"date": "2025-06-02", "no_further_action": false}) == "not met"
}

test_an_ended_plan if {
	verdict_of({"plans": [object.union(plan, {"end_date": "2026-10-31"})], "involvements": []}) == "not audited"
}

test_the_child_has_died if {
	every day, expected in {"2026-10-31": "not audited", "2026-11-01": "not met"} {
		verdict_of({"child": {"date_of_death": day}, "plans": [plan], "involvements": []}) == expected
	}
}

test_nothing_open if verdict_of({"involvements": [by("P2", {})]}) == "not audited"

test_a_council_may_look_further_back if {
	verdict := held([by("P1", {"end_date": "2026-04-29"}), by("P2", {})])
		with data.settings.permanent_worker_months.values as [{"value": 7}]
	verdict == "met"
}

note(involvements) := words if {
	words := held_by_permanent_worker.note with input as {"plans": [plan], "involvements": involvements}
		with data.service.professionals as staff
		with data.run.as_at as "2026-10-31"
}

test_the_note_says_who_held_it if {
	note([]) == "nobody held it"
	note([by("P2", {})]) == "agency workers held it"
}
