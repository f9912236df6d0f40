package audit.children_in_care.private_fostering_test

import data.audit.children_in_care.private_fostering
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := private_fostering.applies with input as record with data.run.as_at as as_at
	met := private_fostering.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

# Private fostering notified on Monday 12 January 2026: 42 working days later is Wednesday 11 March.
arrangement(details) := object.union({"notified_date": "2026-01-12", "assessed_date": "2026-03-11"}, details)

visits(days) := [{"type": "private_fostering", "date": day} | some day in days]

lately := visits(["2026-10-05"])

assessed(details) := verdict_of({"private_fostering": [arrangement(details)], "visits": lately})

visited_by(as_at, days) := verdict_on(as_at, {"private_fostering": [arrangement({})], "visits": visits(days)})

visited(days) := visited_by("2026-10-31", days)

test_assessed_on_the_deadline if assessed({}) == "met"

test_assessed_a_day_late if assessed({"assessed_date": "2026-03-12"}) == "not met"

test_assessed_before_the_notice_is_met if assessed({"assessed_date": "2026-01-05"}) == "met"

test_never_assessed if {
	every blank in [null, ""] {
		assessed({"assessed_date": blank}) == "not met"
	}
	verdict_of({"private_fostering": [{"notified_date": "2026-01-12"}], "visits": lately}) == "not met"
}

test_assessed_after_as_at_reads_as_blank if assessed({"assessed_date": "2026-11-02"}) == "not met"

# Notified on Wednesday 2 September: assessed by 30 October. On the 1st: by the 29th. On the 3rd: by 2 November.
test_assessment_due_the_day_before_as_at if assessed({"notified_date": "2026-09-02", "assessed_date": null}) == "not met"

test_assessment_due_on_as_at if {
	record := {"private_fostering": [{"notified_date": "2026-09-02"}], "visits": lately}
	verdict_on("2026-10-30", record) == "not audited"
}

test_assessment_not_due_yet if {
	assessed({"notified_date": "2026-09-03", "assessed_date": null}) == "not audited"
	assessed({"notified_date": "2026-09-03", "assessed_date": "2026-11-02"}) == "not audited"
	assessed({"notified_date": "2026-09-03", "assessed_date": "2026-10-19"}) == "met"
}

due_after(notified) := day if {
	day := private_fostering.due[0] with input as {"private_fostering": [{"notified_date": notified}]}
		with data.run.as_at as "2027-03-31"
}

# Good Friday 3 April, Easter Monday 6 April and 4 May 2026 are bank holidays; 25 and 28 December and 1 January too.
test_over_easter_and_christmas if {
	due_after("2026-03-09") == "2026-05-11"
	due_after("2026-11-02") == "2027-01-04"
}

# The 42 days to 31 October begin on 19 September.
test_visited_exactly_42_days_before if visited(["2026-09-19"]) == "met"

test_visited_43_days_before if visited(["2026-09-18"]) == "not met"

test_visited_on_as_at if visited(["2026-10-31"]) == "met"

test_a_visit_after_as_at_is_no_evidence if visited(["2026-11-01"]) == "not met"

test_the_last_visit_counts if visited(["2026-10-05", "2026-02-02"]) == "met"

test_never_visited if {
	visited([]) == "not met"
	verdict_of({"private_fostering": [arrangement({})]}) == "not met"
}

test_another_type_of_visit_does_not_count if {
	every type in ["care", "child_in_need", "child_protection", "other", "", null] {
		verdict_of({"private_fostering": [arrangement({})], "visits": [{"type": type, "date": "2026-10-05"}]}) == "not met"
	}
}

test_a_visit_without_a_date if {
	every blank in [null, ""] {
		visited([blank]) == "not met"
	}
}

# The first anniversary is 12 January 2027; the 84 days to it begin on 20 October 2026, the 42 to the 11th on 30 November.
test_42_days_until_the_first_anniversary if {
	visited_by("2027-01-11", ["2026-11-30"]) == "met"
	visited_by("2027-01-11", ["2026-11-29"]) == "not met"
}

test_84_days_from_the_first_anniversary if {
	visited_by("2027-01-12", ["2026-10-20"]) == "met"
	visited_by("2027-01-12", ["2026-10-19"]) == "not met"
	visited_by("2027-01-12", []) == "not met"
}

# Notified on 29 February 2028: the anniversary is 28 February 2029.
test_anniversary_of_a_leap_day if {
	record := {"private_fostering": [{"notified_date": "2028-02-29", "assessed_date": "2028-03-06"}], "visits": visits(["2028-12-11"])}
	verdict_on("2029-02-27", record) == "not met"
	verdict_on("2029-02-28", record) == "met"
}

# Notified on 19 September: the first visit is due on 31 October. On the 18th: on the 30th.
recent(notified, days) := verdict_of({
	"private_fostering": [{"notified_date": notified, "assessed_date": "2026-10-19"}],
	"visits": visits(days),
})

test_first_visit_due_on_as_at_is_not_audited if recent("2026-09-19", []) == "not audited"

test_first_visit_overdue if recent("2026-09-18", []) == "not met"

test_first_visit_made if recent("2026-09-19", ["2026-09-21"]) == "met"

test_a_visit_just_before_the_notice_counts if recent("2026-09-25", ["2026-09-24"]) == "met"

test_an_old_visit_before_the_notice_leaves_time_for_the_first if recent("2026-09-25", ["2026-09-01"]) == "not audited"

test_a_visit_overdue_is_not_met_before_the_assessment_is_due if {
	verdict_of({"private_fostering": [{"notified_date": "2026-09-10"}], "visits": []}) == "not met"
}

test_an_assessment_late_is_not_met_before_a_visit_is_due if {
	record := {"private_fostering": [{"notified_date": "2026-09-19", "assessed_date": null}], "visits": []}
	verdict_of(record) == "not met" with data.timescales.private_fostering_assessment.values as [{"value": 5}]
}

test_ended_on_as_at if assessed({"end_date": "2026-10-31", "assessed_date": null}) == "not audited"

test_an_end_after_as_at_is_still_open if assessed({"end_date": "2026-11-01", "assessed_date": null}) == "not met"

test_notified_after_as_at if assessed({"notified_date": "2026-11-01"}) == "not audited"

test_nobody_wrote_when_it_was_notified if {
	every blank in [null, ""] {
		assessed({"notified_date": blank}) == "not audited"
	}
	verdict_of({"private_fostering": [{"assessed_date": "2026-03-11"}], "visits": []}) == "not audited"
}

test_a_blank_notice_is_said if {
	rows := [arrangement({"notified_date": null}), arrangement({}), {"end_date": "2026-05-01"}, arrangement({"notified_date": "2026-11-02"})]
	doubt := private_fostering.doubt with input as {"private_fostering": rows} with data.run.as_at as "2026-10-31"
	doubt == {0: {"nobody wrote when the open private fostering was notified, so its deadlines are not known"}}
}

test_the_child_has_died if {
	every day, verdict in {"2026-10-20": "not audited", "2026-11-01": "not met"} {
		verdict_of({"child": {"date_of_death": day}, "private_fostering": [arrangement({})]}) == verdict
	}
}

test_each_arrangement_counts if {
	rows := [arrangement({"end_date": "2026-05-01"}), arrangement({}), arrangement({"assessed_date": null})]
	record := {"private_fostering": rows, "visits": lately}
	private_fostering.applies == {1, 2} with input as record with data.run.as_at as "2026-10-31"
	private_fostering.met == {1} with input as record with data.run.as_at as "2026-10-31"
}

# What the report shows: start, due, done and note.
shown(details, days) := [start, due, done, note] if {
	record := {"private_fostering": [arrangement(details)], "visits": visits(days)}
	start := private_fostering.start with input as record with data.run.as_at as "2026-10-31"
	due := private_fostering.due with input as record with data.run.as_at as "2026-10-31"
	done := private_fostering.done with input as record with data.run.as_at as "2026-10-31"
	note := private_fostering.note with input as record with data.run.as_at as "2026-10-31"
}

test_shown_of_a_late_assessment if {
	shown({"assessed_date": "2026-03-12"}, ["2026-10-05"]) == [
		{0: "2026-01-12"}, {0: "2026-03-11"}, {0: "2026-03-12"},
		{0: "the assessment is due within 42 working days"},
	]
}

test_shown_of_a_missed_visit if {
	shown({}, ["2026-07-06", "2026-03-02"]) == [
		{0: "2026-07-06"}, {0: "2026-08-17"}, {},
		{0: "no visit in the 42 days to 2026-10-31"},
	]
}

test_shown_without_any_visit if shown({}, [])[0] == {0: "2026-01-12"}

test_shown_of_both if {
	shown({"assessed_date": null}, [])[1] == {0: "2026-03-11"}
	shown({"assessed_date": null}, [])[3] == {0: "no visit in the 42 days to 2026-10-31; the assessment is due within 42 working days"}
}
