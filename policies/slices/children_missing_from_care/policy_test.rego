package slices.children_missing_from_care_test

import data.slices.children_missing_from_care

inside(episodes) := positions if {
	positions := children_missing_from_care.inside with input.missing as episodes
}

test_missing_from_care if inside([{"from_care": true}]) == {0}

test_missing_from_home if inside([{"from_care": false}]) == set()

test_blank if {
	every answer in [null, "", "yes"] {
		inside([{"from_care": answer}]) == set()
	}
	inside([{}]) == set()
}

test_no_episode if {
	inside([]) == set()
	children_missing_from_care.inside == set() with input as {}
}

test_each_episode_is_judged_alone if inside([{"from_care": false}, {"from_care": true}, {}, {"from_care": true}]) == {1, 3}
