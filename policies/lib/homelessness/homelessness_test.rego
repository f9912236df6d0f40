package lib.homelessness_test

import data.lib.homelessness

presented(born, day) := days if {
	record := {"child": {"date_of_birth": born}, "homelessness": [{"presented_date": day}]}
	days := homelessness.presented with input as record with data.run.as_at as "2026-10-31"
}

test_on_the_sixteenth_birthday if presented("2010-03-02", "2026-03-02") == {0: "2026-03-02"}

test_the_day_before_the_sixteenth_birthday if presented("2010-03-03", "2026-03-02") == {}

test_the_day_before_the_eighteenth_birthday if presented("2008-03-03", "2026-03-02") == {0: "2026-03-02"}

test_on_the_eighteenth_birthday if presented("2008-03-02", "2026-03-02") == {}

# Born on 29 February 2008: 18 on 28 February 2026.
test_born_on_a_leap_day if {
	presented("2008-02-29", "2026-02-27") == {0: "2026-02-27"}
	presented("2008-02-29", "2026-02-28") == {}
}

test_unknown_date_of_birth if {
	every blank in [null, "", " ", "2026-11-01"] {
		presented(blank, "2026-03-02") == {}
	}
	homelessness.presented == {} with input as {"homelessness": [{"presented_date": "2026-03-02"}]}
		with data.run.as_at as "2026-10-31"
}

test_the_first_day_of_the_period if presented("2009-06-01", "2025-11-01") == {0: "2025-11-01"}

test_the_day_before_the_period if presented("2009-06-01", "2025-10-31") == {}

test_the_last_day_of_the_period if presented("2009-06-01", "2026-10-31") == {0: "2026-10-31"}

test_after_as_at if presented("2009-06-01", "2026-11-01") == {}

test_blank if {
	every blank in [null, "", " "] {
		presented("2009-06-01", blank) == {}
	}
}
