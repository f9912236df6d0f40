package audit.children_in_care.adoption_timely_test

import data.audit.children_in_care.adoption_timely
import data.lib.testing

verdict_on(as_at, row) := testing.verdict(applies, met, 0) if {
	applies := adoption_timely.applies with input.permanence as [row] with data.run.as_at as as_at
	met := adoption_timely.met with input.permanence as [row] with data.run.as_at as as_at
}

verdict(row) := verdict_on("2026-10-31", row)

# Six months after 16 February 2026 is 16 August.
placed(day) := verdict({"decision_date": "2026-02-16", "placed_date": day})

test_placed_on_the_deadline if placed("2026-08-16") == "met"

test_placed_a_day_late if placed("2026-08-17") == "not met"

test_placed_before_the_decision_is_met if placed("2026-01-05") == "met"

test_never_placed if {
	every blank in [null, ""] {
		placed(blank) == "not met"
	}
	verdict({"decision_date": "2026-02-16"}) == "not met"
}

test_placed_after_as_at_has_not_happened if {
	verdict({"decision_date": "2026-05-18", "placed_date": "2026-11-02"}) == "not audited"
	verdict({"decision_date": "2026-02-16", "placed_date": "2026-11-02"}) == "not met"
}

# Six months after 30 April 2026 is 30 October, and after 31 August 2026, 28 February 2027.
test_due_the_day_before_as_at if verdict({"decision_date": "2026-04-30"}) == "not met"

test_due_on_as_at if verdict_on("2026-10-30", {"decision_date": "2026-04-30"}) == "not audited"

test_not_due_yet if verdict({"decision_date": "2026-08-31"}) == "not audited"

test_six_months_end_with_a_short_month if {
	verdict_on("2027-06-30", {"decision_date": "2026-08-31", "placed_date": "2027-02-28"}) == "met"
	verdict_on("2027-06-30", {"decision_date": "2026-08-31", "placed_date": "2027-03-01"}) == "not met"
	verdict_on("2028-06-30", {"decision_date": "2027-08-31", "placed_date": "2028-02-29"}) == "met"
}

test_placed_on_as_at if verdict({"decision_date": "2026-08-31", "placed_date": "2026-10-31"}) == "met"

test_a_council_may_set_other_months if {
	placed("2026-08-17") == "met" with data.settings.adoption_months.values as [{"value": 7}]
}

test_decided_on_the_first_day_of_the_period if verdict({"decision_date": "2025-11-01"}) == "not met"

test_decided_before_the_period if verdict({"decision_date": "2025-10-31"}) == "not audited"

test_decided_after_as_at if verdict({"decision_date": "2026-11-02", "placed_date": "2026-10-05"}) == "not audited"

test_no_decision if {
	every row in [{}, {"decision_date": null}, {"decision_date": ""}] {
		verdict(object.union(row, {"placed_date": "2026-05-11"})) == "not audited"
	}
}

test_shown if {
	row := {"decision_date": "2026-02-16", "placed_date": "2026-08-17"}
	adoption_timely.start == {0: "2026-02-16"} with input.permanence as [row] with data.run.as_at as "2026-10-31"
	adoption_timely.due == {0: "2026-08-16"} with input.permanence as [row] with data.run.as_at as "2026-10-31"
	adoption_timely.done == {0: "2026-08-17"} with input.permanence as [row] with data.run.as_at as "2026-10-31"
}
