package audit.early_help.quality_assured_test

import data.audit.early_help.quality_assured
import data.lib.testing

verdict_on(as_at, episode) := testing.verdict(applies, met, 0) if {
	applies := quality_assured.applies with input.early_help as [episode] with data.run.as_at as as_at
	met := quality_assured.met with input.early_help as [episode] with data.run.as_at as as_at
}

verdict(episode) := verdict_on("2026-10-31", episode)

due(as_at, assessed) := last_day if {
	last_day := quality_assured.due[0] with input.early_help as [{"assessed_date": assessed}]
		with data.run.as_at as as_at
}

# Assessed on Monday 2 March 2026; twenty working days later is Monday 30 March.
assured(day) := verdict({"assessed_date": "2026-03-02", "quality_assured_date": day})

test_on_the_deadline if assured("2026-03-30") == "met"

test_a_day_late if assured("2026-03-31") == "not met"

test_the_same_day if assured("2026-03-02") == "met"

test_before_the_assessment if assured("2026-02-27") == "met"

test_never_assured if verdict({"assessed_date": "2026-03-02"}) == "not met"

test_blank if {
	every blank in [null, "", " "] {
		assured(blank) == "not met"
	}
}

# Assessed on a Saturday: day 1 is Monday 16 March.
test_assessed_at_a_weekend if due("2026-10-31", "2026-03-14") == "2026-04-14"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-04-01") == "2026-05-01"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2027-01-31", "2026-12-16") == "2027-01-18"

# From Friday 2 October the last day is Friday 30 October; from Monday 5 October it is Monday 2 November.
test_the_deadline_was_the_day_before_as_at if verdict({"assessed_date": "2026-10-02"}) == "not met"

test_the_deadline_is_as_at if verdict_on("2026-10-30", {"assessed_date": "2026-10-02"}) == "not audited"

test_not_due_yet if verdict({"assessed_date": "2026-10-05"}) == "not audited"

test_assured_before_it_was_due if verdict({"assessed_date": "2026-10-05", "quality_assured_date": "2026-10-30"}) == "met"

test_assured_after_as_at_reads_as_blank if {
	verdict({"assessed_date": "2026-10-05", "quality_assured_date": "2026-11-01"}) == "not audited"
	verdict({"assessed_date": "2026-10-02", "quality_assured_date": "2026-11-01"}) == "not met"
}

test_a_council_may_allow_longer if {
	verdict := assured("2026-03-31") with data.settings.eh_qa_wd.values as [{"value": 21}]
	verdict == "met"
}

test_an_episode_that_has_ended_is_audited if {
	verdict({"assessed_date": "2026-03-02", "end_date": "2026-06-01"}) == "not met"
}

test_assessed_on_the_first_day_of_the_period if verdict({"assessed_date": "2025-11-01"}) == "not met"

test_assessed_before_the_period if verdict({"assessed_date": "2025-10-31"}) == "not audited"

test_assessed_on_the_last_day_of_the_period if {
	verdict({"assessed_date": "2026-10-31", "quality_assured_date": "2026-10-31"}) == "met"
}

test_assessed_after_as_at if verdict({"assessed_date": "2026-11-01", "quality_assured_date": "2026-10-30"}) == "not audited"

test_not_assessed if {
	verdict({"quality_assured_date": "2026-03-03"}) == "not audited"
	every blank in [null, "", " "] {
		verdict({"assessed_date": blank, "quality_assured_date": "2026-03-03"}) == "not audited"
	}
}

test_each_episode_is_judged_alone if {
	items := [
		{"assessed_date": "2026-03-02"},
		{"assessed_date": "2026-10-05"},
		{"assessed_date": "2026-03-02", "quality_assured_date": "2026-03-30"},
	]
	applies := quality_assured.applies with input.early_help as items with data.run.as_at as "2026-10-31"
	met := quality_assured.met with input.early_help as items with data.run.as_at as "2026-10-31"
	applies == {0, 2}
	met == {2}
}
