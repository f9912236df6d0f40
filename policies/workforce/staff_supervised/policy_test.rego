package audit.workforce.staff_supervised_test

import data.audit.workforce.staff_supervised
import data.lib.testing

verdict_of(professional, sessions) := testing.verdict(applies, met, 0) if {
	applies := staff_supervised.applies with data.service.professionals as [professional]
		with data.service.staff_supervision as sessions
		with data.run.as_at as "2026-10-31"
	met := staff_supervised.met with data.service.professionals as [professional]
		with data.service.staff_supervision as sessions
		with data.run.as_at as "2026-10-31"
}

worker := {"professional_id": "P1", "contact_with_children": true, "start_date": "2019-04-01"}

on(date) := {"professional_id": "P1", "date": date}

supervised(sessions) := verdict_of(worker, sessions)

never_supervised(details) := verdict_of(object.union(worker, details), [])

# The 35th day before Saturday 31 October 2026 is Saturday 26 September.
test_supervised_exactly_35_days_before if supervised([on("2026-09-26")]) == "met"

test_supervised_36_days_before if supervised([on("2026-09-25")]) == "not met"

test_supervised_on_as_at if supervised([on("2026-10-31")]) == "met"

test_supervised_after_as_at_is_no_evidence if supervised([on("2026-11-01")]) == "not met"

test_one_after_as_at_does_not_hide_an_earlier_one if supervised([on("2026-11-01"), on("2026-10-12")]) == "met"

test_the_last_of_several_counts if supervised([on("2026-10-12"), on("2020-10-12")]) == "met"

test_never_supervised if supervised([]) == "not met"

test_blank_date if {
	every blank in [null, ""] {
		supervised([on(blank)]) == "not met"
	}
}

test_supervision_of_somebody_else if {
	every id in ["P2", "p1", null, ""] {
		supervised([{"professional_id": id, "date": "2026-10-12"}]) == "not met"
	}
	supervised([{"date": "2026-10-12"}]) == "not met"
}

test_two_blank_ids_are_nobody if {
	every blank in [null, ""] {
		verdict_of(object.union(worker, {"professional_id": blank}), [{"professional_id": blank, "date": "2026-10-12"}]) == "not met"
	}
}

test_in_post_exactly_35_days if never_supervised({"start_date": "2026-09-26"}) == "not met"

test_in_post_34_days_is_not_audited if never_supervised({"start_date": "2026-09-27"}) == "not audited"

test_start_not_known_is_not_audited if {
	every blank in [null, ""] {
		never_supervised({"start_date": blank}) == "not audited"
	}
	verdict_of(object.remove(worker, ["start_date"]), []) == "not audited"
}

test_left_on_as_at_is_not_audited if never_supervised({"end_date": "2026-10-31"}) == "not audited"

test_leaves_after_as_at if never_supervised({"end_date": "2026-11-01"}) == "not met"

test_no_contact_with_children_is_not_audited if {
	every answer in [false, null, ""] {
		never_supervised({"contact_with_children": answer}) == "not audited"
	}
	verdict_of(object.remove(worker, ["contact_with_children"]), []) == "not audited"
}

test_a_council_may_set_another_interval if {
	weeks := [{"value": 42}]
	in_time := supervised([on("2026-09-19")]) with data.settings.staff_supervision_days.values as weeks
	in_time == "met"
	late := supervised([on("2026-09-18")]) with data.settings.staff_supervision_days.values as weeks
	late == "not met"
	new := never_supervised({"start_date": "2026-09-20"}) with data.settings.staff_supervision_days.values as weeks
	new == "not audited"
}

test_each_worker_is_judged_alone if {
	workers := [worker, object.union(worker, {"professional_id": "P2"}), object.union(worker, {"professional_id": "P3"})]
	sessions := [on("2026-10-12"), {"professional_id": "P3", "date": "2026-06-01"}]
	applies := staff_supervised.applies with data.service.professionals as workers with data.run.as_at as "2026-10-31"
	met := staff_supervised.met with data.service.professionals as workers
		with data.service.staff_supervision as sessions
		with data.run.as_at as "2026-10-31"
	note := staff_supervised.note with data.service.professionals as workers
		with data.service.staff_supervision as sessions
		with data.run.as_at as "2026-10-31"
	applies == {0, 1, 2}
	met == {0}
	note == {0: "the last one was on 2026-10-12", 2: "the last one was on 2026-06-01"}
}
