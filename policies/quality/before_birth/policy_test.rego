package quality.before_birth_test

import data.quality.before_birth as check

found(child, record) := faults if {
	faults := {[fault.entity, fault.item, fault.fields] | some fault in check.fault} with input as object.union({"child": child}, record)
		with data.run.as_at as "2026-10-31"
}

begun(child, date) if found(child, {"assessments": [{"start_date": date}]}) == {["assessments", 0, ["start_date"]]}

# 280 days before 31 July 2026 is 24 October 2025.
born := {"date_of_birth": "2026-07-31"}

test_280_days_before_birth if not begun(born, "2025-10-24")

test_281_days_before_birth if begun(born, "2025-10-23")

test_the_expected_date_where_it_is_earlier if {
	child := {"date_of_birth": "2026-07-31", "expected_date_of_birth": "2026-07-21"}
	not begun(child, "2025-10-14")
	begun(child, "2025-10-13")
}

test_the_birth_where_it_is_earlier if {
	child := {"date_of_birth": "2026-07-31", "expected_date_of_birth": "2026-09-01"}
	not begun(child, "2025-10-24")
	begun(child, "2025-10-23")
}

# 280 days before 1 January 2027 is 27 March 2026.
test_not_born_yet if {
	begun({"expected_date_of_birth": "2027-01-01"}, "2026-03-26")
	not begun({"expected_date_of_birth": "2027-01-01"}, "2026-03-27")
}

test_nothing_is_measured_by_a_birth_that_cannot_be if {
	not begun({"date_of_birth": "2062-07-31"}, "2020-01-01")
	not begun({"expected_date_of_birth": "2036-01-01"}, "2020-01-01")
}

test_no_birth if {
	not begun({}, "1999-01-01")
	every blank in [null, "", " "] {
		not begun({"date_of_birth": blank}, "1999-01-01")
	}
	check.fault == set() with input as {} with data.run.as_at as "2026-10-31"
}

test_every_date_counts_and_those_of_an_item_together if {
	found(born, {
		"plans": [{}, {"start_date": "2024-01-01", "end_date": "2024-02-01", "written_date": "2026-08-01"}],
		"care_reviews": [{"due_date": "2024-01-01"}],
		"contacts": [{"received": "2025-10-23T23:59:59"}, {"received": "2025-10-24T00:00:00"}],
	}) == {["plans", 1, ["start_date", "end_date"]], ["care_reviews", 0, ["due_date"]], ["contacts", 0, ["received"]]}
}

test_what_tells_of_the_family if {
	found(born, {
		"chronology": [{"date": "2019-01-01", "recorded_date": "2019-01-02"}],
		"assessments": [{"start_date": "2026-08-03", "genogram_date": "2021-01-01"}],
	}) == set()
}

# The calendar of days begins in 1995; ten months stand for 280 days before it.
test_born_before_the_calendar if {
	begun({"date_of_birth": "1994-12-01"}, "1994-01-31")
	not begun({"date_of_birth": "1994-12-01"}, "1994-02-01")
}

test_what_it_says if {
	check.fault == {{
		"entity": "plans", "item": 0, "fields": ["start_date"],
		"text": "start date 2024-01-01: more than 280 days before the child was born, on 2026-07-31",
	}} with input as {"child": born, "plans": [{"start_date": "2024-01-01"}]} with data.run.as_at as "2026-10-31"
	{fault.text | some fault in check.fault} == {"start date 2024-01-01: more than 280 days before the child was expected, on 2027-01-01"}
		with input as {"child": {"expected_date_of_birth": "2027-01-01"}, "plans": [{"start_date": "2024-01-01"}]}
		with data.run.as_at as "2026-10-31"
}
