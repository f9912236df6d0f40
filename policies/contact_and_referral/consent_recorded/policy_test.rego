package audit.contact_and_referral.consent_recorded_test

import data.audit.contact_and_referral.consent_recorded
import data.lib.testing

verdict(contact) := testing.verdict(applies, met, 0) if {
	applies := consent_recorded.applies with input.contacts as [contact] with data.run.as_at as "2026-10-31"
	met := consent_recorded.met with input.contacts as [contact] with data.run.as_at as "2026-10-31"
}

# A contact of Monday 2 March 2026 without a child protection concern.
march(details) := verdict(object.union({"received": "2026-03-02T09:30:00", "protection_concern": false}, details))

received(moment) := verdict({"received": moment, "protection_concern": false})

test_obtained if march({"consent": "obtained"}) == "met"

test_dispensed_with if march({"consent": "dispensed"}) == "met"

test_refused if march({"consent": "refused"}) == "not met"

test_unknown_code if march({"consent": "yes"}) == "not met"

test_not_recorded if march({}) == "not met"

test_blank if {
	every blank in [null, "", " ", true] {
		march({"consent": blank}) == "not met"
	}
}

test_a_protection_concern_is_not_audited if {
	march({"protection_concern": true, "consent": "obtained"}) == "not audited"
	march({"protection_concern": true}) == "not audited"
}

test_blank_protection_concern_is_audited if {
	every blank in [null, ""] {
		march({"protection_concern": blank}) == "not met"
	}
	verdict({"received": "2026-03-02T09:30:00", "consent": "obtained"}) == "met"
}

test_a_date_without_a_time_of_day if received("2026-03-02") == "not met"

test_received_on_as_at_is_judged_at_once if received("2026-10-31T23:59:59") == "not met"

test_received_after_as_at_is_not_audited if received("2026-11-01T00:00:00") == "not audited"

test_received_on_the_first_day_of_the_period if received("2025-11-01T00:00:00") == "not met"

test_received_before_the_period_is_not_audited if received("2025-10-31T23:59:59") == "not audited"

test_day_received_not_known_is_not_audited if {
	verdict({"consent": "obtained"}) == "not audited"
	every blank in [null, "", " "] {
		received(blank) == "not audited"
	}
}
