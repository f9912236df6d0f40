package audit.assessment.completed_in_timescale_test

import data.audit.assessment.completed_in_timescale
import data.lib.testing

verdict_on(assessment, referrals, as_at) := testing.verdict(applies, met, 0) if {
	record := {"assessments": [assessment], "referrals": referrals}
	applies := completed_in_timescale.applies with input as record with data.run.as_at as as_at
	met := completed_in_timescale.met with input as record with data.run.as_at as as_at
}

due_on(assessment, referrals, as_at) := days if {
	record := {"assessments": [assessment], "referrals": referrals}
	days := completed_in_timescale.due with input as record with data.run.as_at as as_at
}

# A single assessment begun on Monday 9 March 2026, of the referral of Monday 2 March: 45 working days
# from the referral is Thursday 7 May, and from the start Thursday 14 May.
single(recorded) := object.union({"type": "single", "start_date": "2026-03-09", "referral_id": "R1"}, recorded)

referral := {"referral_id": "R1", "date": "2026-03-02"}

verdict(recorded) := verdict_on(single(recorded), [referral], "2026-10-31")

due(recorded, referrals) := due_on(single(recorded), referrals, "2026-10-31")

test_completed_on_the_deadline if verdict({"completed_date": "2026-05-07"}) == "met"

test_completed_a_day_late if verdict({"completed_date": "2026-05-08"}) == "not met"

test_completed_before_it_began_is_met if verdict({"completed_date": "2026-03-01"}) == "met"

test_never_completed if {
	every blank in [null, ""] {
		verdict({"completed_date": blank, "signed_off_date": blank}) == "not met"
	}
	verdict({}) == "not met"
}

test_sign_off_counts_where_completion_is_blank if {
	every blank in [null, ""] {
		verdict({"completed_date": blank, "signed_off_date": "2026-05-07"}) == "met"
	}
	verdict({"signed_off_date": "2026-05-08"}) == "not met"
}

test_sign_off_does_not_count_beside_completion if {
	verdict({"completed_date": "2026-05-08", "signed_off_date": "2026-05-07"}) == "not met"
	verdict({"completed_date": "2026-05-07", "signed_off_date": "2026-05-20"}) == "met"
}

test_each_item_has_its_own_day_of_completion if {
	record := {"assessments": [single({"completed_date": "2026-05-07"}), single({"signed_off_date": "2026-05-06"})]}
	days := completed_in_timescale.done with input as record with data.run.as_at as "2026-10-31"
	days == {0: "2026-05-07", 1: "2026-05-06"}
}

test_pre_birth_runs_from_the_referral_too if due({"type": "pre_birth"}, [referral]) == {0: "2026-05-07"}

test_without_a_dated_referral_of_that_id_from_its_own_start if {
	others := [
		[],
		[{"referral_id": "R2", "date": "2026-03-02"}],
		[{"referral_id": "r1", "date": "2026-03-02"}],
		[{"referral_id": "R1"}],
		[{"referral_id": "R1", "date": ""}],
		[{"referral_id": "R1", "date": "2026-11-02"}],
	]
	every referrals in others {
		due({}, referrals) == {0: "2026-05-14"}
	}
}

test_two_blank_ids_are_not_one_referral if {
	every blank in [null, ""] {
		due({"referral_id": blank}, [{"referral_id": blank, "date": "2026-03-02"}]) == {0: "2026-05-14"}
	}
}

test_record_without_referrals if {
	record := {"assessments": [single({})]}
	completed_in_timescale.due == {0: "2026-05-14"} with input as record with data.run.as_at as "2026-10-31"
}

test_earliest_of_several_referrals_of_one_id if {
	due({}, [{"referral_id": "R1", "date": "2026-03-05"}, referral]) == {0: "2026-05-07"}
}

test_due_on_as_at_is_not_audited if verdict_on(single({}), [referral], "2026-05-07") == "not audited"

test_not_completed_the_day_after_it_was_due if verdict_on(single({}), [referral], "2026-05-08") == "not met"

test_completed_before_it_is_due_is_judged_at_once if {
	verdict_on(single({"completed_date": "2026-03-20"}), [referral], "2026-03-20") == "met"
}

test_completed_after_as_at_reads_as_blank if {
	verdict_on(single({"completed_date": "2026-05-07"}), [referral], "2026-05-06") == "not audited"
	verdict_on(single({"completed_date": "2026-05-09", "signed_off_date": "2026-05-07"}), [referral], "2026-05-08") == "met"
}

# Good Friday 3 April, Easter Monday 6 April and 4 May fall in the 45 days above. From 2 November
# 2026: Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day.
test_over_christmas if {
	assessment := {"type": "single", "start_date": "2026-11-02"}
	due_on(assessment, [], "2027-01-31") == {0: "2027-01-07"}
}

# An initial assessment had seven working days if it began before 1 April 2010, and ten from then on. Good Friday
# was 2 April 2010 and Easter Monday 5 April.
test_initial_assessment_before_april_2010_over_easter if {
	due_on({"type": "initial", "start_date": "2010-03-31"}, [], "2010-10-31") == {0: "2010-04-13"}
}

test_initial_assessment_from_april_2010_over_easter if {
	due_on({"type": "initial", "start_date": "2010-04-01"}, [], "2010-10-31") == {0: "2010-04-19"}
}

# Boxing Day 2009 fell on a Saturday and moved to Monday 28 December.
test_initial_assessment_over_christmas if {
	due_on({"type": "initial", "start_date": "2009-12-21"}, [], "2010-10-31") == {0: "2010-01-04"}
}

test_core_assessment_has_35_days if {
	due_on({"type": "core", "start_date": "2010-03-01"}, [], "2010-10-31") == {0: "2010-04-21"}
}

test_initial_and_core_assessments_run_from_their_own_start if {
	early := [{"referral_id": "R1", "date": "2010-02-01"}]
	due_on({"type": "initial", "start_date": "2010-04-01", "referral_id": "R1"}, early, "2010-10-31") == {0: "2010-04-19"}
	due_on({"type": "core", "start_date": "2010-03-01", "referral_id": "R1"}, early, "2010-10-31") == {0: "2010-04-21"}
}

test_initial_assessment_on_its_deadline_and_a_day_late if {
	initial := {"type": "initial", "start_date": "2010-04-01"}
	verdict_on(object.union(initial, {"completed_date": "2010-04-19"}), [], "2010-10-31") == "met"
	verdict_on(object.union(initial, {"completed_date": "2010-04-20"}), [], "2010-10-31") == "not met"
}

doubts(assessment, as_at) := doubts if {
	doubts := completed_in_timescale.doubt with input.assessments as [assessment] with data.run.as_at as as_at
}

test_last_day_of_initial_and_core_assessments_raises_no_doubt if {
	every type in ["initial", "core"] {
		doubts({"type": type, "start_date": "2013-04-14"}, "2013-10-31") == {}
	}
}

test_later_initial_and_core_assessments_keep_their_clock_and_raise_a_doubt if {
	every type, last_day in {"initial": "2013-04-29", "core": "2013-06-05"} {
		count(doubts({"type": type, "start_date": "2013-04-15"}, "2013-10-31")[0]) == 1
		due_on({"type": type, "start_date": "2013-04-15"}, [], "2013-10-31") == {0: last_day}
	}
}

test_single_assessments_raise_no_doubt if doubts(single({}), "2026-10-31") == {}

note(assessment, referrals, as_at) := words if {
	record := {"assessments": [assessment], "referrals": referrals}
	words := completed_in_timescale.note[0] with input as record with data.run.as_at as as_at
}

test_note_names_the_clock_from_the_referral if {
	words := "clock used: single assessment, 45 working days from the referral on 2026-03-02"
	note(single({}), [referral], "2026-10-31") == words
}

test_note_names_the_clock_from_the_start if {
	words := "clock used: single assessment, 45 working days from its start on 2026-03-09"
	note(single({"type": "pre_birth"}), [], "2026-10-31") == words
}

test_note_names_the_clock_of_an_initial_assessment if {
	words := "clock used: initial assessment, 7 working days from its start on 2010-03-31"
	note({"type": "initial", "start_date": "2010-03-31"}, [], "2010-10-31") == words
}

test_assessment_without_a_known_type_is_not_audited if {
	every type in [null, "", "family"] {
		verdict({"type": type, "completed_date": "2026-05-07"}) == "not audited"
	}
	verdict_on({"start_date": "2026-03-09", "completed_date": "2026-05-07"}, [], "2026-10-31") == "not audited"
}

test_begun_on_the_first_day_of_the_period if verdict_on(single({}), [], "2027-03-08") == "not met"

test_begun_before_the_period_is_not_audited if verdict_on(single({}), [], "2027-03-09") == "not audited"

test_begun_after_as_at_is_not_audited if verdict({"start_date": "2026-11-01"}) == "not audited"

test_start_not_known_is_not_audited if {
	every blank in [null, ""] {
		verdict({"start_date": blank, "completed_date": "2026-05-07"}) == "not audited"
	}
}

test_referral_before_the_calendar_has_no_due_date if due({}, [{"referral_id": "R1", "date": "1994-12-31"}]) == {}
