package audit.assessment.chronology_underpins_test

import data.audit.assessment.chronology_underpins
import data.lib.testing

verdict_on(assessment, entries, as_at) := testing.verdict(applies, met, 0) if {
	record := {"assessments": [assessment], "chronology": entries}
	applies := chronology_underpins.applies with input as record with data.run.as_at as as_at
	met := chronology_underpins.met with input as record with data.run.as_at as as_at
}

verdict(assessment, entries) := verdict_on(assessment, entries, "2026-10-31")

march := {"type": "single", "completed_date": "2026-03-31"}

completed(day) := verdict({"type": "single", "completed_date": day}, [])

# The verdict on an assessment completed on 31 March 2026, with an entry recorded on a day.
recorded(day) := verdict(march, [{"recorded_date": day}])

# Six months before 31 March 2026 is the last day of September.
test_recorded_exactly_six_months_before if recorded("2025-09-30") == "met"

test_recorded_six_months_and_a_day_before if recorded("2025-09-29") == "not met"

test_recorded_on_the_day_of_completion if recorded("2026-03-31") == "met"

test_recorded_at_an_hour_of_the_day_of_completion if recorded("2026-03-31T16:20:00") == "met"

test_recorded_the_day_after_completion if recorded("2026-04-01") == "not met"

# Back from the end of August, the month of February ends on the 28th or the 29th.
test_at_the_end_of_a_month if {
	august := {"type": "core", "completed_date": "2026-08-31"}
	verdict(august, [{"recorded_date": "2026-02-28"}]) == "met"
	verdict(august, [{"recorded_date": "2026-02-27"}]) == "not met"
}

test_on_a_leap_day if {
	august := {"type": "core", "completed_date": "2028-08-31"}
	verdict_on(august, [{"recorded_date": "2028-02-29"}], "2028-10-31") == "met"
	verdict_on(august, [{"recorded_date": "2028-02-28"}], "2028-10-31") == "not met"
}

test_a_later_entry_does_not_hide_one_in_time if {
	entries := [{"recorded_date": "2026-09-01"}, {"recorded_date": "2026-01-12"}, {"recorded_date": "2020-01-13"}]
	verdict(march, entries) == "met"
}

test_the_day_of_the_event_is_not_read if verdict(march, [{"date": "2026-01-12"}]) == "not met"

test_no_chronology if {
	verdict(march, []) == "not met"
	applies := chronology_underpins.applies with input as {"assessments": [march]} with data.run.as_at as "2026-10-31"
	applies == {0}
}

test_blank_recorded_date if {
	every entry in [{}, {"recorded_date": null}, {"recorded_date": ""}, {"recorded_date": " "}] {
		verdict(march, [entry]) == "not met"
	}
}

test_an_initial_assessment_is_not_audited if {
	verdict({"type": "initial", "completed_date": "2026-03-31"}, []) == "not audited"
}

test_every_other_type_is_audited if {
	every type in ["core", "single", "pre_birth", null, "other"] {
		verdict({"type": type, "completed_date": "2026-03-31"}, []) == "not met"
	}
}

test_a_type_left_out_is_audited if verdict({"completed_date": "2026-03-31"}, []) == "not met"

test_a_council_may_set_fewer_months if {
	three := [{"value": 3}]
	on_the_day := recorded("2025-12-31") with data.settings.chronology_before_assessment_months.values as three
	day_before := recorded("2025-12-30") with data.settings.chronology_before_assessment_months.values as three
	[on_the_day, day_before] == ["met", "not met"]
}

test_completed_on_as_at_is_judged_at_once if {
	completed("2026-10-31") == "not met"
	verdict({"type": "single", "completed_date": "2026-10-31"}, [{"recorded_date": "2026-10-31"}]) == "met"
}

test_completed_after_as_at_is_not_audited if completed("2026-11-01") == "not audited"

test_completed_on_the_first_day_of_the_period if completed("2025-11-01") == "not met"

test_completed_before_the_period_is_not_audited if completed("2025-10-31") == "not audited"

test_not_completed_is_not_audited if {
	verdict({"type": "single"}, [{"recorded_date": "2026-01-12"}]) == "not audited"
	every blank in [null, ""] {
		completed(blank) == "not audited"
	}
}

note(entries) := words if {
	record := {"assessments": [march], "chronology": entries}
	words := chronology_underpins.note with input as record with data.run.as_at as "2026-10-31"
}

test_the_note_says_when_the_last_one_was if {
	entries := [{"recorded_date": "2025-06-02"}, {"recorded_date": "2024-06-03"}, {"recorded_date": "2026-04-01"}]
	note(entries) == {0: "the last one by then was recorded on 2025-06-02"}
}

test_no_note_when_none_was_recorded if note([{"recorded_date": "2026-04-01"}, {"recorded_date": null}]) == {}
