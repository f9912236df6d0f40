package quality.after_death_test

import data.quality.after_death as check

found(died, record) := faults if {
	faults := {[fault.entity, fault.item, fault.fields] | some fault in check.fault} with input as object.union({"child": {"date_of_death": died}}, record)
		with data.run.as_at as "2026-10-31"
}

visited(died, date) if found(died, {"visits": [{"date": date}]}) == {["visits", 0, ["date"]]}

test_the_day_of_death if not visited("2026-03-02", "2026-03-02")

test_the_day_after if visited("2026-03-02", "2026-03-03")

test_the_day_before if not visited("2026-03-02", "2026-03-01")

test_no_death if {
	every blank in [null, "", " "] {
		not visited(blank, "2026-03-03")
	}
	check.fault == set() with input as {"child": {}, "visits": [{"date": "2026-03-03"}]} with data.run.as_at as "2026-10-31"
	check.fault == set() with input as {} with data.run.as_at as "2026-10-31"
}

test_a_death_after_as_at_reads_as_blank if {
	visited("2026-10-31", "2026-11-01")
	not visited("2026-11-01", "2026-11-02")
}

test_every_date_of_the_living if {
	every entity, fields in check.of_the_living {
		every field in fields {
			found("2026-03-02", {entity: [{}, {field: "2026-03-03"}]}) == {[entity, 1, [field]]}
			found("2026-03-02", {entity: [{field: "2026-03-02"}]}) == set()
		}
	}
}

test_what_a_service_still_does if {
	found("2026-03-02", {
		"decisions": [{"date": "2026-03-04", "recorded_date": "2026-03-05"}],
		"meetings": [{"type": "strategy", "date": "2026-03-04"}],
		"section_47": [{"start_date": "2026-03-04", "end_date": "2026-04-01"}],
		"referrals": [{"date": "2026-01-05", "close_date": "2026-03-20", "closure_signed_off_date": "2026-03-19"}],
		"plans": [{"start_date": "2026-01-05", "end_date": "2026-03-20"}],
		"visits": [{"date": "2026-03-01", "recorded_date": "2026-03-04"}],
	}) == set()
}

test_a_time_of_day if {
	found("2026-03-02", {"missing": [{"start": "2026-03-02T23:00:00"}, {"start": "2026-03-03T00:00:00"}]}) == {["missing", 1, ["start"]]}
}
