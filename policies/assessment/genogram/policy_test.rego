package audit.assessment.genogram_test

import data.audit.assessment.genogram
import data.lib.testing

verdict(assessment) := testing.verdict(applies, met, 0) if {
	applies := genogram.applies with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
	met := genogram.met with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
}

# A single assessment completed on 31 March 2026, with a genogram of this day.
march(day) := {"type": "single", "completed_date": "2026-03-31", "genogram_date": day}

test_drawn_during_the_assessment if verdict(march("2026-03-12")) == "met"

test_drawn_on_the_day_of_completion if verdict(march("2026-03-31")) == "met"

test_drawn_at_an_hour_of_the_day_of_completion if verdict(march("2026-03-31T16:20:00")) == "met"

test_drawn_the_day_after_completion if verdict(march("2026-04-01")) == "not met"

test_drawn_years_before if verdict(march("2011-05-09")) == "met"

test_none_drawn if verdict({"type": "single", "completed_date": "2026-03-31"}) == "not met"

test_blank_date if {
	every blank in [null, "", "  "] {
		verdict(march(blank)) == "not met"
	}
}

test_an_initial_assessment_is_not_audited if {
	verdict({"type": "initial", "completed_date": "2026-03-31", "genogram_date": "2026-03-12"}) == "not audited"
}

test_every_other_type_is_audited if {
	every type in ["core", "single", "pre_birth", null, "other"] {
		verdict({"type": type, "completed_date": "2026-03-31"}) == "not met"
	}
}

test_a_type_left_out_is_audited if verdict({"completed_date": "2026-03-31"}) == "not met"

test_completed_on_as_at_is_judged_at_once if verdict({"type": "single", "completed_date": "2026-10-31"}) == "not met"

test_a_genogram_after_as_at_is_none if {
	verdict({"type": "single", "completed_date": "2026-10-31", "genogram_date": "2026-11-01"}) == "not met"
}

test_completed_after_as_at_is_not_audited if verdict({"type": "single", "completed_date": "2026-11-01"}) == "not audited"

test_completed_on_the_first_day_of_the_period if {
	verdict({"type": "single", "completed_date": "2025-11-01"}) == "not met"
}

test_completed_before_the_period_is_not_audited if {
	verdict({"type": "single", "completed_date": "2025-10-31"}) == "not audited"
}

test_not_completed_is_not_audited if {
	verdict({"type": "single", "genogram_date": "2026-03-12"}) == "not audited"
	every blank in [null, ""] {
		verdict({"type": "single", "completed_date": blank, "genogram_date": "2026-03-12"}) == "not audited"
	}
}

note(day) := words if {
	words := genogram.note with input.assessments as [march(day)] with data.run.as_at as "2026-10-31"
}

test_the_note_gives_the_day_of_a_late_one if note("2026-04-09") == {0: "the genogram is dated 2026-04-09"}

test_no_note_without_a_genogram if {
	every day in [null, "", "2026-11-01"] {
		note(day) == {}
	}
}
