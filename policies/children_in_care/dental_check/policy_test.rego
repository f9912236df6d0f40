package audit.children_in_care.dental_check_test

import data.audit.children_in_care.dental_check
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := dental_check.applies with input as record with data.run.as_at as as_at
	met := dental_check.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

# A ten-year-old in care since 6 January 2025.
episode(details) := object.union({"legal_status": "C2", "entered_care_date": "2025-01-06", "start_date": "2025-01-06"}, details)

child := {"date_of_birth": "2016-05-17"}

checked(checks) := verdict_of({"child": child, "care_episodes": [episode({})], "health": checks})

in_care(details) := verdict_of({"child": child, "care_episodes": [episode(details)], "health": []})

born(day) := verdict_of({"child": {"date_of_birth": day}, "care_episodes": [episode({})], "health": []})

dental(day) := {"type": "dental", "date": day, "status": "COMPLETED"}

test_checked_exactly_12_months_before if checked([dental("2025-10-31")]) == "met"

test_checked_a_day_earlier if checked([dental("2025-10-30")]) == "not met"

test_checked_on_as_at if checked([dental("2026-10-31")]) == "met"

test_a_check_after_as_at_is_no_evidence if checked([dental("2026-11-01")]) == "not met"

test_the_last_check_counts if checked([dental("2026-05-05"), dental("2025-02-03")]) == "met"

test_never_checked if {
	checked([]) == "not met"
	verdict_of({"child": child, "care_episodes": [episode({})]}) == "not met"
}

test_a_check_without_a_date if {
	every blank in [null, ""] {
		checked([dental(blank)]) == "not met"
	}
}

test_another_type_of_check_does_not_count if {
	every type in ["initial_assessment", "review_assessment", "", null] {
		checked([{"type": type, "date": "2026-05-05"}]) == "not met"
	}
}

test_status_completed_or_blank if {
	every status in ["COMPLETED", null, ""] {
		checked([{"type": "dental", "date": "2026-05-05", "status": status}]) == "met"
	}
	checked([{"type": "dental", "date": "2026-05-05"}]) == "met"
	checked([{"type": "dental", "date": "2026-05-05", "status": "REFUSED"}]) == "not met"
}

# Twelve months before 29 February 2028 is 28 February 2027.
test_as_at_a_leap_day if {
	episodes := [{"entered_care_date": "2026-06-01"}]
	on_the_day := {"child": child, "care_episodes": episodes, "health": [dental("2027-02-28")]}
	day_before := {"child": child, "care_episodes": episodes, "health": [dental("2027-02-27")]}
	verdict_on("2028-02-29", on_the_day) == "met"
	verdict_on("2028-02-29", day_before) == "not met"
}

test_in_care_exactly_12_months if in_care({"entered_care_date": "2025-10-31"}) == "not met"

test_in_care_a_day_less if in_care({"entered_care_date": "2025-11-01"}) == "not audited"

test_the_months_run_from_entry_and_not_from_the_episode if in_care({"start_date": "2026-09-01"}) == "not met"

test_blank_day_of_entry if {
	every blank in [null, "", "2026-11-02"] {
		in_care({"entered_care_date": blank}) == "not audited"
	}
	verdict_of({"child": child, "care_episodes": [{"start_date": "2020-01-06"}]}) == "not audited"
}

test_second_birthday_on_as_at if born("2024-10-31") == "not met"

test_second_birthday_tomorrow if born("2024-11-01") == "not audited"

test_unknown_date_of_birth if {
	every unknown in [null, "", "2026-11-02"] {
		born(unknown) == "not audited"
	}
	verdict_of({"care_episodes": [episode({})]}) == "not audited"
}

test_ended_on_as_at if in_care({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if in_care({"end_date": "2026-11-01"}) == "not met"

test_begins_after_as_at if in_care({"start_date": "2026-11-01"}) == "not audited"

test_short_breaks_are_not_audited if {
	every status in ["V3", "V4"] {
		in_care({"legal_status": status}) == "not audited"
	}
}

test_counted_once_for_a_period_of_care if {
	record := {"child": child, "care_episodes": [episode({}), episode({"start_date": "2026-06-01"}), episode({"entered_care_date": "2025-02-03"})]}
	dental_check.applies == {1, 2} with input as record with data.run.as_at as "2026-10-31"
}

test_the_child_has_died if {
	every day, verdict in {"2026-10-20": "not audited", "2026-11-01": "not met"} {
		verdict_of({"child": object.union(child, {"date_of_death": day}), "care_episodes": [episode({})]}) == verdict
	}
}

note(checks) := words if {
	words := dental_check.note with input as {"care_episodes": [episode({})], "health": checks} with data.run.as_at as "2026-10-31"
}

test_the_note_says_when_the_last_one_was if {
	note([dental("2025-06-02"), dental("2025-02-03"), dental("2026-11-02")]) == {0: "the last one was on 2025-06-02"}
}

test_no_note_without_any if note([]) == {}
