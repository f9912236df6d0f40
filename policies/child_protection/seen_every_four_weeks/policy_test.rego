package audit.child_protection.seen_every_four_weeks_test

import data.audit.child_protection.seen_every_four_weeks
import data.lib.testing

verdict_of(record) := testing.verdict(applies, met, 0) if {
	applies := seen_every_four_weeks.applies with input as record with data.run.as_at as "2026-10-31"
	met := seen_every_four_weeks.met with input as record with data.run.as_at as "2026-10-31"
}

plan := {"type": "child_protection", "start_date": "2026-03-02"}

visited(visits) := verdict_of({"plans": [plan], "visits": visits})

planned(details) := verdict_of({"plans": [object.union(plan, details)], "visits": []})

visit(date) := {"type": "child_protection", "date": date, "child_seen": true}

# The last 28 days to Saturday 31 October 2026 begin on Saturday 3 October.
test_seen_exactly_28_days_before if visited([visit("2026-10-03")]) == "met"

test_seen_29_days_before if visited([visit("2026-10-02")]) == "not met"

test_seen_on_as_at if visited([visit("2026-10-31")]) == "met"

test_a_visit_after_as_at_is_no_evidence if visited([visit("2026-11-01")]) == "not met"

test_a_visit_after_as_at_does_not_hide_an_earlier_one if visited([visit("2026-11-01"), visit("2026-10-20")]) == "met"

test_the_last_of_several_counts if visited([visit("2026-10-20"), visit("2026-04-01")]) == "met"

test_never_visited if visited([]) == "not met"

test_child_not_seen if {
	every seen in [false, null, ""] {
		visited([object.union(visit("2026-10-20"), {"child_seen": seen})]) == "not met"
	}
}

test_a_later_visit_without_the_child_does_not_undo_it if {
	visited([visit("2026-10-20"), {"type": "child_protection", "date": "2026-10-28", "child_seen": false}]) == "met"
}

test_another_type_of_visit_does_not_count if {
	every type in ["child_in_need", "care", "other", null] {
		visited([object.union(visit("2026-10-20"), {"type": type})]) == "not met"
	}
}

test_blank_date_of_visit if {
	every blank in [null, ""] {
		visited([visit(blank)]) == "not met"
	}
}

test_open_exactly_28_days if planned({"start_date": "2026-10-03"}) == "not met"

test_open_27_days_is_not_audited if planned({"start_date": "2026-10-04"}) == "not audited"

test_blank_start_is_not_audited if planned({"start_date": null}) == "not audited"

test_ended_on_as_at_is_not_audited if planned({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if planned({"end_date": "2026-11-01"}) == "not met"

test_a_plan_of_another_type_is_not_audited if planned({"type": "child_in_need"}) == "not audited"

test_blank_type_is_not_audited if planned({"type": null}) == "not audited"

test_the_child_has_died if verdict_of({"child": {"date_of_death": "2026-10-20"}, "plans": [plan]}) == "not audited"

test_a_death_after_as_at_has_not_happened if {
	verdict_of({"child": {"date_of_death": "2026-11-01"}, "plans": [plan]}) == "not met"
}

# Twenty-eight days before 28 March 2028 is 29 February.
test_over_a_leap_day if {
	record := {"plans": [plan], "visits": [visit("2028-02-29")]}
	0 in seen_every_four_weeks.met with input as record with data.run.as_at as "2028-03-28"
	not 0 in seen_every_four_weeks.met with input as record with data.run.as_at as "2028-03-29"
}

test_the_note_says_when_the_last_one_was if {
	visits := [visit("2026-08-03"), visit("2026-09-07"), visit("2026-11-02"), {"type": "other", "date": "2026-10-20", "child_seen": true}]
	note := seen_every_four_weeks.note with input as {"plans": [plan], "visits": visits} with data.run.as_at as "2026-10-31"
	note == {0: "the last one was on 2026-09-07"}
}

test_no_note_without_any if {
	note := seen_every_four_weeks.note with input as {"plans": [plan], "visits": []} with data.run.as_at as "2026-10-31"
	note == {}
}
