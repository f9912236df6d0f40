package audit.assessment.neglect_tool_test

import data.audit.assessment.neglect_tool
import data.lib.testing

verdict(assessment) := testing.verdict(applies, met, 0) if {
	applies := neglect_tool.applies with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
	met := neglect_tool.met with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
}

# An assessment completed on 31 March 2026 that found neglect.
march := {"completed_date": "2026-03-31", "factors": ["4B", "16A"]}

used(tool, analysis) := object.union(march, {"neglect_tool": tool, "neglect_tool_analysis": analysis})

completed(day) := verdict({"completed_date": day, "factors": ["16A"]})

test_a_tool_and_prose if {
	verdict(used("Quality of care tool", "Food and warmth have grown worse since May.")) == "met"
}

test_a_tool_and_a_yes if verdict(used("GCP2", true)) == "met"

test_a_tool_that_nobody_analysed if {
	every nothing in [false, null, "", "  "] {
		verdict(used("GCP2", nothing)) == "not met"
	}
}

test_an_analysis_of_no_tool if {
	every nothing in [false, true, null, "", "  "] {
		verdict(used(nothing, true)) == "not met"
	}
}

test_placeholders_name_no_tool if {
	every text in ["n/a", "None", "not known", "tbc", "see above", "-"] {
		verdict(used(text, true)) == "not met"
	}
}

test_placeholders_are_no_analysis if {
	every text in ["n/a", "see above", "See case notes.", "to be completed", "-"] {
		verdict(used("GCP2", text)) == "not met"
	}
}

test_three_words_are_an_analysis if verdict(used("GCP2", "care is declining")) == "met"

test_two_words_are_none if verdict(used("GCP2", "care declining")) == "not met"

test_a_council_may_ask_for_more_words if {
	verdict(used("GCP2", "care is declining")) == "not met" with data.settings.narrative_min_words.values as [{"value": 4}]
}

test_neither if verdict(march) == "not met"

test_not_audited_without_the_factor if {
	every factors in [["1A", "3B"], [], null, ""] {
		verdict(object.union(march, {"factors": factors})) == "not audited"
	}
	verdict({"completed_date": "2026-03-31"}) == "not audited"
}

test_every_type_is_audited if {
	every type in ["initial", "core", "single", "pre_birth", null] {
		verdict(object.union(march, {"type": type})) == "not met"
	}
}

test_completed_on_as_at_is_judged_at_once if completed("2026-10-31") == "not met"

test_completed_after_as_at_is_not_audited if completed("2026-11-01") == "not audited"

test_completed_on_the_first_day_of_the_period if completed("2025-11-01") == "not met"

test_completed_before_the_period_is_not_audited if completed("2025-10-31") == "not audited"

test_not_completed_is_not_audited if {
	verdict({"factors": ["16A"], "neglect_tool": "GCP2", "neglect_tool_analysis": true}) == "not audited"
	every blank in [null, ""] {
		completed(blank) == "not audited"
	}
}

note(assessment) := words if {
	words := neglect_tool.note with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
}

test_the_note_names_what_is_missing if {
	note(used("GCP2", null)) == {0: "no analysis of its evidence recorded"}
	note(used("n/a", true)) == {0: "no tool named"}
	note(march) == {0: "no analysis of its evidence recorded; no tool named"}
	note(used("GCP2", true)) == {}
}
