package audit.children_in_care.health_assessment_on_time_test

import data.audit.children_in_care.health_assessment_on_time
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := health_assessment_on_time.applies with input as record with data.run.as_at as as_at
	met := health_assessment_on_time.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

# A ten-year-old in care since Monday 5 January 2026. Twenty working days later is Monday 2 February.
episode(details) := object.union({"legal_status": "C2", "entered_care_date": "2026-01-05", "start_date": "2026-01-05"}, details)

child := {"date_of_birth": "2016-05-17"}

record_of(checks) := {"child": child, "care_episodes": [episode({})], "health": checks}

checked_by(as_at, checks) := verdict_on(as_at, record_of(checks))

checked(checks) := checked_by("2026-10-31", checks)

initial(day) := {"type": "initial_assessment", "date": day, "status": "COMPLETED"}

review(day) := {"type": "review_assessment", "date": day, "status": "COMPLETED"}

in_care(details) := verdict_of({"child": child, "care_episodes": [episode(details)], "health": []})

test_initial_assessment_on_the_deadline if checked([initial("2026-02-02")]) == "met"

test_initial_assessment_a_day_late if checked([initial("2026-02-03")]) == "not met"

test_initial_assessment_on_the_day_of_entry if checked([initial("2026-01-05")]) == "met"

test_initial_assessment_before_entry_belongs_to_earlier_care if checked([initial("2026-01-04")]) == "not met"

test_the_earliest_initial_assessment_counts if {
	checked([initial("2026-03-02"), initial("2026-01-30")]) == "met"
	checked([initial("2026-01-04"), initial("2026-01-30")]) == "met"
}

test_no_initial_assessment_and_not_due if {
	checked_by("2026-02-01", []) == "not audited"
	checked_by("2026-02-02", []) == "not audited"
}

test_no_initial_assessment_and_overdue if {
	checked_by("2026-02-03", []) == "not met"
	verdict_of({"child": child, "care_episodes": [episode({})]}) == "not met"
}

test_initial_assessment_made_before_it_was_due if checked_by("2026-01-20", [initial("2026-01-20")]) == "met"

test_a_review_is_no_initial_assessment if checked([review("2026-01-30")]) == "not met"

test_a_dental_check_is_no_assessment if checked([{"type": "dental", "date": "2026-01-30"}]) == "not met"

test_an_assessment_after_as_at_is_no_evidence if checked_by("2026-02-10", [initial("2026-02-11")]) == "not met"

test_an_assessment_without_a_date if {
	every blank in [null, ""] {
		checked([initial(blank)]) == "not met"
	}
}

test_status_completed_or_blank if {
	every status in ["COMPLETED", null, ""] {
		checked([{"type": "initial_assessment", "date": "2026-01-30", "status": status}]) == "met"
	}
	checked([{"type": "initial_assessment", "date": "2026-01-30"}]) == "met"
	every status in ["REFUSED", "PLANNED", "CANCELLED"] {
		checked([{"type": "initial_assessment", "date": "2026-01-30", "status": status}]) == "not met"
	}
}

# Five or older: within 12 months of 30 January 2026.
test_review_due_today_is_not_overdue if checked_by("2027-01-30", [initial("2026-01-30")]) == "met"

test_review_overdue if checked_by("2027-01-31", [initial("2026-01-30")]) == "not met"

test_reviewed_in_time if checked_by("2027-10-31", [initial("2026-01-30"), review("2026-12-07")]) == "met"

test_a_review_that_was_late_is_enough_now if checked_by("2027-10-31", [initial("2026-01-30"), review("2027-06-01")]) == "met"

test_the_last_review_counts if {
	checked_by("2028-02-01", [initial("2026-01-30"), review("2027-02-01"), review("2026-12-07")]) == "met"
	checked_by("2028-02-02", [initial("2026-01-30"), review("2027-02-01"), review("2026-12-07")]) == "not met"
}

test_a_later_initial_assessment_is_the_last_one if checked_by("2027-06-30", [initial("2026-01-30"), initial("2026-07-06")]) == "met"

test_a_review_after_as_at_does_not_count if {
	checked_by("2027-01-31", [initial("2026-01-30"), review("2027-02-01")]) == "not met"
}

test_a_review_that_did_not_take_place if {
	checked_by("2027-01-31", [initial("2026-01-30"), object.union(review("2026-12-07"), {"status": "REFUSED"})]) == "not met"
}

test_a_late_initial_assessment_is_not_mended_by_reviews if {
	checked([initial("2026-02-03"), review("2026-10-05")]) == "not met"
}

# A young child: within 6 months of an assessment before the fifth birthday, 17 May 2026.
aged(born, as_at, checks) := verdict_on(as_at, object.union(record_of(checks), {"child": {"date_of_birth": born}}))

test_under_five_within_6_months if {
	aged("2021-05-17", "2026-07-30", [initial("2026-01-30")]) == "met"
	aged("2021-05-17", "2026-07-31", [initial("2026-01-30")]) == "not met"
}

test_the_age_is_that_on_the_day_of_the_last_assessment if {
	aged("2021-05-17", "2026-11-16", [initial("2026-01-30"), review("2026-05-16")]) == "met"
	aged("2021-05-17", "2026-11-17", [initial("2026-01-30"), review("2026-05-16")]) == "not met"
	aged("2021-05-17", "2026-11-18", [initial("2026-01-30"), review("2026-05-17")]) == "met"
	aged("2021-05-17", "2027-05-17", [initial("2026-01-30"), review("2026-05-17")]) == "met"
	aged("2021-05-17", "2027-05-18", [initial("2026-01-30"), review("2026-05-17")]) == "not met"
}

# Born on 29 February 2024, five on 28 February 2029.
test_fifth_birthday_of_a_leap_day if {
	episodes := [{"entered_care_date": "2029-02-26"}]
	five := {"child": {"date_of_birth": "2024-02-29"}, "care_episodes": episodes, "health": [initial("2029-02-28")]}
	four := {"child": {"date_of_birth": "2024-02-29"}, "care_episodes": episodes, "health": [initial("2029-02-27")]}
	verdict_on("2029-10-31", five) == "met"
	verdict_on("2029-10-31", four) == "not met"
}

# Six months after 31 August 2026 is 28 February 2027.
test_six_months_end_with_a_short_month if {
	checks := [initial("2026-01-30"), review("2026-07-20"), review("2026-08-31")]
	aged("2024-05-17", "2027-02-28", checks) == "met"
	aged("2024-05-17", "2027-03-01", checks) == "not met"
}

test_unknown_date_of_birth_with_the_initial_assessment_in_time if {
	every unknown in [null, "", "2026-11-02"] {
		aged(unknown, "2026-10-31", [initial("2026-01-30")]) == "not audited"
		aged(unknown, "2026-10-31", [initial("2026-01-30"), review("2026-10-05")]) == "not audited"
	}
	verdict_of({"care_episodes": [episode({})], "health": [initial("2026-01-30")]}) == "not audited"
}

test_unknown_date_of_birth_with_the_initial_assessment_late if {
	aged(null, "2026-10-31", [initial("2026-02-03")]) == "not met"
	aged(null, "2026-10-31", []) == "not met"
	aged(null, "2026-02-02", []) == "not audited"
}

due_after(entered) := day if {
	day := health_assessment_on_time.due[0] with input as {"care_episodes": [{"entered_care_date": entered}]}
		with data.run.as_at as "2027-06-30"
}

# Good Friday 3 April and Easter Monday 6 April 2026; 25 and 28 December 2026 and 1 January 2027.
test_over_easter_and_christmas if {
	due_after("2026-03-16") == "2026-04-15"
	due_after("2026-12-07") == "2027-01-07"
}

test_blank_day_of_entry if {
	every blank in [null, "", "2026-11-02"] {
		in_care({"entered_care_date": blank}) == "not audited"
	}
	verdict_of({"child": child, "care_episodes": [{}], "health": [initial("2026-01-30")]}) == "not audited"
}

test_a_blank_day_of_entry_is_said if {
	doubt := health_assessment_on_time.doubt with input as {"care_episodes": [episode({"entered_care_date": null}), episode({})]}
		with data.run.as_at as "2026-10-31"
	doubt == {0: {"the child is in care and nobody wrote since when, so the day of the initial health assessment is not known"}}
}

test_entered_before_the_calendar if {
	record := {"child": child, "care_episodes": [{"entered_care_date": "1994-12-01"}], "health": []}
	verdict_of(record) == "not audited"
	health_assessment_on_time.start == {0: "1994-12-01"} with input as record with data.run.as_at as "2026-10-31"
}

test_ended_on_as_at if in_care({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if in_care({"end_date": "2026-11-01"}) == "not met"

test_begins_after_as_at if in_care({"start_date": "2026-11-01"}) == "not audited"

test_short_breaks_are_not_audited if {
	every status in ["V3", "V4"] {
		in_care({"legal_status": status}) == "not audited"
	}
}

test_counted_once_for_a_period_of_care if {
	episodes := [episode({}), episode({"start_date": "2026-06-01"}), episode({"entered_care_date": "2026-02-02"})]
	health_assessment_on_time.applies == {1, 2} with input as {"care_episodes": episodes} with data.run.as_at as "2026-10-31"
}

test_each_period_of_care_has_its_own_assessments if {
	episodes := [episode({}), episode({"entered_care_date": "2026-08-03"})]
	record := {"child": child, "care_episodes": episodes, "health": [initial("2026-01-30")]}
	health_assessment_on_time.met == {0} with input as record with data.run.as_at as "2026-10-31"
	health_assessment_on_time.applies == {0, 1} with input as record with data.run.as_at as "2026-10-31"
}

test_the_child_has_died if {
	verdict_of({"child": {"date_of_death": "2026-10-20"}, "care_episodes": [episode({})]}) == "not audited"
	verdict_of({"child": {"date_of_death": "2026-11-01"}, "care_episodes": [episode({})]}) == "not met"
}

# What the report shows of these checks on a day: start, due, done and note.
shown(as_at, checks) := [start, due, done, note] if {
	record := record_of(checks)
	start := health_assessment_on_time.start with input as record with data.run.as_at as as_at
	due := health_assessment_on_time.due with input as record with data.run.as_at as as_at
	done := health_assessment_on_time.done with input as record with data.run.as_at as as_at
	note := health_assessment_on_time.note with input as record with data.run.as_at as as_at
}

test_shown_of_a_late_initial_assessment if {
	shown("2026-10-31", [initial("2026-02-03")]) == [
		{0: "2026-01-05"}, {0: "2026-02-02"}, {0: "2026-02-03"},
		{0: "the initial assessment is due within 20 working days of entering care"},
	]
}

test_shown_of_an_overdue_review if {
	shown("2027-10-31", [initial("2026-01-30"), review("2026-09-07")]) == [
		{0: "2026-09-07"}, {0: "2027-09-07"}, {},
		{0: "the next one is counted from that of 2026-09-07"},
	]
}

test_shown_of_assessments_on_time if {
	shown("2026-10-31", [initial("2026-01-30"), review("2026-09-07")]) == [
		{0: "2026-01-05"}, {0: "2026-02-02"}, {0: "2026-01-30"}, {},
	]
}
