package audit.quality_assurance.casework_audited_test

import data.audit.quality_assurance.casework_audited

items_on(as_at, teams) := items if {
	items := casework_audited.applies with data.gathered as {"QA-01": teams} with data.run.as_at as as_at
}

# The months in which team North is audited.
months_on(as_at) := {trim_prefix(item, "North ") | some item in items_on(as_at, {"North": 3})}

test_the_last_day_of_a_month_makes_it_whole if {
	months_on("2026-10-31") == {
		"2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04",
		"2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10",
	}
}

test_the_day_before_it_is_not_whole if {
	months_on("2026-10-30") == {
		"2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03",
		"2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09",
	}
}

test_february_in_a_leap_year_is_whole_on_the_29th if {
	not "2028-02" in months_on("2028-02-28")
	"2028-02" in months_on("2028-02-29")
	"2027-02" in months_on("2027-02-28")
}

test_each_team_has_twelve_months if {
	count(items_on("2026-10-31", {"North": 3, "South East": 1})) == 24
	"South East 2026-10" in items_on("2026-10-31", {"North": 3, "South East": 1})
}

test_no_team_with_open_work if items_on("2026-10-31", {}) == set()

# The months in which team North had enough audits.
met(audits) := months if {
	items := casework_audited.met with data.service.file_audits as audits with data.run.as_at as "2026-10-31"
	months := {trim_prefix(item, "North ") | some item in items}
}

audit(date) := {"team": "North", "date": date}

test_two_audits_in_the_month if met([audit("2026-09-07"), audit("2026-09-21")]) == {"2026-09"}

test_one_audit_in_the_month if met([audit("2026-09-07")]) == set()

test_no_audit if met([]) == set()

test_the_first_and_last_day_of_the_month if met([audit("2026-09-01"), audit("2026-09-30")]) == {"2026-09"}

test_audits_of_two_months_do_not_add_up if met([audit("2026-09-30"), audit("2026-10-01")]) == set()

test_the_same_month_of_two_years_does_not_add_up if met([audit("2025-09-07"), audit("2026-09-07")]) == set()

test_audits_of_two_teams_do_not_add_up if {
	every team in ["South", "north", null, ""] {
		met([audit("2026-09-07"), {"team": team, "date": "2026-09-21"}]) == set()
	}
	met([audit("2026-09-07"), {"date": "2026-09-21"}]) == set()
}

test_two_audits_of_one_day_count_twice if met([audit("2026-09-07"), audit("2026-09-07")]) == {"2026-09"}

test_blank_date if {
	every blank in [null, ""] {
		met([audit("2026-09-07"), audit(blank)]) == set()
	}
}

test_a_council_may_ask_for_three if {
	two := met([audit("2026-09-07"), audit("2026-09-21")]) with data.settings.audits_per_team_month.values as [{"value": 3}]
	two == set()
}

test_a_month_is_met_only_for_a_team_that_is_audited if {
	audits := [audit("2026-09-07"), audit("2026-09-21"), {"team": "South", "date": "2026-09-07"}]
	applies := casework_audited.applies with data.gathered as {"QA-01": {"North": 1, "South": 1}}
		with data.run.as_at as "2026-10-31"
	met := casework_audited.met with data.service.file_audits as audits with data.run.as_at as "2026-10-31"
	applies & met == {"North 2026-09"}
}

gathered(record) := teams if {
	teams := casework_audited.gather with input as record with data.run.as_at as "2026-10-31"
}

test_the_team_of_an_open_referral if gathered({"team": "North", "referrals": [{"date": "2026-03-02"}]}) == {"North"}

test_the_team_of_an_open_plan if gathered({"team": "North", "plans": [{"start_date": "2026-03-02"}]}) == {"North"}

test_no_open_work_gives_no_team if {
	gathered({"team": "North"}) == set()
	gathered({"team": "North", "referrals": [{"date": "2026-03-02", "close_date": "2026-10-31"}]}) == set()
	gathered({"team": "North", "plans": [{"start_date": "2026-03-02", "end_date": "2026-10-31"}]}) == set()
	gathered({"team": "North", "referrals": [{"date": "2026-03-02", "no_further_action": true}]}) == set()
	gathered({"team": "North", "child": {"date_of_death": "2026-06-01"}, "plans": [{"start_date": "2026-03-02"}]}) == set()
}

test_blank_team if {
	every blank in [null, ""] {
		gathered({"team": blank, "plans": [{"start_date": "2026-03-02"}]}) == set()
	}
	gathered({"plans": [{"start_date": "2026-03-02"}]}) == set()
}
