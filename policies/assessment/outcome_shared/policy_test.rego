package audit.assessment.outcome_shared_test

import data.audit.assessment.outcome_shared
import data.lib.testing

verdict_on(as_at, assessment) := testing.verdict(applies, met, 0) if {
	applies := outcome_shared.applies with input.assessments as [assessment] with data.run.as_at as as_at
	met := outcome_shared.met with input.assessments as [assessment] with data.run.as_at as as_at
}

verdict(assessment) := verdict_on("2026-10-31", assessment)

due(as_at, signed_off) := last_day if {
	last_day := outcome_shared.due[0] with input.assessments as [{"signed_off_date": signed_off}]
		with data.run.as_at as as_at
}

# Wednesday 11 March 2026; ten working days later is Wednesday 25 March.
shared(day) := verdict({"signed_off_date": "2026-03-11", "outcome_shared_date": day})

test_on_the_deadline if shared("2026-03-25") == "met"

test_a_day_late if shared("2026-03-26") == "not met"

test_the_same_day if shared("2026-03-11") == "met"

test_before_sign_off if shared("2026-03-10") == "met"

test_never_shared if verdict({"signed_off_date": "2026-03-11"}) == "not met"

test_blank_day_of_sharing if {
	every blank in [null, "", " "] {
		shared(blank) == "not met"
	}
}

# Signed off on a Saturday: day 1 is Monday 16 March.
test_signed_off_at_a_weekend if due("2026-10-31", "2026-03-14") == "2026-03-27"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-03-25") == "2026-04-10"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if due("2027-01-31", "2026-12-16") == "2027-01-04"

# From Friday 16 October the last day is Friday 30 October; from Monday 19 October it is Monday 2 November.
test_the_deadline_was_the_day_before_as_at if verdict({"signed_off_date": "2026-10-16"}) == "not met"

test_the_deadline_is_as_at if verdict_on("2026-10-30", {"signed_off_date": "2026-10-16"}) == "not audited"

test_not_due_yet if verdict({"signed_off_date": "2026-10-19"}) == "not audited"

test_shared_before_it_was_due if {
	verdict({"signed_off_date": "2026-10-19", "outcome_shared_date": "2026-10-20"}) == "met"
}

test_shared_after_as_at_reads_as_blank if {
	verdict({"signed_off_date": "2026-10-19", "outcome_shared_date": "2026-11-02"}) == "not audited"
}

test_a_council_may_allow_longer if {
	verdict := shared("2026-03-26") with data.settings.outcome_shared_wd.values as [{"value": 11}]
	verdict == "met"
}

test_every_type_is_audited if {
	every type in ["initial", "core", "single", "pre_birth", null] {
		verdict({"type": type, "signed_off_date": "2026-03-11"}) == "not met"
	}
}

test_signed_off_on_the_first_day_of_the_period if verdict({"signed_off_date": "2025-11-01"}) == "not met"

test_signed_off_before_the_period if verdict({"signed_off_date": "2025-10-31"}) == "not audited"

test_signed_off_on_the_last_day_of_the_period if {
	verdict({"signed_off_date": "2026-10-31", "outcome_shared_date": "2026-10-31"}) == "met"
}

test_signed_off_after_as_at if {
	verdict({"signed_off_date": "2026-11-01", "outcome_shared_date": "2026-10-30"}) == "not audited"
}

test_not_signed_off if {
	verdict({"completed_date": "2026-03-11", "outcome_shared_date": "2026-03-12"}) == "not audited"
	every blank in [null, ""] {
		verdict({"signed_off_date": blank, "outcome_shared_date": "2026-03-12"}) == "not audited"
	}
}
