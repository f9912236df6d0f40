package audit.care_leavers.education_employment_training_test

import data.audit.care_leavers.education_employment_training
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := education_employment_training.applies with input as record with data.run.as_at as as_at
	met := education_employment_training.met with input as record with data.run.as_at as as_at
}

# A young person of 19 who does this.
doing(activity) := verdict_on("2026-10-31", {"child": {"date_of_birth": "2007-05-12"}, "care_leaver": [{"activity": activity}]})

born_on(as_at, day) := verdict_on(as_at, {"child": {"date_of_birth": day}, "care_leaver": [{"activity": "G5"}]})

born(day) := born_on("2026-10-31", day)

test_full_time if {
	every code in ["F1", "F2", "F4", "F5"] {
		doing(code) == "met"
	}
}

test_part_time if {
	every code in ["P1", "P2", "P4", "P5"] {
		doing(code) == "met"
	}
}

test_neither if {
	every code in ["G4", "G5", "G6"] {
		doing(code) == "not met"
	}
}

test_only_the_first_letter_counts if doing("GF1") == "not met"

test_a_blank_is_neither if {
	every blank in [null, ""] {
		doing(blank) == "not met"
	}
	verdict_on("2026-10-31", {"child": {"date_of_birth": "2007-05-12"}, "care_leaver": [{}]}) == "not met"
}

test_on_the_17th_birthday if born("2009-10-31") == "not met"

test_the_day_before_the_17th_birthday_is_not_audited if born("2009-11-01") == "not audited"

test_the_day_before_the_22nd_birthday if born("2004-11-01") == "not met"

test_on_the_22nd_birthday_is_not_audited if born("2004-10-31") == "not audited"

# Born on 29 February 2004: 17 on 28 February 2021, 22 on 28 February 2026.
test_born_on_29_february if {
	born_on("2021-02-27", "2004-02-29") == "not audited"
	born_on("2021-02-28", "2004-02-29") == "not met"
	born_on("2026-02-27", "2004-02-29") == "not met"
	born_on("2026-02-28", "2004-02-29") == "not audited"
}

test_date_of_birth_not_known_is_not_audited if {
	every blank in [null, ""] {
		born(blank) == "not audited"
	}
	verdict_on("2026-10-31", {"care_leaver": [{"activity": "F1"}]}) == "not audited"
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

test_each_item_is_judged_alone if {
	record := {"child": {"date_of_birth": "2007-05-12"}, "care_leaver": [{"activity": "G4"}, {"activity": "F2"}]}
	applies := education_employment_training.applies with input as record with data.run.as_at as "2026-10-31"
	met := education_employment_training.met with input as record with data.run.as_at as "2026-10-31"
	applies == {0, 1}
	applies - met == {0}
}
