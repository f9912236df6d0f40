package audit.child_protection.allegation_decided_test

import data.audit.child_protection.allegation_decided
import data.lib.testing

verdict_on(as_at, item) := testing.verdict(applies, met, 0) if {
	applies := allegation_decided.applies with data.service.allegations as [item] with data.run.as_at as as_at
	met := allegation_decided.met with data.service.allegations as [item] with data.run.as_at as as_at
}

verdict(item) := verdict_on("2026-10-31", item)

due(as_at, day) := last_day if {
	last_day := allegation_decided.due[0] with data.service.allegations as [{"received_date": day}] with data.run.as_at as as_at
}

# Received on Monday 2 March 2026; one working day later is Tuesday 3 March.
decided(day) := verdict({"received_date": "2026-03-02", "decided_date": day})

test_on_the_deadline if decided("2026-03-03") == "met"

test_a_day_late if decided("2026-03-04") == "not met"

test_the_same_day if decided("2026-03-02") == "met"

test_before_it_was_received if decided("2026-02-27") == "met"

test_never_decided if {
	verdict({"received_date": "2026-03-02"}) == "not met"
	every blank in [null, "", " "] {
		decided(blank) == "not met"
	}
}

# Received on Saturday 14 March: day 1 is Monday 16 March.
test_received_at_a_weekend if due("2026-10-31", "2026-03-14") == "2026-03-16"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-04-02") == "2026-04-07"

# Christmas Day and Boxing Day (moved to Monday 28) are no working days.
test_over_christmas if due("2027-01-31", "2026-12-24") == "2026-12-29"

# From Thursday 29 October the last day is Friday 30 October; from Friday 30 October it is Monday 2 November.
test_the_deadline_was_the_day_before_as_at if verdict({"received_date": "2026-10-29"}) == "not met"

test_the_deadline_is_as_at if verdict_on("2026-10-30", {"received_date": "2026-10-29"}) == "not audited"

test_not_due_yet if verdict({"received_date": "2026-10-30"}) == "not audited"

test_decided_after_as_at_reads_as_blank if {
	verdict({"received_date": "2026-10-30", "decided_date": "2026-11-01"}) == "not audited"
}

test_a_council_may_allow_longer if {
	verdict := decided("2026-03-04") with data.settings.allegation_decision_wd.values as [{"value": 2}]
	verdict == "met"
}

test_received_on_the_first_day_of_the_period if verdict({"received_date": "2025-11-01"}) == "not met"

test_received_before_the_period if verdict({"received_date": "2025-10-31"}) == "not audited"

test_nobody_wrote_when_it_was_received if {
	verdict({"decided_date": "2026-03-03"}) == "not audited"
	every blank in [null, "", " "] {
		verdict({"received_date": blank, "decided_date": "2026-03-03"}) == "not audited"
	}
}
