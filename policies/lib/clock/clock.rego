# METADATA
# title: Times of day
# description: |
#   A moment is a date and a time by the clock in London (2026-10-31T23:59:59). Moments
#   compare as text, and hours are added as by a clock that is never put forward or
#   back. Nothing here parses a time: its digits are looked up.
package lib.clock

import data.lib.dates

# timed: there is a time of day, and not a date alone.
timed(moment) if seconds(moment)

# hours_later is the moment n hours after another.
hours_later(moment, n) := moment_at(seconds(moment) + floor(n * 3600))

# latest is the moment itself, or the last second of a date alone.
latest(moment) := moment if timed(moment)

latest(date) := concat("T", [dates.day(date), "23:59:59"]) if not timed(date)

# seconds counts from the start of the calendar; a date alone has none.
seconds(moment) := count_of if {
	day := data.calendar.day[dates.day(moment)]
	hour := number[substring(moment, 11, 2)]
	minute := number[substring(moment, 14, 2)]
	second := number[substring(moment, 17, 2)]
	count_of := (((((day * 24) + hour) * 60) + minute) * 60) + second
}

# moment_at is the moment so many seconds after the start of the calendar.
moment_at(n) := sprintf("%sT%02d:%02d:%02d", [data.calendar.date[day], hour, minute, n % 60]) if {
	day := floor(n / 86400)
	hour := floor(n / 3600) % 24
	minute := floor(n / 60) % 60
}

# number is each number from 0 to 59 by its two digits.
number := {sprintf("%02d", [n]): n | some n in numbers.range(0, 59)}
