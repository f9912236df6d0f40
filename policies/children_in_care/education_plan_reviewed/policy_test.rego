package audit.children_in_care.education_plan_reviewed_test

import data.audit.children_in_care.education_plan_reviewed
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := education_plan_reviewed.applies with input as record with data.run.as_at as as_at
	met := education_plan_reviewed.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

# A ten-year-old in care since 6 January 2025.
episode(details) := object.union({"legal_status": "C2", "entered_care_date": "2025-01-06", "start_date": "2025-01-06"}, details)

child := {"date_of_birth": "2016-05-17"}

planned(plans) := verdict_of({"child": child, "care_episodes": [episode({})], "education_plans": plans})

in_care(details, plans) := verdict_of({"child": child, "care_episodes": [episode(details)], "education_plans": plans})

born(day) := verdict_of({"child": {"date_of_birth": day}, "care_episodes": [episode({})], "education_plans": []})

# The 122nd day before Saturday 31 October 2026 is Wednesday 1 July.
test_dated_exactly_122_days_before if planned([{"date": "2026-07-01"}]) == "met"

test_dated_123_days_before if planned([{"date": "2026-06-30"}]) == "not met"

test_dated_on_as_at if planned([{"date": "2026-10-31"}]) == "met"

test_a_plan_after_as_at_is_no_evidence if planned([{"date": "2026-11-01"}]) == "not met"

test_a_plan_after_as_at_does_not_hide_an_earlier_one if planned([{"date": "2026-11-01"}, {"date": "2026-09-14"}]) == "met"

test_the_last_plan_counts if planned([{"date": "2026-09-14"}, {"date": "2026-01-12"}]) == "met"

test_no_plan if {
	planned([]) == "not met"
	verdict_of({"child": child, "care_episodes": [episode({})]}) == "not met"
}

test_a_plan_without_a_date if {
	every blank in [null, ""] {
		planned([{"date": blank}]) == "not met"
	}
	planned([{}]) == "not met"
}

# In care since 15 July: the plan of 10 July is of an earlier period of care.
test_a_plan_before_entry_belongs_to_earlier_care if {
	in_care({"entered_care_date": "2026-07-15"}, [{"date": "2026-07-14"}]) == "not met"
	in_care({"entered_care_date": "2026-07-15"}, [{"date": "2026-07-15"}]) == "met"
}

test_a_council_may_set_other_days if {
	planned([{"date": "2026-06-30"}]) == "met" with data.settings.pep_days.values as [{"value": 123}]
}

# The 122 days before 30 June 2028 begin on 29 February.
test_over_a_leap_day if {
	record := {"child": child, "care_episodes": [episode({})], "education_plans": [{"date": "2028-02-29"}]}
	verdict_on("2028-06-30", record) == "met"
	verdict_on("2028-07-01", record) == "not met"
}

# Three months before 31 October is 31 July.
test_in_care_exactly_3_months if in_care({"entered_care_date": "2026-07-31"}, []) == "not met"

test_in_care_a_day_less if in_care({"entered_care_date": "2026-08-01"}, []) == "not audited"

test_the_months_run_from_entry_and_not_from_the_episode if in_care({"start_date": "2026-09-01"}, []) == "not met"

test_blank_day_of_entry if {
	every blank in [null, "", "2026-11-02"] {
		in_care({"entered_care_date": blank}, []) == "not audited"
	}
	verdict_of({"child": child, "care_episodes": [{"start_date": "2020-01-06"}]}) == "not audited"
}

test_fourth_birthday_on_as_at if born("2022-10-31") == "not met"

test_fourth_birthday_tomorrow if born("2022-11-01") == "not audited"

test_eighteenth_birthday_tomorrow if born("2008-11-01") == "not met"

test_eighteenth_birthday_on_as_at if born("2008-10-31") == "not audited"

test_unknown_date_of_birth if {
	every unknown in [null, "", "2026-11-02"] {
		born(unknown) == "not audited"
	}
	verdict_of({"care_episodes": [episode({})]}) == "not audited"
}

test_ended_on_as_at if in_care({"end_date": "2026-10-31"}, []) == "not audited"

test_an_end_after_as_at_is_still_open if in_care({"end_date": "2026-11-01"}, []) == "not met"

test_begins_after_as_at if in_care({"start_date": "2026-11-01"}, []) == "not audited"

test_short_breaks_are_not_audited if {
	every status in ["V3", "V4"] {
		in_care({"legal_status": status}, []) == "not audited"
	}
}

test_counted_once_for_a_period_of_care if {
	record := {"child": child, "care_episodes": [episode({}), episode({"start_date": "2026-06-01"}), episode({"entered_care_date": "2025-02-03"})]}
	education_plan_reviewed.applies == {1, 2} with input as record with data.run.as_at as "2026-10-31"
}

test_the_child_has_died if {
	every day, verdict in {"2026-10-20": "not audited", "2026-11-01": "not met"} {
		verdict_of({"child": object.union(child, {"date_of_death": day}), "care_episodes": [episode({})]}) == verdict
	}
}

note(plans) := words if {
	words := education_plan_reviewed.note with input as {"care_episodes": [episode({})], "education_plans": plans}
		with data.run.as_at as "2026-10-31"
}

test_the_note_says_when_the_last_one_was if {
	note([{"date": "2026-05-11"}, {"date": "2026-01-12"}, {"date": "2026-11-02"}]) == {0: "the last one is of 2026-05-11"}
}

test_no_note_without_any if note([{"date": "2025-01-05"}]) == {}
