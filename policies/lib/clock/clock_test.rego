package lib.clock_test

import data.lib.clock

test_hours_later_the_same_day if clock.hours_later("2026-03-02T09:30:01", 4) == "2026-03-02T13:30:01"

test_hours_later_to_the_last_second_of_the_day if clock.hours_later("2026-03-02T19:59:59", 4) == "2026-03-02T23:59:59"

test_hours_later_at_midnight if clock.hours_later("2026-03-02T20:00:00", 4) == "2026-03-03T00:00:00"

test_hours_later_the_next_day if clock.hours_later("2026-03-02T22:05:09", 4) == "2026-03-03T02:05:09"

test_hours_later_over_the_ends_of_months_and_years if {
	clock.hours_later("2028-02-28T23:00:00", 4) == "2028-02-29T03:00:00"
	clock.hours_later("2026-02-28T23:00:00", 4) == "2026-03-01T03:00:00"
	clock.hours_later("2026-12-31T23:00:00", 4) == "2027-01-01T03:00:00"
}

# The clocks go forward on 29 March 2026 and back on 25 October.
test_hours_later_as_the_clock_shows_them if {
	clock.hours_later("2026-03-29T00:30:00", 4) == "2026-03-29T04:30:00"
	clock.hours_later("2026-10-25T00:30:00", 4) == "2026-10-25T04:30:00"
}

test_no_hours_later if clock.hours_later("2026-03-02T09:30:00", 0) == "2026-03-02T09:30:00"

test_a_day_later if clock.hours_later("2026-03-02T09:30:00", 24) == "2026-03-03T09:30:00"

test_half_an_hour_later if clock.hours_later("2026-03-02T09:45:00", 0.5) == "2026-03-02T10:15:00"

test_a_third_of_an_hour_is_whole_seconds if clock.hours_later("2026-03-02T09:00:00", 0.3333) == "2026-03-02T09:19:59"

test_a_date_alone_is_not_timed if {
	not clock.timed("2026-03-02")
	not clock.hours_later("2026-03-02", 4)
}

test_blank_is_not_timed if {
	count([blank | some blank in [null, "", " "]; clock.timed(blank)]) == 0
}

test_a_moment_is_timed if {
	clock.timed("2026-03-02T09:30:00")
	clock.timed("1995-01-01T00:00:00")
}

test_outside_the_calendar if {
	not clock.hours_later("1994-12-31T09:30:00", 4)
	not clock.hours_later("2040-12-31T20:00:00", 4)
	clock.hours_later("2040-12-31T19:59:59", 4) == "2040-12-31T23:59:59"
}

test_latest if {
	clock.latest("2026-03-02T09:30:00") == "2026-03-02T09:30:00"
	clock.latest("2026-03-02") == "2026-03-02T23:59:59"
	not clock.latest("")
}
