package audit.assessment.not_signed_off_incomplete_test

import data.audit.assessment.not_signed_off_incomplete
import data.lib.testing

verdict(assessment) := testing.verdict(applies, met, 0) if {
	applies := not_signed_off_incomplete.applies with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
	met := not_signed_off_incomplete.met with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
}

note(assessment) := words if {
	words := not_signed_off_incomplete.note[0] with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
}

# An assessment completed on 31 March 2026, signed off on 2 April and with no section left blank, unless recorded otherwise.
april(recorded) := object.union(
	{"completed_date": "2026-03-31", "signed_off_date": "2026-04-02", "sections_missing": 0},
	recorded,
)

test_complete if verdict(april({})) == "met"

test_one_section_left_blank if verdict(april({"sections_missing": 1})) == "not met"

test_number_of_sections_not_recorded if verdict(object.remove(april({}), ["sections_missing"])) == "not met"

test_stray_null_is_no_number_of_sections if verdict(april({"sections_missing": null})) == "not met"

test_completed_on_the_day_of_sign_off if verdict(april({"completed_date": "2026-04-02"})) == "met"

test_completed_the_day_after_sign_off if verdict(april({"completed_date": "2026-04-03"})) == "not met"

test_not_completed if verdict(object.remove(april({}), ["completed_date"])) == "not met"

test_stray_blanks_are_no_completion if {
	every blank in [null, ""] {
		verdict(april({"completed_date": blank})) == "not met"
	}
}

test_not_completed_and_signed_off_on_as_at_is_judged_at_once if {
	verdict({"signed_off_date": "2026-10-31", "sections_missing": 0}) == "not met"
}

test_completed_after_as_at_is_not_completed if {
	verdict({"completed_date": "2026-11-01", "signed_off_date": "2026-10-31", "sections_missing": 0}) == "not met"
}

test_signed_off_after_as_at_is_not_audited if verdict(april({"signed_off_date": "2026-11-01"})) == "not audited"

test_signed_off_on_the_first_day_of_the_period if {
	verdict({"completed_date": "2025-10-30", "signed_off_date": "2025-11-01", "sections_missing": 0}) == "met"
}

test_signed_off_before_the_period_is_not_audited if verdict(april({"signed_off_date": "2025-10-31"})) == "not audited"

test_not_signed_off_is_not_audited if {
	every blank in [null, ""] {
		verdict(april({"signed_off_date": blank})) == "not audited"
	}
}

test_note_counts_the_sections if note(april({"sections_missing": 3})) == "mandatory sections left blank: 3"

test_note_gives_every_reason if {
	note({"signed_off_date": "2026-04-02"}) == "mandatory sections left blank: not recorded; not recorded as completed by then"
}

test_no_note_on_a_complete_assessment if not note(april({}))
