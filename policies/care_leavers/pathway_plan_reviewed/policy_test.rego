package audit.care_leavers.pathway_plan_reviewed_test

import data.audit.care_leavers.pathway_plan_reviewed
import data.lib.testing

verdict_of(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := pathway_plan_reviewed.applies with input as record with data.run.as_at as as_at
	met := pathway_plan_reviewed.met with input as record with data.run.as_at as as_at
}

verdict_on(as_at, leaver) := verdict_of(as_at, {"care_leaver": [leaver]})

planned(day) := verdict_on("2026-10-31", {"pathway_plan_date": day})

reviewed(day) := verdict_on("2026-10-31", {"pathway_plan_date": "2025-03-02", "pathway_plan_review_date": day})

# Six months before 31 October 2026 is 30 April.
test_planned_exactly_six_months_before_is_not_audited if planned("2026-04-30") == "not audited"

test_planned_six_months_and_a_day_before if planned("2026-04-29") == "not met"

test_planned_before_the_audit_period if planned("2019-03-04") == "not met"

test_planned_after_as_at_is_not_audited if planned("2026-11-01") == "not audited"

test_no_plan_is_not_audited if {
	every blank in [null, ""] {
		planned(blank) == "not audited"
	}
	verdict_on("2026-10-31", {"pathway_plan_review_date": "2026-10-01"}) == "not audited"
}

test_reviewed_exactly_six_months_before if reviewed("2026-04-30") == "met"

test_reviewed_six_months_and_a_day_before if reviewed("2026-04-29") == "not met"

test_reviewed_on_as_at if reviewed("2026-10-31") == "met"

test_reviewed_after_as_at_reads_as_blank if reviewed("2026-11-01") == "not met"

test_never_reviewed if {
	every blank in [null, ""] {
		reviewed(blank) == "not met"
	}
	planned("2025-03-02") == "not met"
}

# Six months before the end of August is the last day of February.
test_at_the_end_of_a_month if {
	verdict_on("2026-08-31", {"pathway_plan_date": "2026-02-28"}) == "not audited"
	verdict_on("2026-08-31", {"pathway_plan_date": "2026-02-27", "pathway_plan_review_date": "2026-02-28"}) == "met"
}

test_on_a_leap_day if {
	verdict_on("2028-08-31", {"pathway_plan_date": "2028-02-29"}) == "not audited"
	verdict_on("2028-08-31", {"pathway_plan_date": "2028-02-28", "pathway_plan_review_date": "2028-02-29"}) == "met"
	verdict_on("2028-08-31", {"pathway_plan_date": "2028-02-27", "pathway_plan_review_date": "2028-02-28"}) == "not met"
}

died(day) := verdict_of("2026-10-31", {"child": {"date_of_death": day}, "care_leaver": [{"pathway_plan_date": "2025-03-02"}]})

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

leavers := [
	{"pathway_plan_date": "2025-03-02", "pathway_plan_review_date": "2026-09-01"},
	{"pathway_plan_date": "2025-03-02", "pathway_plan_review_date": "2025-09-01"},
	{"pathway_plan_date": "2026-09-01"},
	{"pathway_plan_date": "2025-03-02", "pathway_plan_review_date": "2026-11-02"},
]

test_each_item_is_judged_alone if {
	applies := pathway_plan_reviewed.applies with input.care_leaver as leavers with data.run.as_at as "2026-10-31"
	met := pathway_plan_reviewed.met with input.care_leaver as leavers with data.run.as_at as "2026-10-31"
	applies == {0, 1, 3}
	applies - met == {1, 3}
}

test_the_note_says_when_the_last_review_was if {
	note := pathway_plan_reviewed.note with input.care_leaver as leavers with data.run.as_at as "2026-10-31"
	note == {0: "the last review was on 2026-09-01", 1: "the last review was on 2025-09-01"}
}
