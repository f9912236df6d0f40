package lib.care_test

import data.lib.care

# The record of these care episodes on 31 October 2026.
counted(episodes) := positions if {
	positions := care.counted with input as {"care_episodes": episodes} with data.run.as_at as "2026-10-31"
}

in_care(record) if care.in_care with input as record with data.run.as_at as "2026-10-31"

episode(details) := object.union({"entered_care_date": "2026-03-02", "start_date": "2026-03-02", "legal_status": "C2"}, details)

child_in_care(details) if in_care({"care_episodes": [episode(details)]})

blanks := [null, "", " "]

test_an_open_episode_is_care if child_in_care({})

test_no_episode_is_no_care if {
	not in_care({"care_episodes": []})
	not in_care({})
}

test_an_episode_without_dates_is_open if in_care({"care_episodes": [{}]})

test_blanks_leave_it_open if {
	every blank in blanks {
		child_in_care({"start_date": blank, "end_date": blank, "entered_care_date": blank, "legal_status": blank})
	}
}

test_begun_on_as_at if child_in_care({"start_date": "2026-10-31"})

test_begins_after_as_at if not child_in_care({"start_date": "2026-11-01"})

test_ended_on_as_at if not child_in_care({"end_date": "2026-10-31"})

test_an_end_after_as_at_is_still_open if child_in_care({"end_date": "2026-11-01"})

test_short_breaks_are_no_care if {
	every status in ["V3", "V4"] {
		not child_in_care({"legal_status": status})
	}
}

test_other_legal_statuses_are_care if {
	every status in ["V2", "C1", "C2", "E1", "J1", "L1", "D1"] {
		child_in_care({"legal_status": status})
	}
}

test_a_short_break_beside_care_does_not_hide_it if {
	in_care({"care_episodes": [episode({"legal_status": "V4"}), episode({})]})
}

test_death_ends_care if {
	not in_care({"child": {"date_of_death": "2026-10-31"}, "care_episodes": [episode({})]})
	in_care({"child": {"date_of_death": "2026-11-01"}, "care_episodes": [episode({})]})
	in_care({"child": {"date_of_death": null}, "care_episodes": [episode({})]})
}

test_one_position_for_a_period_of_care if {
	counted([episode({}), episode({"start_date": "2026-06-01"}), episode({"start_date": "2026-04-01"})]) == {1}
}

test_the_first_of_those_that_share_a_start if {
	counted([episode({"end_date": "2026-04-01"}), episode({}), episode({})]) == {1}
}

test_an_ended_one_is_not_counted if {
	counted([episode({"start_date": "2026-06-01", "end_date": "2026-09-01"}), episode({})]) == {1}
}

test_one_that_begins_later_is_not_counted if counted([episode({}), episode({"start_date": "2026-11-02"})]) == {0}

test_a_short_break_is_not_counted if {
	counted([episode({"start_date": "2026-06-01", "legal_status": "V3"}), episode({})]) == {1}
}

test_one_without_a_start_comes_before_one_with if {
	every blank in blanks {
		counted([episode({"start_date": blank}), episode({})]) == {1}
	}
	counted([episode({"start_date": null})]) == {0}
	counted([{}, {}]) == {0}
}

test_two_periods_of_care_are_counted_apart if {
	counted([episode({}), episode({"entered_care_date": "2026-07-01"})]) == {0, 1}
}

test_blank_entries_are_one_period_of_care if {
	counted([episode({"entered_care_date": null}), episode({"entered_care_date": ""}), episode({"entered_care_date": " "})]) == {0}
	counted([{"start_date": "2026-03-02"}, {"start_date": "2026-06-01"}, episode({})]) == {1, 2}
}

test_an_entry_after_as_at_reads_as_blank if {
	counted([episode({"entered_care_date": "2026-11-02"}), episode({"entered_care_date": null})]) == {0}
}

test_nothing_counted if {
	counted([]) == set()
	counted([episode({"end_date": "2026-10-01"})]) == set()
}

test_once_each_of_other_positions if {
	episodes := [episode({"legal_status": "V4"}), episode({"start_date": "2026-06-01"}), episode({"entered_care_date": "2026-07-01"})]
	care.once_each({0, 2}) == {0, 2} with input.care_episodes as episodes with data.run.as_at as "2026-10-31"
	care.once_each({0, 1}) == {1} with input.care_episodes as episodes with data.run.as_at as "2026-10-31"
	care.once_each(set()) == set() with input.care_episodes as episodes with data.run.as_at as "2026-10-31"
}

began(details) := day if day := care.began(details) with data.run.as_at as "2026-10-31"

test_care_began_on_the_day_of_entry if began(episode({"start_date": "2026-06-01"})) == "2026-03-02"

test_without_a_day_of_entry_care_began_with_the_episode if {
	every unknown in [null, "", " ", "2026-11-02"] {
		began(episode({"entered_care_date": unknown, "start_date": "2026-06-01"})) == "2026-06-01"
	}
	began({"start_date": "2026-06-01"}) == "2026-06-01"
}

test_nobody_wrote_when_care_began if {
	count([x | x := began({})]) == 0
	count([x | x := began({"start_date": ""})]) == 0
}

test_undated if {
	episodes := [episode({"entered_care_date": null}), episode({}), {"end_date": "2026-10-01"}]
	care.undated == {0} with input.care_episodes as episodes with data.run.as_at as "2026-10-31"
	care.undated == {0} with input.care_episodes as [{"entered_care_date": "2026-11-02"}] with data.run.as_at as "2026-10-31"
}

for_months(entered, n) if care.for_months({"entered_care_date": entered}, n) with data.run.as_at as "2026-10-31"

for_days(entered, n) if care.for_days({"entered_care_date": entered}, n) with data.run.as_at as "2026-10-31"

test_in_care_for_months if {
	for_months("2025-10-31", 12)
	not for_months("2025-11-01", 12)
	for_months("2026-04-30", 6)
	not for_months("2026-05-01", 6)
}

test_in_care_for_days if {
	for_days("2026-07-01", 122)
	not for_days("2026-07-02", 122)
}

test_in_care_since_nobody_wrote_when if {
	every blank in blanks {
		not for_months(blank, 0)
		not for_days(blank, 0)
	}
	not care.for_months({}, 0) with data.run.as_at as "2026-10-31"
}

during(date, entered) if care.during(date, {"entered_care_date": entered}) with data.run.as_at as "2026-10-31"

test_evidence_from_the_day_of_entry if during("2026-03-02", "2026-03-02")

test_evidence_before_entry_is_of_an_earlier_time if not during("2026-03-01", "2026-03-02")

test_evidence_on_as_at if during("2026-10-31", "2026-03-02")

test_evidence_after_as_at if not during("2026-11-01", "2026-03-02")

test_evidence_without_a_date if {
	every blank in blanks {
		not during(blank, "2026-03-02")
		not during(blank, null)
	}
}

test_evidence_where_nobody_wrote_the_entry if {
	during("2001-01-01", null)
	during("2026-03-01", "2026-11-02")
	care.during("2001-01-01", {}) with data.run.as_at as "2026-10-31"
}

test_reviews_in_order_and_one_a_day if {
	held := [
		{"date": "2026-06-01"}, {"date": "2026-03-30"}, {"date": "2026-06-01"}, {"date": "2026-03-01"},
		{"date": "2026-11-01"}, {"date": null}, {}, {"date": "2026-03-02"},
	]
	care.reviews(episode({})) == ["2026-03-02", "2026-03-30", "2026-06-01"] with input.care_reviews as held
		with data.run.as_at as "2026-10-31"
	care.reviews(episode({})) == [] with input.care_reviews as [] with data.run.as_at as "2026-10-31"
}

aged(born, years) if care.aged(years) with input.child.date_of_birth as born with data.run.as_at as "2026-10-31"

from_to(born, first, last) if {
	care.aged_from_to(first, last) with input.child.date_of_birth as born with data.run.as_at as "2026-10-31"
}

under(born, years, on) if {
	care.under(years, on) with input.child.date_of_birth as born with data.run.as_at as "2026-10-31"
}

test_aged_on_the_birthday if {
	aged("2016-10-31", 10)
	not aged("2016-11-01", 10)
}

test_aged_from_to if {
	from_to("2022-10-31", 4, 17)
	not from_to("2022-11-01", 4, 17)
	from_to("2008-11-01", 4, 17)
	not from_to("2008-10-31", 4, 17)
}

test_under_an_age if {
	under("2021-10-31", 5, "2026-10-30")
	not under("2021-10-31", 5, "2026-10-31")
	under("2021-10-31", 5, "2026-10-30T23:00:00")
}

# Born on 29 February 2024: a year old on the 28th.
test_under_an_age_from_a_leap_day if {
	under("2024-02-29", 1, "2025-02-27")
	not under("2024-02-29", 1, "2025-02-28")
}

test_age_of_somebody_without_a_date_of_birth if {
	every unknown in [null, "", " ", "2026-11-01"] {
		not aged(unknown, 0)
		not from_to(unknown, 0, 17)
		not under(unknown, 5, "2026-10-31")
	}
	not care.aged(0) with input.child as {} with data.run.as_at as "2026-10-31"
}
