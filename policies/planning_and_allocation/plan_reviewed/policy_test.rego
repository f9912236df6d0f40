package audit.planning_and_allocation.plan_reviewed_test

import data.audit.planning_and_allocation.plan_reviewed
import data.lib.testing

verdict_of(record) := testing.verdict(applies, met, 0) if {
	applies := plan_reviewed.applies with input as record with data.run.as_at as "2026-10-31"
	met := plan_reviewed.met with input as record with data.run.as_at as "2026-10-31"
}

plan := {"type": "child_in_need", "plan_id": "P1", "start_date": "2026-03-02"}

reviewed(meetings) := verdict_of({"plans": [plan], "meetings": meetings})

planned(details) := verdict_of({"plans": [object.union(plan, details)], "meetings": []})

review(date) := {"type": "child_in_need_review", "plan_id": "P1", "date": date}

# The last 90 days to Saturday 31 October 2026 begin on Sunday 2 August.
test_reviewed_exactly_90_days_before if reviewed([review("2026-08-02")]) == "met"

test_reviewed_91_days_before if reviewed([review("2026-08-01")]) == "not met"

test_reviewed_on_as_at if reviewed([review("2026-10-31")]) == "met"

test_a_review_after_as_at_is_no_evidence if reviewed([review("2026-11-01")]) == "not met"

test_a_review_after_as_at_does_not_hide_an_earlier_one if reviewed([review("2026-11-01"), review("2026-09-07")]) == "met"

test_the_last_of_several_counts if reviewed([review("2026-09-07"), review("2026-05-04")]) == "met"

test_never_reviewed if reviewed([]) == "not met"

test_blank_date_of_review if {
	every blank in [null, ""] {
		reviewed([review(blank)]) == "not met"
	}
}

test_another_kind_of_meeting_does_not_count if {
	every type in ["core_group", "strategy", "care_team", null, ""] {
		reviewed([object.union(review("2026-09-07"), {"type": type})]) == "not met"
	}
}

test_the_review_of_another_plan_does_not_count if {
	every plan_id in ["P2", "p1"] {
		reviewed([object.union(review("2026-09-07"), {"plan_id": plan_id})]) == "not met"
	}
}

test_a_review_that_names_no_plan_counts if {
	every blank in [null, ""] {
		reviewed([object.union(review("2026-09-07"), {"plan_id": blank})]) == "met"
	}
	reviewed([{"type": "child_in_need_review", "date": "2026-09-07"}]) == "met"
}

test_each_plan_has_its_own_reviews if {
	record := {"plans": [plan, object.union(plan, {"plan_id": "P2"})], "meetings": [review("2026-09-07")]}
	plan_reviewed.met == {0} with input as record with data.run.as_at as "2026-10-31"
	plan_reviewed.applies == {0, 1} with input as record with data.run.as_at as "2026-10-31"
}

test_open_exactly_90_days if planned({"start_date": "2026-08-02"}) == "not met"

test_open_89_days_is_not_audited if planned({"start_date": "2026-08-03"}) == "not audited"

test_the_councils_own_limit if {
	sooner := reviewed([review("2026-09-30")]) with data.settings.cin_review_days.values as [{"value": 30}]
	sooner == "not met"
	younger := planned({"start_date": "2026-10-01"}) with data.settings.cin_review_days.values as [{"value": 30}]
	younger == "not met"
}

test_blank_start_is_not_audited if {
	every blank in [null, ""] {
		planned({"start_date": blank}) == "not audited"
	}
	verdict_of({"plans": [{"type": "child_in_need"}]}) == "not audited"
}

test_ended_on_as_at_is_not_audited if planned({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if planned({"end_date": "2026-11-01"}) == "not met"

test_a_plan_of_another_or_no_type_is_not_audited if {
	every type in ["child_protection", "care", "pathway", null, ""] {
		planned({"type": type}) == "not audited"
	}
}

test_the_child_has_died if verdict_of({"child": {"date_of_death": "2026-10-20"}, "plans": [plan]}) == "not audited"

test_a_death_after_as_at_has_not_happened if {
	verdict_of({"child": {"date_of_death": "2026-11-01"}, "plans": [plan]}) == "not met"
}

# Ninety days before 29 May 2028 is 29 February.
test_over_a_leap_day if {
	record := {"plans": [plan], "meetings": [review("2028-02-29")]}
	0 in plan_reviewed.met with input as record with data.run.as_at as "2028-05-29"
	not 0 in plan_reviewed.met with input as record with data.run.as_at as "2028-05-30"
}

note(meetings) := words if {
	words := plan_reviewed.note with input as {"plans": [plan], "meetings": meetings} with data.run.as_at as "2026-10-31"
}

test_the_note_says_when_the_last_one_was if {
	note([review("2026-05-04"), review("2026-06-01"), review("2026-11-02")]) == {0: "the last one was on 2026-06-01"}
}

test_no_note_without_any if note([]) == {}
