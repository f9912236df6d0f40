package audit.assessment.leads_to_plan_test

import data.audit.assessment.leads_to_plan
import data.lib.testing

verdict_on(assessment, plans, as_at) := testing.verdict(applies, met, 0) if {
	record := {"assessments": [assessment], "plans": plans}
	applies := leads_to_plan.applies with input as record with data.run.as_at as as_at
	met := leads_to_plan.met with input as record with data.run.as_at as as_at
}

# A core assessment from Monday 2 February to Wednesday 11 March 2026; ten working days later is Wednesday 25 March.
march := {"type": "core", "start_date": "2026-02-02", "completed_date": "2026-03-11"}

verdict(recorded, plans) := verdict_on(object.union(march, recorded), plans, "2026-10-31")

begun(date) := verdict({}, [{"plan_id": "P1", "start_date": date}])

test_plan_begun_on_the_deadline if begun("2026-03-25") == "met"

test_plan_begun_a_day_late if begun("2026-03-26") == "not met"

test_plan_begun_on_the_day_of_completion if begun("2026-03-11") == "met"

test_plan_begun_on_the_first_day_of_the_assessment if begun("2026-02-02") == "met"

test_plan_begun_the_day_before_the_assessment if begun("2026-02-01") == "not met"

test_no_plan if verdict({}, []) == "not met"

test_plan_without_a_start_date if {
	every blank in [null, ""] {
		begun(blank) == "not met"
	}
}

test_assessment_without_a_start_date if {
	every blank in [null, ""] {
		verdict({"start_date": blank}, [{"plan_id": "P1", "start_date": "2026-03-12"}]) == "not met"
	}
}

test_an_older_plan_does_not_hide_a_new_one if {
	verdict({}, [{"start_date": "2025-01-06"}, {"start_date": "2026-03-20"}, {"start_date": "2026-09-01"}]) == "met"
}

test_names_a_plan_in_the_record if verdict({"plan_id": "P1"}, [{"plan_id": "P1", "start_date": "2025-01-06"}]) == "met"

test_names_a_plan_that_has_ended if {
	verdict({"plan_id": "P1"}, [{"plan_id": "P1", "start_date": "2024-01-08", "end_date": "2025-01-06"}]) == "met"
}

test_names_a_plan_of_another_record if verdict({"plan_id": "P9"}, [{"plan_id": "P1"}]) == "not met"

test_ids_keep_their_case if verdict({"plan_id": "p1"}, [{"plan_id": "P1"}]) == "not met"

test_two_blank_ids_are_not_one_plan if {
	every blank in [null, ""] {
		verdict({"plan_id": blank}, [{"plan_id": blank}]) == "not met"
	}
}

test_single_assessment_is_audited if verdict({"type": "single"}, []) == "not met"

test_initial_and_pre_birth_assessments_are_not_audited if {
	every type in ["initial", "pre_birth", null] {
		verdict({"type": type, "plan_id": "P1"}, [{"plan_id": "P1"}]) == "not audited"
	}
}

test_no_further_action_is_not_audited if verdict({"no_further_action": true}, []) == "not audited"

test_blank_no_further_action_is_audited if verdict({"no_further_action": null}, []) == "not met"

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if {
	record := {"assessments": [object.union(march, {"completed_date": "2026-12-16"})]}
	leads_to_plan.due == {0: "2027-01-04"} with input as record with data.run.as_at as "2027-01-31"
}

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if {
	record := {"assessments": [object.union(march, {"completed_date": "2026-03-25"})]}
	leads_to_plan.due == {0: "2026-04-10"} with input as record with data.run.as_at as "2026-10-31"
}

test_no_plan_on_the_day_it_is_due_is_not_audited if verdict_on(march, [], "2026-03-25") == "not audited"

test_no_plan_the_day_after_it_was_due if verdict_on(march, [], "2026-03-26") == "not met"

test_plan_begun_before_it_is_due_is_judged_at_once if verdict_on(march, [{"start_date": "2026-03-12"}], "2026-03-12") == "met"

test_plan_named_before_it_is_due_is_judged_at_once if {
	verdict_on(object.union(march, {"plan_id": "P1"}), [{"plan_id": "P1"}], "2026-03-12") == "met"
}

test_plan_begun_after_as_at_has_not_begun if {
	verdict_on(march, [{"start_date": "2026-03-13"}], "2026-03-12") == "not audited"
	verdict_on(march, [{"start_date": "2026-03-27"}], "2026-03-26") == "not met"
}

test_a_council_may_allow_longer if {
	verdict := begun("2026-03-26") with data.settings.plan_after_assessment_wd.values as [{"value": 11}]
	verdict == "met"
}

test_completed_on_the_first_day_of_the_period if verdict_on(march, [], "2027-03-10") == "not met"

test_completed_before_the_period_is_not_audited if verdict_on(march, [], "2027-03-11") == "not audited"

test_completed_after_as_at_is_not_audited if verdict({"completed_date": "2026-11-01"}, []) == "not audited"

test_not_completed_is_not_audited if verdict({"completed_date": null}, [{"start_date": "2026-03-12"}]) == "not audited"

# The day that the report counts to: of a late plan, but not of one begun early or named.
done(recorded, plans) := days if {
	record := {"assessments": [object.union(march, recorded)], "plans": plans}
	days := leads_to_plan.done with input as record with data.run.as_at as "2026-10-31"
}

test_report_gives_the_day_of_a_late_plan if done({}, [{"start_date": "2026-04-01"}]) == {0: "2026-04-01"}

test_report_does_not_call_a_plan_begun_during_the_assessment_early if done({}, [{"start_date": "2026-02-09"}]) == {}

test_report_does_not_call_a_plan_named_late if {
	done({"plan_id": "P1"}, [{"plan_id": "P1", "start_date": "2026-04-01"}]) == {}
}
