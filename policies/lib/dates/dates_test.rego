package lib.dates_test

import data.lib.dates

happened(date) if dates.happened(date) with data.run.as_at as "2026-10-31"

ahead(date) if dates.ahead(date) with data.run.as_at as "2026-10-31"

# What a blank may look like, should a reader let one through.
blanks := [null, "", "  ", "\t", false, 0, [], {}]

test_day_of_a_date if dates.day("2026-10-31") == "2026-10-31"

test_day_of_a_datetime if dates.day("2026-10-31T23:59:59") == "2026-10-31"

test_blanks_have_no_day if count([blank | some blank in blanks; dates.day(blank)]) == 0

test_happened_before_as_at if happened("2026-10-30")

test_happened_on_as_at if happened("2026-10-31")

test_happened_late_on_as_at if happened("2026-10-31T23:59:59")

test_not_yet_happened if not happened("2026-11-01")

test_not_yet_happened_by_the_clock if not happened("2026-11-01T00:00:00")

test_blanks_have_not_happened if count([blank | some blank in blanks; happened(blank)]) == 0

test_ahead_tomorrow if ahead("2026-11-01")

test_not_ahead_today if not ahead("2026-10-31")

test_not_ahead_later_today if not ahead("2026-10-31T23:59:59")

test_blanks_are_not_ahead if count([blank | some blank in blanks; ahead(blank)]) == 0

between(date, first, last) if dates.between(date, first, last) with data.run.as_at as "2026-10-31"

test_between_on_the_first_day if between("2026-03-02", "2026-03-02", "2026-03-31")

test_between_on_the_last_day if between("2026-03-31", "2026-03-02", "2026-03-31")

test_between_late_on_the_last_day if between("2026-03-31T23:00:00", "2026-03-02", "2026-03-31")

test_between_of_datetimes if between("2026-03-02", "2026-03-02T17:00:00", "2026-03-02T18:00:00")

test_not_between_the_day_before if not between("2026-03-01", "2026-03-02", "2026-03-31")

test_not_between_the_day_after if not between("2026-04-01", "2026-03-02", "2026-03-31")

test_not_between_after_as_at if not between("2026-11-01", "2026-03-02", "2026-12-31")

test_between_with_an_end_that_lies_ahead if between("2026-10-31", "2026-03-02", "2026-12-31")

test_not_between_blanks if {
	count([blank | some blank in blanks; between(blank, "2026-03-02", "2026-03-31")]) == 0
	count([blank | some blank in blanks; between("2026-03-10", blank, "2026-03-31")]) == 0
	count([blank | some blank in blanks; between("2026-03-10", "2026-03-02", blank)]) == 0
}

test_add_days if {
	dates.add_days("2026-02-28", 1) == "2026-03-01"
	dates.add_days("2028-02-28", 1) == "2028-02-29"
	dates.add_days("2028-03-01", -1) == "2028-02-29"
	dates.add_days("2026-12-31", 1) == "2027-01-01"
	dates.add_days("2026-10-31", 0) == "2026-10-31"
	dates.add_days("2026-10-31T12:00:00", 1) == "2026-11-01"
}

# The clocks change on 29 March and 25 October 2026; a day is a day.
test_add_days_over_a_change_of_clocks if {
	dates.add_days("2026-03-28", 2) == "2026-03-30"
	dates.add_days("2026-10-24", 2) == "2026-10-26"
}

test_add_days_outside_the_calendar if {
	not dates.add_days("1995-01-01", -1)
	not dates.add_days("2040-12-31", 1)
	not dates.add_days("1994-12-31", 1)
	not dates.add_days("2026-02-30", 1)
}

test_add_days_to_a_blank if count([blank | some blank in blanks; dates.add_days(blank, 1)]) == 0

test_add_months if {
	dates.add_months("2026-10-15", 1) == "2026-11-15"
	dates.add_months("2026-10-31", 0) == "2026-10-31"
	dates.add_months("2026-12-15", 1) == "2027-01-15"
	dates.add_months("2026-01-15", -1) == "2025-12-15"
	dates.add_months("2026-10-31T12:00:00", -12) == "2025-10-31"
}

test_add_months_clips_to_the_end_of_the_month if {
	dates.add_months("2026-10-31", 1) == "2026-11-30"
	dates.add_months("2026-01-31", 1) == "2026-02-28"
	dates.add_months("2028-01-31", 1) == "2028-02-29"
	dates.add_months("2026-03-31", -1) == "2026-02-28"
	dates.add_months("2028-02-29", 12) == "2029-02-28"
	dates.add_months("2028-02-29", -12) == "2027-02-28"
}

test_add_months_does_not_stretch if {
	dates.add_months("2026-02-28", 1) == "2026-03-28"
	dates.add_months("2025-02-28", -12) == "2024-02-28"
}

test_add_months_reaches_before_the_calendar_of_days if dates.add_months("1990-06-05", 12) == "1991-06-05"

test_add_months_to_a_blank if count([blank | some blank in blanks; dates.add_months(blank, 1)]) == 0

test_birthday if dates.birthday("2010-05-17", 18) == "2028-05-17"

test_birthday_of_29_february if {
	dates.birthday("2008-02-29", 17) == "2025-02-28"
	dates.birthday("2008-02-29", 16) == "2024-02-29"
}

test_aged_on_the_birthday if dates.aged_at_least(4, "2022-03-31", "2026-03-31")

test_not_aged_the_day_before if not dates.aged_at_least(4, "2022-03-31", "2026-03-30")

test_aged_by_the_clock if dates.aged_at_least(4, "2022-03-31", "2026-03-31T09:00:00")

test_aged_29_february if {
	dates.aged_at_least(17, "2008-02-29", "2025-02-28")
	not dates.aged_at_least(17, "2008-02-29", "2025-02-27")
}

test_age_of_nobody if {
	count([blank | some blank in blanks; dates.aged_at_least(4, blank, "2026-03-31")]) == 0
	count([blank | some blank in blanks; dates.aged_at_least(4, "2022-03-31", blank)]) == 0
}

within_days(date, n) if dates.within_days(date, n) with data.run.as_at as "2026-10-31"

test_within_days_both_ends if {
	within_days("2026-10-01", 30)
	within_days("2026-10-31", 30)
	within_days("2026-10-31T20:00:00", 30)
}

test_not_within_days if {
	not within_days("2026-09-30", 30)
	not within_days("2026-11-01", 30)
	count([blank | some blank in blanks; within_days(blank, 30)]) == 0
}

within_months(date, n) if dates.within_months(date, n) with data.run.as_at as "2026-10-31"

test_within_months_both_ends if {
	within_months("2026-04-30", 6)
	within_months("2026-10-31", 6)
}

test_not_within_months if {
	not within_months("2026-04-29", 6)
	not within_months("2026-11-01", 6)
	count([blank | some blank in blanks; within_months(blank, 6)]) == 0
}

test_within_months_of_a_leap_day if {
	dates.within_months("2027-02-28", 12) with data.run.as_at as "2028-02-29"
	not dates.within_months("2027-02-27", 12) with data.run.as_at as "2028-02-29"
}

at_least_days_ago(date, n) if dates.at_least_days_ago(date, n) with data.run.as_at as "2026-10-31"

test_at_least_days_ago if {
	at_least_days_ago("2026-10-03", 28)
	at_least_days_ago("2026-10-03T23:00:00", 28)
	at_least_days_ago("1999-10-03", 28)
	at_least_days_ago("2026-10-31", 0)
}

test_not_so_many_days_ago if {
	not at_least_days_ago("2026-10-04", 28)
	not at_least_days_ago("2026-11-01", 0)
	count([blank | some blank in blanks; at_least_days_ago(blank, 0)]) == 0
}

at_least_months_ago(date, n) if dates.at_least_months_ago(date, n) with data.run.as_at as "2026-10-31"

test_at_least_months_ago if {
	at_least_months_ago("2026-09-30", 1)
	at_least_months_ago("1990-01-01", 1)
}

test_not_so_many_months_ago if {
	not at_least_months_ago("2026-10-01", 1)
	count([blank | some blank in blanks; at_least_months_ago(blank, 1)]) == 0
}
