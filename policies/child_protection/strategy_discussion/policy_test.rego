package audit.child_protection.strategy_discussion_test

import data.audit.child_protection.strategy_discussion
import data.lib.testing

verdict_on(as_at, enquiry) := testing.verdict(applies, met, 0) if {
	applies := strategy_discussion.applies with input.section_47 as [enquiry] with data.run.as_at as as_at
	met := strategy_discussion.met with input.section_47 as [enquiry] with data.run.as_at as as_at
}

verdict(enquiry) := verdict_on("2026-10-31", enquiry)

# An enquiry begun on Tuesday 3 March 2026, the day after a discussion with the police and health.
enquiry := {
	"start_date": "2026-03-03",
	"strategy_discussion_date": "2026-03-02",
	"police_attended": true,
	"health_attended": true,
}

with_changes(details) := object.union(enquiry, details)

discussed(day) := verdict(with_changes({"strategy_discussion_date": day}))

# An enquiry that began on one day after a discussion on another.
began_after(start, discussion) := verdict(with_changes({"start_date": start, "strategy_discussion_date": discussion}))

test_discussed_the_day_before if verdict(enquiry) == "met"

test_discussed_on_the_day if discussed("2026-03-03") == "met"

test_discussed_at_an_hour_of_the_day if discussed("2026-03-03T14:30:00") == "met"

test_discussed_the_day_after if discussed("2026-03-04") == "not met"

test_never_discussed if {
	verdict(object.remove(enquiry, ["strategy_discussion_date"])) == "not met"
	every blank in [null, "", " "] {
		discussed(blank) == "not met"
	}
}

test_discussed_outside_the_calendar if discussed("1994-03-02") == "not met"

# Fifteen working days after Monday 2 March 2026 is Monday 23 March.
test_discussed_exactly_15_working_days_before if began_after("2026-03-23", "2026-03-02") == "met"

test_discussed_16_working_days_before if began_after("2026-03-24", "2026-03-02") == "not met"

# Discussed on a Saturday: day 1 is Monday 9 March.
test_discussed_at_a_weekend if {
	began_after("2026-03-27", "2026-03-07") == "met"
	began_after("2026-03-28", "2026-03-07") == "not met"
}

# Good Friday 3 April and Easter Monday 6 April 2026.
test_over_easter if {
	began_after("2026-04-17", "2026-03-25") == "met"
	began_after("2026-04-18", "2026-03-25") == "not met"
}

# Christmas Day, Boxing Day (moved to Monday 28) and New Year's Day are no working days.
test_over_christmas if {
	in_time := with_changes({"start_date": "2027-01-05", "strategy_discussion_date": "2026-12-10"})
	verdict_on("2027-01-31", in_time) == "met"
	verdict_on("2027-01-31", object.union(in_time, {"start_date": "2027-01-06"})) == "not met"
}

test_without_the_police if {
	verdict(object.remove(enquiry, ["police_attended"])) == "not met"
	every answer in [false, null, ""] {
		verdict(with_changes({"police_attended": answer})) == "not met"
	}
}

test_without_health if {
	verdict(object.remove(enquiry, ["health_attended"])) == "not met"
	every answer in [false, null, ""] {
		verdict(with_changes({"health_attended": answer})) == "not met"
	}
}

test_begun_on_as_at_is_judged_at_once if {
	began_after("2026-10-31", "2026-10-30") == "met"
	began_after("2026-10-31", null) == "not met"
}

test_discussed_after_as_at_is_no_discussion if began_after("2026-10-31", "2026-11-01") == "not met"

test_begun_on_the_first_day_of_the_period if began_after("2025-11-01", "2025-10-31") == "met"

test_begun_before_the_period if began_after("2025-10-31", "2025-10-31") == "not audited"

test_begun_after_as_at if began_after("2026-11-01", "2026-10-30") == "not audited"

test_blank_start if {
	verdict(object.remove(enquiry, ["start_date"])) == "not audited"
	every blank in [null, ""] {
		began_after(blank, "2026-03-02") == "not audited"
	}
}

note(details) := words if {
	words := strategy_discussion.note with input.section_47 as [with_changes(details)] with data.run.as_at as "2026-10-31"
}

test_the_note_gives_the_day_of_a_late_discussion if {
	late := {"strategy_discussion_date": "2026-03-09", "police_attended": false, "health_attended": false}
	note(late) == {0: "the strategy discussion is dated 2026-03-09"}
}

test_the_note_says_that_none_is_dated if {
	every day in [null, "", "2026-11-01"] {
		note({"strategy_discussion_date": day}) == {0: "no strategy discussion is dated"}
	}
}

test_the_note_names_who_was_missing if {
	every answer in [false, null, ""] {
		note({"police_attended": answer}) == {0: "police not recorded as taking part"}
		note({"health_attended": answer}) == {0: "health not recorded as taking part"}
	}
	both := "health not recorded as taking part; police not recorded as taking part"
	note({"police_attended": false, "health_attended": false}) == {0: both}
}

test_no_note_where_all_is_well if note({}) == {}
