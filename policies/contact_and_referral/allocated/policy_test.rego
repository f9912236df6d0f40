package audit.contact_and_referral.allocated_test

import data.audit.contact_and_referral.allocated
import data.lib.testing

verdict(referral) := testing.verdict(applies, met, 0) if {
	applies := allocated.applies with input.referrals as [referral] with data.run.as_at as "2026-10-31"
	met := allocated.met with input.referrals as [referral] with data.run.as_at as "2026-10-31"
}

# Referred on Wednesday 11 March 2026; two working days later is Friday 13 March.
march(recorded) := object.union({"date": "2026-03-11"}, recorded)

test_on_the_deadline if verdict(march({"allocated_date": "2026-03-13"})) == "met"

test_a_day_late if verdict(march({"allocated_date": "2026-03-14"})) == "not met"

test_the_same_day if verdict(march({"allocated_date": "2026-03-11"})) == "met"

test_before_the_referral_is_met if verdict(march({"allocated_date": "2026-03-10"})) == "met"

test_never_allocated if {
	every blank in [null, ""] {
		verdict(march({"allocated_date": blank})) == "not met"
	}
	verdict(march({})) == "not met"
}

# Referred on Saturday 14 March: day 1 is Monday 16 March.
test_referred_at_a_weekend if {
	verdict({"date": "2026-03-14", "allocated_date": "2026-03-17"}) == "met"
	verdict({"date": "2026-03-14", "allocated_date": "2026-03-18"}) == "not met"
}

# Wednesday 23 December: Christmas Day and Monday 28 December are bank holidays.
test_over_christmas if {
	allocated.due == {0: "2026-12-29"} with input.referrals as [{"date": "2026-12-23"}] with data.run.as_at as "2027-01-31"
}

# Wednesday 1 April: Good Friday and Easter Monday are bank holidays.
test_over_easter if {
	allocated.due == {0: "2026-04-07"} with input.referrals as [{"date": "2026-04-01"}] with data.run.as_at as "2026-10-31"
}

test_no_further_action_is_not_audited if verdict(march({"no_further_action": true})) == "not audited"

test_further_action_is_audited if verdict(march({"no_further_action": false})) == "not met"

test_blank_no_further_action_is_audited if verdict(march({"no_further_action": null})) == "not met"

# Referred on Wednesday 28 October: due on Friday 30 October, the day before as-at.
test_unallocated_the_day_after_it_was_due if verdict({"date": "2026-10-28"}) == "not met"

# Referred on Thursday 29 October: due on Monday 2 November.
test_not_due_yet_is_not_audited if verdict({"date": "2026-10-29"}) == "not audited"

test_due_on_as_at_is_not_audited if {
	applies := allocated.applies with input.referrals as [{"date": "2026-10-29"}] with data.run.as_at as "2026-11-02"
	applies == set()
}

test_allocated_after_as_at_reads_as_unallocated if {
	verdict({"date": "2026-10-29", "allocated_date": "2026-11-02"}) == "not audited"
	verdict({"date": "2026-10-28", "allocated_date": "2026-11-02"}) == "not met"
}

test_a_council_may_allow_longer if {
	longer := verdict(march({"allocated_date": "2026-03-16"})) with data.settings.allocation_wd.values as [{"value": 3}]
	longer == "met"
}

test_referred_on_as_at_and_allocated if verdict({"date": "2026-10-31", "allocated_date": "2026-10-31"}) == "met"

test_referred_on_the_first_day_of_the_period if verdict({"date": "2025-11-01"}) == "not met"

test_referred_before_the_period_is_not_audited if verdict({"date": "2025-10-31"}) == "not audited"

test_referred_after_as_at_is_not_audited if verdict({"date": "2026-11-01"}) == "not audited"

test_day_of_referral_not_known_is_not_audited if {
	every blank in [null, ""] {
		verdict({"date": blank, "allocated_date": "2026-03-13"}) == "not audited"
	}
}
