package slices.contacts_received_out_of_hours_test

import data.slices.contacts_received_out_of_hours as slice

inside_on(as_at, received) if 0 in slice.inside with input.contacts as [{"received": received}] with data.run.as_at as as_at

inside(received) if inside_on("2026-12-31", received)

# Thursday 22 October 2026.
test_as_the_office_opens if not inside("2026-10-22T09:00:00")

test_just_before_the_office_opens if inside("2026-10-22T08:59:59")

test_just_before_the_office_closes if not inside("2026-10-22T16:59:59")

test_as_the_office_closes if inside("2026-10-22T17:00:00")

test_first_and_last_second_of_a_working_day if {
	inside("2026-10-22T00:00:00")
	inside("2026-10-22T23:59:59")
}

test_midday_on_a_working_day if not inside("2026-10-22T12:00:00")

# Saturday 24 and Sunday 25 October 2026, the night the clocks go back.
test_midday_at_a_weekend if {
	inside("2026-10-24T12:00:00")
	inside("2026-10-25T12:00:00")
}

test_the_days_around_a_weekend if {
	not inside("2026-10-23T12:00:00")
	not inside("2026-10-26T12:00:00")
}

# Good Friday 3 April and Easter Monday 6 April 2026.
test_midday_at_easter if {
	not inside("2026-04-02T12:00:00")
	inside("2026-04-03T12:00:00")
	inside("2026-04-06T12:00:00")
	not inside("2026-04-07T12:00:00")
}

# Boxing Day 2026 is a Saturday, so Monday 28 December is a bank holiday.
test_midday_at_christmas if {
	not inside("2026-12-24T12:00:00")
	inside("2026-12-25T12:00:00")
	inside("2026-12-26T12:00:00")
	inside("2026-12-28T12:00:00")
	not inside("2026-12-29T12:00:00")
}

test_midday_at_new_year if inside_on("2027-01-31", "2027-01-01T12:00:00")

test_a_date_only_is_not_in_the_slice if {
	every day in ["2026-10-22", "2026-10-24", "2026-04-03"] {
		not inside(day)
	}
}

test_blank if {
	every blank in [null, "", " "] {
		not inside(blank)
	}
	slice.inside == set() with input.contacts as [{}] with data.run.as_at as "2026-12-31"
}

test_on_as_at if inside_on("2026-10-22", "2026-10-22T18:00:00")

test_after_as_at_reads_as_blank if not inside_on("2026-10-22", "2026-10-23T18:00:00")

# The calendar begins with a Sunday and a bank holiday, before its first working day.
test_at_the_edge_of_the_calendar if {
	inside("1995-01-01T12:00:00")
	inside("1995-01-02T12:00:00")
	not inside("1995-01-03T12:00:00")
}

test_outside_the_calendar_only_the_hour_decides if {
	inside("1994-12-30T18:00:00")
	not inside("1994-12-30T12:00:00")
}

test_each_contact_is_judged_alone if {
	received := [
		{"received": "2026-10-22T18:00:00"},
		{"received": "2026-10-22T12:00:00"},
		{},
		{"received": "2026-10-24T12:00:00"},
	]
	slice.inside == {0, 3} with input.contacts as received with data.run.as_at as "2026-12-31"
}
