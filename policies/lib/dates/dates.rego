# METADATA
# title: Dates
# description: |
#   Dates are ISO text (2026-10-31), so they compare as text. Nothing here parses
#   a date: days and months are counted by looking them up in data.calendar.
#   A date after as-at has not happened yet, whatever the record says of it.
package lib.dates

# as_at is the day the audit looks from. It is an input, never the clock.
as_at := data.run.as_at

# day is the day of a date, or of a date with a time. A blank has none: white text
# sorts before every digit, and so would read as long past.
day(date) := on if {
	is_string(date)
	on := substring(date, 0, 10)
	on >= "0"
}

# happened: there is a date, and it is on or before as-at.
happened(date) if day(date) <= as_at

# ahead: there is a date, and it is after as-at.
ahead(date) if day(date) > as_at

# between: the date lies from one day to another, both included.
between(date, first, last) if {
	happened(date)
	happened(first)
	day(date) >= day(first)
	day(date) <= day(last)
}

# add_days counts calendar days, forward or back.
add_days(date, n) := data.calendar.date[data.calendar.day[day(date)] + n]

# add_months counts calendar months, forward or back: the same day of the month,
# or the last one where the month is too short.
add_months(date, n) := earlier if {
	on := day(date)
	month := data.calendar.months[data.calendar.month[substring(on, 0, 7)] + n]
	same_day := concat("-", [month, substring(on, 8, 2)])
	earlier := min([same_day, data.calendar.month_end[month]])
}

# birthday is the day somebody reaches an age; born on 29 February, the 28th in a common year.
birthday(date_of_birth, age) := add_months(date_of_birth, 12 * age)

# aged_at_least: the age is reached on or before a day.
aged_at_least(age, date_of_birth, on) if birthday(date_of_birth, age) <= day(on)

# within_days: from as-at less n days to as-at, both included.
within_days(date, n) if between(date, add_days(as_at, 0 - n), as_at)

# within_months: from as-at less n months to as-at, both included.
within_months(date, n) if between(date, add_months(as_at, 0 - n), as_at)

# at_least_days_ago: on or before as-at less n days.
at_least_days_ago(date, n) if {
	happened(date)
	day(date) <= add_days(as_at, 0 - n)
}

# at_least_months_ago: on or before as-at less n months.
at_least_months_ago(date, n) if {
	happened(date)
	day(date) <= add_months(as_at, 0 - n)
}
