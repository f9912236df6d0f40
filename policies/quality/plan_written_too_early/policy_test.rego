package quality.plan_written_too_early_test

import data.quality.plan_written_too_early as check

found(plan) if check.fault != set() with input.plans as [plan]

test_365_days_before if not found({"start_date": "2026-03-02", "written_date": "2025-03-02"})

test_366_days_before if found({"start_date": "2026-03-02", "written_date": "2025-03-01"})

test_over_a_leap_day if {
	not found({"start_date": "2024-03-01", "written_date": "2023-03-02"})
	found({"start_date": "2024-03-01", "written_date": "2023-03-01"})
}

test_blank if {
	not found({"start_date": "2026-03-02"})
	not found({"written_date": "2025-03-01"})
	not found({"start_date": "2026-03-02", "written_date": null})
	check.fault == set() with input as {}
}

test_outside_the_calendar if not found({"start_date": "1995-03-01", "written_date": "1990-01-01"})

test_what_it_says if {
	check.fault == {{
		"entity": "plans", "item": 1, "fields": ["start_date", "written_date"],
		"text": "written on 2024-03-01, more than a year before the plan began on 2026-03-02",
	}} with input.plans as [{}, {"start_date": "2026-03-02", "written_date": "2024-03-01"}]
}
