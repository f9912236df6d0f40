package slices.disabled_children_test

import data.slices.disabled_children

inside(codes) if disabled_children.inside with input.child.disabilities as codes

test_one_code if inside(["AUT"])

test_several_codes if inside(["LD", "MOB"])

test_none_is_no_disability if not inside(["NONE"])

test_another_code_beside_none if inside(["NONE", "HEAR"])

test_no_code if not inside([])

test_blank_code if {
	every blank in [null, ""] {
		not inside([blank])
	}
}

test_blank_code_beside_none if not inside(["NONE", null, ""])

test_blank_code_beside_another if inside([null, "VIS"])

test_blank_list if not inside(null)

test_no_disabilities_in_the_record if {
	not disabled_children.inside with input as {"child": {}}
	not disabled_children.inside with input as {}
}
