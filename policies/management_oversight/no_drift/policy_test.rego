package audit.management_oversight.no_drift_test

import data.audit.management_oversight.no_drift
import data.lib.testing

supplied := {"assessments.completed_date": true, "assessments.signed_off_date": true}

verdict_with(record, supplies) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := no_drift.applies] with input as record with data.run.as_at as "2026-10-31" with data.run.supplies as supplies
	met := [x | x := no_drift.met] with input as record with data.run.as_at as "2026-10-31" with data.run.supplies as supplies
}

verdict(record) := verdict_with(record, supplied)

# A referral and a plan that have been open since March 2026, and a visit in October.
current := {
	"referrals": [{"referral_id": "R1", "date": "2026-03-02"}],
	"plans": [{"plan_id": "P1", "start_date": "2026-03-02"}],
	"visits": [{"date": "2026-10-20"}],
}

with_details(details) := verdict(object.union(current, details))

assessed(assessment) := with_details({"assessments": [assessment]})

actions(list) := with_details({"plan_actions": list})

test_nothing_has_drifted if verdict(current) == "met"

# 45 working days from Monday 10 August 2026 is Tuesday 13 October, from Thursday 27 August Friday 30 October,
# and from Friday 28 August Monday 2 November.
due(assessment, referred) := with_details({
	"referrals": [{"referral_id": "R1", "date": referred}],
	"assessments": [object.union({"type": "single", "start_date": referred, "referral_id": "R1"}, assessment)],
})

test_an_assessment_past_its_timescale if due({}, "2026-08-10") == "not met"

test_an_assessment_due_the_day_before_as_at if due({}, "2026-08-27") == "not met"

test_an_assessment_not_yet_past_its_timescale if {
	due({}, "2026-08-28") == "met"
	due({}, "2026-09-01") == "met"
}

test_a_finished_assessment if {
	due({"completed_date": "2026-10-30"}, "2026-08-10") == "met"
	due({"completed_date": null, "signed_off_date": "2026-10-31"}, "2026-08-10") == "met"
}

test_an_assessment_finished_after_as_at_is_unfinished if {
	due({"completed_date": "2026-11-01", "signed_off_date": "2026-11-02"}, "2026-08-10") == "not met"
}

test_an_assessment_begun_before_the_period if {
	assessed({"type": "single", "start_date": "2024-03-04"}) == "not met"
}

test_one_unfinished_assessment_among_finished_ones if {
	done := {"type": "single", "start_date": "2026-03-02", "completed_date": "2026-04-01"}
	with_details({"assessments": [done, object.remove(done, ["completed_date"])]}) == "not met"
	with_details({"assessments": [done, done]}) == "met"
}

test_an_assessment_without_type_or_start_is_never_due if {
	assessed({"start_date": "2026-03-02"}) == "met"
	assessed({"type": "family", "start_date": "2026-03-02"}) == "met"
	every blank in [null, ""] {
		assessed({"type": "single", "start_date": blank}) == "met"
	}
}

test_an_assessment_of_a_closed_referral_is_not_looked_at if {
	referrals := [{"referral_id": "R1", "date": "2026-03-02"}, {"referral_id": "R0", "date": "2025-03-03", "close_date": "2025-09-01"}]
	late := {"type": "single", "start_date": "2025-03-03", "referral_id": "R0"}
	with_details({"referrals": referrals, "assessments": [late]}) == "met"
	with_details({"referrals": referrals, "assessments": [object.union(late, {"referral_id": "R1"})]}) == "not met"
}

test_an_assessment_that_names_no_referral_belongs_to_any_open_one if {
	every blank in [null, ""] {
		assessed({"type": "single", "start_date": "2026-03-02", "referral_id": blank}) == "not met"
	}
	with_details({"referrals": [], "assessments": [{"type": "single", "start_date": "2026-03-02"}]}) == "met"
}

test_an_assessment_of_a_referral_that_is_not_in_the_record_is_not_looked_at if {
	assessed({"type": "single", "start_date": "2026-03-02", "referral_id": "R9"}) == "met"
}

test_where_the_export_never_says_when_assessments_end_none_is_looked_at if {
	late := object.union(current, {"assessments": [{"type": "single", "start_date": "2026-03-02"}]})
	verdict_with(late, {}) == "met"
	verdict_with(late, {"assessments.completed_date": true}) == "not met"
	verdict_with(late, {"assessments.signed_off_date": true}) == "not met"
}

# The 28th day before Saturday 31 October 2026 is Saturday 3 October.
test_an_action_overdue_by_exactly_28_days if actions([{"plan_id": "P1", "due_date": "2026-10-03"}]) == "met"

test_an_action_overdue_by_29_days if actions([{"plan_id": "P1", "due_date": "2026-10-02"}]) == "not met"

test_an_action_that_is_done if {
	actions([{"plan_id": "P1", "due_date": "2026-06-01", "done_date": "2026-10-31"}]) == "met"
}

test_an_action_done_after_as_at_is_not_done if {
	actions([{"plan_id": "P1", "due_date": "2026-06-01", "done_date": "2026-11-01"}]) == "not met"
	actions([{"plan_id": "P1", "due_date": "2026-06-01", "done_date": ""}]) == "not met"
}

test_an_action_without_a_due_date_is_never_overdue if {
	every blank in [null, ""] {
		actions([{"plan_id": "P1", "due_date": blank}]) == "met"
	}
}

test_an_action_of_a_plan_that_has_ended_is_not_looked_at if {
	plans := [{"plan_id": "P1", "start_date": "2026-03-02"}, {"plan_id": "P0", "start_date": "2025-03-03", "end_date": "2026-03-02"}]
	with_details({"plans": plans, "plan_actions": [{"plan_id": "P0", "due_date": "2025-06-02"}]}) == "met"
	with_details({"plans": plans, "plan_actions": [{"plan_id": "P1", "due_date": "2025-06-02"}]}) == "not met"
}

test_an_action_that_names_no_plan_belongs_to_any_open_one if {
	every blank in [null, ""] {
		actions([{"plan_id": blank, "due_date": "2026-06-01"}]) == "not met"
	}
	actions([{"due_date": "2026-06-01"}]) == "not met"
	with_details({"plans": [], "plan_actions": [{"due_date": "2026-06-01"}]}) == "met"
}

active(evidence) := verdict(object.union(object.remove(current, ["visits"]), evidence))

test_no_activity if active({}) == "not met"

test_every_kind_of_activity if {
	every entity in ["visits", "meetings", "conferences", "care_reviews", "decisions", "case_notes"] {
		active({entity: [{"date": "2026-10-20"}]}) == "met"
	}
}

test_other_entries_are_no_activity if {
	every entity in ["chronology", "supervision", "contacts", "health"] {
		active({entity: [{"date": "2026-10-20"}]}) == "not met"
	}
}

test_activity_exactly_28_days_before if active({"visits": [{"date": "2026-10-03"}]}) == "met"

test_activity_29_days_before if active({"visits": [{"date": "2026-10-02"}]}) == "not met"

test_activity_on_as_at if active({"visits": [{"date": "2026-10-31"}]}) == "met"

test_activity_after_as_at_is_no_evidence if active({"visits": [{"date": "2026-11-01"}]}) == "not met"

test_activity_without_a_date if {
	every blank in [null, ""] {
		active({"visits": [{"date": blank}], "case_notes": [{}]}) == "not met"
	}
}

late_action := {"plan_actions": [{"plan_id": "P1", "due_date": "2026-06-01"}]}

authorised(date) := verdict(object.union_n([current, late_action, {"decisions": [{"kind": "drift_authorised", "date": date}]}]))

test_an_authorised_delay_excuses_all if {
	authorised("2026-10-20") == "met"
	active({
		"assessments": [{"type": "single", "start_date": "2026-03-02"}],
		"decisions": [{"kind": "drift_authorised", "date": "2026-10-20"}],
	}) == "met"
}

test_authorised_exactly_28_days_before if authorised("2026-10-03") == "met"

test_authorised_29_days_before if authorised("2026-10-02") == "not met"

test_authorised_after_as_at if authorised("2026-11-01") == "not met"

test_another_decision_authorises_nothing if {
	every kind in ["oversight", "direction", "escalation", null] {
		verdict(object.union_n([current, late_action, {"decisions": [{"kind": kind, "date": "2026-10-20"}]}])) == "not met"
	}
}

test_referral_open_exactly_28_days if verdict({"referrals": [{"date": "2026-10-03"}]}) == "not met"

test_referral_open_27_days_is_not_audited if verdict({"referrals": [{"date": "2026-10-04"}]}) == "not audited"

test_plan_open_exactly_28_days if verdict({"plans": [{"start_date": "2026-10-03"}]}) == "not met"

test_plan_open_27_days_is_not_audited if verdict({"plans": [{"start_date": "2026-10-04"}]}) == "not audited"

test_blank_start_is_not_audited if verdict({"plans": [{"start_date": null}], "referrals": [{"date": ""}]}) == "not audited"

test_nothing_open_is_not_audited if {
	verdict({}) == "not audited"
	verdict({"referrals": [{"date": "2026-03-02", "close_date": "2026-10-31"}]}) == "not audited"
	verdict({"plans": [{"start_date": "2026-03-02", "end_date": "2026-10-31"}]}) == "not audited"
	verdict({"referrals": [{"date": "2026-03-02", "no_further_action": true}]}) == "not audited"
}

test_an_end_after_as_at_is_still_open if verdict({"plans": [{"start_date": "2026-03-02", "end_date": "2026-11-01"}]}) == "not met"

test_the_child_has_died if {
	verdict(object.union(current, {"child": {"date_of_death": "2026-10-20"}})) == "not audited"
}

note(record) := words if {
	words := no_drift.note with input as record with data.run.as_at as "2026-10-31" with data.run.supplies as supplied
}

test_the_note_says_what_has_drifted if {
	record := object.union_n([current, late_action, {
		"visits": [{"date": "2026-08-03"}, {"date": "2026-11-02"}],
		"case_notes": [{"date": "2026-07-06"}],
		"assessments": [{"type": "single", "start_date": "2026-03-02"}],
	}])
	note(record) == concat("; ", [
		"the action due on 2026-06-01 is not done",
		"the assessment begun on 2026-03-02 was due on 2026-05-07",
		"the last activity was on 2026-08-03",
	])
}

test_the_note_says_that_nothing_is_recorded if note(object.remove(current, ["visits"])) == "no activity is recorded"
