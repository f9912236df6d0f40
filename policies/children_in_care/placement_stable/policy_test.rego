package audit.children_in_care.placement_stable_test

import data.audit.children_in_care.placement_stable
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := placement_stable.applies with input as record with data.run.as_at as as_at
	met := placement_stable.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

# A child in care since 6 January 2025, and the days on which placements began.
episode(details) := object.union({"legal_status": "C2", "entered_care_date": "2025-01-06", "start_date": "2025-01-06"}, details)

begun(days) := [{"start_date": day} | some day in days]

placed(days) := verdict_of({"care_episodes": [episode({})], "placements": begun(days)})

in_care(details) := verdict_of({"care_episodes": [episode(details)], "placements": begun(three)})

three := ["2026-02-02", "2026-05-11", "2026-09-07"]

test_three_placements_in_the_last_year if placed(three) == "not met"

test_more_than_three if placed(array.concat(three, ["2026-10-05"])) == "not met"

test_two_placements if placed(["2026-02-02", "2026-09-07"]) == "met"

test_no_placement if {
	placed([]) == "met"
	verdict_of({"care_episodes": [episode({})]}) == "met"
}

test_three_begun_on_one_day_are_three if placed(["2026-02-02", "2026-02-02", "2026-02-02"]) == "not met"

test_begun_exactly_12_months_before if placed(["2025-10-31", "2026-05-11", "2026-09-07"]) == "not met"

test_begun_a_day_earlier if placed(["2025-10-30", "2026-05-11", "2026-09-07"]) == "met"

test_begun_on_as_at if placed(["2026-02-02", "2026-05-11", "2026-10-31"]) == "not met"

test_begun_after_as_at if placed(["2026-02-02", "2026-05-11", "2026-11-01"]) == "met"

test_begun_nobody_wrote_when if {
	every blank in [null, ""] {
		placed(["2026-02-02", "2026-05-11", blank]) == "met"
	}
	verdict_of({"care_episodes": [episode({})], "placements": array.concat(begun(["2026-02-02", "2026-05-11"]), [{}])}) == "met"
}

# Twelve months before 29 February 2028 is 28 February 2027.
leap(first) := {"care_episodes": [episode({})], "placements": begun([first, "2027-06-07", "2027-09-06"])}

test_as_at_a_leap_day if {
	verdict_on("2028-02-29", leap("2027-02-28")) == "not met"
	verdict_on("2028-02-29", leap("2027-02-27")) == "met"
}

test_placements_before_entry_belong_to_earlier_care if {
	in_care({"entered_care_date": "2026-02-02"}) == "not met"
	in_care({"entered_care_date": "2026-02-03"}) == "met"
}

test_with_a_blank_day_of_entry_all_count if {
	every blank in [null, "", "2026-11-02"] {
		in_care({"entered_care_date": blank}) == "not met"
	}
	verdict_of({"care_episodes": [{}], "placements": begun(three)}) == "not met"
}

test_ended_on_as_at if in_care({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if in_care({"end_date": "2026-11-01"}) == "not met"

test_begins_after_as_at if in_care({"start_date": "2026-11-01"}) == "not audited"

test_short_breaks_are_not_counted if {
	every status in ["V3", "V4"] {
		in_care({"legal_status": status}) == "not audited"
	}
}

test_counted_once_for_a_period_of_care if {
	episodes := [episode({}), episode({"start_date": "2026-06-01"}), episode({"entered_care_date": "2026-02-02"})]
	placement_stable.applies == {1, 2} with input as {"care_episodes": episodes} with data.run.as_at as "2026-10-31"
}

dead(day) := {"child": {"date_of_death": day}, "care_episodes": [episode({})]}

test_the_child_has_died if {
	verdict_of(dead("2026-10-20")) == "not audited"
	verdict_of(dead("2026-11-01")) == "met"
}
