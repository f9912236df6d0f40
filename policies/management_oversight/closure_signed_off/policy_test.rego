package audit.management_oversight.closure_signed_off_test

import data.audit.management_oversight.closure_signed_off
import data.lib.testing

verdict_on(referral, as_at) := testing.verdict(applies, met, 0) if {
	applies := closure_signed_off.applies with input.referrals as [referral] with data.run.as_at as as_at
	met := closure_signed_off.met with input.referrals as [referral] with data.run.as_at as as_at
}

verdict(referral) := verdict_on(referral, "2026-10-31")

due(ready, as_at) := days if {
	days := closure_signed_off.due with input.referrals as [{"closure_ready_date": ready}] with data.run.as_at as as_at
}

# Wednesday 11 March 2026; five working days later is Wednesday 18 March.
march(signed) := {"closure_ready_date": "2026-03-11", "closure_signed_off_date": signed}

test_signed_off_on_the_deadline if verdict(march("2026-03-18")) == "met"

test_signed_off_a_day_late if verdict(march("2026-03-19")) == "not met"

test_signed_off_the_same_day if verdict(march("2026-03-11")) == "met"

test_signed_off_before_it_was_asked_for_is_met if verdict(march("2026-03-10")) == "met"

test_never_signed_off if {
	verdict({"closure_ready_date": "2026-03-11"}) == "not met"
	every blank in [null, ""] {
		verdict(march(blank)) == "not met"
	}
}

test_closed_without_a_sign_off if {
	verdict({"date": "2026-01-05", "closure_ready_date": "2026-03-11", "close_date": "2026-03-12"}) == "not met"
}

# Asked for on a Saturday: day 1 is Monday 16 March.
test_asked_for_at_a_weekend if due("2026-03-14", "2026-10-31") == {0: "2026-03-20"}

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2026-12-23", "2027-01-31") == {0: "2027-01-04"}

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-04-01", "2026-10-31") == {0: "2026-04-10"}

test_not_signed_off_on_the_day_it_is_due_is_not_audited if {
	verdict_on({"closure_ready_date": "2026-03-11"}, "2026-03-18") == "not audited"
}

test_not_signed_off_the_day_after_it_was_due if verdict_on({"closure_ready_date": "2026-03-11"}, "2026-03-19") == "not met"

test_signed_off_before_it_is_due_is_judged_at_once if verdict_on(march("2026-03-12"), "2026-03-12") == "met"

test_signed_off_after_as_at_reads_as_blank if {
	verdict_on(march("2026-03-18"), "2026-03-17") == "not audited"
	verdict_on(march("2026-03-20"), "2026-03-19") == "not met"
}

test_a_council_may_allow_six_days if {
	longer := verdict(march("2026-03-19")) with data.settings.closure_wd.values as [{"value": 6}]
	longer == "met"
}

test_ready_on_the_first_day_of_the_period if verdict({"closure_ready_date": "2025-11-01"}) == "not met"

test_ready_before_the_period_is_not_audited if verdict({"closure_ready_date": "2025-10-31"}) == "not audited"

test_ready_on_the_last_day_of_the_period if {
	verdict({"closure_ready_date": "2026-10-31", "closure_signed_off_date": "2026-10-31"}) == "met"
}

test_ready_after_as_at_is_not_audited if {
	verdict({"closure_ready_date": "2026-11-01", "closure_signed_off_date": "2026-10-30"}) == "not audited"
}

test_not_ready_is_not_audited if {
	verdict({"closure_signed_off_date": "2026-03-12"}) == "not audited"
	every blank in [null, ""] {
		verdict({"closure_ready_date": blank, "closure_signed_off_date": "2026-03-12"}) == "not audited"
	}
}

test_no_further_action_is_audited_too if {
	verdict({"closure_ready_date": "2026-03-11", "no_further_action": true}) == "not met"
}

test_report_has_the_arithmetic if {
	late := march("2026-03-19")
	closure_signed_off.start == {0: "2026-03-11"} with input.referrals as [late] with data.run.as_at as "2026-10-31"
	closure_signed_off.done == {0: "2026-03-19"} with input.referrals as [late] with data.run.as_at as "2026-10-31"
}
