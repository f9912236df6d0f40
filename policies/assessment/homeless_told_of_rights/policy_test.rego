package audit.assessment.homeless_told_of_rights_test

import data.audit.assessment.homeless_told_of_rights
import data.lib.testing

child := {"date_of_birth": "2009-06-01"}

verdict_of(record) := testing.verdict(applies, met, 0) if {
	applies := homeless_told_of_rights.applies with input as record with data.run.as_at as "2026-10-31"
	met := homeless_told_of_rights.met with input as record with data.run.as_at as "2026-10-31"
}

verdict(case) := verdict_of({"child": child, "homelessness": [case]})

due(as_at, day) := last_day if {
	record := {"child": child, "homelessness": [{"presented_date": day}]}
	last_day := homeless_told_of_rights.due[0] with input as record with data.run.as_at as as_at
}

# Monday 2 March 2026; three working days later is Thursday 5 March.
told(day) := verdict({"presented_date": "2026-03-02", "section_20_told_date": day})

test_on_the_deadline if told("2026-03-05") == "met"

test_a_day_late if told("2026-03-06") == "not met"

test_the_same_day if told("2026-03-02") == "met"

test_before_the_child_came if told("2026-02-27") == "met"

test_never_told if {
	verdict({"presented_date": "2026-03-02"}) == "not met"
	every blank in [null, "", " "] {
		told(blank) == "not met"
	}
}

# Saturday 14 March: day 1 is Monday 16 March.
test_came_at_a_weekend if due("2026-10-31", "2026-03-14") == "2026-03-18"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-04-02") == "2026-04-09"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2027-01-31", "2026-12-24") == "2026-12-31"

# From Tuesday 27 October the last day is Friday 30 October; from Wednesday 28 October it is Monday 2 November.
test_the_deadline_was_the_day_before_as_at if verdict({"presented_date": "2026-10-27"}) == "not met"

test_not_due_yet if verdict({"presented_date": "2026-10-28"}) == "not audited"

test_told_after_as_at_reads_as_blank if {
	verdict({"presented_date": "2026-10-28", "section_20_told_date": "2026-11-01"}) == "not audited"
}

test_a_council_may_allow_longer if {
	verdict := told("2026-03-06") with data.settings.homeless_told_wd.values as [{"value": 4}]
	verdict == "met"
}

test_other_ages_are_not_audited if {
	every born in ["2010-03-03", "2008-03-02", null] {
		case := {"presented_date": "2026-03-02"}
		verdict_of({"child": {"date_of_birth": born}, "homelessness": [case]}) == "not audited"
	}
}

test_came_before_the_period if verdict({"presented_date": "2025-10-31"}) == "not audited"

test_nobody_wrote_when_the_child_came if verdict({"section_20_told_date": "2026-03-10"}) == "not audited"
