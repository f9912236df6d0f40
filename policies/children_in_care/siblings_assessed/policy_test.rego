package audit.children_in_care.siblings_assessed_test

import data.audit.children_in_care.siblings_assessed
import data.lib.testing

verdict_of(record) := testing.verdict(applies, met, 0) if {
	applies := siblings_assessed.applies with input as record with data.run.as_at as "2026-10-31"
	met := siblings_assessed.met with input as record with data.run.as_at as "2026-10-31"
}

episode(details) := object.union({"legal_status": "C2", "start_date": "2026-03-02"}, details)

verdict(row) := verdict_of({"care_episodes": [episode({})], "permanence": [row]})

in_care(details) := verdict_of({"care_episodes": [episode(details)], "permanence": [{"siblings": true}]})

test_assessed if verdict({"siblings": true, "siblings_assessed_date": "2026-05-11"}) == "met"

test_assessed_on_as_at if verdict({"siblings": true, "siblings_assessed_date": "2026-10-31"}) == "met"

test_assessed_after_as_at if verdict({"siblings": true, "siblings_assessed_date": "2026-11-01"}) == "not met"

test_an_assessment_of_any_date_counts if verdict({"siblings": true, "siblings_assessed_date": "2020-01-06"}) == "met"

test_never_assessed if {
	every blank in [null, ""] {
		verdict({"siblings": true, "siblings_assessed_date": blank}) == "not met"
	}
	verdict({"siblings": true}) == "not met"
}

test_no_siblings_is_not_audited if {
	every siblings in [false, null, ""] {
		verdict({"siblings": siblings}) == "not audited"
	}
	verdict({}) == "not audited"
}

test_each_row_counts if {
	rows := [{"siblings": false}, {"siblings": true}, {"siblings": true, "siblings_assessed_date": "2026-05-11"}]
	record := {"care_episodes": [episode({})], "permanence": rows}
	siblings_assessed.applies == {1, 2} with input as record with data.run.as_at as "2026-10-31"
	siblings_assessed.met == {2} with input as record with data.run.as_at as "2026-10-31"
}

test_not_in_care_is_not_audited if {
	in_care({"end_date": "2026-10-31"}) == "not audited"
	in_care({"start_date": "2026-11-01"}) == "not audited"
	verdict_of({"permanence": [{"siblings": true}]}) == "not audited"
}

test_care_that_ends_later_is_care if in_care({"end_date": "2026-11-01"}) == "not met"

test_an_episode_without_dates_is_care if verdict_of({"care_episodes": [{}], "permanence": [{"siblings": true}]}) == "not met"

test_short_breaks_are_no_care if {
	every status in ["V3", "V4"] {
		in_care({"legal_status": status}) == "not audited"
	}
}

test_the_child_has_died if {
	every day, verdict in {"2026-10-20": "not audited", "2026-11-01": "not met"} {
		verdict_of({"child": {"date_of_death": day}, "care_episodes": [episode({})], "permanence": [{"siblings": true}]}) == verdict
	}
}
