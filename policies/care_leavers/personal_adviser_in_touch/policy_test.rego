package audit.care_leavers.personal_adviser_in_touch_test

import data.audit.care_leavers.personal_adviser_in_touch
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := personal_adviser_in_touch.applies with input as record with data.run.as_at as as_at
	met := personal_adviser_in_touch.met with input as record with data.run.as_at as as_at
}

# A young person of 19 with a personal adviser, and these details.
verdict(details) := verdict_on("2026-10-31", {"child": {"date_of_birth": "2007-05-12"}, "care_leaver": [leaver(details)]})

leaver(details) := object.union({"personal_adviser": "PA1", "last_contact_date": "2026-10-12"}, details)

born_on(as_at, day) := verdict_on(as_at, {"child": {"date_of_birth": day}, "care_leaver": [{}]})

born(day) := born_on("2026-10-31", day)

# The 56th day before Saturday 31 October 2026 is Saturday 5 September.
test_in_touch_exactly_56_days_before if verdict({"last_contact_date": "2026-09-05"}) == "met"

test_in_touch_57_days_before if verdict({"last_contact_date": "2026-09-04"}) == "not met"

test_in_touch_on_as_at if verdict({"last_contact_date": "2026-10-31"}) == "met"

test_in_touch_after_as_at_reads_as_blank if verdict({"last_contact_date": "2026-11-01"}) == "not met"

test_never_in_touch if {
	every blank in [null, ""] {
		verdict({"last_contact_date": blank}) == "not met"
	}
	verdict_on("2026-10-31", {
		"child": {"date_of_birth": "2007-05-12"},
		"care_leaver": [{"personal_adviser": "PA1"}],
	}) == "not met"
}

test_no_personal_adviser if {
	every blank in [null, "", " "] {
		verdict({"personal_adviser": blank}) == "not met"
	}
	verdict_on("2026-10-31", {
		"child": {"date_of_birth": "2007-05-12"},
		"care_leaver": [{"last_contact_date": "2026-10-12"}],
	}) == "not met"
}

test_a_placeholder_is_no_personal_adviser if {
	every placeholder in ["TBC", "n/a", "not known"] {
		verdict({"personal_adviser": placeholder}) == "not met"
	}
}

# Fifty-six days before 25 April 2028 is 29 February.
test_over_a_leap_day if {
	record := {"child": {"date_of_birth": "2007-05-12"}, "care_leaver": [leaver({"last_contact_date": "2028-02-29"})]}
	verdict_on("2028-04-25", record) == "met"
	verdict_on("2028-04-26", record) == "not met"
}

test_on_the_18th_birthday if born("2008-10-31") == "not met"

test_the_day_before_the_18th_birthday_is_not_audited if born("2008-11-01") == "not audited"

test_long_past_the_18th_birthday if born("2001-01-08") == "not met"

# Born on 29 February 2008: 18 on 28 February 2026.
test_born_on_29_february if {
	born_on("2026-02-28", "2008-02-29") == "not met"
	born_on("2026-02-27", "2008-02-29") == "not audited"
}

test_date_of_birth_not_known_is_not_audited if {
	every blank in [null, ""] {
		born(blank) == "not audited"
	}
	verdict_on("2026-10-31", {"care_leaver": [{}]}) == "not audited"
}

test_no_care_leaver_in_the_record if {
	verdict_on("2026-10-31", {"child": {"date_of_birth": "2007-05-12"}, "care_leaver": []}) == "not audited"
}

died(day) := verdict_on("2026-10-31", {"child": {"date_of_birth": "2007-05-12", "date_of_death": day}, "care_leaver": [{}]})

test_the_child_has_died if {
	died("2026-10-30") == "not audited"
	died("2026-10-31") == "not audited"
}

test_a_death_after_as_at_has_not_happened if died("2026-11-01") == "not met"

test_blank_date_of_death if {
	every blank in [null, ""] {
		died(blank) == "not met"
	}
}

# The adviser of one and the contact with the other do not add up.
leavers := [{"personal_adviser": "PA1", "last_contact_date": "2026-07-06"}, {"last_contact_date": "2026-10-12"}, {"personal_adviser": "PA1"}, leaver({})]

test_each_item_is_judged_alone if {
	record := {"child": {"date_of_birth": "2007-05-12"}, "care_leaver": leavers}
	applies := personal_adviser_in_touch.applies with input as record with data.run.as_at as "2026-10-31"
	met := personal_adviser_in_touch.met with input as record with data.run.as_at as "2026-10-31"
	applies == {0, 1, 2, 3}
	met == {3}
}

test_the_note_says_what_is_there if {
	note := personal_adviser_in_touch.note with input.care_leaver as leavers with data.run.as_at as "2026-10-31"
	note == {
		0: "a personal adviser is named; the last contact was on 2026-07-06",
		1: "no personal adviser is named; the last contact was on 2026-10-12",
		2: "a personal adviser is named; no contact is dated",
		3: "a personal adviser is named; the last contact was on 2026-10-12",
	}
}

test_the_note_passes_over_a_contact_after_as_at if {
	later := [{"last_contact_date": "2026-11-01"}]
	note := personal_adviser_in_touch.note with input.care_leaver as later with data.run.as_at as "2026-10-31"
	note == {0: "no personal adviser is named; no contact is dated"}
}
