package audit.early_help.step_down_taken_up_test

import data.audit.early_help.step_down_taken_up
import data.lib.testing

verdict_of(referral, episodes) := testing.verdict(applies, met, 0) if {
	record := {"referrals": [referral], "early_help": episodes}
	applies := step_down_taken_up.applies with input as record with data.run.as_at as "2026-10-31"
	met := step_down_taken_up.met with input as record with data.run.as_at as "2026-10-31"
}

closed(day) := {"close_date": day, "close_reason": "RC9"}

due(as_at, day) := last_day if {
	last_day := step_down_taken_up.due[0] with input.referrals as [closed(day)] with data.run.as_at as as_at
}

# Closed on Monday 2 March 2026; ten working days later is Monday 16 March.
taken_up(episodes) := verdict_of(closed("2026-03-02"), episodes)

test_on_the_deadline if taken_up([{"start_date": "2026-03-16"}]) == "met"

test_a_day_late if taken_up([{"start_date": "2026-03-17"}]) == "not met"

test_the_same_day if taken_up([{"start_date": "2026-03-02"}]) == "met"

test_already_running if taken_up([{"start_date": "2025-12-01"}]) == "met"

test_already_running_and_ended_after_the_closing if {
	taken_up([{"start_date": "2025-12-01", "end_date": "2026-03-03"}]) == "met"
}

test_help_that_had_ended_does_not_count if {
	taken_up([{"start_date": "2025-12-01", "end_date": "2026-03-02"}]) == "not met"
	taken_up([{"start_date": "2025-12-01", "end_date": "2026-02-02"}, {"start_date": "2026-03-10"}]) == "met"
}

test_an_end_after_as_at_reads_as_none if taken_up([{"start_date": "2025-12-01", "end_date": "2026-12-01"}]) == "met"

test_never_taken_up if taken_up([]) == "not met"

test_no_start if {
	every blank in [null, "", " "] {
		taken_up([{"start_date": blank}]) == "not met"
		taken_up([{"start_date": blank}, {"start_date": "2026-03-10"}]) == "met"
	}
	taken_up([{"episode_id": "E1"}]) == "not met"
}

test_the_earliest_counts if taken_up([{"start_date": "2026-05-04"}, {"start_date": "2026-03-10"}]) == "met"

test_done_is_never_before_the_closing if {
	record := {"referrals": [closed("2026-03-02")], "early_help": [{"start_date": "2025-12-01"}]}
	step_down_taken_up.done == {0: "2026-03-02"} with input as record with data.run.as_at as "2026-10-31"
}

test_closed_for_another_reason if {
	every reason in ["RC8", "RC7", null, ""] {
		verdict_of({"close_date": "2026-03-02", "close_reason": reason}, []) == "not audited"
	}
	verdict_of({"close_date": "2026-03-02"}, []) == "not audited"
}

test_codes_count_whatever_their_case if {
	verdict_of({"close_date": "2026-03-02", "close_reason": "rc9"}, []) == "not met"
}

test_a_council_may_name_its_own_reasons if {
	verdict := verdict_of({"close_date": "2026-03-02", "close_reason": "EH"}, [])
		with data.settings.step_down_reasons.values as [{"value": ["eh"]}]
	verdict == "not met"
}

# Closed on a Saturday: day 1 is Monday 16 March.
test_closed_at_a_weekend if due("2026-10-31", "2026-03-14") == "2026-03-27"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-04-01") == "2026-04-17"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2027-01-31", "2026-12-21") == "2027-01-07"

# From Friday 16 October the last day is Friday 30 October; from Monday 19 October it is Monday 2 November.
test_the_deadline_was_the_day_before_as_at if verdict_of(closed("2026-10-16"), []) == "not met"

test_not_due_yet if verdict_of(closed("2026-10-19"), []) == "not audited"

test_begun_after_as_at_reads_as_blank if verdict_of(closed("2026-10-19"), [{"start_date": "2026-11-01"}]) == "not audited"

test_closed_on_the_first_day_of_the_period if verdict_of(closed("2025-11-01"), []) == "not met"

test_closed_before_the_period if verdict_of(closed("2025-10-31"), []) == "not audited"

test_not_closed if {
	every blank in [null, "", "2026-11-01"] {
		verdict_of(closed(blank), []) == "not audited"
	}
}
