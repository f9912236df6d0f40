package audit.children_in_care.permanence_plan_test

import data.audit.children_in_care.permanence_plan
import data.lib.testing

verdict_on(as_at, record) := testing.verdict(applies, met, 0) if {
	applies := permanence_plan.applies with input as record with data.run.as_at as as_at
	met := permanence_plan.met with input as record with data.run.as_at as as_at
}

verdict_of(record) := verdict_on("2026-10-31", record)

# A child in care since 5 January 2026: four months later is 5 May. The second review was on 27 April.
episode(details) := object.union({"legal_status": "C2", "entered_care_date": "2026-01-05", "start_date": "2026-01-05"}, details)

reviews := [{"date": "2026-01-30"}, {"date": "2026-04-27"}, {"date": "2026-10-19"}]

record_of(held, days) := {
	"care_episodes": [episode({})],
	"care_reviews": held,
	"permanence": [{"permanence_plan_date": day} | some day in days],
}

planned(days) := verdict_of(record_of(reviews, days))

without_reviews(days) := verdict_of(record_of([], days))

in_care(details, days) := verdict_of(object.union(record_of([], days), {"care_episodes": [episode(details)]}))

test_on_the_day_of_the_second_review if planned(["2026-04-27"]) == "met"

test_a_day_after_the_second_review if planned(["2026-04-28"]) == "not met"

test_before_the_second_review if planned(["2026-02-16"]) == "met"

test_no_plan if {
	planned([]) == "not met"
	verdict_of({"care_episodes": [episode({})], "care_reviews": reviews}) == "not met"
}

test_a_late_second_review_is_the_last_day_all_the_same if {
	held := [{"date": "2026-01-30"}, {"date": "2026-07-06"}]
	verdict_of(record_of(held, ["2026-07-06"])) == "met"
	verdict_of(record_of(held, ["2026-07-07"])) == "not met"
}

test_the_order_of_the_reviews_does_not_matter if {
	held := [{"date": "2026-10-19"}, {"date": "2026-04-27"}, {"date": "2026-01-30"}]
	verdict_of(record_of(held, ["2026-04-27"])) == "met"
	verdict_of(record_of(held, ["2026-04-28"])) == "not met"
}

test_reviews_of_one_day_count_once if {
	verdict_of(record_of([{"date": "2026-01-30"}, {"date": "2026-01-30"}], ["2026-02-16"])) == "met"
}

test_a_review_before_entry_belongs_to_earlier_care if {
	verdict_of(record_of([{"date": "2025-12-01"}, {"date": "2026-01-30"}], ["2026-02-16"])) == "met"
}

# With one review, or none, four months count: to 5 May.
test_without_a_second_review_4_months_count if {
	every held in [[], [{"date": "2026-01-30"}], [{"date": "2026-01-30"}, {"date": null}], [{"date": "2026-01-30"}, {}]] {
		verdict_of(record_of(held, ["2026-05-05"])) == "met"
		verdict_of(record_of(held, ["2026-05-06"])) == "not met"
	}
}

test_a_second_review_after_as_at_has_not_been_held if {
	verdict_of(record_of([{"date": "2026-01-30"}, {"date": "2026-11-02"}], ["2026-05-06"])) == "not met"
}

test_without_reviews_in_the_export_4_months_count if {
	verdict_of({"care_episodes": [episode({})], "permanence": [{"permanence_plan_date": "2026-05-05"}]}) == "met"
	verdict_of({"care_episodes": [episode({})], "permanence": [{"permanence_plan_date": "2026-05-06"}]}) == "not met"
}

# Four months after 31 October 2025 is 28 February 2026, and after 31 October 2027, 29 February 2028.
test_four_months_end_with_a_short_month if {
	in_care({"entered_care_date": "2025-10-31"}, ["2026-02-28"]) == "met"
	in_care({"entered_care_date": "2025-10-31"}, ["2026-03-01"]) == "not met"
	leap := {"care_episodes": [{"entered_care_date": "2027-10-31"}]}
	verdict_on("2028-10-31", object.union(leap, {"permanence": [{"permanence_plan_date": "2028-02-29"}]})) == "met"
	verdict_on("2028-10-31", object.union(leap, {"permanence": [{"permanence_plan_date": "2028-03-01"}]})) == "not met"
}

test_the_earliest_of_several_plans_counts if planned(["2026-10-19", "2026-04-20"]) == "met"

test_a_plan_before_entry_belongs_to_earlier_care if {
	planned(["2026-01-04"]) == "not met"
	planned(["2026-01-04", "2026-05-06"]) == "not met"
	planned(["2026-01-05"]) == "met"
}

test_a_plan_after_as_at_is_no_evidence if {
	held := [{"date": "2026-01-30"}, {"date": "2026-10-30"}]
	verdict_of(record_of(held, ["2026-11-01"])) == "not met"
}

test_a_plan_without_a_date if {
	every blank in [null, ""] {
		planned([blank]) == "not met"
	}
	verdict_of(object.union(record_of(reviews, []), {"permanence": [{}]})) == "not met"
}

# A second review on as-at: the day is not past.
test_not_past_on_the_day_of_the_second_review if {
	verdict_on("2026-04-27", object.union(record_of(reviews, []), {"care_episodes": [episode({"entered_care_date": "2025-12-01"})]})) == "not audited"
	verdict_on("2026-04-28", object.union(record_of(reviews, []), {"care_episodes": [episode({"entered_care_date": "2025-12-01"})]})) == "not met"
}

# In care since 1 July 2026: 122 days on 31 October, and four months on 1 November.
test_in_care_exactly_122_days if in_care({"entered_care_date": "2026-07-01"}, ["2026-10-05"]) == "met"

test_in_care_121_days if in_care({"entered_care_date": "2026-07-02"}, ["2026-10-05"]) == "not audited"

test_122_days_and_not_due if in_care({"entered_care_date": "2026-07-01"}, []) == "not audited"

test_123_days_and_overdue if in_care({"entered_care_date": "2026-06-30"}, []) == "not met"

test_a_council_may_set_other_days if {
	in_care({"entered_care_date": "2026-07-02"}, ["2026-10-05"]) == "met" with data.settings.permanence_days.values as [{"value": 121}]
}

test_the_days_run_from_entry_and_not_from_the_episode if in_care({"start_date": "2026-09-01"}, []) == "not met"

test_blank_day_of_entry if {
	every blank in [null, "", "2026-11-02"] {
		in_care({"entered_care_date": blank}, ["2026-04-20"]) == "not audited"
	}
	verdict_of({"care_episodes": [{"start_date": "2026-01-05"}]}) == "not audited"
}

test_a_blank_day_of_entry_is_said if {
	doubt := permanence_plan.doubt with input as {"care_episodes": [episode({"entered_care_date": null}), episode({})]}
		with data.run.as_at as "2026-10-31"
	doubt == {0: {"the child is in care and nobody wrote since when, so the day of the plan for permanence is not known"}}
}

test_ended_on_as_at if in_care({"end_date": "2026-10-31"}, []) == "not audited"

test_an_end_after_as_at_is_still_open if in_care({"end_date": "2026-11-01"}, []) == "not met"

test_begins_after_as_at if in_care({"start_date": "2026-11-01"}, []) == "not audited"

test_short_breaks_are_not_audited if {
	every status in ["V3", "V4"] {
		in_care({"legal_status": status}, []) == "not audited"
	}
}

test_counted_once_for_a_period_of_care if {
	episodes := [episode({}), episode({"start_date": "2026-06-01"}), episode({"entered_care_date": "2026-02-02"})]
	permanence_plan.applies == {1, 2} with input as {"care_episodes": episodes} with data.run.as_at as "2026-10-31"
}

test_the_child_has_died if {
	verdict_of({"child": {"date_of_death": "2026-10-20"}, "care_episodes": [episode({})]}) == "not audited"
	verdict_of({"child": {"date_of_death": "2026-11-01"}, "care_episodes": [episode({})]}) == "not met"
}

# What the report shows of these reviews and plans: start, due, done and note.
shown(held, days) := [start, due, done, note] if {
	record := record_of(held, days)
	start := permanence_plan.start with input as record with data.run.as_at as "2026-10-31"
	due := permanence_plan.due with input as record with data.run.as_at as "2026-10-31"
	done := permanence_plan.done with input as record with data.run.as_at as "2026-10-31"
	note := permanence_plan.note with input as record with data.run.as_at as "2026-10-31"
}

test_shown_with_a_second_review if {
	shown(reviews, ["2026-06-01", "2026-07-06"]) == [
		{0: "2026-01-05"}, {0: "2026-04-27"}, {0: "2026-06-01"},
		{0: "it was due by the second review"},
	]
}

test_shown_without_a_second_review if {
	shown([], []) == [
		{0: "2026-01-05"}, {0: "2026-05-05"}, {},
		{0: "no second review is recorded, so it was due 4 months after entering care"},
	]
}
