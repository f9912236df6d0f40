package lib.links_test

import data.lib.links

test_equal_ids_are_the_same if links.same("P1", "P1")

test_different_ids_are_not if not links.same("P1", "P2")

test_ids_keep_their_case if not links.same("P1", "p1")

test_two_blanks_are_no_id if {
	every blank in [null, ""] {
		not links.same(blank, blank)
	}
}
