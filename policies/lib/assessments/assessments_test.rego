package lib.assessments_test

import data.lib.assessments

# The days on which an assessment is due: one, or none.
due(assessment, referrals) := due_on("2026-10-31", assessment, referrals)

due_on(as_at, assessment, referrals) := days if {
	days := [day | day := assessments.last_day(assessment)] with input.referrals as referrals with data.run.as_at as as_at
}

referral := {"referral_id": "R1", "date": "2026-03-02"}

# 45 working days from Monday 2 March 2026 is Thursday 7 May, and from Monday 9 March Thursday 14 May.
single(details) := object.union({"type": "single", "start_date": "2026-03-09", "referral_id": "R1"}, details)

test_single_and_pre_birth_run_from_the_referral if {
	due(single({}), [referral]) == ["2026-05-07"]
	due(single({"type": "pre_birth"}), [referral]) == ["2026-05-07"]
}

test_the_earliest_of_several_referrals_of_that_id if {
	due(single({}), [{"referral_id": "R1", "date": "2026-03-05"}, referral]) == ["2026-05-07"]
}

test_without_a_dated_referral_of_that_id_from_its_own_start if {
	others := [[], [{"referral_id": "R2", "date": "2026-03-02"}], [{"referral_id": "R1", "date": ""}], [{"referral_id": "R1", "date": "2026-11-02"}]]
	every referrals in others {
		due(single({}), referrals) == ["2026-05-14"]
	}
}

test_two_blank_ids_are_not_one_referral if {
	every blank in [null, ""] {
		due(single({"referral_id": blank}), [{"referral_id": blank, "date": "2026-03-02"}]) == ["2026-05-14"]
	}
}

# Good Friday was 2 April 2010 and Easter Monday 5 April.
test_initial_and_core_run_from_their_own_start if {
	early := [{"referral_id": "R1", "date": "2010-02-01"}]
	due_on("2010-10-31", {"type": "initial", "start_date": "2010-03-31", "referral_id": "R1"}, early) == ["2010-04-13"]
	due_on("2010-10-31", {"type": "initial", "start_date": "2010-04-01", "referral_id": "R1"}, early) == ["2010-04-19"]
	due_on("2010-10-31", {"type": "core", "start_date": "2010-03-01", "referral_id": "R1"}, early) == ["2010-04-21"]
}

test_a_type_without_a_timescale_is_never_due if {
	every type in [null, "", "family"] {
		due(single({"type": type}), [referral]) == []
	}
}

test_a_start_that_is_blank_or_to_come_is_never_due if {
	every day in [null, "", "2026-11-01"] {
		due(single({"start_date": day}), [referral]) == []
	}
}

test_a_referral_before_the_calendar_has_no_last_day if due(single({}), [{"referral_id": "R1", "date": "1994-12-31"}]) == []

finished(assessment) if assessments.finished(assessment) with data.run.as_at as "2026-10-31"

test_finished_when_completed if finished({"completed_date": "2026-10-31"})

test_finished_when_signed_off if finished({"completed_date": null, "signed_off_date": "2026-10-31"})

test_not_finished if {
	not finished({})
	not finished({"completed_date": "", "signed_off_date": null})
	not finished({"completed_date": "2026-11-01", "signed_off_date": "2026-11-01"})
}
