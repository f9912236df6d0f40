package audit.children_in_care.care_plan_test

import data.audit.children_in_care.care_plan
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := care_plan.applies with input as record with data.run.as_at as as_at
	met := care_plan.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

audited(episodes) := positions if {
	positions := care_plan.applies with input as {"care_episodes": episodes} with data.run.as_at as "2026-10-31"
}

# A child in care since 2 March 2026, moved to another placement on Monday 26 October.
episode(details) := object.union({"legal_status": "C2", "entered_care_date": "2026-03-02", "start_date": "2026-10-26"}, details)

planned(plans) := verdict_of({"care_episodes": [episode({})], "plans": plans})

in_care(details) := verdict_of({"care_episodes": [episode(details)], "plans": []})

care(details) := object.union({"type": "care", "start_date": "2026-03-09"}, details)

test_an_open_care_plan if planned([care({})]) == "met"

test_no_plan if {
	planned([]) == "not met"
	verdict_of({"care_episodes": [episode({})]}) == "not met"
}

test_a_plan_of_another_type_does_not_count if {
	every type in ["child_protection", "child_in_need", "pathway", "", null] {
		planned([care({"type": type})]) == "not met"
	}
	planned([{"start_date": "2026-03-09"}]) == "not met"
}

test_a_plan_ended_on_as_at if planned([care({"end_date": "2026-10-31"})]) == "not met"

test_a_plan_that_ends_later_is_open if planned([care({"end_date": "2026-11-01"})]) == "met"

test_a_plan_begun_on_as_at if planned([care({"start_date": "2026-10-31"})]) == "met"

test_a_plan_that_begins_later_is_not_open if planned([care({"start_date": "2026-11-01"})]) == "not met"

test_a_plan_without_a_start_counts_as_begun if {
	planned([care({"start_date": null})]) == "met"
	planned([{"type": "care"}]) == "met"
}

test_a_plan_of_any_date_counts if planned([care({"start_date": "2025-01-06"})]) == "met"

test_one_open_of_several_is_enough if planned([care({"end_date": "2026-06-01"}), care({})]) == "met"

# Ten working days from Friday 16 October 2026 are Friday 30 October; from Monday 19 October, Monday 2 November.
test_in_care_for_10_working_days if in_care({"entered_care_date": "2026-10-16"}) == "not met"

test_in_care_for_fewer if in_care({"entered_care_date": "2026-10-19"}) == "not audited"

test_exactly_10_working_days_on_as_at if {
	verdict_on("2026-10-30", {"care_episodes": [episode({"entered_care_date": "2026-10-16"})]}) == "not met"
	verdict_on("2026-10-29", {"care_episodes": [episode({"entered_care_date": "2026-10-16"})]}) == "not audited"
}

# Good Friday 3 April and Easter Monday 6 April 2026: from Monday 23 March to Wednesday 8 April.
test_over_easter if {
	verdict_on("2026-04-08", {"care_episodes": [{"entered_care_date": "2026-03-23"}]}) == "not met"
	verdict_on("2026-04-07", {"care_episodes": [{"entered_care_date": "2026-03-23"}]}) == "not audited"
}

# 25 and 28 December 2026 and 1 January 2027 are bank holidays: from Friday 18 December to Wednesday 6 January.
test_over_christmas if {
	verdict_on("2027-01-06", {"care_episodes": [{"entered_care_date": "2026-12-18"}]}) == "not met"
	verdict_on("2027-01-05", {"care_episodes": [{"entered_care_date": "2026-12-18"}]}) == "not audited"
}

test_without_a_day_of_entry_the_start_counts if {
	every blank in [null, "", "2026-11-02"] {
		in_care({"entered_care_date": blank, "start_date": "2026-10-16"}) == "not met"
		in_care({"entered_care_date": blank, "start_date": "2026-10-19"}) == "not audited"
	}
	verdict_of({"care_episodes": [{"start_date": "2026-10-16"}]}) == "not met"
}

test_with_neither_date_not_audited if {
	in_care({"entered_care_date": null, "start_date": ""}) == "not audited"
	verdict_of({"care_episodes": [{}]}) == "not audited"
}

test_ended_on_as_at if in_care({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if in_care({"end_date": "2026-11-01"}) == "not met"

test_begins_after_as_at if in_care({"start_date": "2026-11-01"}) == "not audited"

test_short_breaks_are_not_audited if {
	every status in ["V3", "V4"] {
		in_care({"legal_status": status}) == "not audited"
	}
}

test_blank_legal_status_is_care if in_care({"legal_status": null}) == "not met"

test_counted_once_for_a_period_of_care if {
	audited([episode({"start_date": "2026-03-02"}), episode({}), episode({"end_date": "2026-10-30"})]) == {1}
	audited([episode({}), episode({"entered_care_date": "2026-01-05"})]) == {0, 1}
}

test_the_child_has_died if {
	verdict_of({"child": {"date_of_death": "2026-10-20"}, "care_episodes": [episode({})]}) == "not audited"
	verdict_of({"child": {"date_of_death": "2026-11-01"}, "care_episodes": [episode({})]}) == "not met"
}
