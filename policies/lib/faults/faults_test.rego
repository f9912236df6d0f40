package lib.faults_test

import data.lib.faults

test_before if {
	faults.before("2026-03-02", "2026-03-03")
	not faults.before("2026-03-03", "2026-03-03")
	not faults.before("2026-03-04", "2026-03-03")
}

test_before_by_the_clock if {
	faults.before("2026-03-02T09:00:00", "2026-03-02T09:00:01")
	not faults.before("2026-03-02T09:00:00", "2026-03-02T09:00:00")
	not faults.before("2026-03-02T09:00:01", "2026-03-02T09:00:00")
}

test_a_date_and_a_time_of_that_day_have_no_order if {
	not faults.before("2026-03-02", "2026-03-02T09:00:00")
	not faults.before("2026-03-02T09:00:00", "2026-03-02")
	faults.before("2026-03-01", "2026-03-02T09:00:00")
	faults.before("2026-03-01T23:59:59", "2026-03-02")
}

test_a_blank_is_before_nothing if {
	every blank in [null, "", " ", false, 0, {}] {
		not faults.before(blank, "2026-03-02")
		not faults.before("2026-03-02", blank)
	}
}

test_reversed if {
	pairs := {"plans": [["start_date", "end_date"]], "visits": [["date", "recorded_date"]]}
	record := {"plans": [
		{"start_date": "2026-03-02", "end_date": "2026-03-02"},
		{"start_date": "2026-03-02", "end_date": "2026-03-01"},
		{"start_date": "2026-03-02"},
		{"end_date": "2026-03-02"},
		{},
	]}
	faults.reversed(record, pairs) == {{
		"entity": "plans", "item": 1, "fields": ["start_date", "end_date"],
		"text": "end date 2026-03-01, before start date 2026-03-02",
	}}
	faults.reversed({}, pairs) == set()
}

test_moment if {
	faults.moment("2026-03-02") == "2026-03-02"
	faults.moment("2026-03-02T09:05:59") == "2026-03-02 at 09:05"
}

test_dated if {
	item := {"completed_date": "2026-03-02", "received": "2026-03-03T09:00:00"}
	faults.dated(item, ["completed_date", "received"]) == "completed date 2026-03-02, received 2026-03-03"
}
