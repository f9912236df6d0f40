package lib.allocation_test

import data.lib.allocation

holds(role) if involved({"professional_id": "W1", "role": role})

involved(involvement) if allocation.holds(involvement) with data.run.as_at as "2026-10-31"

test_a_social_worker_holds_the_case if holds("SW")

test_a_duty_worker_does_not if {
	every role in ["DUTY", "duty", "Duty"] {
		not holds(role)
	}
}

test_a_role_that_only_begins_like_duty if holds("DUTY_MANAGER")

test_blank_role_is_no_duty_role if {
	every blank in [null, ""] {
		holds(blank)
	}
	involved({"professional_id": "W1"})
}

test_nobody_named if {
	every blank in [null, ""] {
		not involved({"professional_id": blank, "role": "SW"})
	}
	not involved({"role": "SW"})
}

test_the_councils_own_roles if {
	not holds("OUT OF HOURS") with data.settings.duty_roles.values as [{"value": ["duty", "out of hours"]}]
	holds("DUTY") with data.settings.duty_roles.values as [{"value": []}]
}
