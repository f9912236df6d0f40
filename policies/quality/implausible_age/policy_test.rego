package quality.implausible_age_test

import data.quality.implausible_age as check

found(child) := faults if {
	faults := {fault.fields | some fault in check.fault} with input as {"child": child} with data.run.as_at as "2026-10-31"
}

test_born_on_as_at if found({"date_of_birth": "2026-10-31"}) == set()

test_born_after_as_at if found({"date_of_birth": "2026-11-01"}) == {["date_of_birth"]}

test_on_the_25th_birthday if found({"date_of_birth": "2001-10-31"}) == set()

test_the_day_after_the_25th_birthday if found({"date_of_birth": "2001-10-30"}) == {["date_of_birth"]}

test_one_who_died_is_as_old_as_at_death if {
	found({"date_of_birth": "2000-10-30", "date_of_death": "2025-10-30"}) == set()
	found({"date_of_birth": "2000-10-29", "date_of_death": "2025-10-30"}) == {["date_of_birth"]}
}

test_a_death_after_as_at_makes_nobody_older if found({"date_of_birth": "2001-10-31", "date_of_death": "2027-01-01"}) == set()

test_died_before_birth if {
	found({"date_of_birth": "2020-03-02", "date_of_death": "2020-03-01"}) == {["date_of_birth", "date_of_death"]}
	found({"date_of_birth": "2020-03-02", "date_of_death": "2020-03-02"}) == set()
}

# 280 days after 31 October 2026 is 7 August 2027.
test_expected if {
	found({"expected_date_of_birth": "2027-08-07"}) == set()
	found({"expected_date_of_birth": "2027-08-08"}) == {["expected_date_of_birth"]}
	found({"expected_date_of_birth": "2010-01-01"}) == set()
}

test_blank if {
	found({}) == set()
	every blank in [null, "", " "] {
		found({"date_of_birth": blank, "date_of_death": blank, "expected_date_of_birth": blank}) == set()
	}
	found({"date_of_death": "2020-03-01"}) == set()
	check.fault == set() with input as {} with data.run.as_at as "2026-10-31"
}

test_in_2009 if {
	faults := check.fault with input as {"child": {"date_of_birth": "1984-07-28"}} with data.run.as_at as "2009-07-29"
	{fault.text | some fault in faults} == {"born on 1984-07-28, and so older than 25 on 2009-07-29"}
}
