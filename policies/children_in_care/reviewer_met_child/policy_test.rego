package audit.children_in_care.reviewer_met_child_test

import data.audit.children_in_care.reviewer_met_child
import data.lib.testing

verdict_at(i, as_at, reviews) := testing.verdict(applies, met, i) if {
	applies := reviewer_met_child.applies with input.care_reviews as reviews with data.run.as_at as as_at
	met := reviewer_met_child.met with input.care_reviews as reviews with data.run.as_at as as_at
}

verdict(reviews) := verdict_at(0, "2026-10-31", reviews)

# A review of 14 September 2026, and the one before it of 16 March.
met_on(day) := verdict([{"date": "2026-09-14", "reviewer_met_child_date": day}, {"date": "2026-03-16"}])

test_met_before_the_review if met_on("2026-09-10") == "met"

test_met_on_the_day_of_the_review if {
	met_on("2026-09-14") == "met"
	met_on("2026-09-14T17:00:00") == "met"
}

test_met_after_the_review if met_on("2026-09-15") == "not met"

test_met_the_day_after_the_review_before if met_on("2026-03-17") == "met"

test_met_on_the_day_of_the_review_before if met_on("2026-03-16") == "not met"

test_met_before_the_review_before if met_on("2026-03-02") == "not met"

test_never_met if {
	every blank in [null, ""] {
		met_on(blank) == "not met"
	}
	verdict([{"date": "2026-09-14"}]) == "not met"
}

test_met_after_as_at if met_on("2026-11-01") == "not met"

test_first_review_has_none_before_it if {
	verdict([{"date": "2026-09-14", "reviewer_met_child_date": "2020-01-06"}]) == "met"
}

test_the_nearest_review_before_counts if {
	reviews := [
		{"date": "2026-09-14", "reviewer_met_child_date": "2026-03-20"},
		{"date": "2025-12-01"},
		{"date": "2026-06-15"},
	]
	verdict(reviews) == "not met"
}

test_later_reviews_do_not_matter if {
	reviews := [{"date": "2026-09-14", "reviewer_met_child_date": "2026-09-10"}, {"date": "2026-10-05"}]
	verdict(reviews) == "met"
}

test_a_review_without_a_date_comes_before_none if {
	every blank in [null, ""] {
		verdict([{"date": "2026-09-14", "reviewer_met_child_date": "2026-03-02"}, {"date": blank}]) == "met"
	}
}

test_the_date_of_another_review_does_not_count if {
	reviews := [{"date": "2026-09-14"}, {"date": "2026-03-16", "reviewer_met_child_date": "2026-09-10"}]
	verdict(reviews) == "not met"
}

twice := [
	{"date": "2026-03-16"},
	{"date": "2026-09-14"},
	{"date": "2026-09-14", "reviewer_met_child_date": "2026-09-10"},
]

test_reviews_of_one_day_count_once if {
	reviewer_met_child.applies == {0, 1} with input.care_reviews as twice with data.run.as_at as "2026-10-31"
}

test_one_date_of_one_day_is_enough if verdict_at(1, "2026-10-31", twice) == "met"

test_reviews_of_one_day_do_not_come_before_each_other if {
	reviews := [{"date": "2026-09-14", "reviewer_met_child_date": "2026-09-14"}, {"date": "2026-09-14"}]
	verdict(reviews) == "met"
}

test_held_on_as_at_is_judged_at_once if verdict([{"date": "2026-10-31"}]) == "not met"

test_a_review_after_as_at_is_not_audited if {
	verdict([{"date": "2026-11-01", "reviewer_met_child_date": "2026-10-30"}]) == "not audited"
}

test_held_on_the_first_day_of_the_period if verdict([{"date": "2025-11-01"}]) == "not met"

test_held_before_the_period_is_not_audited if verdict([{"date": "2025-10-31"}]) == "not audited"

# Twelve months before 29 February 2028 is 28 February 2027, the last day before the period.
test_period_ending_on_a_leap_day_begins_on_1_march if {
	verdict_at(0, "2028-02-29", [{"date": "2027-03-01"}]) == "not met"
	verdict_at(0, "2028-02-29", [{"date": "2027-02-28"}]) == "not audited"
}

test_a_review_before_the_period_still_comes_before if {
	reviews := [{"date": "2025-11-03", "reviewer_met_child_date": "2025-06-02"}, {"date": "2025-06-02"}]
	verdict(reviews) == "not met"
}

test_a_review_without_a_date_is_not_audited if {
	every blank in [null, ""] {
		verdict([{"date": blank, "reviewer_met_child_date": "2026-09-10"}]) == "not audited"
	}
	verdict([{"reviewer_met_child_date": "2026-09-10"}]) == "not audited"
}

test_the_note_gives_the_date if {
	reviews := [{"date": "2026-09-14", "reviewer_met_child_date": "2026-09-15"}, {"date": "2026-03-16"}]
	note := reviewer_met_child.note with input.care_reviews as reviews with data.run.as_at as "2026-10-31"
	note == {0: "the date of the meeting is 2026-09-15"}
}

test_no_note_of_a_date_after_as_at if {
	note := reviewer_met_child.note with input.care_reviews as [{"date": "2026-09-14", "reviewer_met_child_date": "2026-11-02"}]
		with data.run.as_at as "2026-10-31"
	note == {}
}
