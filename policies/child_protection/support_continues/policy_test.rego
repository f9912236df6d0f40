package audit.child_protection.support_continues_test

import data.audit.child_protection.support_continues
import data.lib.testing

verdict_of(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := support_continues.applies with input as record with data.run.as_at as as_at
	met := support_continues.met with input as record with data.run.as_at as as_at
}

# A protection plan that ended on Wednesday 11 March 2026: ten working days later is Wednesday 25 March.
ended(date) := {"type": "child_protection", "start_date": "2025-06-02", "end_date": date}

followed_on(as_at, end, plans) := verdict_of(as_at, {"plans": array.concat([ended(end)], plans)})

followed(plans) := followed_on("2026-10-31", "2026-03-11", plans)

need(details) := object.union({"type": "child_in_need"}, details)

test_begun_on_the_last_day if followed([need({"start_date": "2026-03-25"})]) == "met"

test_begun_a_day_late if followed([need({"start_date": "2026-03-26"})]) == "not met"

test_begun_on_the_day_the_protection_plan_ended if followed([need({"start_date": "2026-03-11"})]) == "met"

test_no_plan_followed if followed([]) == "not met"

test_begun_in_time_and_soon_ended if followed([need({"start_date": "2026-03-16", "end_date": "2026-03-20"})]) == "met"

test_begun_and_ended_on_the_day_the_protection_plan_ended if {
	followed([need({"start_date": "2026-03-11", "end_date": "2026-03-11"})]) == "met"
}

test_begun_before_and_open_on_the_day_after if {
	followed([need({"start_date": "2026-03-10"})]) == "met"
	followed([need({"start_date": "2025-01-06", "end_date": "2026-03-13"})]) == "met"
}

test_begun_before_and_ended_by_the_day_after if {
	followed([need({"start_date": "2025-01-06", "end_date": "2026-03-12"})]) == "not met"
	followed([need({"start_date": "2025-01-06", "end_date": "2026-03-11"})]) == "not met"
	followed([need({"start_date": "2025-01-06", "end_date": "2026-02-02"})]) == "not met"
}

test_without_a_start_a_plan_counts_as_begun if {
	every blank in [null, ""] {
		followed([need({"start_date": blank})]) == "met"
		followed([need({"start_date": blank, "end_date": "2026-03-12"})]) == "not met"
	}
	followed([need({})]) == "met"
}

test_one_of_several_is_enough if {
	followed([need({"start_date": "2026-06-01"}), need({"start_date": "2026-03-20"})]) == "met"
}

test_a_plan_of_another_or_no_type_does_not_count if {
	every type in ["child_protection", "care", "pathway", null, ""] {
		followed([{"type": type, "start_date": "2026-03-16"}]) == "not met"
		followed([{"type": type, "start_date": "2025-01-06"}]) == "not met"
	}
}

# Ended on Friday 16 October: due by Friday 30 October. On Monday 19 October: by Monday 2 November.
test_due_the_day_before_as_at if followed_on("2026-10-31", "2026-10-16", []) == "not met"

test_due_on_as_at if followed_on("2026-10-30", "2026-10-16", []) == "not audited"

test_not_due_yet if followed_on("2026-10-31", "2026-10-19", []) == "not audited"

test_begun_before_it_is_due if followed_on("2026-10-31", "2026-10-19", [need({"start_date": "2026-10-26"})]) == "met"

test_open_on_the_day_after_before_it_is_due if followed_on("2026-10-31", "2026-10-19", [need({"start_date": "2026-03-02"})]) == "met"

test_begins_after_as_at if {
	followed_on("2026-10-31", "2026-10-19", [need({"start_date": "2026-11-02"})]) == "not audited"
	followed_on("2026-10-31", "2026-10-31", [need({"start_date": "2026-11-01"})]) == "not audited"
}

# On as-at the day after has not come: a plan that is open then is taken to go on.
test_ended_on_as_at_with_another_open if {
	followed_on("2026-10-31", "2026-10-31", [need({"start_date": "2026-03-02"})]) == "met"
	followed_on("2026-10-31", "2026-10-31", [need({"start_date": "2026-03-02", "end_date": "2026-11-01"})]) == "met"
	followed_on("2026-10-31", "2026-10-31", [need({"start_date": "2026-03-02", "end_date": "2026-10-31"})]) == "not audited"
}

test_the_councils_own_limit if {
	verdict := followed([need({"start_date": "2026-03-26"})]) with data.settings.step_down_wd.values as [{"value": 11}]
	verdict == "met"
}

due(as_at, end) := last_day if {
	last_day := support_continues.due[0] with input.plans as [ended(end)] with data.run.as_at as as_at
}

# Ended on a Saturday: day 1 is Monday 9 March.
test_ended_at_a_weekend if due("2026-10-31", "2026-03-07") == "2026-03-20"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-03-25") == "2026-04-10"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2027-01-31", "2026-12-17") == "2027-01-05"

# The case, on the day the protection plan ended.
referred(referrals) := verdict_of("2026-10-31", {"plans": [ended("2026-03-11")], "referrals": referrals})

referral(details) := object.union({"date": "2025-05-06"}, details)

test_closed_on_that_day if referred([referral({"close_date": "2026-03-11"})]) == "not audited"

test_closed_before_that_day if referred([referral({"close_date": "2026-02-02"})]) == "not audited"

test_closed_the_day_after if referred([referral({"close_date": "2026-03-12"})]) == "not met"

test_still_open if referred([referral({})]) == "not met"

test_blank_close_date if {
	every blank in [null, ""] {
		referred([referral({"close_date": blank})]) == "not met"
	}
}

test_no_referral_was_closed if referred([]) == "not met"

test_one_closed_and_one_open if {
	referred([referral({"close_date": "2025-05-20"}), referral({})]) == "not met"
	referred([referral({"close_date": "2025-05-20"}), referral({"close_date": "2026-03-12"})]) == "not met"
}

test_one_closed_and_one_of_that_day if referred([referral({"close_date": "2026-03-11"}), {"date": "2026-03-11"}]) == "not met"

test_one_closed_and_one_of_a_later_day if {
	referred([referral({"close_date": "2026-03-11"}), {"date": "2026-03-12"}]) == "not audited"
	referred([referral({"close_date": "2026-03-11"}), {"date": "2026-11-02"}]) == "not audited"
}

test_one_closed_and_one_without_a_date_which_counts_as_begun if {
	every blank in [null, ""] {
		referred([referral({"close_date": "2026-03-11"}), {"date": blank}]) == "not met"
	}
	referred([referral({"close_date": "2026-03-11"}), {"referral_id": "R2"}]) == "not met"
}

test_one_closed_and_one_that_needed_no_further_action if {
	referred([referral({"close_date": "2026-03-11"}), referral({"no_further_action": true})]) == "not audited"
}

test_one_closed_and_one_that_needed_or_may_have_needed_action if {
	every answer in [false, null, ""] {
		referred([referral({"close_date": "2026-03-11"}), referral({"no_further_action": answer})]) == "not met"
	}
}

test_one_that_needed_no_further_action_is_closed_by_its_date_alone if {
	referred([referral({"no_further_action": true})]) == "not met"
	referred([referral({"no_further_action": true, "close_date": "2025-05-07"})]) == "not audited"
}

died(date) := verdict_of("2026-10-31", {"child": {"date_of_death": date}, "plans": [ended("2026-03-11")]})

test_the_child_had_died if {
	died("2026-03-10") == "not audited"
	died("2026-03-11") == "not audited"
}

test_the_child_died_later if {
	died("2026-03-12") == "not met"
	died("2026-11-02") == "not met"
}

test_blank_date_of_death if {
	every blank in [null, ""] {
		died(blank) == "not met"
	}
}

test_ended_on_the_first_day_of_the_period if followed_on("2026-10-31", "2025-11-01", []) == "not met"

test_ended_before_the_period if followed_on("2026-10-31", "2025-10-31", []) == "not audited"

test_ends_after_as_at if followed_on("2026-10-31", "2026-11-02", [need({})]) == "not audited"

test_a_plan_without_an_end_is_not_audited if {
	every blank in [null, ""] {
		followed_on("2026-10-31", blank, []) == "not audited"
	}
	verdict_of("2026-10-31", {"plans": [{"type": "child_protection"}]}) == "not audited"
}

test_the_end_of_a_plan_of_another_or_no_type_is_not_audited if {
	every type in ["child_in_need", "care", "pathway", null, ""] {
		verdict_of("2026-10-31", {"plans": [{"type": type, "end_date": "2026-03-11"}]}) == "not audited"
	}
}

# The day that the report counts to: of a late plan, but not where one was open on the day after.
done(plans) := days if {
	days := support_continues.done with input as {"plans": array.concat([ended("2026-03-11")], plans)}
		with data.run.as_at as "2026-10-31"
}

test_the_report_gives_the_day_of_a_late_plan if {
	done([need({"start_date": "2026-06-01"}), need({"start_date": "2026-04-01"})]) == {0: "2026-04-01"}
}

test_the_report_does_not_call_late_what_continued if {
	done([need({"start_date": "2026-03-02"}), need({"start_date": "2026-06-01"})]) == {}
}

test_the_report_does_not_give_a_plan_begun_before if {
	done([need({"start_date": "2026-03-02", "end_date": "2026-03-10"})]) == {}
}
