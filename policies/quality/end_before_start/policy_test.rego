package quality.end_before_start_test

import data.quality.end_before_start as check

positions(record) := faults if {
	faults := {[found.entity, found.item] | some found in check.fault} with input as record
}

plan(details) := positions({"plans": [details]})

test_ended_the_day_before_it_began if plan({"start_date": "2026-03-02", "end_date": "2026-03-01"}) == {["plans", 0]}

test_ended_on_the_day_it_began if plan({"start_date": "2026-03-02", "end_date": "2026-03-02"}) == set()

test_ended_the_day_after_it_began if plan({"start_date": "2026-03-02", "end_date": "2026-03-03"}) == set()

test_blank if {
	plan({"start_date": "2026-03-02"}) == set()
	plan({"end_date": "2026-03-02"}) == set()
	plan({}) == set()
	every blank in [null, "", " "] {
		plan({"start_date": "2026-03-02", "end_date": blank}) == set()
		plan({"start_date": blank, "end_date": "2026-03-02"}) == set()
	}
}

test_no_such_entity if positions({}) == set()

test_every_pair if {
	every entity, list in check.pairs {
		every pair in list {
			positions({entity: [{}, {pair[0]: "2026-03-02", pair[1]: "2026-03-01"}]}) == {[entity, 1]}
			positions({entity: [{pair[0]: "2026-03-02", pair[1]: "2026-03-02"}]}) == set()
		}
	}
}

test_what_it_says if {
	check.fault == {{
		"entity": "referrals", "item": 0, "fields": ["date", "close_date"],
		"text": "close date 2026-03-01, before date 2026-03-02",
	}} with input as {"referrals": [{"date": "2026-03-02", "close_date": "2026-03-01"}]}
}

episode(start, end) := positions({"missing": [{"start": start, "end": end}]})

test_missing_by_the_clock if {
	episode("2026-03-02T10:00:00", "2026-03-02T09:59:59") == {["missing", 0]}
	episode("2026-03-02T10:00:00", "2026-03-02T10:00:00") == set()
	episode("2026-03-02T10:00:00", "2026-03-02") == set()
}
