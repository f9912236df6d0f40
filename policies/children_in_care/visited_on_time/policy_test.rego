package audit.children_in_care.visited_on_time_test

import data.audit.children_in_care.visited_on_time
import data.lib.dates
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := visited_on_time.applies with input as record with data.run.as_at as as_at
	met := visited_on_time.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

# A child in care since Monday 1 June 2026, in one placement, visited after 4, 40, 41 and 41 days.
episode(details) := object.union({"legal_status": "C2", "entered_care_date": "2026-06-01", "start_date": "2026-06-01"}, details)

placement(details) := object.union({"type": "U6", "start_date": "2026-06-01"}, details)

on_time := ["2026-06-05", "2026-07-15", "2026-08-25", "2026-10-05"]

visits(days) := [{"type": "care", "date": day, "child_seen": true} | some day in days]

record_of(placements, days) := {"care_episodes": [episode({})], "placements": placements, "visits": visits(days)}

visited(days) := verdict_of(record_of([placement({})], days))

placed(placements) := verdict_of(record_of(placements, on_time))

in_care(details) := verdict_of(object.union(record_of([], ["2026-06-05"]), {"care_episodes": [episode(details)]}))

# every_42 is a visit on a day and every 42 days after it.
every_42(day) := [dates.add_days(day, 42 * n) | some n in numbers.range(0, 11)]

# A child in care since 6 January 2025, without placements in the period.
long_in_care(days) := verdict_of({"care_episodes": [episode({"entered_care_date": "2025-01-06"})], "visits": visits(days)})

test_visited_on_time if visited(on_time) == "met"

test_the_order_of_the_rows_does_not_matter if {
	visited(["2026-10-05", "2026-06-05", "2026-08-25", "2026-07-15"]) == "met"
}

test_never_visited if {
	visited([]) == "not met"
	verdict_of({"care_episodes": [episode({})]}) == "not met"
}

# The first visit to a placement.

later_visits := ["2026-07-15", "2026-08-25", "2026-10-05"]

test_visited_on_the_seventh_day_of_the_placement if visited(array.concat(["2026-06-08"], later_visits)) == "met"

test_visited_on_the_eighth_day_of_the_placement if visited(array.concat(["2026-06-09"], later_visits)) == "not met"

test_visited_on_the_day_the_placement_began if visited(array.concat(["2026-06-03", "2026-06-01"], later_visits)) == "met"

# A second placement from 14 September: the visits before it do not count for it.
test_each_placement_has_its_own_visit if {
	second := [placement({"end_date": "2026-09-14"}), placement({"start_date": "2026-09-14"})]
	placed(second) == "not met"
	verdict_of(record_of(second, array.concat(on_time, ["2026-09-13"]))) == "not met"
	verdict_of(record_of(second, array.concat(on_time, ["2026-09-14"]))) == "met"
	verdict_of(record_of(second, array.concat(on_time, ["2026-09-21"]))) == "met"
	verdict_of(record_of(second, array.concat(on_time, ["2026-09-22"]))) == "not met"
}

test_a_short_placement_counts_all_the_same if {
	placed([placement({}), placement({"start_date": "2026-09-14", "end_date": "2026-09-16"})]) == "not met"
}

# From 23 October the visit was due on the 30th, from the 24th on the 31st.
test_the_visit_to_a_placement_is_overdue if placed([placement({}), placement({"start_date": "2026-10-23"})]) == "not met"

test_the_visit_to_a_placement_is_due_on_as_at if placed([placement({}), placement({"start_date": "2026-10-24"})]) == "not audited"

test_the_visit_to_a_placement_is_not_due_yet if placed([placement({}), placement({"start_date": "2026-10-31"})]) == "not audited"

test_a_late_visit_counts_before_one_that_is_not_due if {
	placements := [placement({}), placement({"start_date": "2026-10-31"})]
	verdict_of(record_of(placements, ["2026-06-05", "2026-10-05"])) == "not met"
}

test_a_placement_that_begins_after_as_at if placed([placement({}), placement({"start_date": "2026-11-01"})]) == "met"

test_a_placement_without_a_start if {
	every blank in [null, ""] {
		placed([placement({}), placement({"start_date": blank})]) == "met"
	}
	placed([placement({}), {"type": "U6"}]) == "met"
}

test_no_placements_recorded if placed([]) == "met"

# In care since 2 June 2025 and visited every 42 days from 10 November 2025.
autumn(started) := verdict_of({
	"care_episodes": [episode({"entered_care_date": "2025-06-02"})],
	"placements": [placement({"start_date": started})],
	"visits": visits(every_42("2025-11-10")),
})

test_a_placement_begun_on_the_first_day_of_the_period if autumn("2025-11-01") == "not met"

test_a_placement_begun_before_the_period if autumn("2025-10-31") == "met"

test_a_placement_begun_before_entry_is_of_earlier_care if {
	placed([placement({"start_date": "2026-05-25"})]) == "met"
	verdict_of(object.union(record_of([placement({"start_date": "2026-05-11"})], on_time), {"care_episodes": [episode({"entered_care_date": null})]})) == "not met"
}

# Gaps between visits.

test_a_gap_of_42_days if visited(["2026-06-05", "2026-07-17", "2026-08-25", "2026-10-05"]) == "met"

test_a_gap_of_43_days if visited(["2026-06-05", "2026-07-18", "2026-08-25", "2026-10-05"]) == "not met"

test_a_gap_begun_on_the_first_day_of_the_period if {
	long_in_care(array.concat(["2025-11-01"], every_42("2025-12-14"))) == "not met"
	long_in_care(array.concat(["2025-11-01"], every_42("2025-12-13"))) == "met"
}

test_a_gap_begun_before_the_period if long_in_care(array.concat(["2025-10-31"], every_42("2025-12-14"))) == "met"

# The 42 days to 31 October begin on 19 September.
test_the_gap_up_to_as_at_of_42_days if visited(array.concat(on_time, ["2026-09-19"])) == "met"

test_last_visited_42_days_before if {
	visited(["2026-06-05", "2026-07-15", "2026-08-08", "2026-09-19"]) == "met"
}

test_last_visited_43_days_before if {
	visited(["2026-06-05", "2026-07-15", "2026-08-08", "2026-09-18"]) == "not met"
}

test_the_gap_up_to_as_at_counts_from_before_the_period if long_in_care(["2025-10-01"]) == "not met"

test_a_visit_on_as_at_may_be_late if visited(["2026-06-05", "2026-07-15", "2026-08-25", "2026-10-31"]) == "not met"

test_over_a_leap_day if {
	record := {"care_episodes": [{"entered_care_date": "2027-12-01"}], "visits": visits(["2027-12-06", "2028-01-15", "2028-02-26"])}
	verdict_on("2028-04-08", record) == "met"
	verdict_on("2028-04-09", record) == "not met"
}

test_a_council_may_set_other_days if {
	visited(["2026-06-05", "2026-07-18", "2026-08-25", "2026-10-05"]) == "met" with data.settings.care_visit_days.values as [{"value": 43}]
}

# The first gap runs from entry to care: from 19 September to as-at 42 days, from the 18th 43.
recent(entered, days) := verdict_of({"care_episodes": [episode({"entered_care_date": entered})], "visits": visits(days)})

test_no_visit_yet_and_none_overdue if {
	recent("2026-09-19", []) == "not audited"
	recent("2026-10-30", []) == "not audited"
}

test_no_visit_yet_and_one_overdue if recent("2026-09-18", []) == "not met"

test_no_visit_in_years if recent("2024-01-08", []) == "not met"

test_first_visit_on_the_42nd_day_of_care if recent("2026-08-24", ["2026-10-05"]) == "met"

test_first_visit_on_the_43rd_day_of_care if recent("2026-08-23", ["2026-10-05"]) == "not met"

test_a_late_first_visit_before_the_period if recent("2025-01-06", every_42("2025-10-31")) == "met"

# What counts as a visit.

only(visit) := verdict_of({
	"care_episodes": [episode({"entered_care_date": "2026-09-18"})],
	"visits": [object.union({"type": "care", "date": "2026-10-05", "child_seen": true}, visit)],
})

test_a_care_visit_with_the_child_seen if only({}) == "met"

test_another_type_of_visit_does_not_count if {
	every type in ["child_in_need", "child_protection", "private_fostering", "other", "", null] {
		only({"type": type}) == "not met"
	}
}

test_child_not_seen if {
	every seen in [false, null, ""] {
		only({"child_seen": seen}) == "not met"
	}
}

test_a_visit_without_a_date if {
	every blank in [null, ""] {
		only({"date": blank}) == "not met"
	}
}

test_a_visit_after_as_at_is_no_evidence if only({"date": "2026-11-01"}) == "not met"

test_a_visit_before_entry_belongs_to_earlier_care if only({"date": "2026-09-17"}) == "not met"

test_visits_of_one_day_count_once if {
	recent("2026-09-18", ["2026-10-05", "2026-10-05"]) == "met"
	visited(array.concat(on_time, ["2026-08-25"])) == "met"
}

# The longer gap, from a visit made after a year in a placement meant to last. In care and in the placement since
# 6 January 2025, so a year on 6 January 2026; visited every 42 days until 8 December 2025.
first_year := ["2025-01-06", "2025-02-17", "2025-03-31", "2025-05-12", "2025-06-23", "2025-08-04", "2025-09-15", "2025-10-27", "2025-12-08"]

settled_record(details, days) := {
	"care_episodes": [episode({"entered_care_date": "2025-01-06", "start_date": "2025-01-06"})],
	"placements": [placement(object.union({"type": "U4", "start_date": "2025-01-06"}, details))],
	"visits": visits(array.concat(first_year, days)),
}

settled(details, days) := verdict_on("2026-04-30", settled_record(details, days))

test_91_days_from_a_visit_after_a_year if settled({}, ["2026-01-06", "2026-04-07"]) == "met"

test_92_days_from_a_visit_after_a_year if settled({}, ["2026-01-06", "2026-04-08"]) == "not met"

test_42_days_from_a_visit_the_day_before_the_year_is_up if {
	settled({}, ["2026-01-05", "2026-02-16", "2026-04-30"]) == "met"
	settled({}, ["2026-01-05", "2026-02-17", "2026-04-30"]) == "not met"
}

test_91_days_up_to_as_at if {
	verdict_on("2026-04-07", settled_record({}, ["2026-01-06"])) == "met"
	verdict_on("2026-04-08", settled_record({}, ["2026-01-06"])) == "not met"
}

test_types_of_placement_meant_to_last if {
	settled({"type": "U1"}, ["2026-01-06", "2026-04-07"]) == "met"
	every type in ["U2", "U3", "U5", "U6", "K2", "H5", "", null] {
		settled({"type": type}, ["2026-01-06", "2026-04-07"]) == "not met"
	}
}

test_a_placement_without_a_type if {
	record := object.union(settled_record({}, ["2026-01-06", "2026-04-07"]), {"placements": [{"start_date": "2025-01-06"}]})
	verdict_on("2026-04-30", record) == "not met"
}

test_a_council_may_name_other_types if {
	settled({"type": "U6"}, ["2026-01-06", "2026-04-07"]) == "met" with data.settings.long_term_placement_types.values as [{"value": ["u6"]}]
	settled({"type": "U4"}, ["2026-01-06", "2026-04-07"]) == "not met" with data.settings.long_term_placement_types.values as [{"value": ["u6"]}]
}

test_a_council_may_set_another_longer_gap if {
	settled({}, ["2026-01-06", "2026-04-08"]) == "met" with data.settings.care_visit_long_days.values as [{"value": 92}]
}

test_the_placement_goes_on_after_the_visit if {
	settled({"end_date": "2026-01-07"}, ["2026-01-06", "2026-04-07"]) == "met"
	settled({"end_date": "2026-05-01"}, ["2026-01-06", "2026-04-07"]) == "met"
	settled({"end_date": null}, ["2026-01-06", "2026-04-07"]) == "met"
}

test_the_placement_had_ended_by_the_visit if {
	settled({"end_date": "2026-01-06"}, ["2026-01-06", "2026-04-07"]) == "not met"
	settled({"end_date": "2025-12-31"}, ["2026-01-06", "2026-04-07"]) == "not met"
}

test_a_year_in_two_placements_is_not_a_year_in_one if {
	placements := [
		placement({"type": "U4", "start_date": "2025-01-06", "end_date": "2025-01-20"}),
		placement({"type": "U4", "start_date": "2025-01-20"}),
	]
	record := object.union(settled_record({}, ["2026-01-06", "2026-04-07"]), {"placements": placements})
	verdict_on("2026-04-30", record) == "not met"
}

test_a_placement_of_earlier_care_does_not_lengthen_the_gap if {
	settled({"start_date": "2025-01-05"}, ["2026-01-06", "2026-04-07"]) == "not met"
}

# Placed on 29 February 2024: a year is up on 28 February 2025.
test_a_year_from_a_leap_day if {
	leap_record("2025-02-28") == "met"
	leap_record("2025-02-27") == "not met"
}

leap_record(day) := verdict_on("2025-05-20", {
	"care_episodes": [{"entered_care_date": "2024-02-29"}],
	"placements": [placement({"type": "U4", "start_date": "2024-02-29"})],
	"visits": visits([day]),
})

# Which episodes are audited.

test_blank_day_of_entry_takes_every_visit if {
	every blank in [null, "", "2026-11-02"] {
		undated := {"care_episodes": [episode({"entered_care_date": blank})]}
		verdict_of(object.union(record_of([placement({})], on_time), undated)) == "met"
		in_care({"entered_care_date": blank}) == "not met"
	}
}

test_blank_day_of_entry_without_a_visit if {
	record := object.union(record_of([placement({})], []), {"care_episodes": [episode({"entered_care_date": null})]})
	verdict_of(record) == "not met"
	verdict_of({"care_episodes": [episode({"entered_care_date": null})]}) == "not audited"
}

test_a_blank_day_of_entry_without_a_visit_is_said if {
	said([episode({"entered_care_date": null})], []) == {0: {"the child is in care, nobody wrote since when, and no visit is recorded"}}
	said([episode({"entered_care_date": null})], on_time) == {}
	said([episode({})], []) == {}
}

said(episodes, days) := doubt if {
	doubt := visited_on_time.doubt with input as {"care_episodes": episodes, "visits": visits(days)} with data.run.as_at as "2026-10-31"
}

test_ended_on_as_at if in_care({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if in_care({"end_date": "2026-11-01"}) == "not met"

test_begins_after_as_at if in_care({"start_date": "2026-11-01"}) == "not audited"

test_an_episode_without_a_start_counts_as_begun if in_care({"start_date": null}) == "not met"

test_short_breaks_are_not_audited if {
	every status in ["V3", "V4"] {
		in_care({"legal_status": status}) == "not audited"
	}
}

test_counted_once_for_a_period_of_care if {
	episodes := [episode({}), episode({"start_date": "2026-07-01"}), episode({"entered_care_date": "2026-08-03"})]
	visited_on_time.applies == {1, 2} with input as {"care_episodes": episodes} with data.run.as_at as "2026-10-31"
}

test_each_period_of_care_has_its_own_visits if {
	episodes := [episode({}), episode({"entered_care_date": "2026-09-18"})]
	record := {"care_episodes": episodes, "placements": [], "visits": visits(["2026-06-05", "2026-07-15", "2026-08-25"])}
	visited_on_time.met == {0} with input as record with data.run.as_at as "2026-10-06"
	visited_on_time.applies == {0} with input as record with data.run.as_at as "2026-10-06"
	visited_on_time.applies == {0, 1} with input as record with data.run.as_at as "2026-10-31"
}

test_the_child_has_died if {
	every day, verdict in {"2026-10-20": "not audited", "2026-11-01": "not met"} {
		verdict_of({"child": {"date_of_death": day}, "care_episodes": [episode({})]}) == verdict
	}
}

# What the report shows: start, due, done and note.
shown(placements, days) := [start, due, done, note] if {
	record := record_of(placements, days)
	start := visited_on_time.start with input as record with data.run.as_at as "2026-10-31"
	due := visited_on_time.due with input as record with data.run.as_at as "2026-10-31"
	done := visited_on_time.done with input as record with data.run.as_at as "2026-10-31"
	note := visited_on_time.note with input as record with data.run.as_at as "2026-10-31"
}

test_shown_of_a_late_visit_to_a_placement if {
	shown([placement({})], array.concat(["2026-06-09"], later_visits)) == [
		{0: "2026-06-01"}, {0: "2026-06-08"}, {0: "2026-06-09"},
		{0: "counted from the start of the placement; visits late or overdue in all: 1"},
	]
}

test_shown_of_a_visit_overdue if {
	shown([placement({})], ["2026-06-09", "2026-07-15"]) == [
		{0: "2026-07-15"}, {0: "2026-08-26"}, {},
		{0: "counted from the visit before it; visits late or overdue in all: 2"},
	]
}

test_shown_of_the_first_visit_overdue if {
	shown([], []) == [
		{0: "2026-06-01"}, {0: "2026-07-13"}, {},
		{0: "counted from entering care; visits late or overdue in all: 1"},
	]
}

test_nothing_shown_of_visits_on_time if shown([placement({})], on_time) == [{}, {}, {}, {}]
