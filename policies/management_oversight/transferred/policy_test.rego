package audit.management_oversight.transferred_test

import data.audit.management_oversight.transferred
import data.lib.testing

verdict_on(transfer, as_at) := testing.verdict(applies, met, 0) if {
	applies := transferred.applies with input.transfers as [transfer] with data.run.as_at as as_at
	met := transferred.met with input.transfers as [transfer] with data.run.as_at as as_at
}

verdict(transfer) := verdict_on(transfer, "2026-10-31")

due(requested, as_at) := days if {
	days := transferred.due with input.transfers as [{"requested_date": requested}] with data.run.as_at as as_at
}

# Wednesday 11 March 2026; five working days later is Wednesday 18 March.
march(accepted) := {"requested_date": "2026-03-11", "accepted_date": accepted}

test_accepted_on_the_deadline if verdict(march("2026-03-18")) == "met"

test_accepted_a_day_late if verdict(march("2026-03-19")) == "not met"

test_accepted_the_same_day if verdict(march("2026-03-11")) == "met"

test_accepted_before_the_request_is_met if verdict(march("2026-03-10")) == "met"

test_never_accepted if {
	verdict({"requested_date": "2026-03-11"}) == "not met"
	every blank in [null, ""] {
		verdict(march(blank)) == "not met"
	}
}

# Requested on a Saturday: day 1 is Monday 16 March.
test_requested_at_a_weekend if due("2026-03-14", "2026-10-31") == {0: "2026-03-20"}

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2026-12-23", "2027-01-31") == {0: "2027-01-04"}

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-04-01", "2026-10-31") == {0: "2026-04-10"}

test_not_accepted_on_the_day_it_is_due_is_not_audited if verdict_on({"requested_date": "2026-03-11"}, "2026-03-18") == "not audited"

test_not_accepted_the_day_after_it_was_due if verdict_on({"requested_date": "2026-03-11"}, "2026-03-19") == "not met"

test_accepted_before_it_is_due_is_judged_at_once if verdict_on(march("2026-03-12"), "2026-03-12") == "met"

test_accepted_after_as_at_reads_as_blank if {
	verdict_on(march("2026-03-18"), "2026-03-17") == "not audited"
	verdict_on(march("2026-03-20"), "2026-03-19") == "not met"
}

test_a_council_may_allow_six_days if {
	longer := verdict(march("2026-03-19")) with data.settings.transfer_wd.values as [{"value": 6}]
	longer == "met"
}

test_requested_on_the_first_day_of_the_period if verdict({"requested_date": "2025-11-01"}) == "not met"

test_requested_before_the_period_is_not_audited if verdict({"requested_date": "2025-10-31"}) == "not audited"

test_requested_on_the_last_day_of_the_period if {
	verdict({"requested_date": "2026-10-31", "accepted_date": "2026-10-31"}) == "met"
}

test_requested_after_as_at_is_not_audited if {
	verdict({"requested_date": "2026-11-01", "accepted_date": "2026-10-30"}) == "not audited"
}

test_request_not_dated_is_not_audited if {
	verdict({"accepted_date": "2026-03-12"}) == "not audited"
	every blank in [null, ""] {
		verdict({"requested_date": blank, "accepted_date": "2026-03-12"}) == "not audited"
	}
}

test_report_has_the_arithmetic if {
	late := march("2026-03-19")
	transferred.start == {0: "2026-03-11"} with input.transfers as [late] with data.run.as_at as "2026-10-31"
	transferred.done == {0: "2026-03-19"} with input.transfers as [late] with data.run.as_at as "2026-10-31"
}
