package audit.contact_and_referral.partners_and_referrer_told_test

import data.audit.contact_and_referral.partners_and_referrer_told
import data.lib.testing

verdict_on(as_at, referral) := testing.verdict(applies, met, 0) if {
	applies := partners_and_referrer_told.applies with input.referrals as [referral] with data.run.as_at as as_at
	met := partners_and_referrer_told.met with input.referrals as [referral] with data.run.as_at as as_at
}

verdict(referral) := verdict_on("2026-10-31", referral)

of(day, details) := object.union({"date": day, "protection_concern": true}, details)

# A child protection referral of Monday 2 March 2026; three working days later is Thursday 5 March.
told(partners, referrer) := of("2026-03-02", {"partners_told_date": partners, "referrer_told_date": referrer})

due(as_at, day) := last_day if {
	last_day := partners_and_referrer_told.due[0] with input.referrals as [of(day, {})] with data.run.as_at as as_at
}

test_both_on_the_deadline if verdict(told("2026-03-05", "2026-03-05")) == "met"

test_partners_told_a_day_late if verdict(told("2026-03-06", "2026-03-03")) == "not met"

test_referrer_told_a_day_late if verdict(told("2026-03-03", "2026-03-06")) == "not met"

test_both_a_day_late if verdict(told("2026-03-06", "2026-03-06")) == "not met"

test_both_the_same_day if verdict(told("2026-03-02", "2026-03-02")) == "met"

test_told_before_the_referral if {
	verdict(told("2026-02-27", "2026-03-03")) == "met"
	verdict(told("2026-02-27", "2026-02-27")) == "met"
}

test_only_partners_told if verdict(of("2026-03-02", {"partners_told_date": "2026-03-03"})) == "not met"

test_only_the_referrer_told if verdict(of("2026-03-02", {"referrer_told_date": "2026-03-03"})) == "not met"

test_neither_told if verdict(of("2026-03-02", {})) == "not met"

test_blank if {
	every blank in [null, "", " "] {
		verdict(told(blank, "2026-03-03")) == "not met"
		verdict(told("2026-03-03", blank)) == "not met"
		verdict(told(blank, blank)) == "not met"
	}
}

# Referred on a Saturday: day 1 is Monday 16 March.
test_referred_at_a_weekend if due("2026-10-31", "2026-03-14") == "2026-03-18"

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-10-31", "2026-04-01") == "2026-04-08"

# Christmas Day and Boxing Day (moved to Monday 28) are no working days.
test_over_christmas if due("2027-01-31", "2026-12-23") == "2026-12-30"

# From Tuesday 27 October the last day is Friday 30 October; from Wednesday 28 October it is Monday 2 November.
test_the_deadline_was_the_day_before_as_at if {
	verdict(of("2026-10-27", {})) == "not met"
	verdict(of("2026-10-27", {"partners_told_date": "2026-10-28"})) == "not met"
}

test_the_deadline_is_as_at if {
	verdict_on("2026-10-30", of("2026-10-27", {})) == "not audited"
	verdict_on("2026-10-30", of("2026-10-27", {"referrer_told_date": "2026-10-28"})) == "not audited"
}

test_not_due_yet if verdict(of("2026-10-28", {})) == "not audited"

test_one_told_and_the_other_not_due_yet if {
	verdict(of("2026-10-28", {"partners_told_date": "2026-10-29"})) == "not audited"
	verdict(of("2026-10-28", {"referrer_told_date": "2026-10-29"})) == "not audited"
}

test_both_told_before_it_was_due if {
	verdict(of("2026-10-28", {"partners_told_date": "2026-10-29", "referrer_told_date": "2026-10-30"})) == "met"
}

test_told_after_as_at_reads_as_blank if {
	verdict(of("2026-10-28", {"partners_told_date": "2026-11-01", "referrer_told_date": "2026-10-29"})) == "not audited"
	verdict(of("2026-10-28", {"partners_told_date": "2026-10-29", "referrer_told_date": "2026-11-01"})) == "not audited"
	verdict(of("2026-10-27", {"partners_told_date": "2026-11-01", "referrer_told_date": "2026-10-29"})) == "not met"
}

test_a_council_may_allow_longer if {
	longer := verdict(told("2026-03-06", "2026-03-06")) with data.settings.referrer_told_wd.values as [{"value": 4}]
	longer == "met"
}

test_no_protection_concern_is_not_audited if {
	every answer in [false, null, ""] {
		verdict(of("2026-03-02", {"protection_concern": answer})) == "not audited"
	}
	verdict({"date": "2026-03-02", "partners_told_date": "2026-03-03", "referrer_told_date": "2026-03-03"}) == "not audited"
}

test_no_further_action_is_audited if verdict(of("2026-03-02", {"no_further_action": true})) == "not met"

test_referred_on_the_first_day_of_the_period if verdict(of("2025-11-01", {})) == "not met"

test_referred_before_the_period if verdict(of("2025-10-31", {})) == "not audited"

test_referred_on_the_last_day_of_the_period if {
	verdict(of("2026-10-31", {"partners_told_date": "2026-10-31", "referrer_told_date": "2026-10-31"})) == "met"
}

test_referred_after_as_at if {
	verdict(of("2026-11-01", {"partners_told_date": "2026-10-30", "referrer_told_date": "2026-10-30"})) == "not audited"
}

test_day_of_referral_not_known_is_not_audited if {
	every blank in [null, "", " "] {
		verdict(of(blank, {"partners_told_date": "2026-03-03", "referrer_told_date": "2026-03-03"})) == "not audited"
	}
	verdict({"protection_concern": true, "partners_told_date": "2026-03-03", "referrer_told_date": "2026-03-03"}) == "not audited"
}

test_done_on_the_later_of_the_two_days if {
	referrals := [
		told("2026-03-03", "2026-03-06"),
		told("2026-03-06", "2026-03-04"),
		told("2026-03-03", null),
		told("2026-11-02", "2026-03-04"),
		told("2026-03-03", "2026-11-02"),
	]
	done := partners_and_referrer_told.done with input.referrals as referrals with data.run.as_at as "2026-10-31"
	done == {0: "2026-03-06", 1: "2026-03-06"}
}

note(referral) := words if {
	words := partners_and_referrer_told.note with input.referrals as [referral] with data.run.as_at as "2026-10-31"
}

test_the_note_says_which_part_failed if {
	note(told("2026-03-03", "2026-03-06")) == {0: "the referrer told on 2026-03-06"}
	note(told("2026-03-06", "2026-03-03")) == {0: "partners told on 2026-03-06"}
	note(told("2026-03-06", "")) == {0: "partners told on 2026-03-06; the referrer not told"}
	note(told(null, "2026-03-03")) == {0: "partners not told"}
	note(told("2026-03-03", "2026-11-02")) == {0: "the referrer not told"}
	note(of("2026-03-02", {})) == {0: "partners not told; the referrer not told"}
}

test_no_note_when_both_were_told_in_time if note(told("2026-03-05", "2026-03-05")) == {}

doubts(referral) := words if {
	words := partners_and_referrer_told.doubt with input.referrals as [referral] with data.run.as_at as "2026-10-31"
}

test_one_told_before_the_referral_raises_a_doubt if {
	doubts(told("2026-02-27", "2026-03-02")) == {0: {"partners told on 2026-02-27, before the referral of 2026-03-02"}}
	doubts(told("2026-03-03", "2026-03-01")) == {0: {"the referrer told on 2026-03-01, before the referral of 2026-03-02"}}
}

test_told_from_the_referral_on_raises_no_doubt if doubts(told("2026-03-02", "2026-03-02")) == {}

test_both_told_before_the_referral_is_left_to_the_host if doubts(told("2026-02-27", "2026-02-26")) == {}
