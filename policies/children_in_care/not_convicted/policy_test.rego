package audit.children_in_care.not_convicted_test

import data.audit.children_in_care.not_convicted
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := not_convicted.applies with input as record with data.run.as_at as as_at
	met := not_convicted.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

# A child of fifteen in care since 6 January 2025.
episode(details) := object.union({"legal_status": "C2", "entered_care_date": "2025-01-06", "start_date": "2025-01-06"}, details)

child := {"date_of_birth": "2011-05-17"}

convicted(convictions) := verdict_of({"child": child, "care_episodes": [episode({})], "convictions": convictions})

in_care(details) := verdict_of({"child": child, "care_episodes": [episode(details)], "convictions": []})

born(day) := verdict_of({"child": {"date_of_birth": day}, "care_episodes": [episode({})], "convictions": []})

test_never_convicted if {
	convicted([]) == "met"
	verdict_of({"child": child, "care_episodes": [episode({})]}) == "met"
}

test_convicted_exactly_12_months_before if convicted([{"date": "2025-10-31"}]) == "not met"

test_convicted_a_day_earlier if convicted([{"date": "2025-10-30"}]) == "met"

test_convicted_on_as_at if convicted([{"date": "2026-10-31"}]) == "not met"

test_convicted_after_as_at if convicted([{"date": "2026-11-01"}]) == "met"

test_one_lately_of_several if convicted([{"date": "2025-02-03"}, {"date": "2026-05-11"}]) == "not met"

test_a_conviction_without_a_date if {
	every blank in [null, ""] {
		convicted([{"date": blank}]) == "met"
	}
	convicted([{}]) == "met"
}

# Twelve months before 29 February 2028 is 28 February 2027.
leap(day) := {"child": child, "care_episodes": [episode({})], "convictions": [{"date": day}]}

test_as_at_a_leap_day if {
	verdict_on("2028-02-29", leap("2027-02-28")) == "not met"
	verdict_on("2028-02-29", leap("2027-02-27")) == "met"
}

test_in_care_exactly_12_months if in_care({"entered_care_date": "2025-10-31"}) == "met"

test_in_care_a_day_less if in_care({"entered_care_date": "2025-11-01"}) == "not audited"

test_the_months_run_from_entry_and_not_from_the_episode if in_care({"start_date": "2026-09-01"}) == "met"

test_blank_day_of_entry if {
	every blank in [null, "", "2026-11-02"] {
		in_care({"entered_care_date": blank}) == "not audited"
	}
	verdict_of({"child": child, "care_episodes": [{"start_date": "2020-01-06"}]}) == "not audited"
}

test_tenth_birthday_on_as_at if born("2016-10-31") == "met"

test_tenth_birthday_tomorrow if born("2016-11-01") == "not audited"

test_unknown_date_of_birth if {
	every unknown in [null, "", "2026-11-02"] {
		born(unknown) == "not audited"
	}
	verdict_of({"care_episodes": [episode({})]}) == "not audited"
}

test_ended_on_as_at if in_care({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if in_care({"end_date": "2026-11-01"}) == "met"

test_begins_after_as_at if in_care({"start_date": "2026-11-01"}) == "not audited"

test_short_breaks_are_not_counted if {
	every status in ["V3", "V4"] {
		in_care({"legal_status": status}) == "not audited"
	}
}

test_counted_once_for_a_period_of_care if {
	record := {"child": child, "care_episodes": [episode({}), episode({"start_date": "2026-06-01"}), episode({"entered_care_date": "2025-02-03"})]}
	not_convicted.applies == {1, 2} with input as record with data.run.as_at as "2026-10-31"
}

test_the_child_has_died if {
	every day, verdict in {"2026-10-20": "not audited", "2026-11-01": "met"} {
		verdict_of({"child": object.union(child, {"date_of_death": day}), "care_episodes": [episode({})]}) == verdict
	}
}
