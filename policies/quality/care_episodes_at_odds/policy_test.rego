package quality.care_episodes_at_odds_test

import data.quality.care_episodes_at_odds as check

found(episodes) := faults if {
	faults := {[fault.item, fault.text] | some fault in check.fault} with input as {"care_episodes": episodes}
		with data.run.as_at as "2026-10-31"
}

open := {"start_date": "2026-03-02", "legal_status": "C2"}

beside(details) := found([open, object.union({"legal_status": "C2"}, details)])

test_an_ended_one_that_began_later if {
	beside({"start_date": "2026-03-03", "end_date": "2026-06-01"}) == {[0, "open, and an episode that began later, on 2026-03-03, has ended"]}
}

test_an_ended_one_that_began_on_that_day_or_before if {
	beside({"start_date": "2026-03-02", "end_date": "2026-06-01"}) == set()
	beside({"start_date": "2026-01-05", "end_date": "2026-03-02"}) == set()
}

test_the_last_of_those_that_ended if {
	found([open, {"start_date": "2026-04-01", "end_date": "2026-05-01"}, {"start_date": "2026-05-01", "end_date": "2026-06-01"}]) == {[0, "open, and an episode that began later, on 2026-05-01, has ended"]}
}

test_two_open if beside({"start_date": "2026-06-01"}) == {[i, "one of 2 episodes that are open at once"] | some i in [0, 1]}

test_an_end_on_as_at_is_an_end if {
	beside({"start_date": "2026-01-05", "end_date": "2026-10-31"}) == set()
	count(beside({"start_date": "2026-01-05", "end_date": "2026-11-01"})) == 2
}

test_short_breaks if {
	every status in ["V3", "V4"] {
		beside({"start_date": "2026-06-01", "legal_status": status}) == set()
		beside({"start_date": "2026-06-01", "end_date": "2026-06-03", "legal_status": status}) == set()
	}
}

test_one_open if found([open]) == set()

test_blank if {
	beside({"end_date": "2026-06-01"}) == set()
	found([{}, {"start_date": "2026-03-02", "end_date": "2026-06-01"}]) == set()
	check.fault == set() with input as {} with data.run.as_at as "2026-10-31"
}
