package quality.plans_overlap_test

import data.quality.plans_overlap as check

found(plans) := faults if {
	faults := {fault.item | some fault in check.fault} with input as {"plans": plans} with data.run.as_at as "2026-10-31"
}

first := {"type": "child_protection", "start_date": "2026-01-05", "end_date": "2026-03-02"}

beside(details) := found([first, object.union({"type": "child_protection"}, details)])

test_begun_on_the_day_the_other_ended if beside({"start_date": "2026-03-02", "end_date": "2026-06-01"}) == set()

test_begun_the_day_before_the_other_ended if beside({"start_date": "2026-03-01", "end_date": "2026-06-01"}) == {0, 1}

test_ended_on_the_day_the_other_began if beside({"start_date": "2025-06-01", "end_date": "2026-01-05"}) == set()

test_ended_the_day_after_the_other_began if beside({"start_date": "2025-06-01", "end_date": "2026-01-06"}) == {0, 1}

test_one_within_the_other if beside({"start_date": "2026-02-01", "end_date": "2026-02-03"}) == {0, 1}

test_an_open_one_beside_an_ended_one if {
	beside({"start_date": "2026-02-01"}) == {0, 1}
	beside({"start_date": "2026-02-01", "end_date": "2027-02-01"}) == {0, 1}
	beside({"start_date": "2026-03-02"}) == set()
}

test_two_open_ones_are_another_check if {
	plan := {"type": "care", "start_date": "2026-01-05"}
	found([plan, object.union(plan, {"start_date": "2026-02-01"})]) == set()
}

test_of_another_type if {
	found([first, object.union(first, {"type": "child_in_need"})]) == set()
	found([object.remove(first, ["type"]), object.remove(first, ["type"])]) == set()
}

test_blank if {
	beside({}) == set()
	beside({"end_date": "2026-02-01"}) == set()
	beside({"start_date": null, "end_date": "2026-02-01"}) == set()
	found([first]) == set()
	check.fault == set() with input as {} with data.run.as_at as "2026-10-31"
}

test_what_it_says if {
	plans := [first, {"type": "child_protection", "start_date": "2026-02-01"}]
	{fault.text | some fault in check.fault} == {
		"ran at the same time as another child protection plan, of 2026-01-05 to 2026-03-02",
		"ran at the same time as another child protection plan, of 2026-02-01 to no end",
	} with input as {"plans": plans} with data.run.as_at as "2026-10-31"
}
