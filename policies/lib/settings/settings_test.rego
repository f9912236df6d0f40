package lib.settings_test

import data.lib.settings

value(name, set, as_at) := found if {
	found := settings.value(name) with data.settings as set with data.run.as_at as as_at
}

always := {"visit_days": {"values": [{"value": 28}]}}

# A council that changed its mind on 1 April 2026.
changed := {"visit_days": {"values": [
	{"value": 42, "valid_to": "2026-03-31"},
	{"value": 28, "valid_from": "2026-04-01"},
]}}

# In force for a year only.
lapsed := {"visit_days": {"values": [{"value": 28, "valid_from": "2025-04-01", "valid_to": "2026-03-31"}]}}

test_without_dates_it_is_always_in_force if {
	value("visit_days", always, "1995-01-01") == 28
	value("visit_days", always, "2040-12-31") == 28
}

test_last_day_of_the_old_value if value("visit_days", changed, "2026-03-31") == 42

test_first_day_of_the_new_value if value("visit_days", changed, "2026-04-01") == 28

test_first_and_last_day_in_force if {
	value("visit_days", lapsed, "2025-04-01") == 28
	value("visit_days", lapsed, "2026-03-31") == 28
}

test_not_in_force if {
	not value("visit_days", lapsed, "2025-03-31")
	not value("visit_days", lapsed, "2026-04-01")
}

test_no_such_setting if not value("visit_dayz", always, "2026-10-31")

test_nought_is_a_value if value("days", {"days": {"values": [{"value": 0}]}}, "2026-10-31") == 0

limits := {"assessment": {"values": [
	{"value": 7, "valid_to": "2010-03-31"},
	{"value": 10, "valid_from": "2010-04-01"},
]}}

# A timescale is that of the day the work began, whatever the day of the audit.
timescale(on) := found if {
	found := settings.timescale("assessment", on) with data.timescales as limits with data.run.as_at as "2010-06-30"
}

test_timescale_of_the_day_the_work_began if {
	timescale("2010-03-31") == 7
	timescale("2010-04-01") == 10
	timescale("2030-01-01") == 10
}

test_timescale_of_a_time if {
	timescale("2010-03-31T23:59:59") == 7
	timescale("2010-04-01T00:00:00") == 10
}

test_timescale_of_no_day if count([blank | some blank in [null, "", " ", 0, false]; timescale(blank)]) == 0

test_no_such_timescale if not settings.timescale("assesment", "2026-10-31")

# Every setting shipped has a value in force, and only one: two would be an error.
test_settings_shipped_are_in_force if {
	every name, _ in data.settings {
		settings.value(name) != null with data.run.as_at as "2026-10-31"
	}
}

# The initial assessment: 7 working days, 10 from April 2010 (Working Together 2010).
test_initial_assessment if {
	settings.timescale("initial_assessment", "2010-03-31") == 7
	settings.timescale("initial_assessment", "2010-04-01") == 10
}
