package audit.children_in_care.section_20_reviewed_test

import data.audit.children_in_care.section_20_reviewed
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := section_20_reviewed.applies with input as record with data.run.as_at as as_at
	met := section_20_reviewed.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

audited(episodes) := positions if {
	positions := section_20_reviewed.applies with input as {"care_episodes": episodes} with data.run.as_at as "2026-10-31"
}

# A child in care under section 20 since 2 March 2026, moved to another placement on 1 October.
episode(details) := object.union({"legal_status": "V2", "entered_care_date": "2026-03-02", "start_date": "2026-10-01"}, details)

reviewed(reviews) := verdict_of({"care_episodes": [episode({})], "care_reviews": reviews})

in_care(details) := verdict_of({"care_episodes": [episode(details)], "care_reviews": []})

# The last three months to 31 October 2026 begin on 31 July.
test_reviewed_exactly_3_months_before if reviewed([{"date": "2026-07-31"}]) == "met"

test_reviewed_a_day_earlier if reviewed([{"date": "2026-07-30"}]) == "not met"

test_reviewed_on_as_at if reviewed([{"date": "2026-10-31"}]) == "met"

test_a_review_after_as_at_is_no_evidence if reviewed([{"date": "2026-11-01"}]) == "not met"

test_a_review_after_as_at_does_not_hide_an_earlier_one if {
	reviewed([{"date": "2026-11-01"}, {"date": "2026-08-03"}]) == "met"
}

test_never_reviewed if {
	reviewed([]) == "not met"
	verdict_of({"care_episodes": [episode({})]}) == "not met"
}

test_a_review_without_a_date if {
	every blank in [null, ""] {
		reviewed([{"date": blank}]) == "not met"
	}
	reviewed([{}]) == "not met"
}

test_section_20_is_v2_or_v4 if {
	in_care({"legal_status": "V2"}) == "not met"
	in_care({"legal_status": "V4"}) == "not met"
}

test_another_legal_status_is_not_audited if {
	every status in ["V3", "C1", "C2", "E1", "J1", "", null] {
		in_care({"legal_status": status}) == "not audited"
	}
	verdict_of({"care_episodes": [object.remove(episode({}), ["legal_status"])]}) == "not audited"
}

# Three months before 31 October is 31 July.
test_entered_care_exactly_3_months_ago if in_care({"entered_care_date": "2026-07-31"}) == "not met"

test_entered_care_a_day_later if in_care({"entered_care_date": "2026-08-01"}) == "not audited"

# Three months before 31 May 2026 is 28 February.
test_at_the_end_of_a_short_month if {
	verdict_on("2026-05-31", {"care_episodes": [{"legal_status": "V2", "entered_care_date": "2026-02-28"}]}) == "not met"
	verdict_on("2026-05-31", {"care_episodes": [{"legal_status": "V2", "entered_care_date": "2026-03-01"}]}) == "not audited"
}

# Three months before 31 May 2028 is 29 February.
test_over_a_leap_day if {
	record := {"care_episodes": [{"legal_status": "V2", "entered_care_date": "2027-05-03"}], "care_reviews": [{"date": "2028-02-29"}]}
	verdict_on("2028-05-31", record) == "met"
	verdict_on("2028-06-01", record) == "not met"
}

test_without_a_day_of_entry_the_start_counts if {
	every blank in [null, "", "2026-11-02"] {
		in_care({"entered_care_date": blank, "start_date": "2026-07-31"}) == "not met"
		in_care({"entered_care_date": blank, "start_date": "2026-08-01"}) == "not audited"
	}
	verdict_of({"care_episodes": [{"legal_status": "V2", "start_date": "2026-07-31"}]}) == "not met"
}

test_with_neither_date_not_audited if {
	in_care({"entered_care_date": null, "start_date": null}) == "not audited"
	verdict_of({"care_episodes": [{"legal_status": "V2"}]}) == "not audited"
}

test_a_council_may_set_other_months if {
	record := {"care_episodes": [episode({})], "care_reviews": [{"date": "2026-07-30"}]}
	verdict_of(record) == "met" with data.settings.s20_months.values as [{"value": 6}]
	verdict_of(record) == "not audited" with data.settings.s20_months.values as [{"value": 8}]
}

test_ended_on_as_at if in_care({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if in_care({"end_date": "2026-11-01"}) == "not met"

test_begins_after_as_at if in_care({"start_date": "2026-11-01"}) == "not audited"

test_counted_once_for_a_period_of_care if {
	audited([episode({"start_date": "2026-03-02"}), episode({}), episode({"start_date": "2026-06-01"})]) == {1}
}

test_the_latest_open_episode_says_the_legal_status if {
	audited([episode({"start_date": "2026-03-02"}), episode({"legal_status": "C2"})]) == set()
	audited([episode({"start_date": "2026-03-02", "legal_status": "C2"}), episode({})]) == {1}
}

test_a_v3_episode_does_not_stand_for_the_period if {
	audited([episode({"start_date": "2026-03-02"}), episode({"legal_status": "V3"})]) == {0}
}

test_two_periods_of_care_are_counted_apart if audited([episode({}), episode({"entered_care_date": "2026-01-05"})]) == {0, 1}

test_the_child_has_died if {
	verdict_of({"child": {"date_of_death": "2026-10-20"}, "care_episodes": [episode({})]}) == "not audited"
	verdict_of({"child": {"date_of_death": "2026-11-01"}, "care_episodes": [episode({})]}) == "not met"
}

note(reviews) := words if {
	words := section_20_reviewed.note with input as {"care_episodes": [episode({})], "care_reviews": reviews}
		with data.run.as_at as "2026-10-31"
}

test_the_note_says_when_the_last_one_was if {
	note([{"date": "2026-06-01"}, {"date": "2026-03-20"}, {"date": "2026-11-02"}]) == {0: "the last one was on 2026-06-01"}
}

test_no_note_without_any if note([]) == {}
