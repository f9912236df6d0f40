package audit.quality_assurance.feedback_acted_on_test

import data.audit.quality_assurance.feedback_acted_on
import data.lib.testing

verdict(record) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := feedback_acted_on.applies] with input as record with data.run.as_at as "2026-10-31"
	met := [x | x := feedback_acted_on.met] with input as record with data.run.as_at as "2026-10-31"
}

# A referral closed in June 2026, with this feedback.
given(feedback) := verdict({"referrals": [{"date": "2026-03-02", "close_date": "2026-06-08"}], "feedback": feedback})

satisfied(date) := {"date": date, "satisfied": true}

dissatisfied(details) := object.union({"date": "2026-06-01", "satisfied": false}, details)

test_satisfied if given([satisfied("2026-06-01")]) == "met"

test_no_feedback if {
	given([]) == "not met"
	verdict({"plans": [{"end_date": "2026-06-08"}]}) == "not met"
}

test_dissatisfied_and_acted_on if given([dissatisfied({"acted_on_date": "2026-07-01"})]) == "met"

test_dissatisfied_and_not_acted_on if {
	given([dissatisfied({})]) == "not met"
	every blank in [null, ""] {
		given([dissatisfied({"acted_on_date": blank})]) == "not met"
	}
}

test_acted_on_on_as_at if given([dissatisfied({"acted_on_date": "2026-10-31"})]) == "met"

test_acted_on_after_as_at_reads_as_blank if given([dissatisfied({"acted_on_date": "2026-11-01"})]) == "not met"

test_every_dissatisfied_one_must_be_acted_on if {
	acted_on := dissatisfied({"acted_on_date": "2026-07-01"})
	given([acted_on, dissatisfied({}), satisfied("2026-06-01")]) == "not met"
	given([acted_on, acted_on, satisfied("2026-06-01")]) == "met"
}

test_a_blank_answer_is_not_dissatisfied if {
	every blank in [null, ""] {
		given([{"date": "2026-06-01", "satisfied": blank}]) == "met"
	}
	given([{"date": "2026-06-01"}]) == "met"
}

test_feedback_from_anybody if {
	every source in ["child", "parent", "carer", "other", null] {
		given([object.union(satisfied("2026-06-01"), {"source": source})]) == "met"
	}
}

test_feedback_on_the_first_day_of_the_period if given([satisfied("2025-11-01")]) == "met"

test_feedback_before_the_period if given([satisfied("2025-10-31")]) == "not met"

test_feedback_on_as_at if given([satisfied("2026-10-31")]) == "met"

test_feedback_after_as_at if given([satisfied("2026-11-01")]) == "not met"

test_feedback_without_a_date if {
	every blank in [null, ""] {
		given([satisfied(blank)]) == "not met"
	}
	given([{"satisfied": true}]) == "not met"
}

test_dissatisfaction_before_the_period_is_not_looked_at if {
	given([dissatisfied({"date": "2025-10-31"}), satisfied("2026-06-01")]) == "met"
}

closed(referral) := verdict({"referrals": [referral]})

ended(date) := verdict({"plans": [{"type": "care", "end_date": date}]})

test_closed_on_the_first_day_of_the_period if closed({"close_date": "2025-11-01"}) == "not met"

test_closed_before_the_period_is_not_audited if closed({"close_date": "2025-10-31"}) == "not audited"

test_closed_on_as_at if closed({"close_date": "2026-10-31"}) == "not met"

test_closes_after_as_at_is_not_audited if closed({"close_date": "2026-11-01"}) == "not audited"

test_still_open_is_not_audited if {
	closed({"date": "2026-03-02"}) == "not audited"
	every blank in [null, ""] {
		closed({"close_date": blank}) == "not audited"
		ended(blank) == "not audited"
	}
}

test_no_further_action_is_not_audited if closed({"close_date": "2026-06-08", "no_further_action": true}) == "not audited"

test_blank_no_further_action_is_audited if closed({"close_date": "2026-06-08", "no_further_action": null}) == "not met"

test_plan_ended_on_the_first_day_of_the_period if ended("2025-11-01") == "not met"

test_plan_ended_before_the_period_is_not_audited if ended("2025-10-31") == "not audited"

test_plan_ended_on_as_at if ended("2026-10-31") == "not met"

test_plan_that_ends_after_as_at_is_not_audited if ended("2026-11-01") == "not audited"

test_neither_referral_nor_plan_is_not_audited if verdict({"feedback": [satisfied("2026-06-01")]}) == "not audited"

note(feedback) := words if {
	words := [x | x := feedback_acted_on.note] with input.feedback as feedback with data.run.as_at as "2026-10-31"
}

test_the_note_says_that_there_is_none if note([satisfied("2025-10-31")]) == ["no feedback is dated in the period"]

test_the_note_says_what_was_not_acted_on if {
	feedback := [dissatisfied({}), dissatisfied({"date": "2026-05-04"}), dissatisfied({"date": "2026-04-06", "acted_on_date": "2026-04-20"})]
	note(feedback) == ["not acted on: the feedback of 2026-05-04 and 2026-06-01"]
}

test_no_note_where_all_is_well if note([satisfied("2026-06-01")]) == []
