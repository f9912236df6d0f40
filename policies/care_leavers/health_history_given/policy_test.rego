package audit.care_leavers.health_history_given_test

import data.audit.care_leavers.health_history_given
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := health_history_given.applies with input as record with data.run.as_at as as_at
	met := health_history_given.met with input as record with data.run.as_at as as_at
}

# A young person of 19, with these details.
verdict(leaver) := verdict_on("2026-10-31", {"child": {"date_of_birth": "2007-05-12"}, "care_leaver": [leaver]})

born_on(as_at, day) := verdict_on(as_at, {"child": {"date_of_birth": day}, "care_leaver": [{}]})

born(day) := born_on("2026-10-31", day)

test_given if verdict({"health_history_given_date": "2025-05-12"}) == "met"

test_given_on_as_at if verdict({"health_history_given_date": "2026-10-31"}) == "met"

test_given_after_as_at_reads_as_blank if verdict({"health_history_given_date": "2026-11-01"}) == "not met"

test_given_before_the_18th_birthday if verdict({"health_history_given_date": "2024-01-08"}) == "met"

test_not_given if {
	every blank in [null, ""] {
		verdict({"health_history_given_date": blank}) == "not met"
	}
	verdict({}) == "not met"
}

test_on_the_18th_birthday if born("2008-10-31") == "not met"

test_the_day_before_the_18th_birthday_is_not_audited if born("2008-11-01") == "not audited"

test_long_past_the_18th_birthday if born("2001-01-08") == "not met"

# Born on 29 February 2008: 18 on 28 February 2026.
test_born_on_29_february if {
	born_on("2026-02-28", "2008-02-29") == "not met"
	born_on("2026-02-27", "2008-02-29") == "not audited"
}

test_date_of_birth_not_known_is_not_audited if {
	every blank in [null, ""] {
		born(blank) == "not audited"
	}
	verdict_on("2026-10-31", {"care_leaver": [{}]}) == "not audited"
}

test_no_care_leaver_in_the_record if {
	verdict_on("2026-10-31", {"child": {"date_of_birth": "2007-05-12"}, "care_leaver": []}) == "not audited"
}

died(day) := verdict_on("2026-10-31", {"child": {"date_of_birth": "2007-05-12", "date_of_death": day}, "care_leaver": [{}]})

test_the_child_has_died if {
	died("2026-10-30") == "not audited"
	died("2026-10-31") == "not audited"
}

test_a_death_after_as_at_has_not_happened if died("2026-11-01") == "not met"

test_blank_date_of_death if {
	every blank in [null, ""] {
		died(blank) == "not met"
	}
}

test_each_item_is_judged_alone if {
	record := {
		"child": {"date_of_birth": "2007-05-12"},
		"care_leaver": [{}, {"health_history_given_date": "2025-05-12"}],
	}
	applies := health_history_given.applies with input as record with data.run.as_at as "2026-10-31"
	met := health_history_given.met with input as record with data.run.as_at as "2026-10-31"
	applies == {0, 1}
	applies - met == {0}
}
