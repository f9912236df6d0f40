package slices.older_children_and_sibling_groups_test

import data.slices.older_children_and_sibling_groups as slice

inside(date_of_birth, items) := positions if {
	record := {"child": {"date_of_birth": date_of_birth}, "permanence": items}
	positions := slice.inside with input as record with data.run.as_at as "2026-10-31"
}

# Born on 12 May 2021, and so 5 on 12 May 2026.
decided(details) := inside("2021-05-12", [details])

test_decided_on_the_fifth_birthday if decided({"decision_date": "2026-05-12"}) == {0}

test_decided_the_day_before_the_fifth_birthday if decided({"decision_date": "2026-05-11"}) == set()

# Born on 29 February 2020: the fifth birthday is 28 February 2025.
test_born_on_29_february if {
	inside("2020-02-29", [{"decision_date": "2025-02-28"}]) == {0}
	inside("2020-02-29", [{"decision_date": "2025-02-27"}]) == set()
}

test_a_younger_child_of_a_sibling_group if decided({"decision_date": "2024-05-13", "siblings": true}) == {0}

test_a_younger_child_without_siblings if {
	every answer in [false, null, ""] {
		decided({"decision_date": "2024-05-13", "siblings": answer}) == set()
	}
}

test_an_older_child_without_siblings if decided({"decision_date": "2026-06-01", "siblings": false}) == {0}

test_decided_on_as_at if decided({"decision_date": "2026-10-31"}) == {0}

test_decided_after_as_at_reads_as_blank if {
	decided({"decision_date": "2026-11-01"}) == set()
	decided({"decision_date": "2026-11-01", "siblings": true}) == {0}
}

test_no_decision if {
	every blank in [null, ""] {
		decided({"decision_date": blank}) == set()
		decided({"decision_date": blank, "siblings": true}) == {0}
	}
	decided({}) == set()
}

test_date_of_birth_not_known if {
	every blank in [null, ""] {
		inside(blank, [{"decision_date": "2026-06-01"}]) == set()
		inside(blank, [{"decision_date": "2026-06-01", "siblings": true}]) == {0}
	}
	slice.inside == set() with input as {"permanence": [{"decision_date": "2026-06-01"}]} with data.run.as_at as "2026-10-31"
}

test_each_item_is_judged_alone if {
	items := [{"decision_date": "2024-05-13"}, {"siblings": true}, {"decision_date": "2026-06-01"}]
	inside("2021-05-12", items) == {1, 2}
}
