package audit.workforce.manager_posts_filled_test

import data.audit.workforce.manager_posts_filled
import data.lib.testing

listed := {"professionals.professional_id": true}

verdict_with(place, professionals, supplies) := testing.verdict(applies, met, 0) if {
	applies := manager_posts_filled.applies with data.service.posts as [place]
		with data.service.professionals as professionals
		with data.run.supplies as supplies
		with data.run.as_at as "2026-10-31"
	met := manager_posts_filled.met with data.service.posts as [place]
		with data.service.professionals as professionals
		with data.run.supplies as supplies
		with data.run.as_at as "2026-10-31"
}

place := {"level": "first_line_manager", "holder_id": "P1"}

# The post is held by P1, of whom the list of professionals says this.
held_by(details) := verdict_with(place, [object.union({"professional_id": "P1"}, details)], listed)

post(details) := verdict_with(object.union(place, details), [{"professional_id": "P1"}], listed)

test_filled if held_by({}) == "met"

test_no_holder if {
	every blank in [null, ""] {
		post({"holder_id": blank}) == "not met"
	}
	verdict_with(object.remove(place, ["holder_id"]), [{"professional_id": "P1"}], listed) == "not met"
}

test_holder_left_on_as_at if held_by({"end_date": "2026-10-31"}) == "not met"

test_holder_leaves_after_as_at if held_by({"end_date": "2026-11-01"}) == "met"

test_holder_starts_on_as_at if held_by({"start_date": "2026-10-31"}) == "met"

test_holder_starts_after_as_at if held_by({"start_date": "2026-11-01"}) == "not met"

test_holder_who_is_not_on_the_list if post({"holder_id": "P9"}) == "not met"

test_without_a_list_of_professionals_an_id_is_enough if {
	verdict_with(place, [], {}) == "met"
	verdict_with(object.union(place, {"holder_id": ""}), [], {}) == "not met"
}

test_a_list_without_anybody_fills_no_post if verdict_with(place, [], listed) == "not met"

test_an_agency_worker_fills_a_post if held_by({"agency": true}) == "met"

test_another_level_is_not_audited if {
	every level in ["practitioner", "senior_manager", "support", null, ""] {
		post({"level": level}) == "not audited"
	}
	verdict_with({"holder_id": "P1"}, [], listed) == "not audited"
}

test_a_post_that_needs_no_registration_is_audited if {
	every answer in [true, false, null] {
		post({"qualified_post": answer}) == "met"
	}
}

test_each_post_is_judged_alone if {
	posts := [place, {"level": "first_line_manager"}, {"level": "support", "holder_id": "P1"}]
	applies := manager_posts_filled.applies with data.service.posts as posts
	met := manager_posts_filled.met with data.service.posts as posts
		with data.service.professionals as [{"professional_id": "P1"}]
		with data.run.supplies as listed
		with data.run.as_at as "2026-10-31"
	applies == {0, 1}
	applies & met == {0}
}
