package lib.planning_test

import data.lib.planning

test_of_the_plan_it_names if planning.of_plan({"plan_id": "P1"}, {"plan_id": "P1"})

test_not_of_another if not planning.of_plan({"plan_id": "P2"}, {"plan_id": "P1"})

test_ids_keep_their_case if not planning.of_plan({"plan_id": "p1"}, {"plan_id": "P1"})

test_of_every_plan_where_it_names_none if {
	every plan in [{"plan_id": "P1"}, {"plan_id": "P2"}, {}] {
		planning.of_plan({}, plan)
		planning.of_plan({"plan_id": null}, plan)
		planning.of_plan({"plan_id": ""}, plan)
	}
}

test_one_that_names_a_plan_is_not_of_a_plan_without_an_id if {
	every plan in [{}, {"plan_id": null}, {"plan_id": ""}] {
		not planning.of_plan({"plan_id": "P1"}, plan)
	}
}
