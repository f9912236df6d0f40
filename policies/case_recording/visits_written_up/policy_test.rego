package audit.case_recording.visits_written_up_test

import data.audit.case_recording.visits_written_up
import data.lib.testing

verdict_on(visit, as_at) := testing.verdict(applies, met, 0) if {
	applies := visits_written_up.applies with input.visits as [visit] with data.run.as_at as as_at
	met := visits_written_up.met with input.visits as [visit] with data.run.as_at as as_at
}

verdict(visit) := verdict_on(visit, "2026-10-31")

due(date, as_at) := days if {
	days := visits_written_up.due with input.visits as [{"date": date}] with data.run.as_at as as_at
}

# Wednesday 11 March 2026; five working days later is Wednesday 18 March.
visit(details) := object.union({"type": "child_in_need", "date": "2026-03-11"}, details)

test_on_the_deadline if verdict(visit({"recorded_date": "2026-03-18"})) == "met"

test_a_day_late if verdict(visit({"recorded_date": "2026-03-19"})) == "not met"

test_the_same_day if verdict(visit({"recorded_date": "2026-03-11"})) == "met"

test_recorded_before_the_visit_is_met if verdict(visit({"recorded_date": "2026-03-10"})) == "met"

test_never_written_up if {
	verdict(visit({})) == "not met"
	every blank in [null, ""] {
		verdict(visit({"recorded_date": blank})) == "not met"
	}
}

test_any_type_of_visit if {
	every type in ["child_in_need", "child_protection", "care", "private_fostering", "other", null] {
		verdict(visit({"type": type})) == "not met"
	}
}

# Made on a Saturday: day 1 is Monday 16 March.
test_made_at_a_weekend if due("2026-03-14", "2026-10-31") == {0: "2026-03-20"}

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2026-12-23", "2027-01-31") == {0: "2027-01-04"}

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-04-01", "2026-10-31") == {0: "2026-04-10"}

test_not_written_up_on_the_day_it_is_due_is_not_audited if verdict_on(visit({}), "2026-03-18") == "not audited"

test_not_written_up_the_day_after_it_was_due if verdict_on(visit({}), "2026-03-19") == "not met"

test_written_up_before_it_is_due_is_judged_at_once if {
	verdict_on(visit({"recorded_date": "2026-03-12"}), "2026-03-12") == "met"
}

test_written_up_after_as_at_reads_as_blank if {
	verdict_on(visit({"recorded_date": "2026-03-18"}), "2026-03-17") == "not audited"
	verdict_on(visit({"recorded_date": "2026-03-20"}), "2026-03-19") == "not met"
}

test_a_council_may_allow_six_days if {
	longer := verdict(visit({"recorded_date": "2026-03-19"})) with data.settings.recording_wd.values as [{"value": 6}]
	longer == "met"
}

test_made_on_the_first_day_of_the_period if verdict({"date": "2025-11-01"}) == "not met"

test_made_before_the_period_is_not_audited if verdict({"date": "2025-10-31"}) == "not audited"

test_made_on_the_last_day_of_the_period if verdict({"date": "2026-10-31", "recorded_date": "2026-10-31"}) == "met"

test_made_after_as_at_is_not_audited if verdict({"date": "2026-11-01", "recorded_date": "2026-10-30"}) == "not audited"

test_date_not_known_is_not_audited if {
	verdict({"recorded_date": "2026-03-12"}) == "not audited"
	every blank in [null, ""] {
		verdict({"date": blank, "recorded_date": "2026-03-12"}) == "not audited"
	}
}

test_report_has_the_arithmetic if {
	late := visit({"recorded_date": "2026-03-19"})
	visits_written_up.start == {0: "2026-03-11"} with input.visits as [late] with data.run.as_at as "2026-10-31"
	visits_written_up.done == {0: "2026-03-19"} with input.visits as [late] with data.run.as_at as "2026-10-31"
}
