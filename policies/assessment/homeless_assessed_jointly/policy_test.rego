package audit.assessment.homeless_assessed_jointly_test

import data.audit.assessment.homeless_assessed_jointly
import data.lib.testing

child := {"date_of_birth": "2009-06-01"}

verdict_of(record) := testing.verdict(applies, met, 0) if {
	applies := homeless_assessed_jointly.applies with input as record with data.run.as_at as "2026-10-31"
	met := homeless_assessed_jointly.met with input as record with data.run.as_at as "2026-10-31"
}

verdict(case) := verdict_of({"child": child, "homelessness": [case]})

due(as_at, day) := last_day if {
	record := {"child": child, "homelessness": [{"presented_date": day}]}
	last_day := homeless_assessed_jointly.due[0] with input as record with data.run.as_at as as_at
}

# Monday 2 March 2026; ten working days later is Monday 16 March.
assessed(day) := verdict({"presented_date": "2026-03-02", "assessed_date": day, "housing_joined": true})

test_on_the_deadline if assessed("2026-03-16") == "met"

test_a_day_late if assessed("2026-03-17") == "not met"

test_the_same_day if assessed("2026-03-02") == "met"

test_before_the_child_came if assessed("2026-02-27") == "met"

test_never_assessed if {
	verdict({"presented_date": "2026-03-02", "housing_joined": true}) == "not met"
	every blank in [null, "", " "] {
		assessed(blank) == "not met"
	}
}

test_without_housing if {
	verdict({"presented_date": "2026-03-02", "assessed_date": "2026-03-10"}) == "not met"
	every joined in [false, null, ""] {
		verdict({"presented_date": "2026-03-02", "assessed_date": "2026-03-10", "housing_joined": joined}) == "not met"
	}
}

test_the_note_says_that_housing_did_not_take_part if {
	items := [
		{"presented_date": "2026-03-02", "assessed_date": "2026-03-10"},
		{"presented_date": "2026-03-02", "assessed_date": "2026-03-10", "housing_joined": true},
		{"presented_date": "2026-03-02", "assessed_date": "2026-03-20"},
	]
	note := homeless_assessed_jointly.note with input as {"child": child, "homelessness": items}
		with data.run.as_at as "2026-10-31"
	note == {0: "housing is not recorded as taking part"}
}

# Saturday 14 March: day 1 is Monday 16 March.
test_came_at_a_weekend if due("2026-10-31", "2026-03-14") == "2026-03-27"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-04-01") == "2026-04-17"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2027-01-31", "2026-12-21") == "2027-01-07"

# From Friday 16 October the last day is Friday 30 October; from Monday 19 October it is Monday 2 November.
test_the_deadline_was_the_day_before_as_at if verdict({"presented_date": "2026-10-16"}) == "not met"

test_not_due_yet if verdict({"presented_date": "2026-10-19"}) == "not audited"

test_assessed_after_as_at_reads_as_blank if {
	verdict({"presented_date": "2026-10-19", "assessed_date": "2026-11-01", "housing_joined": true}) == "not audited"
}

test_a_council_may_allow_longer if {
	verdict := assessed("2026-03-17") with data.settings.homeless_assessment_wd.values as [{"value": 11}]
	verdict == "met"
}

test_other_ages_are_not_audited if {
	every born in ["2010-03-03", "2008-03-02", null] {
		case := {"presented_date": "2026-03-02"}
		verdict_of({"child": {"date_of_birth": born}, "homelessness": [case]}) == "not audited"
	}
}

test_came_before_the_period if verdict({"presented_date": "2025-10-31"}) == "not audited"

test_nobody_wrote_when_the_child_came if verdict({"assessed_date": "2026-03-10", "housing_joined": true}) == "not audited"
