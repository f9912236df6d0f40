package audit.management_oversight.entry_to_care_approved_test

import data.audit.management_oversight.entry_to_care_approved
import data.lib.testing

verdict_on(episode, as_at) := testing.verdict(applies, met, 0) if {
	applies := entry_to_care_approved.applies with input.care_episodes as [episode] with data.run.as_at as as_at
	met := entry_to_care_approved.met with input.care_episodes as [episode] with data.run.as_at as as_at
}

verdict(episode) := verdict_on(episode, "2026-10-31")

# The child entered care on Wednesday 11 March 2026; two working days later is Friday 13 March.
march := {"entered_care_date": "2026-03-11", "start_date": "2026-03-11", "entry_approved_by_role": "HEAD_OF_SERVICE"}

entered(details) := verdict(object.union(march, details))

approved(date) := entered({"entry_approved_date": date})

test_approved_on_the_deadline if approved("2026-03-13") == "met"

test_approved_a_day_late if approved("2026-03-14") == "not met"

test_approved_the_same_day if approved("2026-03-11") == "met"

test_approved_beforehand_is_met if approved("2026-03-04") == "met"

test_never_approved if {
	verdict(march) == "not met"
	every blank in [null, ""] {
		approved(blank) == "not met"
	}
}

by_role(role) := entered({"entry_approved_date": "2026-03-12", "entry_approved_by_role": role})

test_senior_roles if {
	every role in ["SERVICE_MANAGER", "HEAD_OF_SERVICE", "service_manager", "head_of_service", "HEAD OF SERVICE"] {
		by_role(role) == "met"
	}
}

test_other_roles if {
	every role in ["TEAM_MANAGER", "CONFERENCE_CHAIR", "REVIEWING_OFFICER", "ASSISTANT_SERVICE_MANAGER"] {
		by_role(role) == "not met"
	}
}

test_blank_role if {
	every blank in [null, ""] {
		by_role(blank) == "not met"
	}
	verdict(object.remove(object.union(march, {"entry_approved_date": "2026-03-12"}), ["entry_approved_by_role"])) == "not met"
}

due(date, as_at) := days if {
	episode := {"entered_care_date": date, "start_date": date}
	days := entry_to_care_approved.due with input.care_episodes as [episode] with data.run.as_at as as_at
}

# Entered on a Saturday: day 1 is Monday 16 March.
test_entered_at_a_weekend if due("2026-03-14", "2026-10-31") == {0: "2026-03-17"}

# Christmas Day and Boxing Day (moved to Monday 28) are no working days.
test_over_christmas if due("2026-12-24", "2027-01-31") == {0: "2026-12-30"}

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if due("2026-04-02", "2026-10-31") == {0: "2026-04-08"}

test_not_approved_on_the_day_it_is_due_is_not_audited if verdict_on(march, "2026-03-13") == "not audited"

test_not_approved_the_day_after_it_was_due if verdict_on(march, "2026-03-14") == "not met"

test_approved_before_it_is_due_is_judged_at_once if {
	verdict_on(object.union(march, {"entry_approved_date": "2026-03-12"}), "2026-03-12") == "met"
}

test_the_role_counts_once_the_approval_is_in_time if {
	early := object.union(march, {"entry_approved_by_role": "TEAM_MANAGER"})
	verdict_on(early, "2026-03-13") == "not audited"
	verdict_on(object.union(early, {"entry_approved_date": "2026-03-12"}), "2026-03-12") == "not met"
}

test_approved_after_as_at_reads_as_blank if {
	verdict_on(object.union(march, {"entry_approved_date": "2026-03-13"}), "2026-03-12") == "not audited"
	verdict_on(object.union(march, {"entry_approved_date": "2026-03-15"}), "2026-03-14") == "not met"
}

test_a_later_episode_of_the_same_entry_is_not_audited if entered({"start_date": "2026-05-04"}) == "not audited"

test_an_episode_without_a_start_is_not_audited if {
	every blank in [null, ""] {
		entered({"start_date": blank}) == "not audited"
	}
	verdict({"entered_care_date": "2026-03-11"}) == "not audited"
}

test_an_entry_without_a_date_is_not_audited if {
	every blank in [null, ""] {
		entered({"entered_care_date": blank}) == "not audited"
	}
	verdict({"start_date": "2026-03-11"}) == "not audited"
}

test_two_episodes_begun_on_the_day_of_entry_are_two_items if {
	episodes := [march, object.union(march, {"entry_approved_date": "2026-03-11"}), object.union(march, {"start_date": "2026-05-04"})]
	applies := entry_to_care_approved.applies with input.care_episodes as episodes with data.run.as_at as "2026-10-31"
	met := entry_to_care_approved.met with input.care_episodes as episodes with data.run.as_at as "2026-10-31"
	applies == {0, 1}
	met == {1}
}

test_a_series_of_short_breaks_is_no_entry_to_care if entered({"legal_status": "V3"}) == "not audited"

test_any_other_legal_status_is_audited if {
	every status in ["V2", "V4", "C2", null, ""] {
		entered({"legal_status": status}) == "not met"
	}
}

test_an_episode_that_has_ended_is_audited if entered({"end_date": "2026-04-01"}) == "not met"

test_the_child_died_later if {
	record := {"child": {"date_of_death": "2026-06-01"}, "care_episodes": [march]}
	applies := entry_to_care_approved.applies with input as record with data.run.as_at as "2026-10-31"
	applies == {0}
}

test_entered_on_the_first_day_of_the_period if {
	entered({"entered_care_date": "2025-11-01", "start_date": "2025-11-01"}) == "not met"
}

test_entered_before_the_period_is_not_audited if {
	entered({"entered_care_date": "2025-10-31", "start_date": "2025-10-31"}) == "not audited"
}

test_entered_on_the_last_day_of_the_period if {
	day := "2026-10-31"
	entered({"entered_care_date": day, "start_date": day, "entry_approved_date": day}) == "met"
}

test_enters_after_as_at_is_not_audited if {
	day := "2026-11-01"
	entered({"entered_care_date": day, "start_date": day, "entry_approved_date": "2026-10-30"}) == "not audited"
}

test_report_has_the_arithmetic if {
	late := object.union(march, {"entry_approved_date": "2026-03-16"})
	entry_to_care_approved.start == {0: "2026-03-11"} with input.care_episodes as [late] with data.run.as_at as "2026-10-31"
	entry_to_care_approved.done == {0: "2026-03-16"} with input.care_episodes as [late] with data.run.as_at as "2026-10-31"
}

note(details) := words if {
	episode := object.union(march, details)
	words := entry_to_care_approved.note with input.care_episodes as [episode] with data.run.as_at as "2026-10-31"
}

test_the_note_says_that_the_role_failed if {
	words := "approved in time, and not recorded as by a service manager or head of service"
	note({"entry_approved_date": "2026-03-12", "entry_approved_by_role": "TEAM_MANAGER"}) == {0: words}
}

test_no_note_where_the_role_is_senior_or_the_approval_late if {
	note({"entry_approved_date": "2026-03-12"}) == {}
	note({"entry_approved_date": "2026-03-16", "entry_approved_by_role": "TEAM_MANAGER"}) == {}
}
