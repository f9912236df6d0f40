package audit.child_protection.report_has_history_test

import data.audit.child_protection.report_has_history
import data.lib.testing

verdict(conference) := testing.verdict(applies, met, 0) if {
	applies := report_has_history.applies with input.conferences as [conference] with data.run.as_at as "2026-10-31"
	met := report_has_history.met with input.conferences as [conference] with data.run.as_at as "2026-10-31"
}

# An initial conference of March 2026 whose report has this for a history.
reported(history) := {"type": "initial", "date": "2026-03-10", "report_history": history}

test_flag_says_yes if verdict(reported(true)) == "met"

test_flag_says_no if verdict(reported(false)) == "not met"

test_prose if verdict(reported("On a plan for neglect from 2022 to 2023.")) == "met"

test_exactly_three_words if verdict(reported("No earlier involvement.")) == "met"

test_two_words if verdict(reported("Known before.")) == "not met"

test_a_council_may_ask_for_more_words if {
	verdict(reported("No earlier involvement.")) == "not met" with data.settings.narrative_min_words.values as [{"value": 4}]
}

test_placeholders_do_not_count if {
	every placeholder in ["see above", "N/A", "(to be completed)", "See  chronology.", "Not known", "-"] {
		verdict(reported(placeholder)) == "not met"
	}
}

test_blank if {
	every blank in [null, "", "  "] {
		verdict(reported(blank)) == "not met"
	}
}

test_field_left_out if verdict({"type": "initial", "date": "2026-03-10"}) == "not met"

test_a_review_conference_is_not_audited if verdict({"type": "review", "date": "2026-03-10"}) == "not audited"

test_blank_or_unknown_type_is_not_audited if {
	verdict({"date": "2026-03-10", "report_history": true}) == "not audited"
	every type in [null, "", "transfer"] {
		verdict({"type": type, "date": "2026-03-10", "report_history": true}) == "not audited"
	}
}

test_blank_date_is_not_audited if {
	every blank in [null, ""] {
		verdict({"type": "initial", "date": blank, "report_history": true}) == "not audited"
	}
}

test_held_on_the_first_day_of_the_period if verdict({"type": "initial", "date": "2025-11-01"}) == "not met"

test_held_before_the_period if verdict({"type": "initial", "date": "2025-10-31"}) == "not audited"

test_held_on_the_last_day_of_the_period if verdict({"type": "initial", "date": "2026-10-31"}) == "not met"

test_held_after_as_at if verdict({"type": "initial", "date": "2026-11-01"}) == "not audited"
