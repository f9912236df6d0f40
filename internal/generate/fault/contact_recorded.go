package fault

import "math/rand/v2"

// consent is CR-04: consent is recorded unless the contact is about protection.
func consent() Expectation {
	return Expectation{
		ID: "CR-04", Unit: "contacts", Needs: []string{"contacts.consent", "contacts.protection_concern", "contacts.received"},
		Judge: func(v *View, c Item) Verdict {
			if !v.Clock.Audited(text(c, "received")) || yes(c, "protection_concern") {
				return NotAudited
			}
			return verdict(code(c, "consent") == "obtained" || code(c, "consent") == "dispensed")
		},
		Faults: []Fault{
			{Name: "consent-unrecorded", About: "Nothing shows that the family agreed.", Plant: without("consent")},
			{Name: "consent-refused", About: "Work goes on although the family refused.", Plant: func(_ *View, c Item, _ *rand.Rand) bool {
				c["consent"] = "refused"
				return true
			}},
		},
	}
}

// contactTool is CR-07: a contact about domestic abuse is risk assessed with a named tool.
func contactTool() Expectation {
	return Expectation{
		ID: "CR-07", Unit: "contacts", Needs: []string{"contacts.domestic_abuse", "contacts.risk_tool", "contacts.received"},
		Judge: func(v *View, c Item) Verdict {
			if !v.Clock.Audited(text(c, "received")) || !yes(c, "domestic_abuse") {
				return NotAudited
			}
			return verdict(named(c, "risk_tool"))
		},
		Faults: []Fault{{Name: "contact-not-risk-assessed", About: "A contact about domestic abuse is not risk assessed.", Plant: unnamed("risk_tool")}},
	}
}
