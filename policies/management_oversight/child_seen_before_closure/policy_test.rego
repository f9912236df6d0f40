package audit.management_oversight.child_seen_before_closure_test

import data.audit.management_oversight.child_seen_before_closure
import data.lib.testing

verdict(record) := testing.verdict(applies, met, 0) if {
	applies := child_seen_before_closure.applies with input as record with data.run.as_at as "2026-10-31"
	met := child_seen_before_closure.met with input as record with data.run.as_at as "2026-10-31"
}

# A referral of Monday 2 March 2026 that was closed on Thursday 30 April.
referral := {"referral_id": "R1", "date": "2026-03-02", "close_date": "2026-04-30"}

closed(details) := verdict({"referrals": [object.union(referral, details)]})

visited(visit) := verdict({"referrals": [referral], "visits": [visit]})

assessed(assessment) := verdict({"referrals": [referral], "assessments": [assessment]})

test_nobody_saw_the_child if closed({}) == "not met"

test_seen_at_closure if closed({"closure_child_seen_date": "2026-04-28"}) == "met"

test_seen_on_the_day_of_the_referral if closed({"closure_child_seen_date": "2026-03-02"}) == "met"

test_seen_the_day_before_the_referral if closed({"closure_child_seen_date": "2026-03-01"}) == "not met"

test_seen_on_the_day_it_closed if closed({"closure_child_seen_date": "2026-04-30"}) == "met"

test_seen_the_day_after_it_closed if closed({"closure_child_seen_date": "2026-05-01"}) == "not met"

test_blank if {
	every blank in [null, ""] {
		closed({"closure_child_seen_date": blank}) == "not met"
	}
}

test_seen_at_a_visit if visited({"type": "child_in_need", "date": "2026-03-20", "child_seen": true}) == "met"

test_any_type_of_visit_counts if visited({"date": "2026-03-20", "child_seen": true}) == "met"

test_not_seen_at_the_visit if {
	every answer in [false, null, ""] {
		visited({"date": "2026-03-20", "child_seen": answer}) == "not met"
	}
}

test_a_visit_without_a_date if visited({"child_seen": true}) == "not met"

test_a_visit_before_the_referral if visited({"date": "2026-03-01", "child_seen": true}) == "not met"

test_a_visit_after_it_closed if visited({"date": "2026-05-01", "child_seen": true}) == "not met"

test_assessed_with_a_date if assessed({"referral_id": "R1", "child_seen_date": "2026-03-20"}) == "met"

test_assessed_with_a_date_before_the_referral if assessed({"child_seen_date": "2026-02-27"}) == "not met"

test_the_date_goes_before_the_yes if {
	assessed({"child_seen": true, "child_seen_date": "2026-02-27", "completed_date": "2026-03-31"}) == "not met"
}

test_a_yes_is_dated_by_completion if {
	assessed({"child_seen": true, "start_date": "2026-02-27", "completed_date": "2026-03-31"}) == "met"
	assessed({"child_seen": true, "start_date": "2026-03-09", "completed_date": "2026-05-01"}) == "not met"
}

test_a_yes_of_an_unfinished_assessment_is_dated_by_its_start if {
	assessed({"child_seen": true, "start_date": "2026-03-09"}) == "met"
	assessed({"child_seen": true, "start_date": "2026-02-27"}) == "not met"
	assessed({"child_seen": true, "start_date": "2026-03-09", "completed_date": null}) == "met"
}

test_dates_after_as_at_read_as_blank if {
	assessed({"child_seen": true, "start_date": "2026-03-09", "completed_date": "2026-11-02"}) == "met"
	assessed({"child_seen": true, "child_seen_date": "2026-11-02", "completed_date": "2026-03-31"}) == "met"
}

test_a_yes_without_any_date if assessed({"child_seen": true}) == "not met"

test_an_assessment_that_did_not_see_the_child if {
	every answer in [false, null, ""] {
		assessed({"child_seen": answer, "start_date": "2026-03-09", "completed_date": "2026-03-31"}) == "not met"
	}
}

test_the_assessment_of_another_referral_does_not_count if {
	assessed({"referral_id": "R2", "child_seen_date": "2026-03-20"}) == "not met"
}

test_an_assessment_that_names_no_referral_counts if {
	every blank in [null, ""] {
		assessed({"referral_id": blank, "child_seen_date": "2026-03-20"}) == "met"
	}
	assessed({"child_seen_date": "2026-03-20"}) == "met"
}

test_an_assessment_that_names_one_does_not_count_for_a_referral_without_an_id if {
	every details in [{}, {"referral_id": null}, {"referral_id": ""}] {
		verdict({
			"referrals": [object.union({"date": "2026-03-02", "close_date": "2026-04-30"}, details)],
			"assessments": [{"referral_id": "R1", "child_seen_date": "2026-03-20"}],
		}) == "not met"
	}
}

test_a_referral_without_a_date if closed({"date": null, "closure_child_seen_date": "2026-04-28"}) == "not met"

test_no_further_action_is_not_audited if closed({"no_further_action": true}) == "not audited"

test_further_action_or_blank_is_audited if {
	every answer in [false, null, ""] {
		closed({"no_further_action": answer}) == "not met"
	}
}

test_an_open_referral_is_not_audited if {
	every blank in [null, ""] {
		closed({"close_date": blank}) == "not audited"
	}
}

test_closed_on_the_first_day_of_the_period if closed({"date": "2025-06-02", "close_date": "2025-11-01"}) == "not met"

test_closed_before_the_period if closed({"date": "2025-06-02", "close_date": "2025-10-31"}) == "not audited"

test_closed_on_as_at_is_judged_at_once if closed({"close_date": "2026-10-31"}) == "not met"

test_closes_after_as_at if closed({"close_date": "2026-11-01"}) == "not audited"

test_a_child_who_has_died_is_still_audited if {
	verdict({"child": {"date_of_death": "2026-04-30"}, "referrals": [referral]}) == "not met"
}
