package audit.management_oversight.challenge_answered_test

import data.audit.management_oversight.challenge_answered
import data.lib.testing

verdict_on(as_at, item) := testing.verdict(applies, met, 0) if {
	applies := challenge_answered.applies with input.challenges as [item] with data.run.as_at as as_at
	met := challenge_answered.met with input.challenges as [item] with data.run.as_at as as_at
}

verdict(item) := verdict_on("2026-10-31", item)

raised(day) := {"by_role": "reviewing_officer", "raised_date": day}

unanswered(day) := verdict(raised(day))

due(as_at, day) := last_day if {
	last_day := challenge_answered.due[0] with input.challenges as [raised(day)] with data.run.as_at as as_at
}

# Raised on Monday 2 March 2026; five working days later is Monday 9 March.
answered(day) := verdict(object.union(raised("2026-03-02"), {"answered_date": day}))

test_on_the_deadline if answered("2026-03-09") == "met"

test_a_day_late if answered("2026-03-10") == "not met"

test_the_same_day if answered("2026-03-02") == "met"

test_before_it_was_raised if answered("2026-02-27") == "met"

test_never_answered if {
	unanswered("2026-03-02") == "not met"
	every blank in [null, "", " "] {
		answered(blank) == "not met"
	}
}

test_a_conference_chair_counts if {
	verdict({"by_role": "conference_chair", "raised_date": "2026-03-02"}) == "not met"
}

test_a_challenge_by_another_is_not_audited if {
	every role in ["other", "team_manager", null, ""] {
		verdict({"by_role": role, "raised_date": "2026-03-02"}) == "not audited"
	}
	verdict({"raised_date": "2026-03-02"}) == "not audited"
}

# Raised on a Saturday: day 1 is Monday 16 March.
test_raised_at_a_weekend if due("2026-10-31", "2026-03-14") == "2026-03-20"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-04-01") == "2026-04-10"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2027-01-31", "2026-12-23") == "2027-01-04"

# From Friday 23 October the last day is Friday 30 October; from Monday 26 October it is Monday 2 November.
test_the_deadline_was_the_day_before_as_at if unanswered("2026-10-23") == "not met"

test_the_deadline_is_as_at if verdict_on("2026-10-30", raised("2026-10-23")) == "not audited"

test_not_due_yet if unanswered("2026-10-26") == "not audited"

test_answered_after_as_at_reads_as_blank if {
	verdict(object.union(raised("2026-10-26"), {"answered_date": "2026-11-01"})) == "not audited"
}

test_a_council_may_allow_longer if {
	verdict := answered("2026-03-10") with data.settings.challenge_wd.values as [{"value": 6}]
	verdict == "met"
}

test_raised_on_the_first_day_of_the_period if unanswered("2025-11-01") == "not met"

test_raised_before_the_period if unanswered("2025-10-31") == "not audited"

test_nobody_wrote_when_it_was_raised if {
	every blank in [null, "", " "] {
		unanswered(blank) == "not audited"
	}
}
