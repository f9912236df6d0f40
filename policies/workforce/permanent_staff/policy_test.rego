package audit.workforce.permanent_staff_test

import data.audit.workforce.permanent_staff
import data.lib.testing

verdict_of(place, professionals) := testing.verdict(applies, met, 0) if {
	applies := permanent_staff.applies with data.service.posts as [place]
		with data.service.professionals as professionals
		with data.run.as_at as "2026-10-31"
	met := permanent_staff.met with data.service.posts as [place]
		with data.service.professionals as professionals
		with data.run.as_at as "2026-10-31"
}

place := {"level": "practitioner", "qualified_post": true, "holder_id": "P1"}

# The post is held by P1, of whom the list of professionals says this.
held_by(details) := verdict_of(place, [object.union({"professional_id": "P1"}, details)])

post(details) := verdict_of(object.union(place, details), [{"professional_id": "P1", "agency": true}])

test_permanent if held_by({"agency": false}) == "met"

test_agency if held_by({"agency": true}) == "not met"

test_a_blank_is_not_agency if {
	held_by({}) == "met"
	every blank in [null, ""] {
		held_by({"agency": blank}) == "met"
	}
}

test_a_vacant_post_is_not_audited if {
	every blank in [null, ""] {
		post({"holder_id": blank}) == "not audited"
	}
	verdict_of({"qualified_post": true}, [{"professional_id": "P1"}]) == "not audited"
}

test_holder_who_left_on_as_at_is_not_audited if held_by({"agency": true, "end_date": "2026-10-31"}) == "not audited"

test_holder_who_leaves_after_as_at if held_by({"agency": true, "end_date": "2026-11-01"}) == "not met"

test_holder_who_starts_after_as_at_is_not_audited if held_by({"agency": true, "start_date": "2026-11-01"}) == "not audited"

test_holder_who_is_not_on_the_list_is_not_audited if {
	post({"holder_id": "P9"}) == "not audited"
	verdict_of(place, []) == "not audited"
}

test_where_the_list_has_no_ids_nothing_is_audited if verdict_of(place, [{"agency": true}]) == "not audited"

test_now_permanent_and_once_with_an_agency if {
	verdict_of(place, [{"professional_id": "P1", "agency": true, "end_date": "2026-03-31"}, {"professional_id": "P1"}]) == "met"
}

test_a_post_that_needs_no_registration_is_not_audited if {
	every answer in [false, null, ""] {
		post({"qualified_post": answer}) == "not audited"
	}
	verdict_of({"holder_id": "P1"}, [{"professional_id": "P1", "agency": true}]) == "not audited"
}

test_a_post_of_any_level_is_audited if {
	every level in ["practitioner", "first_line_manager", "senior_manager", "support", null] {
		post({"level": level}) == "not met"
	}
}

test_each_post_is_judged_alone if {
	posts := [place, object.union(place, {"holder_id": "P2"}), object.union(place, {"holder_id": "P3"})]
	workers := [{"professional_id": "P1", "agency": true}, {"professional_id": "P2", "agency": false}]
	applies := permanent_staff.applies with data.service.posts as posts
		with data.service.professionals as workers
		with data.run.as_at as "2026-10-31"
	met := permanent_staff.met with data.service.posts as posts
		with data.service.professionals as workers
		with data.run.as_at as "2026-10-31"
	applies == {0, 1}
	applies & met == {1}
}
