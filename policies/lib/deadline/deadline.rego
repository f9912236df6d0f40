# METADATA
# title: Deadlines
# description: |
#   A deadline runs from an event; the day of the event is day 0. Done on or
#   before the day it is due: met. Done later, or not done and the day is before
#   as-at: not met. Not done and not yet past: not due, so not audited.
#   A criterion gives start, due and done for each item and takes its verdict
#   from `kept` and `judged`; the report shows the arithmetic.
package lib.deadline

import data.lib.dates

# working_days is the day n working days after an event (England and Wales), whatever day
# of the week the event fell on. No working days: the same day.
working_days(start, n) := data.calendar.working_date[data.calendar.working_day[dates.day(start)] + n] if n > 0

working_days(start, 0) := dates.day(start)

# days is the day n calendar days after an event.
days(start, n) := dates.add_days(start, n)

# months is the day n calendar months after an event.
months(start, n) := dates.add_months(start, n)

# kept is the positions of the items done on or before the day they were due.
kept(due, done) := {i |
	some i, last_day in due
	dates.happened(done[i])
	dates.day(done[i]) <= last_day
}

# judged is the positions of the items done in time, and of those whose day has passed.
judged(due, done) := kept(due, done) | {i |
	some i, last_day in due
	passed(last_day)
}

# passed: the day it was due is before as-at.
passed(last_day) if last_day < dates.as_at
