package audit.assessment.child_seen_before_sign_off_test

import data.audit.assessment.child_seen_before_sign_off
import data.lib.testing

verdict_in(run, assessment) := testing.verdict(applies, met, 0) if {
	applies := child_seen_before_sign_off.applies with input.assessments as [assessment] with data.run as run
	met := child_seen_before_sign_off.met with input.assessments as [assessment] with data.run as run
}

# In an export that has the column child_seen_date, and in one that has only child_seen.
dated := {"as_at": "2026-10-31", "supplies": {"assessments.child_seen_date": true, "assessments.child_seen": true}}

undated := {"as_at": "2026-10-31", "supplies": {"assessments.child_seen": true}}

verdict(assessment) := verdict_in(dated, assessment)

# An assessment signed off on 2 April 2026, with what is recorded of seeing the child.
april(recorded) := object.union({"type": "single", "signed_off_date": "2026-04-02"}, recorded)

test_seen_before_sign_off if verdict(april({"child_seen_date": "2026-03-11"})) == "met"

test_seen_on_the_day_of_sign_off if verdict(april({"child_seen_date": "2026-04-02"})) == "met"

test_seen_the_day_after_sign_off if verdict(april({"child_seen_date": "2026-04-03"})) == "not met"

test_never_seen if verdict(april({})) == "not met"

test_stray_blanks_are_no_day if {
	every blank in [null, ""] {
		verdict(april({"child_seen_date": blank})) == "not met"
	}
}

test_flag_is_not_read_where_the_export_has_the_date if verdict(april({"child_seen": true})) == "not met"

test_flag_says_no_and_the_date_decides if {
	verdict(april({"child_seen": false, "child_seen_date": "2026-03-11"})) == "met"
}

test_flag_decides_where_the_export_has_no_date if {
	verdict_in(undated, april({"child_seen": true})) == "met"
	verdict_in(undated, april({"child_seen": false})) == "not met"
	verdict_in(undated, april({})) == "not met"
	verdict_in(undated, april({"child_seen": null})) == "not met"
}

test_flag_decides_where_nothing_is_known_of_the_export if {
	verdict_in({"as_at": "2026-10-31"}, april({"child_seen": true})) == "met"
	verdict_in({"as_at": "2026-10-31"}, april({"child_seen": false})) == "not met"
}

test_pre_birth_is_not_audited if verdict({"type": "pre_birth", "signed_off_date": "2026-04-02"}) == "not audited"

test_blank_type_is_audited if verdict({"signed_off_date": "2026-04-02", "child_seen_date": "2026-03-11"}) == "met"

test_signed_off_on_as_at_is_judged_at_once if verdict(april({"signed_off_date": "2026-10-31"})) == "not met"

test_seen_after_as_at_is_not_seen if {
	verdict(april({"signed_off_date": "2026-10-31", "child_seen_date": "2026-11-01"})) == "not met"
}

test_signed_off_after_as_at_is_not_audited if verdict(april({"signed_off_date": "2026-11-01"})) == "not audited"

test_signed_off_on_the_first_day_of_the_period if verdict(april({"signed_off_date": "2025-11-01"})) == "not met"

test_signed_off_before_the_period_is_not_audited if verdict(april({"signed_off_date": "2025-10-31"})) == "not audited"

test_not_signed_off_is_not_audited if {
	every blank in [null, ""] {
		verdict(april({"signed_off_date": blank})) == "not audited"
	}
}

test_note_says_when_the_child_was_seen_at_last if {
	late := [april({"child_seen_date": "2026-04-09"})]
	child_seen_before_sign_off.note == {0: "seen on 2026-04-09"} with input.assessments as late with data.run as dated
}

test_note_is_silent_where_the_flag_decides if {
	late := [april({"child_seen": false, "child_seen_date": "2026-04-09"})]
	child_seen_before_sign_off.note == {} with input.assessments as late with data.run as undated
}
