package audit.assessment.child_seen_test

import data.audit.assessment.child_seen
import data.lib.testing

verdict(assessment) := testing.verdict(applies, met, 0) if {
	applies := child_seen.applies with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
	met := child_seen.met with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
}

# A single assessment from 2 to 31 March 2026, with what is recorded of seeing the child.
march(recorded) := object.union({"type": "single", "start_date": "2026-03-02", "completed_date": "2026-03-31"}, recorded)

test_flag_says_seen if verdict(march({"child_seen": true})) == "met"

test_flag_says_not_seen if verdict(march({"child_seen": false})) == "not met"

test_nothing_recorded if verdict(march({})) == "not met"

test_seen_on_the_first_day if verdict(march({"child_seen_date": "2026-03-02"})) == "met"

test_seen_on_the_last_day if verdict(march({"child_seen_date": "2026-03-31"})) == "met"

test_seen_the_day_before_it_began if verdict(march({"child_seen_date": "2026-03-01"})) == "not met"

test_seen_the_day_after_it_ended if verdict(march({"child_seen_date": "2026-04-01"})) == "not met"

test_seen_date_without_start_date if verdict({"completed_date": "2026-03-31", "child_seen_date": "2026-03-10"}) == "not met"

test_pre_birth_is_not_audited if verdict(march({"type": "pre_birth"})) == "not audited"

test_blank_type_is_audited if verdict({"completed_date": "2026-03-31", "child_seen": true}) == "met"

test_not_completed_is_not_audited if verdict({"type": "single", "start_date": "2026-03-02"}) == "not audited"

test_completed_on_the_last_day_of_the_period if verdict(march({"completed_date": "2026-10-31"})) == "not met"

test_completed_on_the_first_day_of_the_period if verdict(march({"completed_date": "2025-11-01"})) == "not met"

test_completed_before_the_period if verdict(march({"completed_date": "2025-10-31"})) == "not audited"

test_completed_after_as_at if verdict(march({"completed_date": "2026-11-01"})) == "not audited"
