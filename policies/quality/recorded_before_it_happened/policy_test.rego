package quality.recorded_before_it_happened_test

import data.quality.recorded_before_it_happened as check

found_on(entity, recorded) := count(faults) if {
	faults := check.fault with input as {entity: [{"date": "2026-03-02", "recorded_date": recorded}]}
}

test_the_day_before if {
	every entity in ["visits", "case_notes", "chronology", "supervision", "decisions"] {
		found_on(entity, "2026-03-01") == 1
	}
}

test_on_the_day_and_later if {
	every entity, _ in check.pairs {
		found_on(entity, "2026-03-02") == 0
		found_on(entity, "2026-03-09") == 0
	}
}

test_blank if {
	every blank in [null, "", " "] {
		found_on("visits", blank) == 0
	}
	check.fault == set() with input as {"visits": [{"recorded_date": "2026-03-01"}, {"date": "2026-03-02"}, {}]}
	check.fault == set() with input as {}
}

test_what_it_says if {
	check.fault == {{
		"entity": "visits", "item": 0, "fields": ["date", "recorded_date"],
		"text": "recorded date 2026-03-01, before date 2026-03-02",
	}} with input as {"visits": [{"date": "2026-03-02", "recorded_date": "2026-03-01"}]}
}
