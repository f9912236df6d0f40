package audit.planning_and_allocation.allocated_test

import data.audit.planning_and_allocation.allocated
import data.lib.testing

verdict(record) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := allocated.applies] with input as record with data.run.as_at as "2026-10-31"
	met := [x | x := allocated.met] with input as record with data.run.as_at as "2026-10-31"
}

# An open referral, with these involvements.
involved(involvements) := verdict({"referrals": [{"date": "2026-10-26"}], "involvements": involvements})

worker(details) := object.union({"professional_id": "P1", "role": "SW", "start_date": "2026-10-27"}, details)

test_a_social_worker if involved([worker({})]) == "met"

test_nobody if involved([]) == "not met"

test_a_duty_worker if {
	every role in ["DUTY", "duty", "Duty"] {
		involved([worker({"role": role})]) == "not met"
	}
}

test_the_councils_own_duty_roles if {
	screening := involved([worker({"role": "SCREENING"})]) with data.settings.duty_roles.values as [{"value": ["duty", "screening"]}]
	screening == "not met"
	duty := involved([worker({"role": "DUTY"})]) with data.settings.duty_roles.values as [{"value": ["screening"]}]
	duty == "met"
}

test_blank_role_is_no_duty_role if {
	every blank in [null, ""] {
		involved([worker({"role": blank})]) == "met"
	}
	involved([{"professional_id": "P1", "start_date": "2026-10-27"}]) == "met"
}

test_one_beside_a_duty_worker_is_enough if {
	involved([worker({"role": "DUTY"}), worker({"professional_id": "P2"})]) == "met"
}

test_blank_professional if {
	every blank in [null, ""] {
		involved([worker({"professional_id": blank})]) == "not met"
	}
	involved([{"role": "SW", "start_date": "2026-10-27"}]) == "not met"
}

test_involvement_ended_on_as_at if involved([worker({"end_date": "2026-10-31"})]) == "not met"

test_involvement_that_ends_after_as_at if involved([worker({"end_date": "2026-11-01"})]) == "met"

test_involvement_begun_on_as_at if involved([worker({"start_date": "2026-10-31"})]) == "met"

test_involvement_that_begins_after_as_at if involved([worker({"start_date": "2026-11-01"})]) == "not met"

test_involvement_without_a_start_counts_as_begun if {
	every blank in [null, ""] {
		involved([worker({"start_date": blank, "end_date": blank})]) == "met"
	}
	involved([{"professional_id": "P1", "role": "SW"}]) == "met"
}

# One ended, one is on duty: neither holds the case.
test_no_mixing_of_two if involved([worker({"end_date": "2026-10-28"}), worker({"professional_id": "P2", "role": "DUTY"})]) == "not met"

test_an_open_plan_is_enough if verdict({"plans": [{"type": "care", "start_date": "2026-03-02"}]}) == "not met"

test_neither_referral_nor_plan if verdict({"involvements": []}) == "not audited"

test_a_referral_of_as_at if verdict({"referrals": [{"date": "2026-10-31"}]}) == "not met"

test_without_a_start_it_counts_as_begun if {
	verdict({"referrals": [{"referral_id": "R1"}]}) == "not met"
	verdict({"plans": [{"type": "care", "start_date": null}]}) == "not met"
}

test_not_begun_by_as_at if {
	verdict({"referrals": [{"date": "2026-11-01"}], "plans": [{"start_date": "2026-11-01"}]}) == "not audited"
}

test_closed_on_as_at if {
	verdict({"referrals": [{"date": "2026-03-02", "close_date": "2026-10-31"}]}) == "not audited"
	verdict({"plans": [{"start_date": "2026-03-02", "end_date": "2026-10-31"}]}) == "not audited"
}

test_an_end_after_as_at_is_still_open if {
	verdict({"referrals": [{"date": "2026-03-02", "close_date": "2026-11-01"}]}) == "not met"
	verdict({"plans": [{"start_date": "2026-03-02", "end_date": "2026-11-01"}]}) == "not met"
}

test_no_further_action if verdict({"referrals": [{"date": "2026-03-02", "no_further_action": true}]}) == "not audited"

test_the_child_has_died if {
	record := {"child": {"date_of_death": "2026-10-20"}, "referrals": [{"date": "2026-03-02"}], "plans": [{"start_date": "2026-03-02"}]}
	verdict(record) == "not audited"
}

test_a_death_after_as_at_has_not_happened if {
	verdict({"child": {"date_of_death": "2026-11-01"}, "referrals": [{"date": "2026-03-02"}]}) == "not met"
}

note(involvements) := words if {
	words := [x | x := allocated.note] with input.involvements as involvements with data.run.as_at as "2026-10-31"
}

test_the_note_names_who_is_on_duty if {
	involvements := [
		worker({"professional_id": "P3", "role": "DUTY"}),
		worker({"professional_id": "P2", "role": "DUTY"}),
		worker({"professional_id": "P1", "end_date": "2026-10-28"}),
		worker({"professional_id": ""}),
	]
	note(involvements) == ["on duty: P2, P3"]
}

test_no_note_when_nobody_is if note([worker({"end_date": "2026-10-28"})]) == []
