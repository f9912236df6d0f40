package audit.contact_and_referral.domestic_abuse_tool_test

import data.audit.contact_and_referral.domestic_abuse_tool
import data.lib.testing

verdict(contact) := testing.verdict(applies, met, 0) if {
	applies := domestic_abuse_tool.applies with input.contacts as [contact] with data.run.as_at as "2026-10-31"
	met := domestic_abuse_tool.met with input.contacts as [contact] with data.run.as_at as "2026-10-31"
}

# A contact of domestic abuse of Monday 2 March 2026.
march := {"received": "2026-03-02T09:30:00", "domestic_abuse": true}

tool(name) := verdict(object.union(march, {"risk_tool": name}))

received(moment) := verdict({"received": moment, "domestic_abuse": true})

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

test_no_domestic_abuse_is_not_audited if {
	every answer in [false, null, ""] {
		verdict(object.union(march, {"domestic_abuse": answer, "risk_tool": "DASH"})) == "not audited"
	}
	verdict({"received": "2026-03-02T09:30:00", "risk_tool": "DASH"}) == "not audited"
}

test_a_protection_concern_makes_no_difference if {
	verdict(object.union(march, {"protection_concern": true})) == "not met"
}

test_a_date_without_a_time_of_day if received("2026-03-02") == "not met"

test_received_on_as_at_is_judged_at_once if received("2026-10-31T23:59:59") == "not met"

test_received_after_as_at_is_not_audited if received("2026-11-01T00:00:00") == "not audited"

test_received_on_the_first_day_of_the_period if received("2025-11-01T00:00:00") == "not met"

test_received_before_the_period_is_not_audited if received("2025-10-31T23:59:59") == "not audited"

test_day_received_not_known_is_not_audited if {
	verdict({"domestic_abuse": true, "risk_tool": "DASH"}) == "not audited"
	every blank in [null, "", " "] {
		received(blank) == "not audited"
	}
}
