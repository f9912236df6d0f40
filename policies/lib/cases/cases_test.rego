package lib.cases_test

import data.lib.cases

# The plans and referrals of a record that are open on 31 October 2026, by position.
open_plans contains i if {
	some i, plan in input.plans
	cases.open_plan(plan)
}

open_referrals contains i if {
	some i, referral in input.referrals
	cases.open_referral(referral)
}

plan_open(plan) if {
	0 in open_plans with input as {"plans": [plan]} with data.run.as_at as "2026-10-31"
}

referral_open(referral) if {
	0 in open_referrals with input as {"referrals": [referral]} with data.run.as_at as "2026-10-31"
}

# A field that nobody filled in is absent; a null or a blank text should never come, and counts alike.
blanks := [null, "", " "]

test_plan_without_an_end if plan_open({"start_date": "2026-03-02"})

test_plan_without_dates if plan_open({})

test_plan_with_blanks if {
	every blank in blanks {
		plan_open({"start_date": blank, "end_date": blank})
	}
}

test_plan_with_a_blank_start if plan_open({"plan_id": "P1", "end_date": "2026-12-01"})

test_plan_with_a_blank_start_ended if not plan_open({"end_date": "2026-10-01"})

test_plan_begun_on_as_at if plan_open({"start_date": "2026-10-31"})

test_plan_begins_tomorrow if not plan_open({"start_date": "2026-11-01"})

test_plan_ended_yesterday if not plan_open({"start_date": "2026-03-02", "end_date": "2026-10-30"})

test_plan_ended_on_as_at if not plan_open({"start_date": "2026-03-02", "end_date": "2026-10-31"})

test_plan_ends_tomorrow if plan_open({"start_date": "2026-03-02", "end_date": "2026-11-01"})

test_plan_of_any_type if plan_open({"type": "pathway", "start_date": "2026-03-02"})

test_referral_without_a_close if referral_open({"date": "2026-03-02"})

test_referral_without_dates if referral_open({})

test_referral_with_blanks if {
	every blank in blanks {
		referral_open({"date": blank, "close_date": blank, "no_further_action": blank})
	}
}

test_referral_made_on_as_at if referral_open({"date": "2026-10-31"})

test_referral_made_tomorrow if not referral_open({"date": "2026-11-01"})

test_referral_closed_yesterday if not referral_open({"date": "2026-03-02", "close_date": "2026-10-30"})

test_referral_closed_on_as_at if not referral_open({"date": "2026-03-02", "close_date": "2026-10-31"})

test_referral_closes_tomorrow if referral_open({"date": "2026-03-02", "close_date": "2026-11-01"})

test_referral_with_no_further_action if not referral_open({"date": "2026-03-02", "no_further_action": true})

test_referral_with_further_action if referral_open({"date": "2026-03-02", "no_further_action": false})

died(date) := {
	"child": {"date_of_death": date},
	"plans": [{"start_date": "2026-03-02"}],
	"referrals": [{"date": "2026-03-02"}],
}

test_child_died if {
	open_plans == set() with input as died("2026-10-01") with data.run.as_at as "2026-10-31"
	open_referrals == set() with input as died("2026-10-01") with data.run.as_at as "2026-10-31"
	not cases.open_for_days(28) with input as died("2026-10-01") with data.run.as_at as "2026-10-31"
}

test_child_died_on_as_at if open_plans == set() with input as died("2026-10-31") with data.run.as_at as "2026-10-31"

# A date of death after as-at has not happened.
test_child_died_later if open_plans == {0} with input as died("2026-11-01") with data.run.as_at as "2026-10-31"

test_blank_date_of_death if {
	every blank in blanks {
		open_plans == {0} with input as died(blank) with data.run.as_at as "2026-10-31"
	}
}

open_for_days(n, record) if cases.open_for_days(n) with input as record with data.run.as_at as "2026-10-31"

test_open_for_28_days if {
	open_for_days(28, {"plans": [{"start_date": "2026-10-03"}]})
	open_for_days(28, {"referrals": [{"date": "2026-10-03"}]})
}

test_open_for_27_days if {
	not open_for_days(28, {"plans": [{"start_date": "2026-10-04"}]})
	not open_for_days(28, {"referrals": [{"date": "2026-10-04"}]})
}

test_open_since_nobody_wrote_when if {
	not open_for_days(28, {"plans": [{}], "referrals": [{}]})
	not open_for_days(28, {"plans": [{"start_date": null}], "referrals": [{"date": ""}]})
}

test_one_long_open_is_enough if {
	open_for_days(28, {"plans": [{"start_date": "2026-10-30"}, {"start_date": "2026-01-05"}]})
}

test_long_open_but_ended if {
	not open_for_days(28, {"plans": [{"start_date": "2026-01-05", "end_date": "2026-10-31"}]})
	not open_for_days(28, {"referrals": [{"date": "2026-01-05", "close_date": "2026-10-31"}]})
	not open_for_days(28, {"referrals": [{"date": "2026-01-05", "no_further_action": true}]})
}

# The closed one is long open, the open one is not.
test_no_mixing_of_two if {
	not open_for_days(28, {"plans": [{"start_date": "2026-01-05", "end_date": "2026-05-01"}, {"start_date": "2026-10-30"}]})
}

test_nothing_in_the_record if not open_for_days(28, {"plans": [], "referrals": []})
