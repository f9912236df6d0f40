package audit.care_leavers.entitlements_given_test

import data.audit.care_leavers.entitlements_given
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := entitlements_given.applies with input as record with data.run.as_at as as_at
	met := entitlements_given.met with input as record with data.run.as_at as as_at
}

verdict(leaver) := verdict_on("2026-10-31", {"care_leaver": [leaver]})

test_given if verdict({"entitlements_given_date": "2025-05-12"}) == "met"

test_given_on_as_at if verdict({"entitlements_given_date": "2026-10-31"}) == "met"

test_given_after_as_at_reads_as_blank if verdict({"entitlements_given_date": "2026-11-01"}) == "not met"

test_not_given if {
	every blank in [null, ""] {
		verdict({"entitlements_given_date": blank}) == "not met"
	}
	verdict({}) == "not met"
}

test_of_whatever_age if {
	every day in ["2011-01-10", "2001-01-08", null, ""] {
		verdict_on("2026-10-31", {"child": {"date_of_birth": day}, "care_leaver": [{}]}) == "not met"
	}
}

test_no_care_leaver_in_the_record if verdict_on("2026-10-31", {"care_leaver": []}) == "not audited"

died(day) := verdict_on("2026-10-31", {"child": {"date_of_death": day}, "care_leaver": [{}]})

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
	leavers := [{}, {"entitlements_given_date": "2025-05-12"}]
	applies := entitlements_given.applies with input.care_leaver as leavers with data.run.as_at as "2026-10-31"
	met := entitlements_given.met with input.care_leaver as leavers with data.run.as_at as "2026-10-31"
	applies == {0, 1}
	applies - met == {0}
}
