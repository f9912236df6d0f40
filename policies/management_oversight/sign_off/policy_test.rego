package audit.management_oversight.sign_off_test

import data.audit.management_oversight.sign_off
import data.lib.testing

verdict(assessment) := testing.verdict(applies, met, 0) if {
	applies := sign_off.applies with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
	met := sign_off.met with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
}

# Wednesday 11 March 2026; five working days later is Wednesday 18 March.
test_on_the_deadline if verdict({"completed_date": "2026-03-11", "signed_off_date": "2026-03-18"}) == "met"

test_a_day_late if verdict({"completed_date": "2026-03-11", "signed_off_date": "2026-03-19"}) == "not met"

test_never_signed_off if verdict({"completed_date": "2026-03-11"}) == "not met"

test_the_same_day if verdict({"completed_date": "2026-03-11", "signed_off_date": "2026-03-11"}) == "met"

test_before_completion if verdict({"completed_date": "2026-03-11", "signed_off_date": "2026-03-10"}) == "met"

# Completed on a Saturday: day 1 is Monday 16 March.
test_completed_at_a_weekend if verdict({"completed_date": "2026-03-14", "signed_off_date": "2026-03-20"}) == "met"

test_completed_at_a_weekend_a_day_late if verdict({"completed_date": "2026-03-14", "signed_off_date": "2026-03-21"}) == "not met"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if {
	sign_off.due[0] == "2027-01-04" with input.assessments as [{"completed_date": "2026-12-23"}] with data.run.as_at as "2027-01-31"
}

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if {
	sign_off.due[0] == "2026-04-10" with input.assessments as [{"completed_date": "2026-04-01"}] with data.run.as_at as "2026-10-31"
}

test_not_due_yet if verdict({"completed_date": "2026-10-26"}) == "not audited"

test_signed_off_after_as_at_reads_as_blank if verdict({"completed_date": "2026-10-26", "signed_off_date": "2026-11-02"}) == "not audited"

test_completed_before_the_period if verdict({"completed_date": "2025-10-31"}) == "not audited"

test_not_completed if verdict({"signed_off_date": "2026-03-18"}) == "not audited"
