package audit.children_in_care.education_plan_started_test

import data.audit.children_in_care.education_plan_started
import data.lib.testing

child := {"date_of_birth": "2015-03-01"}

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := education_plan_started.applies with input as record with data.run.as_at as as_at
	met := education_plan_started.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

episode(details) := object.union({"entered_care_date": "2026-03-02", "start_date": "2026-03-02"}, details)

verdict(details, plans) := verdict_of({"child": child, "care_episodes": [episode(details)], "education_plans": plans})

due(as_at, day) := last_day if {
	record := {"child": child, "care_episodes": [episode({"entered_care_date": day, "start_date": day})]}
	last_day := education_plan_started.due[0] with input as record with data.run.as_at as as_at
}

# Entered care on Monday 2 March 2026; ten working days later is Monday 16 March.
test_on_the_deadline if verdict({}, [{"date": "2026-03-16"}]) == "met"

test_a_day_late if verdict({}, [{"date": "2026-03-17"}]) == "not met"

test_the_same_day if verdict({}, [{"date": "2026-03-02"}]) == "met"

test_a_plan_from_before_this_care_does_not_count if verdict({}, [{"date": "2026-03-01"}]) == "not met"

test_the_first_counts if verdict({}, [{"date": "2026-09-07"}, {"date": "2026-03-10"}, {"date": "2025-01-12"}]) == "met"

test_no_plan if {
	verdict({}, []) == "not met"
	every blank in [null, "", " "] {
		verdict({}, [{"date": blank}]) == "not met"
	}
}

# Saturday 14 March: day 1 is Monday 16 March.
test_entered_at_a_weekend if due("2026-10-31", "2026-03-14") == "2026-03-27"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-04-01") == "2026-04-17"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2027-01-31", "2026-12-21") == "2027-01-07"

entered(day) := verdict({"entered_care_date": day, "start_date": day}, [])

# From Friday 16 October the last day is Friday 30 October; from Monday 19 October it is Monday 2 November.
test_the_deadline_was_the_day_before_as_at if entered("2026-10-16") == "not met"

test_the_deadline_is_as_at if {
	record := {"child": child, "care_episodes": [episode({"entered_care_date": "2026-10-16", "start_date": "2026-10-16"})]}
	verdict_on("2026-10-30", record) == "not audited"
}

test_not_due_yet if entered("2026-10-19") == "not audited"

test_a_plan_after_as_at_reads_as_blank if {
	verdict({"entered_care_date": "2026-10-19", "start_date": "2026-10-19"}, [{"date": "2026-11-01"}]) == "not audited"
}

test_entered_on_the_first_day_of_the_period if entered("2025-11-01") == "not met"

test_entered_before_the_period if entered("2025-10-31") == "not audited"

born(day) := verdict_of({"child": {"date_of_birth": day}, "care_episodes": [episode({})]})

test_on_the_fourth_birthday if born("2022-03-02") == "not met"

test_the_day_before_the_fourth_birthday if born("2022-03-03") == "not audited"

test_the_day_before_the_eighteenth_birthday if born("2008-03-03") == "not met"

test_on_the_eighteenth_birthday if born("2008-03-02") == "not audited"

test_unknown_date_of_birth if {
	every blank in [null, "", "2026-11-01"] {
		born(blank) == "not audited"
	}
	verdict_of({"care_episodes": [episode({})]}) == "not audited"
}

test_care_has_ended if verdict({"end_date": "2026-10-31"}, []) == "not audited"

test_an_end_planned_for_later_is_none if verdict({"end_date": "2026-11-01"}, []) == "not met"

test_a_short_break_is_no_care if {
	every status in ["V3", "V4"] {
		verdict({"legal_status": status}, []) == "not audited"
	}
	verdict({"legal_status": "C2"}, []) == "not met"
}

test_once_for_each_period_of_care if {
	record := {"child": child, "care_episodes": [episode({}), episode({"start_date": "2026-06-01"})]}
	education_plan_started.applies == {1} with input as record with data.run.as_at as "2026-10-31"
}

test_the_child_has_died if {
	every day, expected in {"2026-10-31": "not audited", "2026-11-01": "not met"} {
		verdict_of({"child": object.union(child, {"date_of_death": day}), "care_episodes": [episode({})]}) == expected
	}
}

test_nobody_wrote_since_when if {
	every blank in [null, "", " "] {
		record := {"child": child, "care_episodes": [episode({"entered_care_date": blank})]}
		verdict_of(record) == "not audited"
		doubts := education_plan_started.doubt with input as record with data.run.as_at as "2026-10-31"
		count(doubts[0]) == 1
	}
}
