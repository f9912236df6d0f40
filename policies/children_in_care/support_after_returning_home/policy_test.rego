package audit.children_in_care.support_after_returning_home_test

import data.audit.children_in_care.support_after_returning_home
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := support_after_returning_home.applies with input as record with data.run.as_at as as_at
	met := support_after_returning_home.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

# Care that ended on Monday 9 March 2026: ten working days later is Monday 23 March, 28 days later Monday 6 April.
episode(details) := object.union({"end_date": "2026-03-09", "end_reason": "E4A", "legal_status": "C2"}, details)

supported_by(as_at, plans) := verdict_on(as_at, {"care_episodes": [episode({})], "plans": plans})

supported(plans) := supported_by("2026-10-31", plans)

ended(details) := verdict_of({"care_episodes": [episode(details)], "plans": []})

plan(details) := object.union({"type": "child_in_need", "start_date": "2026-03-09"}, details)

test_a_plan_that_goes_on if supported([plan({})]) == "met"

test_begun_on_the_last_day if supported([plan({"start_date": "2026-03-23"})]) == "met"

test_begun_a_day_late if supported([plan({"start_date": "2026-03-24"})]) == "not met"

test_begun_before_care_ended if supported([plan({"start_date": "2025-09-01"})]) == "met"

test_no_plan if {
	supported([]) == "not met"
	verdict_of({"care_episodes": [episode({})]}) == "not met"
}

test_a_plan_without_a_start_is_no_evidence if {
	every blank in [null, ""] {
		supported([plan({"start_date": blank})]) == "not met"
	}
	supported([{"type": "care"}]) == "not met"
}

test_ended_on_the_28th_day if supported([plan({"end_date": "2026-04-06"})]) == "met"

test_ended_a_day_earlier if supported([plan({"end_date": "2026-04-05"})]) == "not met"

test_ended_with_care if supported([plan({"start_date": "2025-09-01", "end_date": "2026-03-09"})]) == "not met"

test_a_blank_end_goes_on if {
	every blank in [null, ""] {
		supported([plan({"end_date": blank})]) == "met"
	}
}

test_child_in_need_and_care_plans_count if {
	supported([plan({"type": "child_in_need"})]) == "met"
	supported([plan({"type": "care"})]) == "met"
}

test_another_type_of_plan_does_not_count if {
	every type in ["child_protection", "pathway", "", null] {
		supported([plan({"type": type})]) == "not met"
	}
	supported([{"start_date": "2026-03-09"}]) == "not met"
}

test_one_of_several_is_enough if {
	supported([plan({"end_date": "2026-03-30"}), plan({"type": "care", "start_date": "2026-03-16"})]) == "met"
}

test_two_short_plans_do_not_make_a_long_one if {
	supported([plan({"end_date": "2026-03-16"}), plan({"start_date": "2026-03-16", "end_date": "2026-04-05"})]) == "not met"
}

test_not_audited_before_the_28th_day_with_a_running_plan if {
	supported_by("2026-03-10", [plan({})]) == "not audited"
	supported_by("2026-04-05", [plan({})]) == "not audited"
	supported_by("2026-04-05", [plan({"end_date": "2026-04-06"})]) == "not audited"
}

test_audited_on_the_28th_day if supported_by("2026-04-06", [plan({})]) == "met"

# The end is planned for the 27th day, and has not come yet.
test_a_planned_end_leaves_it_running if {
	supported_by("2026-03-31", [plan({"end_date": "2026-04-05"})]) == "not audited"
	supported_by("2026-04-05", [plan({"end_date": "2026-04-05"})]) == "not met"
}

test_no_plan_and_not_too_late if supported_by("2026-03-23", []) == "not audited"

test_no_plan_and_too_late if supported_by("2026-03-24", []) == "not met"

test_a_plan_that_ended_at_once_leaves_time_for_another if {
	supported_by("2026-03-23", [plan({"end_date": "2026-03-16"})]) == "not audited"
	supported_by("2026-03-24", [plan({"end_date": "2026-03-16"})]) == "not met"
}

test_a_plan_begun_after_as_at_has_not_begun if {
	supported_by("2026-03-16", [plan({"start_date": "2026-03-17"})]) == "not audited"
}

# A council that asks for five days of support: they are over, and the plan is yet to begin.
test_a_plan_begun_after_as_at_is_no_support if {
	five_days([plan({"start_date": "2026-03-17"})], "2026-03-16") == "not audited"
	five_days([plan({"start_date": "2026-03-17"})], "2026-03-17") == "met"
}

five_days(plans, as_at) := verdict if {
	verdict := supported_by(as_at, plans) with data.settings.home_support_days.values as [{"value": 5}]
}

begin_by(day) := last if {
	last := support_after_returning_home.begin_by[0] with input as {"care_episodes": [episode({"end_date": day})]}
		with data.run.as_at as "2027-01-31"
}

# Good Friday 3 April and Easter Monday 6 April 2026; 25 and 28 December 2026 and 1 January 2027.
test_over_easter_and_christmas if {
	begin_by("2026-03-27") == "2026-04-14"
	begin_by("2026-12-18") == "2027-01-06"
}

# Care that ended on 1 February 2028: the 28th day is 29 February.
test_over_a_leap_day if {
	record := {"care_episodes": [episode({"end_date": "2028-02-01"})], "plans": [plan({"end_date": "2028-02-29"})]}
	verdict_on("2028-10-31", record) == "met"
	verdict_on("2028-10-31", object.union(record, {"plans": [plan({"end_date": "2028-02-28"})]})) == "not met"
}

test_a_council_may_set_other_days if {
	supported([plan({"start_date": "2026-03-24"})]) == "met" with data.settings.step_down_wd.values as [{"value": 11}]
	supported([plan({"end_date": "2026-04-05"})]) == "met" with data.settings.home_support_days.values as [{"value": 27}]
}

test_the_child_returned_home if {
	every reason in ["E4A", "E4B", "E13"] {
		ended({"end_reason": reason}) == "not met"
	}
}

test_another_reason_is_not_audited if {
	every reason in ["E11", "E12", "E3", "X1", "E8", "", null] {
		ended({"end_reason": reason}) == "not audited"
	}
	verdict_of({"care_episodes": [{"end_date": "2026-03-09"}]}) == "not audited"
}

test_a_v3_episode_is_not_audited if ended({"legal_status": "V3"}) == "not audited"

test_a_v4_episode_is_audited if ended({"legal_status": "V4"}) == "not met"

test_a_blank_legal_status_is_audited if {
	ended({"legal_status": null}) == "not met"
	verdict_of({"care_episodes": [{"end_date": "2026-03-09", "end_reason": "E13"}]}) == "not met"
}

test_ended_on_the_first_day_of_the_period if ended({"end_date": "2025-11-01"}) == "not met"

test_ended_before_the_period if ended({"end_date": "2025-10-31"}) == "not audited"

test_ended_on_as_at_is_too_early_to_say if ended({"end_date": "2026-10-31"}) == "not audited"

test_a_planned_end_of_care_is_not_audited if ended({"end_date": "2026-11-02"}) == "not audited"

test_care_that_goes_on_is_not_audited if {
	every blank in [null, ""] {
		ended({"end_date": blank}) == "not audited"
	}
	verdict_of({"care_episodes": [{"end_reason": "E4A"}]}) == "not audited"
}

test_each_episode_counts if {
	episodes := [episode({}), episode({}), episode({"end_reason": "X1"})]
	support_after_returning_home.applies == {0, 1} with input as {"care_episodes": episodes} with data.run.as_at as "2026-10-31"
}

test_a_death_does_not_end_it if {
	verdict_of({"child": {"date_of_death": "2026-10-20"}, "care_episodes": [episode({})]}) == "not met"
}

test_the_note_gives_the_two_days if {
	note := support_after_returning_home.note with input as {"care_episodes": [episode({})]} with data.run.as_at as "2026-10-31"
	note == {0: "a plan was to begin by 2026-03-23 and run to 2026-04-06"}
}
