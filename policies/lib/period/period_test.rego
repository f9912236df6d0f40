package lib.period_test

import data.lib.period

includes(date, as_at) if period.includes(date) with data.run.as_at as as_at

test_first_day if includes("2025-11-01", "2026-10-31")

test_day_before_the_first if not includes("2025-10-31", "2026-10-31")

test_last_day if includes("2026-10-31", "2026-10-31")

test_late_on_the_last_day if includes("2026-10-31T23:59:59", "2026-10-31")

test_late_on_the_day_before_the_first if not includes("2025-10-31T23:59:59", "2026-10-31")

test_day_after_the_last if not includes("2026-11-01", "2026-10-31")

# As-at 29 February less twelve months is 28 February.
test_as_at_a_leap_day if {
	includes("2027-03-01", "2028-02-29")
	not includes("2027-02-28", "2028-02-29")
}

# The year to 28 February 2029 has a leap day in its first days.
test_leap_day_in_the_period if {
	includes("2028-02-29", "2029-02-28")
	not includes("2028-02-28", "2029-02-28")
}

# Six months before 31 October is 30 April, the month being too short.
test_other_lengths if {
	six := {"period_months": {"values": [{"value": 6}]}}
	period.begins_after == "2026-04-30" with data.run.as_at as "2026-10-31" with data.settings as six
	period.includes("2026-05-01") with data.run.as_at as "2026-10-31" with data.settings as six
	not period.includes("2026-04-30") with data.run.as_at as "2026-10-31" with data.settings as six
}

test_blanks if count([blank | some blank in [null, "", " ", 0, false]; includes(blank, "2026-10-31")]) == 0

included contains i if {
	some i, assessment in input.assessments
	includes(assessment.completed_date, "2026-10-31")
}

test_absent if included == {1} with input.assessments as [{}, {"completed_date": "2026-03-31"}]
