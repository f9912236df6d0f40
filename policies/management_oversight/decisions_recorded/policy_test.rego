package audit.management_oversight.decisions_recorded_test

import data.audit.management_oversight.decisions_recorded
import data.lib.testing

verdict_on(decision, as_at) := testing.verdict(applies, met, 0) if {
	applies := decisions_recorded.applies with input.decisions as [decision] with data.run.as_at as as_at
	met := decisions_recorded.met with input.decisions as [decision] with data.run.as_at as as_at
}

verdict(decision) := verdict_on(decision, "2026-10-31")

due(date, as_at) := days if {
	days := decisions_recorded.due with input.decisions as [{"date": date}] with data.run.as_at as as_at
}

# Wednesday 11 March 2026; two working days later is Friday 13 March.
decided(details) := object.union({"date": "2026-03-11", "in_supervision": false}, details)

recorded(date) := verdict(decided({"recorded_date": date}))

test_on_the_deadline if recorded("2026-03-13") == "met"

test_a_day_late if recorded("2026-03-14") == "not met"

test_the_same_day if recorded("2026-03-11") == "met"

test_recorded_before_the_decision_is_met if recorded("2026-03-10") == "met"

test_never_recorded if {
	verdict(decided({})) == "not met"
	every blank in [null, ""] {
		recorded(blank) == "not met"
	}
}

test_made_in_supervision_is_not_audited if verdict(decided({"in_supervision": true})) == "not audited"

test_a_blank_counts_as_made_outside_supervision if {
	every blank in [null, ""] {
		verdict(decided({"in_supervision": blank})) == "not met"
	}
	verdict({"date": "2026-03-11"}) == "not met"
}

test_any_kind_of_decision if {
	every kind in ["oversight", "closure", "drift_authorised", null] {
		verdict(decided({"kind": kind})) == "not met"
	}
}

# Made on a Saturday: day 1 is Monday 16 March.
test_made_at_a_weekend if due("2026-03-14", "2026-10-31") == {0: "2026-03-17"}

# Christmas Day and Boxing Day (moved to Monday 28) are no working days.
test_over_christmas if due("2026-12-24", "2027-01-31") == {0: "2026-12-30"}

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-04-02", "2026-10-31") == {0: "2026-04-08"}

test_not_recorded_on_the_day_it_is_due_is_not_audited if verdict_on(decided({}), "2026-03-13") == "not audited"

test_not_recorded_the_day_after_it_was_due if verdict_on(decided({}), "2026-03-14") == "not met"

test_recorded_before_it_is_due_is_judged_at_once if {
	verdict_on(decided({"recorded_date": "2026-03-12"}), "2026-03-12") == "met"
}

test_recorded_after_as_at_reads_as_blank if {
	verdict_on(decided({"recorded_date": "2026-03-13"}), "2026-03-12") == "not audited"
	verdict_on(decided({"recorded_date": "2026-03-16"}), "2026-03-15") == "not met"
}

test_a_council_may_allow_three_days if {
	longer := recorded("2026-03-16") with data.settings.decision_recorded_wd.values as [{"value": 3}]
	longer == "met"
}

test_made_on_the_first_day_of_the_period if verdict(decided({"date": "2025-11-01"})) == "not met"

test_made_before_the_period_is_not_audited if verdict(decided({"date": "2025-10-31"})) == "not audited"

test_made_on_the_last_day_of_the_period if verdict(decided({"date": "2026-10-31", "recorded_date": "2026-10-31"})) == "met"

test_made_after_as_at_is_not_audited if {
	verdict(decided({"date": "2026-11-01", "recorded_date": "2026-10-30"})) == "not audited"
}

test_date_not_known_is_not_audited if {
	every blank in [null, ""] {
		verdict(decided({"date": blank, "recorded_date": "2026-03-12"})) == "not audited"
	}
	verdict({"in_supervision": false, "recorded_date": "2026-03-12"}) == "not audited"
}

test_report_has_the_arithmetic if {
	late := decided({"recorded_date": "2026-03-16"})
	decisions_recorded.start == {0: "2026-03-11"} with input.decisions as [late] with data.run.as_at as "2026-10-31"
	decisions_recorded.done == {0: "2026-03-16"} with input.decisions as [late] with data.run.as_at as "2026-10-31"
}
