package quality.several_open_plans_test

import data.quality.several_open_plans as check

found(plans) := faults if {
	faults := {fault.item | some fault in check.fault} with input as {"plans": plans} with data.run.as_at as "2026-10-31"
}

open := {"type": "child_protection", "start_date": "2026-01-05"}

beside(details) := found([open, object.union(open, details)])

test_two_open if beside({"start_date": "2026-06-01"}) == {0, 1}

test_three_open if {
	plans := [open, object.union(open, {"plan_id": "P2"}), object.union(open, {"plan_id": "P3"})]
	check.fault == {fault |
		some i in [0, 1, 2]
		fault := {"entity": "plans", "item": i, "fields": ["type", "start_date", "end_date"], "text": "one of 3 open child protection plans"}
	} with input as {"plans": plans} with data.run.as_at as "2026-10-31"
}

test_one_ended if {
	beside({"end_date": "2026-10-31"}) == set()
	beside({"end_date": "2026-11-01"}) == {0, 1}
}

test_one_begins_later if {
	beside({"start_date": "2026-11-01"}) == set()
	beside({"start_date": "2026-10-31"}) == {0, 1}
}

test_of_another_type if {
	beside({"type": "child_in_need"}) == set()
	found([object.remove(open, ["type"]), object.remove(open, ["type"])]) == set()
}

test_one_open if found([open]) == set()

test_the_child_has_died if {
	record := {"child": {"date_of_death": "2026-06-01"}, "plans": [open, object.union(open, {"plan_id": "P2"})]}
	check.fault == set() with input as record with data.run.as_at as "2026-10-31"
}

test_blank if check.fault == set() with input as {} with data.run.as_at as "2026-10-31"
