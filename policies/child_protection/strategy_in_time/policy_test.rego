package audit.child_protection.strategy_in_time_test

import data.audit.child_protection.strategy_in_time
import data.lib.testing

verdict_on(as_at, item) := testing.verdict(applies, met, 0) if {
	applies := strategy_in_time.applies with input.section_47 as [item] with data.run.as_at as as_at
	met := strategy_in_time.met with input.section_47 as [item] with data.run.as_at as as_at
}

verdict(item) := verdict_on("2026-10-31", item)

due(as_at, day) := last_day if {
	last_day := strategy_in_time.due[0] with input.section_47 as [{"concern_date": day}] with data.run.as_at as as_at
}

# The concern of Monday 2 March 2026; one working day later is Tuesday 3 March.
held(day) := verdict({"concern_date": "2026-03-02", "strategy_discussion_date": day})

test_on_the_deadline if held("2026-03-03") == "met"

test_a_day_late if held("2026-03-04") == "not met"

test_the_same_day if held("2026-03-02") == "met"

test_before_the_concern if held("2026-02-27") == "met"

test_never_held if {
	verdict({"concern_date": "2026-03-02"}) == "not met"
	every blank in [null, "", " "] {
		held(blank) == "not met"
	}
}

# A concern of Saturday 14 March: day 1 is Monday 16 March.
test_a_concern_at_a_weekend if due("2026-10-31", "2026-03-14") == "2026-03-16"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-04-02") == "2026-04-07"

# Christmas Day and Boxing Day (moved to Monday 28) are no working days.
test_over_christmas if due("2027-01-31", "2026-12-24") == "2026-12-29"

# From Thursday 29 October the last day is Friday 30 October; from Friday 30 October it is Monday 2 November.
test_the_deadline_was_the_day_before_as_at if verdict({"concern_date": "2026-10-29"}) == "not met"

test_the_deadline_is_as_at if verdict_on("2026-10-30", {"concern_date": "2026-10-29"}) == "not audited"

test_not_due_yet if verdict({"concern_date": "2026-10-30"}) == "not audited"

test_held_after_as_at_reads_as_blank if {
	verdict({"concern_date": "2026-10-30", "strategy_discussion_date": "2026-11-01"}) == "not audited"
}

test_a_council_may_allow_longer if {
	verdict := held("2026-03-04") with data.settings.strategy_wd.values as [{"value": 2}]
	verdict == "met"
}

test_a_concern_on_the_first_day_of_the_period if verdict({"concern_date": "2025-11-01"}) == "not met"

test_a_concern_before_the_period if verdict({"concern_date": "2025-10-31"}) == "not audited"

test_nobody_wrote_when_the_concern_was if {
	verdict({"strategy_discussion_date": "2026-03-03"}) == "not audited"
	every blank in [null, "", " "] {
		verdict({"concern_date": blank, "strategy_discussion_date": "2026-03-03"}) == "not audited"
	}
}
