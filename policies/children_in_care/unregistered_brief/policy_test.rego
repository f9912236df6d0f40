package audit.children_in_care.unregistered_brief_test

import data.audit.children_in_care.unregistered_brief
import data.lib.testing

verdict_on(as_at, item) := testing.verdict(applies, met, 0) if {
	applies := unregistered_brief.applies with input.placements as [item] with data.run.as_at as as_at
	met := unregistered_brief.met with input.placements as [item] with data.run.as_at as as_at
}

# Begun on Monday 2 March 2026: the regulator is told by Tuesday 3 March, and 28 days later is Monday 30 March.
placement := {"unregistered": true, "start_date": "2026-03-02", "regulator_told_date": "2026-03-03", "end_date": "2026-03-30"}

verdict(details) := verdict_on("2026-10-31", object.union(placement, details))

without(fields) := verdict_on("2026-10-31", object.remove(placement, fields))

test_both_on_the_last_day if verdict({}) == "met"

test_the_regulator_told_a_day_late if verdict({"regulator_told_date": "2026-03-04"}) == "not met"

test_the_regulator_told_before_the_start if verdict({"regulator_told_date": "2026-02-27"}) == "met"

test_the_regulator_never_told if {
	without({"regulator_told_date"}) == "not met"
	every blank in [null, "", " "] {
		verdict({"regulator_told_date": blank}) == "not met"
	}
}

test_ended_a_day_late if verdict({"end_date": "2026-03-31"}) == "not met"

test_not_ended if {
	without({"end_date"}) == "not met"
	every blank in [null, "", " ", "2026-11-30"] {
		verdict({"end_date": blank}) == "not met"
	}
}

lately(details) := verdict_on("2026-10-31", object.union({"unregistered": true, "start_date": "2026-10-05"}, details))

# From Monday 5 October the 28th day is Monday 2 November.
test_still_there_and_the_days_are_not_past if {
	lately({"regulator_told_date": "2026-10-06"}) == "not audited"
	lately({"regulator_told_date": "2026-10-06", "end_date": "2026-11-02"}) == "not audited"
}

test_still_there_and_the_regulator_not_told if lately({}) == "not met"

test_ended_and_the_regulator_not_told if lately({"end_date": "2026-10-12"}) == "not met"

test_ended_early if lately({"regulator_told_date": "2026-10-06", "end_date": "2026-10-12"}) == "met"

# From Friday 2 October the 28th day is Friday 30 October, from Saturday 3 October it is as-at.
test_the_day_it_must_end_was_the_day_before_as_at if {
	lately({"start_date": "2026-10-02", "regulator_told_date": "2026-10-02"}) == "not met"
}

test_the_day_it_must_end_is_as_at if {
	lately({"start_date": "2026-10-03", "regulator_told_date": "2026-10-05"}) == "not audited"
}

# From Friday 30 October the regulator is told by Monday 2 November.
test_neither_is_due_yet if lately({"start_date": "2026-10-30"}) == "not audited"

test_over_christmas if {
	tell_by := unregistered_brief.tell_by with input.placements as [object.union(placement, {"start_date": "2026-12-24"})]
		with data.run.as_at as "2027-01-31"
	tell_by == {0: "2026-12-29"}
}

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if {
	tell_by := unregistered_brief.tell_by with input.placements as [object.union(placement, {"start_date": "2026-04-02"})]
		with data.run.as_at as "2026-10-31"
	tell_by == {0: "2026-04-07"}
}

report(item) := object.union(arithmetic, {"note": note}) if {
	note := unregistered_brief.note with input.placements as [item] with data.run.as_at as "2026-10-31"
	due := unregistered_brief.due with input.placements as [item] with data.run.as_at as "2026-10-31"
	done := unregistered_brief.done with input.placements as [item] with data.run.as_at as "2026-10-31"
	arithmetic := {"due": due, "done": done}
}

test_the_report_is_of_the_end if {
	report(object.union(placement, {"end_date": "2026-04-30", "regulator_told_date": "2026-03-20"})) == {
		"due": {0: "2026-03-30"},
		"done": {0: "2026-04-30"},
		"note": {0: "not ended within 28 days; regulator not told by 2026-03-03"},
	}
}

test_the_report_is_of_the_regulator_where_only_that_was_late if {
	report(object.union(placement, {"regulator_told_date": "2026-03-20"})) == {
		"due": {0: "2026-03-03"},
		"done": {0: "2026-03-20"},
		"note": {0: "regulator not told by 2026-03-03"},
	}
}

test_a_registered_placement_is_not_audited if {
	every value in [false, null, ""] {
		verdict({"unregistered": value}) == "not audited"
	}
	without({"unregistered"}) == "not audited"
}

test_a_council_may_allow_longer if {
	late := {"end_date": "2026-04-06", "regulator_told_date": "2026-03-04"}
	longer := verdict(late) with data.settings.unregistered_days.values as [{"value": 35}]
		with data.settings.unregistered_told_wd.values as [{"value": 2}]
	longer == "met"
}

test_begun_on_the_first_day_of_the_period if verdict({"start_date": "2025-11-01"}) == "not met"

test_begun_before_the_period if verdict({"start_date": "2025-10-31"}) == "not audited"

test_no_start if {
	every blank in [null, "", " "] {
		verdict({"start_date": blank}) == "not audited"
	}
}
