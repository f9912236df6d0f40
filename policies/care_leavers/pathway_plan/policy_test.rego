package audit.care_leavers.pathway_plan_test

import data.audit.care_leavers.pathway_plan
import data.lib.testing

verdict_on(as_at, record) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := pathway_plan.applies] with input as record with data.run.as_at as as_at
	met := [x | x := pathway_plan.met] with input as record with data.run.as_at as as_at
}

episode := {"start_date": "2022-03-07", "legal_status": "C2"}

# A child of 17 in care, with these entries for care leavers.
planned(leavers) := verdict_on("2026-10-31", {
	"child": {"date_of_birth": "2009-05-12"},
	"care_episodes": [episode],
	"care_leaver": leavers,
})

in_care(details) := verdict_on("2026-10-31", {
	"child": {"date_of_birth": "2009-05-12"},
	"care_episodes": [object.union(episode, details)],
})

born_on(as_at, day) := verdict_on(as_at, {"child": {"date_of_birth": day}, "care_episodes": [episode]})

born(day) := born_on("2026-10-31", day)

test_planned if planned([{"pathway_plan_date": "2025-09-01"}]) == "met"

test_planned_on_as_at if planned([{"pathway_plan_date": "2026-10-31"}]) == "met"

test_planned_after_as_at_reads_as_blank if planned([{"pathway_plan_date": "2026-11-01"}]) == "not met"

test_not_planned if {
	every blank in [null, ""] {
		planned([{"pathway_plan_date": blank}]) == "not met"
	}
	planned([{}]) == "not met"
	planned([]) == "not met"
}

test_no_entry_for_care_leavers_in_the_record if in_care({}) == "not met"

test_one_entry_of_several_is_enough if planned([{}, {"pathway_plan_date": "2025-09-01"}]) == "met"

# Three months before Friday 30 October 2026 is 30 July.
test_on_the_day_the_child_is_16_and_a_quarter if born_on("2026-10-30", "2010-07-30") == "not met"

test_the_day_before_the_child_is_16_and_a_quarter_is_not_audited if born_on("2026-10-30", "2010-07-31") == "not audited"

# Born on 30 November 2009: 16 on 30 November 2025, and three months later is the end of February.
test_16_and_a_quarter_at_the_end_of_a_month if {
	born_on("2026-02-28", "2009-11-30") == "not met"
	born_on("2026-02-27", "2009-11-30") == "not audited"
}

# In a leap year February ends on the 29th.
test_16_and_a_quarter_on_a_leap_day if {
	born_on("2028-02-29", "2011-11-30") == "not met"
	born_on("2028-02-28", "2011-11-30") == "not audited"
}

# Born on 29 February 2012: 16 on 29 February 2028, 18 on 28 February 2030.
test_born_on_29_february if {
	born_on("2028-05-28", "2012-02-29") == "not audited"
	born_on("2028-05-29", "2012-02-29") == "not met"
	born_on("2030-02-27", "2012-02-29") == "not met"
	born_on("2030-02-28", "2012-02-29") == "not audited"
}

test_the_day_before_the_18th_birthday if born("2008-11-01") == "not met"

test_on_the_18th_birthday_is_not_audited if born("2008-10-31") == "not audited"

test_date_of_birth_not_known_is_not_audited if {
	every blank in [null, ""] {
		born(blank) == "not audited"
	}
	verdict_on("2026-10-31", {"care_episodes": [episode]}) == "not audited"
}

test_not_in_care_is_not_audited if {
	record := {"child": {"date_of_birth": "2009-05-12"}, "care_leaver": [{"pathway_plan_date": "2025-09-01"}]}
	verdict_on("2026-10-31", record) == "not audited"
	verdict_on("2026-10-31", object.union(record, {"care_episodes": []})) == "not audited"
}

test_left_care_the_day_before_as_at_is_not_audited if in_care({"end_date": "2026-10-30"}) == "not audited"

test_left_care_on_as_at_is_not_audited if in_care({"end_date": "2026-10-31"}) == "not audited"

test_leaves_care_after_as_at if in_care({"end_date": "2026-11-01"}) == "not met"

test_came_into_care_on_as_at if in_care({"start_date": "2026-10-31"}) == "not met"

test_comes_into_care_after_as_at_is_not_audited if in_care({"start_date": "2026-11-01"}) == "not audited"

test_a_blank_start_counts_as_begun if {
	every blank in [null, ""] {
		in_care({"start_date": blank}) == "not met"
	}
}

test_a_short_break_is_not_audited if {
	every status in ["V3", "V4"] {
		in_care({"legal_status": status}) == "not audited"
	}
}

test_legal_status_not_known if {
	every blank in [null, ""] {
		in_care({"legal_status": blank}) == "not met"
	}
}

died(day) := verdict_on("2026-10-31", {
	"child": {"date_of_birth": "2009-05-12", "date_of_death": day},
	"care_episodes": [episode],
})

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
