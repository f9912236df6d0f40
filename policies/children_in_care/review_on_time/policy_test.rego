package audit.children_in_care.review_on_time_test

import data.audit.children_in_care.review_on_time
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := review_on_time.applies with input as record with data.run.as_at as as_at
	met := review_on_time.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

# A child in care since Monday 5 January 2026. Twenty working days later is Monday 2 February. A first review then
# puts the second at 2 May, and a second on 1 May the third at 1 November.
episode(details) := object.union({"legal_status": "C2", "entered_care_date": "2026-01-05", "start_date": "2026-01-05"}, details)

dated(days) := [{"date": day} | some day in days]

held_by(as_at, days) := verdict_on(as_at, {"care_episodes": [episode({})], "care_reviews": dated(days)})

held(days) := held_by("2026-10-31", days)

on_time := ["2026-02-02", "2026-05-01"]

in_care(details) := verdict_of({"care_episodes": [episode(details)], "care_reviews": []})

test_reviewed_on_time if held(on_time) == "met"

test_first_review_on_the_deadline if held_by("2026-02-10", ["2026-02-02"]) == "met"

test_first_review_a_day_late if held_by("2026-02-10", ["2026-02-03"]) == "not met"

test_a_late_first_review_counts_for_as_long_as_care_lasts if held(["2026-02-03", "2026-05-01"]) == "not met"

test_first_review_on_the_day_of_entry if held_by("2026-02-10", ["2026-01-05"]) == "met"

test_no_review_and_not_due if {
	held_by("2026-02-01", []) == "not audited"
	held_by("2026-02-02", []) == "not audited"
}

test_no_review_and_overdue if {
	held_by("2026-02-03", []) == "not met"
	verdict_of({"care_episodes": [episode({})]}) == "not met"
}

test_first_review_held_before_it_was_due if held_by("2026-01-20", ["2026-01-20"]) == "met"

test_second_review_on_the_deadline if held(["2026-02-02", "2026-05-02"]) == "met"

test_second_review_a_day_late if held(["2026-02-02", "2026-05-03"]) == "not met"

test_second_review_not_due_yet if held_by("2026-05-02", ["2026-02-02"]) == "met"

test_second_review_overdue if held_by("2026-05-03", ["2026-02-02"]) == "not met"

# The second review on 1 May: six months later is 1 November.
test_third_review_on_the_deadline if held_by("2026-11-30", array.concat(on_time, ["2026-11-01"])) == "met"

test_third_review_a_day_late if held_by("2026-11-30", array.concat(on_time, ["2026-11-02"])) == "not met"

test_third_review_not_due_yet if held_by("2026-11-01", on_time) == "met"

test_third_review_overdue if held_by("2026-11-02", on_time) == "not met"

test_fourth_review_within_6_months_of_the_third if {
	held_by("2027-02-28", array.concat(on_time, ["2026-08-03", "2027-02-03"])) == "met"
	held_by("2027-02-28", array.concat(on_time, ["2026-08-03", "2027-02-04"])) == "not met"
}

# Six months after 31 August 2026 is 28 February 2027; three months after 30 November 2027 is 29 February 2028.
test_months_end_with_a_short_month if {
	held_by("2027-02-28", array.concat(on_time, ["2026-08-31"])) == "met"
	held_by("2027-03-01", array.concat(on_time, ["2026-08-31"])) == "not met"
}

test_over_a_leap_day if {
	episodes := [{"entered_care_date": "2027-11-15"}]
	verdict_on("2028-02-29", {"care_episodes": episodes, "care_reviews": dated(["2027-11-30"])}) == "met"
	verdict_on("2028-03-01", {"care_episodes": episodes, "care_reviews": dated(["2027-11-30"])}) == "not met"
}

test_reviews_of_one_day_count_once if {
	held_by("2026-05-03", ["2026-02-02", "2026-02-02"]) == "not met"
	held(["2026-02-02", "2026-05-01", "2026-05-01"]) == "met"
}

test_the_order_of_the_rows_does_not_matter if held(["2026-05-01", "2026-02-02"]) == "met"

test_a_review_before_entry_belongs_to_earlier_care if {
	held_by("2026-02-10", ["2026-01-04"]) == "not met"
	held_by("2026-02-02", ["2026-01-04"]) == "not audited"
	held_by("2026-05-03", ["2026-01-04", "2026-02-02"]) == "not met"
}

test_a_review_after_as_at_is_no_evidence if {
	held_by("2026-02-10", ["2026-02-11"]) == "not met"
	held_by("2026-05-02", ["2026-02-02", "2026-06-01"]) == "met"
}

test_a_review_without_a_date if {
	every blank in [null, ""] {
		held([blank]) == "not met"
	}
	verdict_of({"care_episodes": [episode({})], "care_reviews": [{}]}) == "not met"
}

due_after(entered) := day if {
	day := review_on_time.due[0] with input as {"care_episodes": [{"entered_care_date": entered}]}
		with data.run.as_at as "2027-06-30"
}

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due_after("2026-03-16") == "2026-04-15"

# 25 and 28 December 2026 and 1 January 2027 are bank holidays.
test_over_christmas if due_after("2026-12-07") == "2027-01-07"

test_entered_at_a_weekend if due_after("2026-01-03") == "2026-01-30"

test_blank_day_of_entry if {
	every blank in [null, "", "2026-11-02"] {
		in_care({"entered_care_date": blank}) == "not audited"
		verdict_of({"care_episodes": [episode({"entered_care_date": blank})], "care_reviews": dated(on_time)}) == "not audited"
	}
	verdict_of({"care_episodes": [{"start_date": "2026-01-05"}]}) == "not audited"
}

test_a_blank_day_of_entry_is_said if {
	doubt := review_on_time.doubt with input as {"care_episodes": [episode({"entered_care_date": null}), episode({})]}
		with data.run.as_at as "2026-10-31"
	doubt == {0: {"the child is in care and nobody wrote since when, so the day of the first review is not known"}}
}

test_entered_before_the_calendar if {
	record := {"care_episodes": [{"entered_care_date": "1994-12-01"}], "care_reviews": dated(["1994-12-05"])}
	verdict_of(record) == "not audited"
	verdict_on("1995-01-31", record) == "not audited"
	review_on_time.start == {0: "1994-12-01"} with input as record with data.run.as_at as "1995-01-31"
	review_on_time.due == {} with input as record with data.run.as_at as "1995-01-31"
}

test_ended_on_as_at if in_care({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if in_care({"end_date": "2026-11-01"}) == "not met"

test_begins_after_as_at if in_care({"start_date": "2026-11-01"}) == "not audited"

test_an_episode_without_a_start_counts_as_begun if verdict_of({"care_episodes": [{"entered_care_date": "2026-01-05"}]}) == "not met"

test_short_breaks_are_not_audited if {
	every status in ["V3", "V4"] {
		in_care({"legal_status": status}) == "not audited"
	}
}

test_counted_once_for_a_period_of_care if {
	episodes := [episode({}), episode({"start_date": "2026-06-01"}), episode({"entered_care_date": "2026-02-02"})]
	review_on_time.applies == {1, 2} with input as {"care_episodes": episodes} with data.run.as_at as "2026-10-31"
}

test_the_child_has_died if {
	verdict_of({"child": {"date_of_death": "2026-10-20"}, "care_episodes": [episode({})]}) == "not audited"
	verdict_of({"child": {"date_of_death": "2026-11-01"}, "care_episodes": [episode({})]}) == "not met"
}

# What the report shows of these reviews on a day: start, due, done and note.
shown(as_at, days) := [start, due, done, note] if {
	record := {"care_episodes": [episode({})], "care_reviews": dated(days)}
	start := review_on_time.start with input as record with data.run.as_at as as_at
	due := review_on_time.due with input as record with data.run.as_at as as_at
	done := review_on_time.done with input as record with data.run.as_at as as_at
	note := review_on_time.note with input as record with data.run.as_at as as_at
}

test_shown_of_a_late_first_review if {
	shown("2026-04-01", ["2026-02-03"]) == [
		{0: "2026-01-05"}, {0: "2026-02-02"}, {0: "2026-02-03"},
		{0: "the first review is counted from the day the child entered care"},
	]
}

test_shown_of_an_overdue_first_review if {
	shown("2026-04-01", []) == [
		{0: "2026-01-05"}, {0: "2026-02-02"}, {},
		{0: "the first review is counted from the day the child entered care"},
	]
}

test_shown_of_a_late_second_review if {
	shown("2026-10-31", ["2026-02-02", "2026-05-03"]) == [
		{0: "2026-02-02"}, {0: "2026-05-02"}, {0: "2026-05-03"},
		{0: "the later reviews are counted each from the one before, here from that of 2026-02-02"},
	]
}

test_shown_is_the_last_review_missed if {
	shown("2026-12-01", ["2026-02-03", "2026-05-01"]) == [
		{0: "2026-05-01"}, {0: "2026-11-01"}, {},
		{0: "the later reviews are counted each from the one before, here from that of 2026-05-01"},
	]
}

test_shown_of_reviews_on_time_is_the_first if {
	shown("2026-10-31", on_time) == [{0: "2026-01-05"}, {0: "2026-02-02"}, {0: "2026-02-02"}, {}]
}
