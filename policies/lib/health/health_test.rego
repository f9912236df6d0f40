package lib.health_test

import data.lib.health

dental(checks) := days if {
	days := health.checked("dental") with input as {"health": checks} with data.run.as_at as "2026-10-31"
}

check(details) := object.union({"type": "dental", "date": "2026-03-02"}, details)

test_completed if dental([check({"status": "COMPLETED"})]) == {"2026-03-02"}

test_blank_status if {
	every blank in [null, "", " "] {
		dental([check({"status": blank})]) == {"2026-03-02"}
	}
	dental([check({})]) == {"2026-03-02"}
}

test_another_status_did_not_take_place if {
	every status in ["REFUSED", "PLANNED", "CANCELLED", "NOT COMPLETED"] {
		dental([check({"status": status})]) == set()
	}
}

test_another_type_does_not_count if {
	every type in ["initial_assessment", "review_assessment", null, ""] {
		dental([check({"type": type})]) == set()
	}
	dental([{"date": "2026-03-02"}]) == set()
}

test_on_as_at if dental([check({"date": "2026-10-31"})]) == {"2026-10-31"}

test_after_as_at if dental([check({"date": "2026-11-01"})]) == set()

test_without_a_date if {
	every blank in [null, "", " "] {
		dental([check({"date": blank})]) == set()
	}
	dental([{"type": "dental"}]) == set()
}

test_several if dental([check({}), check({"date": "2026-09-01"}), check({})]) == {"2026-03-02", "2026-09-01"}

test_no_checks if {
	dental([]) == set()
	health.checked("dental") == set() with input as {} with data.run.as_at as "2026-10-31"
}
