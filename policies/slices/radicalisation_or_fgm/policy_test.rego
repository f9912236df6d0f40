package slices.radicalisation_or_fgm_test

import data.slices.radicalisation_or_fgm

inside(risks) if radicalisation_or_fgm.inside with input.exploitation as risks

test_radicalisation if inside([{"kind": "radicalisation"}])

test_fgm if inside([{"kind": "fgm"}])

test_other_kinds if {
	every kind in ["sexual", "criminal"] {
		not inside([{"kind": kind}])
	}
}

test_blank_kind if {
	every blank in [null, ""] {
		not inside([{"kind": blank}])
	}
	not inside([{}])
}

test_one_of_several_is_enough if inside([{"kind": "sexual"}, {"kind": "fgm"}])

test_whenever_it_was_identified if inside([{"kind": "fgm", "identified_date": "2019-03-04"}])

test_nothing_identified if {
	not inside([])
	not radicalisation_or_fgm.inside with input as {}
}
