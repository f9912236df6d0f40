package quality.steps_out_of_order_test

import data.quality.steps_out_of_order as check

fields(record) := faults if {
	faults := {found.fields | some found in check.fault} with input as record
}

test_every_pair if {
	every entity, list in check.pairs {
		every pair in list {
			pair in fields({entity: [{pair[0]: "2026-03-02", pair[1]: "2026-03-01"}]})
			fields({entity: [{pair[0]: "2026-03-02", pair[1]: "2026-03-02"}]}) == set()
			fields({entity: [{pair[0]: "2026-03-02", pair[1]: "2026-03-03"}]}) == set()
			fields({entity: [{pair[0]: "2026-03-02"}, {pair[1]: "2026-03-01"}, {}]}) == set()
			fields({entity: [{pair[0]: null, pair[1]: "2026-03-01"}, {pair[0]: "2026-03-02", pair[1]: " "}]}) == set()
		}
	}
}

contact(received, decided) := fields({"contacts": [{"received": received, "decided": decided}]})

test_decided_before_it_was_received_by_the_clock if {
	contact("2026-03-02T10:00:00", "2026-03-02T09:59:59") == {["received", "decided"]}
	contact("2026-03-02T10:00:00", "2026-03-02T10:00:00") == set()
	contact("2026-03-02T10:00:00", "2026-03-02") == set()
	contact("2026-03-02", "2026-03-02T00:00:00") == set()
}

test_what_may_well_come_early if {
	fields({
		"assessments": [{"start_date": "2026-03-02", "child_seen_date": "2026-02-27", "genogram_date": "2025-01-01"}],
		"section_47": [{"start_date": "2026-03-02", "strategy_discussion_date": "2026-03-03"}],
		"plans": [{"start_date": "2026-03-02", "written_date": "2026-03-20", "last_updated_date": "2026-03-10"}],
		"exploitation": [{"identified_date": "2026-03-02", "risk_assessment_date": "2026-03-01"}],
	}) == set()
}

test_each_item_is_looked_at_alone if {
	record := {"assessments": [
		{"start_date": "2026-03-02", "completed_date": "2026-03-01"},
		{"start_date": "2026-03-02", "completed_date": "2026-03-09", "signed_off_date": "2026-03-08"},
		{"start_date": "2026-03-02", "completed_date": "2026-03-09", "signed_off_date": "2026-03-09"},
	]}
	found := {[fault.item, fault.fields] | some fault in check.fault} with input as record
	found == {[0, ["start_date", "completed_date"]], [1, ["completed_date", "signed_off_date"]]}
}
