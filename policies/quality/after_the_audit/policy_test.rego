package quality.after_the_audit_test

import data.quality.after_the_audit as check

found(record) := faults if {
	faults := {[fault.entity, fault.item, fault.fields] | some fault in check.fault} with input as record
		with data.run.as_at as "2026-10-17"
}

# 14 days after 17 October is 31 October.
test_on_the_last_day_that_an_export_may_reach if found({"visits": [{"date": "2026-10-31"}]}) == set()

test_the_day_after if found({"visits": [{"date": "2026-11-01"}]}) == {["visits", 0, ["date"]]}

test_the_council_sets_the_days if {
	days := [{"value": 0}]
	faults := check.fault with input as {"visits": [{"date": "2026-10-17"}, {"date": "2026-10-18"}]}
		with data.run.as_at as "2026-10-17"
		with data.settings.export_lag_days.values as days
	{fault.item | some fault in faults} == {1}
}

test_a_time_of_day if {
	found({"contacts": [{"received": "2026-10-31T23:59:59"}, {"received": "2026-11-01T00:00:00"}]}) == {["contacts", 1, ["received"]]}
}

test_what_may_lie_ahead if {
	found({
		"child": {"expected_date_of_birth": "2027-01-01"},
		"plans": [{"start_date": "2026-01-05", "end_date": "2027-01-05"}],
		"referrals": [{"date": "2026-01-05", "close_date": "2027-01-05"}],
		"missing": [{"start": "2026-01-05", "end": "2027-01-05"}],
		"conferences": [{"due_date": "2027-01-05"}],
		"plan_actions": [{"due_date": "2027-01-05"}],
	}) == set()
}

test_the_dates_of_an_item_together if {
	item := {"start_date": "2026-01-05", "completed_date": "2027-01-05", "signed_off_date": "2027-01-06"}
	found({"assessments": [item]}) == {["assessments", 0, ["completed_date", "signed_off_date"]]}
}

test_death if {
	found({"child": {"date_of_death": "2026-11-01"}}) == {["child", 0, ["date_of_death"]]}
	found({"child": {"date_of_death": "2026-10-31"}}) == set()
}

test_birth_is_another_check if found({"child": {"date_of_birth": "2026-11-01"}}) == set()

test_blank if {
	every blank in [null, "", " "] {
		found({"visits": [{"date": blank}, {}]}) == set()
	}
	found({}) == set()
}

test_what_it_says if {
	{fault.text | some fault in check.fault} == {"date 2062-11-01: after the date of the audit, 2026-10-17"} with input as {"visits": [{"date": "2062-11-01"}]}
		with data.run.as_at as "2026-10-17"
}
