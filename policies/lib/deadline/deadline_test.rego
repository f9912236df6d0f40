package lib.deadline_test

import data.lib.deadline

test_no_working_days_is_the_same_day if deadline.working_days("2026-03-11", 0) == "2026-03-11"

test_no_working_days_on_a_saturday if deadline.working_days("2026-03-14", 0) == "2026-03-14"

test_no_working_days_on_a_bank_holiday if deadline.working_days("2026-12-25", 0) == "2026-12-25"

test_no_working_days_from_a_time if deadline.working_days("2026-03-14T22:00:00", 0) == "2026-03-14"

test_in_the_week if deadline.working_days("2026-03-11", 2) == "2026-03-13"

test_over_a_weekend if deadline.working_days("2026-03-13", 1) == "2026-03-16"

test_from_saturday_day_one_is_monday if deadline.working_days("2026-03-14", 1) == "2026-03-16"

test_from_sunday_day_one_is_monday if deadline.working_days("2026-03-15", 1) == "2026-03-16"

test_from_a_time if deadline.working_days("2026-03-13T17:30:00", 1) == "2026-03-16"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if {
	deadline.working_days("2026-04-02", 1) == "2026-04-07"
	deadline.working_days("2026-04-03", 1) == "2026-04-07"
	deadline.working_days("2026-04-06", 1) == "2026-04-07"
}

# Christmas Day on a Friday, Boxing Day moved to Monday 28 December 2026.
test_over_christmas if {
	deadline.working_days("2026-12-24", 1) == "2026-12-29"
	deadline.working_days("2026-12-23", 5) == "2027-01-04"
}

# Christmas on a Saturday: both days moved, to Monday and Tuesday.
test_over_christmas_at_a_weekend if deadline.working_days("2027-12-24", 1) == "2027-12-29"

test_new_year_at_a_weekend if deadline.working_days("2027-12-31", 1) == "2028-01-04"

# Late May's holiday moved to June, with a day added.
test_moved_days if {
	deadline.working_days("2002-05-24", 1) == "2002-05-27"
	deadline.working_days("2002-05-31", 1) == "2002-06-05"
	deadline.working_days("2012-05-25", 1) == "2012-05-28"
	deadline.working_days("2012-06-01", 1) == "2012-06-06"
	deadline.working_days("2022-05-27", 1) == "2022-05-30"
	deadline.working_days("2022-06-01", 1) == "2022-06-06"
}

test_outside_the_calendar if {
	not deadline.working_days("1994-12-30", 1)
	not deadline.working_days("2040-12-31", 1)
	not deadline.days("2040-12-31", 1)
}

test_blank_start if {
	count([blank | some blank in [null, "", " "]; deadline.working_days(blank, 0)]) == 0
	count([blank | some blank in [null, "", " "]; deadline.working_days(blank, 1)]) == 0
	count([blank | some blank in [null, "", " "]; deadline.days(blank, 0)]) == 0
	count([blank | some blank in [null, "", " "]; deadline.months(blank, 0)]) == 0
}

test_days if {
	deadline.days("2026-03-11", 0) == "2026-03-11"
	deadline.days("2028-02-28", 2) == "2028-03-01"
}

test_months if {
	deadline.months("2026-03-31", 1) == "2026-04-30"
	deadline.months("2028-02-29", 12) == "2029-02-28"
}

kept(due, done) if 0 in deadline.kept([due], [done]) with data.run.as_at as "2026-10-31"

judged(due, done) if 0 in deadline.judged([due], [done]) with data.run.as_at as "2026-10-31"

test_done_early if kept("2026-03-18", "2026-03-01")

test_done_on_the_last_day if kept("2026-03-18", "2026-03-18")

test_done_late_on_the_last_day if kept("2026-03-18", "2026-03-18T23:59:59")

test_done_a_day_late if {
	not kept("2026-03-18", "2026-03-19")
	judged("2026-03-18", "2026-03-19")
}

test_never_done if {
	every blank in [null, "", " "] {
		not kept("2026-03-18", blank)
		judged("2026-03-18", blank)
	}
}

test_not_done_and_due_yesterday if judged("2026-10-30", null)

test_not_done_and_due_today if not judged("2026-10-31", null)

test_not_done_and_due_tomorrow if not judged("2026-11-01", null)

test_done_before_it_is_due if judged("2026-11-30", "2026-10-31")

# A date after as-at reads as blank.
test_done_after_as_at if {
	not kept("2026-11-30", "2026-11-01")
	not judged("2026-11-30", "2026-11-01")
	not kept("2026-10-30", "2026-11-01")
	judged("2026-10-30", "2026-11-01")
}

# As criteria give them: by position, and nothing for what is blank.
test_positions if {
	due := {0: "2026-03-18", 1: "2026-03-18", 3: "2026-12-01"}
	done := {0: "2026-03-18", 2: "2026-03-01"}
	deadline.kept(due, done) == {0} with data.run.as_at as "2026-10-31"
	deadline.judged(due, done) == {0, 1} with data.run.as_at as "2026-10-31"
}

test_passed if {
	deadline.passed("2026-10-30") with data.run.as_at as "2026-10-31"
	not deadline.passed("2026-10-31") with data.run.as_at as "2026-10-31"
}
