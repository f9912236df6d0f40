package audit.assessment.domestic_abuse_tool_test

import data.audit.assessment.domestic_abuse_tool
import data.lib.testing

verdict(assessment) := testing.verdict(applies, met, 0) if {
	applies := domestic_abuse_tool.applies with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
	met := domestic_abuse_tool.met with input.assessments as [assessment] with data.run.as_at as "2026-10-31"
}

# An assessment completed on 31 March 2026 that found a parent to be a victim of domestic abuse.
march := {"completed_date": "2026-03-31", "factors": ["2B", "3B"]}

tool(name) := verdict(object.union(march, {"domestic_abuse_tool": name}))

completed(day) := verdict({"completed_date": day, "factors": ["3A"]})

test_a_tool_named if tool("Domestic abuse risk checklist") == "met"

test_one_word_is_a_name if tool("DASH") == "met"

test_no_tool_named if verdict(march) == "not met"

test_placeholders_name_no_tool if {
	every text in ["n/a", "None", "not known", "tbc", "see above", "-"] {
		tool(text) == "not met"
	}
}

test_blanks_name_no_tool if {
	every blank in [null, "", "  ", true, false] {
		tool(blank) == "not met"
	}
}

test_each_factor_of_domestic_abuse_is_audited if {
	every factor in ["3A", "3B", "3C"] {
		verdict({"completed_date": "2026-03-31", "factors": [factor]}) == "not met"
	}
}

test_two_factors_of_domestic_abuse_are_one_item if {
	verdict({"completed_date": "2026-03-31", "factors": ["3A", "3C"], "domestic_abuse_tool": "DASH"}) == "met"
}

test_not_audited_without_the_factor if {
	every factors in [["1A", "16A"], [], null, ""] {
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
	verdict({"factors": ["3A"], "domestic_abuse_tool": "DASH"}) == "not audited"
	every blank in [null, ""] {
		completed(blank) == "not audited"
	}
}
