package audit.management_oversight.supervision_reflective_test

import data.audit.management_oversight.supervision_reflective
import data.lib.testing

verdict(session) := testing.verdict(applies, met, 0) if {
	applies := supervision_reflective.applies with input.supervision as [session] with data.run.as_at as "2026-10-31"
	met := supervision_reflective.met with input.supervision as [session] with data.run.as_at as "2026-10-31"
}

complete := {"date": "2026-03-11", "reflection": "We asked why mother stopped calling.", "actions": "Visit mother this week."}

held(details) := verdict(object.union(complete, details))

test_both_recorded if verdict(complete) == "met"

test_both_as_flags if held({"reflection": true, "actions": true}) == "met"

test_neither_recorded if verdict({"date": "2026-03-11"}) == "not met"

test_only_one_recorded if {
	every field in ["reflection", "actions"] {
		verdict(object.remove(complete, [field])) == "not met"
	}
}

test_blank if {
	every field in ["reflection", "actions"] {
		every blank in [null, "", false] {
			held({field: blank}) == "not met"
		}
	}
}

test_placeholder if {
	every field in ["reflection", "actions"] {
		every text in ["see case notes", "To be completed.", "n/a", "as above"] {
			held({field: text}) == "not met"
		}
	}
}

test_two_words_are_too_few_and_three_are_enough if {
	every field in ["reflection", "actions"] {
		held({field: "visit soon"}) == "not met"
		held({field: "visit mother soon"}) == "met"
	}
}

test_held_on_as_at_is_judged_at_once if held({"date": "2026-10-31"}) == "met"

test_held_on_the_first_day_of_the_period if held({"date": "2025-11-01"}) == "met"

test_held_before_the_period_is_not_audited if held({"date": "2025-10-31"}) == "not audited"

test_held_after_as_at_is_not_audited if held({"date": "2026-11-01"}) == "not audited"

test_blank_date_is_not_audited if {
	every blank in [null, ""] {
		held({"date": blank}) == "not audited"
	}
	verdict(object.remove(complete, ["date"])) == "not audited"
}

test_each_session_is_judged_alone if {
	sessions := [complete, {"date": "2026-04-08"}, object.remove(complete, ["actions"])]
	applies := supervision_reflective.applies with input.supervision as sessions with data.run.as_at as "2026-10-31"
	met := supervision_reflective.met with input.supervision as sessions with data.run.as_at as "2026-10-31"
	applies == {0, 1, 2}
	met == {0}
}

test_the_note_says_what_is_missing if {
	sessions := [complete, {"date": "2026-04-08"}, object.remove(complete, ["actions"])]
	note := supervision_reflective.note with input.supervision as sessions with data.run.as_at as "2026-10-31"
	note == {1: "missing: actions, reflection", 2: "missing: actions"}
}
