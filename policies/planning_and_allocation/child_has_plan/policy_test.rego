package audit.planning_and_allocation.child_has_plan_test

import data.audit.planning_and_allocation.child_has_plan
import data.lib.testing

verdict_on(as_at, record) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := child_has_plan.applies] with input as record with data.run.as_at as as_at
	met := [x | x := child_has_plan.met] with input as record with data.run.as_at as as_at
}

verdict(record) := verdict_on("2026-10-31", record)

# An open referral of Monday 2 February 2026 and its assessment, completed on Wednesday 11 March. Ten working days later
# is Wednesday 25 March.
referral := {"referral_id": "R1", "date": "2026-02-02"}

assessment := {"referral_id": "R1", "completed_date": "2026-03-11"}

planned(plans) := verdict({"referrals": [referral], "assessments": [assessment], "plans": plans})

referred(details) := verdict({"referrals": [object.union(referral, details)], "assessments": [assessment]})

assessed(details) := verdict({"referrals": [referral], "assessments": [object.union(assessment, details)]})

test_no_plan if planned([]) == "not met"

test_an_open_plan_of_any_type if {
	every type in ["child_in_need", "child_protection", "care", "pathway", null, ""] {
		planned([{"type": type, "start_date": "2026-03-20"}]) == "met"
	}
	planned([{"start_date": "2026-03-20"}]) == "met"
}

test_when_the_plan_began_does_not_matter if {
	planned([{"type": "child_in_need", "start_date": "2024-03-04"}]) == "met"
	planned([{"type": "child_in_need", "start_date": "2026-10-31"}]) == "met"
}

test_a_plan_without_a_start_counts_as_begun if {
	every blank in [null, ""] {
		planned([{"type": "child_in_need", "start_date": blank}]) == "met"
	}
	planned([{"type": "child_in_need"}]) == "met"
}

test_a_plan_that_begins_after_as_at if planned([{"type": "child_in_need", "start_date": "2026-11-02"}]) == "not met"

test_a_plan_that_has_ended if {
	planned([{"type": "child_in_need", "start_date": "2026-03-20", "end_date": "2026-10-31"}]) == "not met"
	planned([{"type": "child_in_need", "start_date": "2026-03-20", "end_date": "2026-11-01"}]) == "met"
}

test_one_open_plan_of_several_is_enough if {
	planned([{"type": "child_in_need", "start_date": "2026-03-20", "end_date": "2026-06-01"}, {"type": "care", "start_date": "2026-06-01"}]) == "met"
}

# More than ten working days: the plan may still be made on the tenth.
test_on_the_tenth_working_day if {
	verdict_on("2026-03-25", {"referrals": [referral], "assessments": [assessment]}) == "not audited"
}

test_the_day_after_the_tenth_working_day if {
	verdict_on("2026-03-26", {"referrals": [referral], "assessments": [assessment]}) == "not met"
}

test_a_plan_made_early_is_not_audited_before_then if {
	record := {"referrals": [referral], "assessments": [assessment], "plans": [{"type": "child_in_need", "start_date": "2026-03-12"}]}
	verdict_on("2026-03-25", record) == "not audited"
	verdict_on("2026-03-26", record) == "met"
}

completed(as_at, date) := verdict_on(as_at, {"referrals": [referral], "assessments": [{"completed_date": date}]})

# Good Friday 3 April and Easter Monday 6 April 2026: from Wednesday 25 March to Friday 10 April.
test_over_easter if {
	completed("2026-04-10", "2026-03-25") == "not audited"
	completed("2026-04-11", "2026-03-25") == "not met"
}

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day: from Wednesday 16 December to Monday 4 January.
test_over_christmas if {
	completed("2027-01-04", "2026-12-16") == "not audited"
	completed("2027-01-05", "2026-12-16") == "not met"
}

test_the_councils_own_limit if {
	verdict := completed("2026-03-26", "2026-03-11") with data.settings.plan_after_assessment_wd.values as [{"value": 11}]
	verdict == "not audited"
}

test_an_old_assessment_of_an_open_referral if assessed({"completed_date": "2024-03-11"}) == "not met"

test_not_completed if {
	every blank in [null, "", "2026-11-02"] {
		assessed({"completed_date": blank}) == "not audited"
	}
	verdict({"referrals": [referral], "assessments": [{"referral_id": "R1", "signed_off_date": "2026-03-11"}]}) == "not audited"
}

test_no_assessment if verdict({"referrals": [referral]}) == "not audited"

test_outcome_no_further_action if assessed({"no_further_action": true}) == "not audited"

test_blank_outcome_is_not_no_further_action if {
	every answer in [false, null, ""] {
		assessed({"no_further_action": answer}) == "not met"
	}
}

test_one_assessment_of_several_is_enough if {
	ended := {"referral_id": "R1", "completed_date": "2026-03-04", "no_further_action": true}
	verdict({"referrals": [referral], "assessments": [ended, assessment]}) == "not met"
}

test_the_assessment_of_another_referral if {
	assessed({"referral_id": "R2"}) == "not audited"
	assessed({"referral_id": "r1"}) == "not audited"
}

test_an_assessment_that_names_no_referral_is_of_any if {
	every blank in [null, ""] {
		assessed({"referral_id": blank}) == "not met"
	}
	verdict({"referrals": [{"date": "2026-02-02"}], "assessments": [{"completed_date": "2026-03-11"}]}) == "not met"
}

test_an_assessment_that_names_one_is_not_of_a_referral_without_an_id if {
	every blank in [null, ""] {
		referred({"referral_id": blank}) == "not audited"
	}
}

test_the_referral_has_closed if {
	referred({"close_date": "2026-10-31"}) == "not audited"
	referred({"close_date": "2026-11-01"}) == "not met"
}

test_the_assessments_own_referral_has_closed_and_another_is_open if {
	referrals := [object.union(referral, {"close_date": "2026-06-01"}), {"referral_id": "R2", "date": "2026-09-01"}]
	verdict({"referrals": referrals, "assessments": [assessment]}) == "not audited"
	verdict({"referrals": referrals, "assessments": [{"completed_date": "2026-03-11"}]}) == "not met"
}

test_the_referral_has_not_begun if referred({"date": "2026-11-02"}) == "not audited"

test_a_referral_without_a_date_counts_as_begun if {
	every blank in [null, ""] {
		referred({"date": blank}) == "not met"
	}
}

test_a_referral_that_needed_no_further_action if referred({"no_further_action": true}) == "not audited"

test_no_referral if verdict({"assessments": [assessment], "plans": []}) == "not audited"

died(date) := verdict({"child": {"date_of_death": date}, "referrals": [referral], "assessments": [assessment]})

test_the_child_has_died if died("2026-10-20") == "not audited"

test_a_death_after_as_at_has_not_happened if died("2026-11-01") == "not met"

note(assessments, plans) := words if {
	record := {"referrals": [referral], "assessments": assessments, "plans": plans}
	words := child_has_plan.note with input as record with data.run.as_at as "2026-10-31"
}

test_the_note_says_when_the_last_assessment_was_completed if {
	later := {"referral_id": "R1", "completed_date": "2026-06-01"}
	note([assessment, later], []) == "the assessment was completed on 2026-06-01"
}

test_the_note_names_the_last_plan if {
	plans := [
		{"type": "child_protection", "end_date": "2026-08-03"},
		{"type": "child_in_need", "end_date": "2026-06-01"},
		{"type": "care", "end_date": "2026-11-02"},
	]
	words := "the assessment was completed on 2026-03-11; the last plan, child protection, ended on 2026-08-03"
	note([assessment], plans) == words
}

test_the_note_names_a_plan_without_a_type if {
	every blank in [null, ""] {
		words := "the assessment was completed on 2026-03-11; the last plan, of no type, ended on 2026-06-01"
		note([assessment], [{"type": blank, "end_date": "2026-06-01"}]) == words
	}
}
