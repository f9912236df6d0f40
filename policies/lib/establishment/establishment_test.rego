package lib.establishment_test

import data.lib.establishment

listed := {"professionals.professional_id": true}

filled(place, professionals, supplies) if {
	establishment.filled(place) with data.service.professionals as professionals
		with data.run.supplies as supplies
		with data.run.as_at as "2026-10-31"
}

test_a_holder_in_post if filled({"holder_id": "P1"}, [{"professional_id": "P1"}], listed)

test_a_holder_who_has_left if {
	not filled({"holder_id": "P1"}, [{"professional_id": "P1", "end_date": "2026-10-31"}], listed)
}

test_a_holder_who_leaves_after_as_at if filled({"holder_id": "P1"}, [{"professional_id": "P1", "end_date": "2026-11-01"}], listed)

test_a_holder_who_starts_after_as_at if {
	not filled({"holder_id": "P1"}, [{"professional_id": "P1", "start_date": "2026-11-01"}], listed)
}

test_a_holder_who_is_not_on_the_list if not filled({"holder_id": "P9"}, [{"professional_id": "P1"}], listed)

test_ids_keep_their_case if not filled({"holder_id": "p1"}, [{"professional_id": "P1"}], listed)

test_no_holder if {
	not filled({}, [{"professional_id": "P1"}], listed)
	every blank in [null, ""] {
		not filled({"holder_id": blank}, [{"professional_id": blank}], listed)
		not filled({"holder_id": blank}, [], {})
	}
}

test_a_list_without_anybody_fills_no_post if not filled({"holder_id": "P1"}, [], listed)

test_without_a_list_an_id_is_enough if filled({"holder_id": "P1"}, [], {})
