package slices.placed_out_of_area_test

import data.slices.placed_out_of_area

inside(placements) if placed_out_of_area.inside with input.placements as placements with data.run.as_at as "2026-10-31"

placed(details) if inside([object.union({"out_of_area": true, "start_date": "2026-03-02"}, details)])

test_an_open_placement_out_of_area if placed({})

test_an_open_placement_in_the_area if {
	every answer in [false, null, ""] {
		not placed({"out_of_area": answer})
	}
	not inside([{"start_date": "2026-03-02"}])
}

test_begun_on_as_at if placed({"start_date": "2026-10-31"})

test_begins_after_as_at if not placed({"start_date": "2026-11-01"})

test_a_blank_start_counts_as_begun if {
	every blank in [null, ""] {
		placed({"start_date": blank})
	}
	inside([{"out_of_area": true}])
}

test_ended_the_day_before_as_at if not placed({"end_date": "2026-10-30"})

test_ended_on_as_at if not placed({"end_date": "2026-10-31"})

test_a_planned_end_is_still_open if placed({"end_date": "2026-11-01"})

test_a_blank_end_is_still_open if {
	every blank in [null, ""] {
		placed({"end_date": blank})
	}
}

test_one_of_several_is_enough if {
	inside([{"out_of_area": false, "start_date": "2026-03-02"}, {"out_of_area": true, "start_date": "2026-03-02"}])
}

test_no_mixing_of_two if {
	not inside([{"out_of_area": true, "start_date": "2026-03-02", "end_date": "2026-06-01"}, {"start_date": "2026-06-01"}])
}

test_no_placement if {
	not inside([])
	not placed_out_of_area.inside with input as {} with data.run.as_at as "2026-10-31"
}
