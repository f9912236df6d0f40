package audit.children_in_care.life_story_work_test

import data.audit.children_in_care.life_story_work
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := life_story_work.applies with input as record with data.run.as_at as as_at
	met := life_story_work.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

# A child in care since 6 January 2025 with a plan for permanence of 12 May 2025.
episode(details) := object.union({"legal_status": "C2", "entered_care_date": "2025-01-06", "start_date": "2025-01-06"}, details)

row(details) := object.union({"permanence_plan_date": "2025-05-12"}, details)

verdict(details) := verdict_of({"care_episodes": [episode({})], "permanence": [row(details)]})

in_care(details) := verdict_of({"care_episodes": [episode(details)], "permanence": [row({})]})

test_started if verdict({"life_story_started_date": "2025-09-08"}) == "met"

test_started_on_as_at if verdict({"life_story_started_date": "2026-10-31"}) == "met"

test_started_after_as_at if verdict({"life_story_started_date": "2026-11-01"}) == "not met"

test_a_start_of_any_date_counts if verdict({"life_story_started_date": "2020-01-06"}) == "met"

test_not_started if {
	every blank in [null, ""] {
		verdict({"life_story_started_date": blank}) == "not met"
	}
	verdict({}) == "not met"
}

test_no_plan_for_permanence_is_not_audited if {
	every blank in [null, "", "2026-11-01"] {
		verdict({"permanence_plan_date": blank}) == "not audited"
	}
	verdict_of({"care_episodes": [episode({})], "permanence": [{}]}) == "not audited"
}

test_a_plan_of_as_at if verdict({"permanence_plan_date": "2026-10-31"}) == "not met"

test_a_plan_of_earlier_care_counts if verdict({"permanence_plan_date": "2020-01-06"}) == "not met"

test_each_row_counts if {
	record := {"care_episodes": [episode({})], "permanence": [{}, row({}), row({"life_story_started_date": "2025-09-08"})]}
	life_story_work.applies == {1, 2} with input as record with data.run.as_at as "2026-10-31"
	life_story_work.met == {2} with input as record with data.run.as_at as "2026-10-31"
}

test_in_care_exactly_12_months if in_care({"entered_care_date": "2025-10-31"}) == "not met"

test_in_care_a_day_less if in_care({"entered_care_date": "2025-11-01"}) == "not audited"

test_the_months_run_from_entry_and_not_from_the_episode if in_care({"start_date": "2026-09-01"}) == "not met"

# Twelve months before 29 February 2028 is 28 February 2027.
test_as_at_a_leap_day if {
	verdict_on("2028-02-29", {"care_episodes": [{"entered_care_date": "2027-02-28"}], "permanence": [row({})]}) == "not met"
	verdict_on("2028-02-29", {"care_episodes": [{"entered_care_date": "2027-03-01"}], "permanence": [row({})]}) == "not audited"
}

test_a_council_may_set_other_months if {
	in_care({"entered_care_date": "2026-04-30"}) == "not met" with data.settings.life_story_months.values as [{"value": 6}]
}

test_blank_day_of_entry if {
	every blank in [null, "", "2026-11-02"] {
		in_care({"entered_care_date": blank}) == "not audited"
	}
	verdict_of({"care_episodes": [{"start_date": "2020-01-06"}], "permanence": [row({})]}) == "not audited"
}

test_an_earlier_period_of_care_does_not_count if {
	episodes := [episode({"end_date": "2026-02-27"}), episode({"entered_care_date": "2026-03-02"})]
	verdict_of({"care_episodes": episodes, "permanence": [row({})]}) == "not audited"
}

test_not_in_care_is_not_audited if {
	in_care({"end_date": "2026-10-31"}) == "not audited"
	in_care({"start_date": "2026-11-01"}) == "not audited"
	verdict_of({"permanence": [row({})]}) == "not audited"
}

test_care_that_ends_later_is_care if in_care({"end_date": "2026-11-01"}) == "not met"

test_short_breaks_are_no_care if {
	every status in ["V3", "V4"] {
		in_care({"legal_status": status}) == "not audited"
	}
}

test_the_child_has_died if {
	every day, verdict in {"2026-10-20": "not audited", "2026-11-01": "not met"} {
		verdict_of({"child": {"date_of_death": day}, "care_episodes": [episode({})], "permanence": [row({})]}) == verdict
	}
}
