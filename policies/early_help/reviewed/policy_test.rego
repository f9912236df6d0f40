package audit.early_help.reviewed_test

import data.audit.early_help.reviewed
import data.lib.testing

verdict_of(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := reviewed.applies with input as record with data.run.as_at as as_at
	met := reviewed.met with input as record with data.run.as_at as as_at
}

verdict_on(as_at, episode) := verdict_of(as_at, {"early_help": [episode]})

verdict(episode) := verdict_on("2026-10-31", episode)

# Early help that has been open since March 2026, last reviewed on this day.
last(day) := verdict({"start_date": "2026-03-02", "last_review_date": day})

# Three months before Saturday 31 October 2026 is Friday 31 July.
test_reviewed_exactly_three_months_before if last("2026-07-31") == "met"

test_reviewed_three_months_and_a_day_before if last("2026-07-30") == "not met"

test_reviewed_on_as_at if last("2026-10-31") == "met"

test_reviewed_after_as_at_reads_as_blank if last("2026-11-01") == "not met"

test_never_reviewed if verdict({"start_date": "2026-03-02"}) == "not met"

test_blank if {
	every blank in [null, "", " "] {
		last(blank) == "not met"
	}
}

# Counting back from the end of May ends on the last day of February.
test_at_the_end_of_a_month if {
	verdict_on("2026-05-31", {"start_date": "2025-09-01", "last_review_date": "2026-02-28"}) == "met"
	verdict_on("2026-05-31", {"start_date": "2025-09-01", "last_review_date": "2026-02-27"}) == "not met"
}

test_on_a_leap_day if {
	verdict_on("2028-05-31", {"start_date": "2027-09-01", "last_review_date": "2028-02-29"}) == "met"
	verdict_on("2028-05-31", {"start_date": "2027-09-01", "last_review_date": "2028-02-28"}) == "not met"
}

test_started_exactly_three_months_before if verdict({"start_date": "2026-07-31"}) == "not met"

test_started_three_months_less_a_day_before if verdict({"start_date": "2026-08-01"}) == "not audited"

test_started_less_than_three_months_before_and_reviewed if {
	verdict({"start_date": "2026-08-01", "last_review_date": "2026-09-01"}) == "not audited"
}

test_started_long_before_the_period if verdict({"start_date": "2023-03-06", "last_review_date": "2026-09-01"}) == "met"

test_starts_after_as_at if verdict({"start_date": "2026-11-01"}) == "not audited"

test_blank_start_is_not_audited if {
	every blank in [null, "", " "] {
		verdict({"start_date": blank, "last_review_date": "2026-09-01"}) == "not audited"
	}
}

test_ended_on_as_at if verdict({"start_date": "2026-03-02", "end_date": "2026-10-31"}) == "not audited"

test_ends_after_as_at if verdict({"start_date": "2026-03-02", "end_date": "2026-11-01"}) == "not met"

test_blank_end_is_open if {
	every blank in [null, "", " "] {
		verdict({"start_date": "2026-03-02", "end_date": blank}) == "not met"
	}
}

test_a_council_may_allow_longer if {
	longer := last("2026-06-30") with data.settings.eh_review_months.values as [{"value": 4}]
	longer == "met"
	younger := verdict({"start_date": "2026-07-31"}) with data.settings.eh_review_months.values as [{"value": 4}]
	younger == "not audited"
}

died(day) := verdict_of("2026-10-31", {"child": {"date_of_death": day}, "early_help": [{"start_date": "2026-03-02"}]})

test_the_child_has_died if {
	died("2026-06-01") == "not audited"
	died("2026-10-31") == "not audited"
}

test_a_death_after_as_at_has_not_happened if died("2026-11-01") == "not met"

test_blank_death if died(null) == "not met"

test_the_note_says_when_the_last_review_was if {
	episodes := [
		{"start_date": "2026-03-02", "last_review_date": "2026-06-01"},
		{"start_date": "2026-03-02"},
		{"start_date": "2026-03-02", "last_review_date": null},
		{"start_date": "2026-03-02", "last_review_date": "2026-11-02"},
	]
	note := reviewed.note with input.early_help as episodes with data.run.as_at as "2026-10-31"
	note == {0: "the last review was on 2026-06-01"}
}
