package audit.planning_and_allocation.few_changes_test

import data.audit.planning_and_allocation.few_changes
import data.lib.testing

verdict_on(as_at, record) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := few_changes.applies] with input as record with data.run.as_at as as_at
	met := [x | x := few_changes.met] with input as record with data.run.as_at as as_at
}

verdict(record) := verdict_on("2026-10-31", record)

# A referral that has been open since June 2025, with these involvements.
held_by(involvements) := verdict({"referrals": [{"date": "2025-06-02"}], "involvements": involvements})

worker(id, date) := {"professional_id": id, "role": "SW", "start_date": date}

duty(id, date) := {"professional_id": id, "role": "DUTY", "start_date": date}

first := worker("P1", "2025-06-04")

test_two_changes if held_by([first, worker("P2", "2026-01-05"), worker("P3", "2026-06-01")]) == "met"

test_three_changes if {
	held_by([first, worker("P2", "2026-01-05"), worker("P3", "2026-06-01"), worker("P4", "2026-09-01")]) == "not met"
}

test_no_change if held_by([first]) == "met"

test_nobody_ever_involved if held_by([]) == "met"

test_the_first_allocation_is_no_change if {
	held_by([worker("P1", "2026-01-05"), worker("P2", "2026-06-01"), worker("P3", "2026-09-01")]) == "met"
}

# The last 12 months to 31 October 2026 begin on 31 October 2025.
test_a_change_exactly_12_months_before_counts if {
	held_by([first, worker("P2", "2025-10-31"), worker("P3", "2026-06-01"), worker("P4", "2026-09-01")]) == "not met"
}

test_a_change_a_day_before_that_does_not_count if {
	held_by([first, worker("P2", "2025-10-30"), worker("P3", "2026-06-01"), worker("P4", "2026-09-01")]) == "met"
}

test_a_change_on_as_at_counts if {
	held_by([first, worker("P2", "2026-01-05"), worker("P3", "2026-06-01"), worker("P4", "2026-10-31")]) == "not met"
}

test_a_change_after_as_at_does_not_count if {
	held_by([first, worker("P2", "2026-01-05"), worker("P3", "2026-06-01"), worker("P4", "2026-11-01")]) == "met"
}

# Twelve months before 29 February 2028 is 28 February 2027.
leap_year(day) := verdict_on("2028-02-29", {
	"referrals": [{"date": "2025-06-02"}],
	"involvements": [first, worker("P2", day), worker("P3", "2027-06-01"), worker("P4", "2027-09-01")],
})

test_twelve_months_back_from_a_leap_day if {
	leap_year("2027-02-28") == "not met"
	leap_year("2027-02-27") == "met"
}

test_the_same_worker_again_is_no_change if {
	held_by([first, worker("P1", "2026-01-05"), worker("P1", "2026-04-01"), worker("P1", "2026-09-01")]) == "met"
}

test_a_worker_who_comes_back_is_a_change if {
	held_by([first, worker("P2", "2026-01-05"), worker("P1", "2026-06-01"), worker("P2", "2026-09-01")]) == "not met"
}

test_a_duty_worker_is_no_change if {
	held_by([first, duty("P2", "2026-01-05"), worker("P1", "2026-01-06"), duty("P3", "2026-04-01"), duty("P4", "2026-09-01")]) == "met"
}

test_duty_before_the_first_allocation if {
	held_by([duty("P9", "2025-06-02"), worker("P1", "2026-01-05"), worker("P2", "2026-04-01"), worker("P3", "2026-09-01")]) == "met"
}

test_a_duty_worker_between_two_does_not_hide_the_change if {
	held_by([first, worker("P2", "2026-01-05"), duty("P3", "2026-04-01"), worker("P4", "2026-06-01"), worker("P5", "2026-09-01")]) == "not met"
}

test_the_councils_own_duty_roles if {
	screeners := [object.union(worker("P2", "2026-01-05"), {"role": "SCREENING"}), object.union(worker("P3", "2026-06-01"), {"role": "SCREENING"})]
	workers := array.concat([first, worker("P4", "2026-09-01")], screeners)
	held_by(workers) == "not met"
	verdict := held_by(workers) with data.settings.duty_roles.values as [{"value": ["screening"]}]
	verdict == "met"
}

test_blank_role_is_no_duty_role if {
	every blank in [null, ""] {
		held_by([first, worker("P2", "2026-01-05"), worker("P3", "2026-06-01"), object.union(duty("P4", "2026-09-01"), {"role": blank})]) == "not met"
	}
}

test_blank_professional_is_left_out if {
	every blank in [null, ""] {
		held_by([first, worker("P2", "2026-01-05"), worker("P3", "2026-06-01"), worker(blank, "2026-09-01")]) == "met"
	}
}

test_blank_start_is_left_out if {
	every blank in [null, ""] {
		held_by([first, worker("P2", "2026-01-05"), worker("P3", "2026-06-01"), worker("P4", blank)]) == "met"
	}
}

test_in_order_of_start_and_not_of_the_record if {
	held_by([worker("P1", "2026-09-01"), worker("P2", "2026-06-01"), first, worker("P2", "2026-01-05")]) == "met"
	held_by([first, worker("P1", "2026-06-01"), worker("P2", "2026-09-01"), worker("P2", "2026-01-05")]) == "not met"
}

test_those_who_share_a_case_count_in_that_order if {
	shared := object.union(worker("P2", "2026-01-05"), {"end_date": "2026-10-01"})
	held_by([first, shared, worker("P3", "2026-06-01")]) == "met"
	held_by([first, shared, worker("P1", "2026-06-01"), worker("P3", "2026-09-01")]) == "not met"
}

# On 5 January P1 went on in another team as P2 joined: in one order a single change, in the other two.
test_those_of_one_day_count_in_the_order_of_the_record if {
	held_by([first, worker("P1", "2026-01-05"), worker("P2", "2026-01-05"), worker("P3", "2026-06-01")]) == "met"
	held_by([first, worker("P2", "2026-01-05"), worker("P1", "2026-01-05"), worker("P3", "2026-06-01")]) == "not met"
}

test_the_councils_own_limit if {
	one := held_by([first, worker("P2", "2026-01-05"), worker("P3", "2026-06-01")]) with data.settings.worker_changes.values as [{"value": 1}]
	one == "not met"
}

changing := [first, worker("P2", "2026-01-05"), worker("P3", "2026-06-01"), worker("P4", "2026-09-01")]

audited(record) := verdict(object.union(record, {"involvements": changing}))

# Six months before 31 October 2026 is 30 April, the last day of that month.
test_open_exactly_six_months if {
	audited({"referrals": [{"date": "2026-04-30"}]}) == "not met"
	audited({"plans": [{"start_date": "2026-04-30"}]}) == "not met"
}

test_open_a_day_less_is_not_audited if {
	audited({"referrals": [{"date": "2026-05-01"}]}) == "not audited"
	audited({"plans": [{"start_date": "2026-05-01"}]}) == "not audited"
}

test_the_councils_own_months if {
	four := audited({"referrals": [{"date": "2026-06-30"}]}) with data.settings.continuity_months.values as [{"value": 4}]
	four == "not met"
}

test_one_long_open_is_enough if {
	audited({"referrals": [{"date": "2026-10-26"}], "plans": [{"start_date": "2026-01-05"}]}) == "not met"
}

test_no_mixing_of_two if {
	audited({"plans": [{"start_date": "2025-06-02", "end_date": "2026-05-01"}, {"start_date": "2026-10-01"}]}) == "not audited"
	audited({"referrals": [{"date": "2025-06-02", "close_date": "2026-05-01"}, {"date": "2026-10-01"}]}) == "not audited"
}

test_blank_start_of_the_case_is_not_audited if {
	every blank in [null, ""] {
		audited({"plans": [{"start_date": blank}], "referrals": [{"date": blank}]}) == "not audited"
	}
	audited({"plans": [{}], "referrals": [{}]}) == "not audited"
}

test_neither_referral_nor_plan if audited({}) == "not audited"

test_closed_on_as_at if {
	audited({"referrals": [{"date": "2026-03-02", "close_date": "2026-10-31"}]}) == "not audited"
	audited({"plans": [{"start_date": "2026-03-02", "end_date": "2026-10-31"}]}) == "not audited"
}

test_an_end_after_as_at_is_still_open if {
	audited({"referrals": [{"date": "2026-03-02", "close_date": "2026-11-01"}]}) == "not met"
	audited({"plans": [{"start_date": "2026-03-02", "end_date": "2026-11-01"}]}) == "not met"
}

test_no_further_action if audited({"referrals": [{"date": "2026-03-02", "no_further_action": true}]}) == "not audited"

test_the_child_has_died if {
	record := {"child": {"date_of_death": "2026-10-20"}, "referrals": [{"date": "2026-03-02"}], "plans": [{"start_date": "2026-03-02"}]}
	audited(record) == "not audited"
}

test_a_death_after_as_at_has_not_happened if {
	audited({"child": {"date_of_death": "2026-11-01"}, "referrals": [{"date": "2026-03-02"}]}) == "not met"
}

note(involvements) := words if {
	words := few_changes.note with input.involvements as involvements with data.run.as_at as "2026-10-31"
}

test_the_note_gives_the_days_of_the_changes if {
	note(changing) == "3 changes: 2026-01-05, 2026-06-01, 2026-09-01"
	note([first, worker("P2", "2025-10-30")]) == "0 changes: "
}
