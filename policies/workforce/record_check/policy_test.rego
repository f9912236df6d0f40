package audit.workforce.record_check_test

import data.audit.workforce.record_check
import data.lib.testing

verdict_on(as_at, professional) := testing.verdict(applies, met, 0) if {
	applies := record_check.applies with data.service.professionals as [professional] with data.run.as_at as as_at
	met := record_check.met with data.service.professionals as [professional] with data.run.as_at as as_at
}

verdict(details) := verdict_on("2026-10-31", worker(details))

worker(details) := object.union({"contact_with_children": true, "start_date": "2019-04-01"}, details)

test_checked_exactly_three_years_before if verdict({"record_check_date": "2023-10-31"}) == "met"

test_checked_three_years_and_a_day_before if verdict({"record_check_date": "2023-10-30"}) == "not met"

test_checked_on_as_at if verdict({"record_check_date": "2026-10-31"}) == "met"

test_checked_after_as_at_reads_as_blank if verdict({"record_check_date": "2026-11-01"}) == "not met"

test_never_checked if verdict({}) == "not met"

test_blank_check if {
	every blank in [null, ""] {
		verdict({"record_check_date": blank}) == "not met"
	}
}

# Three years before 29 February 2028 is 28 February 2025.
test_on_a_leap_day if {
	verdict_on("2028-02-29", worker({"record_check_date": "2025-02-28"})) == "met"
	verdict_on("2028-02-29", worker({"record_check_date": "2025-02-27"})) == "not met"
}

test_checked_on_a_leap_day if {
	verdict_on("2027-02-28", worker({"record_check_date": "2024-02-29"})) == "met"
	verdict_on("2027-03-01", worker({"record_check_date": "2024-02-29"})) == "not met"
}

test_no_contact_with_children_is_not_audited if {
	every answer in [false, null, ""] {
		verdict({"contact_with_children": answer}) == "not audited"
	}
}

test_started_on_as_at if verdict({"start_date": "2026-10-31"}) == "not met"

test_starts_after_as_at if verdict({"start_date": "2026-11-01"}) == "not audited"

test_blank_start_counts_as_begun if {
	verdict({"start_date": null}) == "not met"
	verdict_on("2026-10-31", {"contact_with_children": true}) == "not met"
}

test_left_on_as_at if verdict({"end_date": "2026-10-31"}) == "not audited"

test_leaves_after_as_at if verdict({"end_date": "2026-11-01"}) == "not met"

test_blank_end_is_in_post if verdict({"end_date": ""}) == "not met"

test_each_worker_is_judged_alone if {
	workers := [worker({"record_check_date": "2026-01-05"}), worker({}), worker({"contact_with_children": false})]
	applies := record_check.applies with data.service.professionals as workers with data.run.as_at as "2026-10-31"
	met := record_check.met with data.service.professionals as workers with data.run.as_at as "2026-10-31"
	applies == {0, 1}
	applies - met == {1}
}

test_the_note_says_when_the_last_one_was if {
	workers := [worker({"record_check_date": "2019-04-01"}), worker({}), worker({"record_check_date": "2026-11-02"})]
	note := record_check.note with data.service.professionals as workers with data.run.as_at as "2026-10-31"
	note == {0: "the last one was on 2019-04-01"}
}
