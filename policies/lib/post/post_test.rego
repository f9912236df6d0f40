package lib.post_test

import data.lib.post

# The professionals in post on 31 October 2026, by position.
holders contains i if {
	some i, professional in data.service.professionals
	post.in_post(professional)
}

in_post(professional) if {
	0 in holders with data.service.professionals as [professional] with data.run.as_at as "2026-10-31"
}

test_in_post_without_dates if in_post({})

test_in_post_with_blanks if {
	every blank in [null, "", " "] {
		in_post({"start_date": blank, "end_date": blank})
	}
}

test_in_post_without_an_end if in_post({"start_date": "2020-01-06"})

test_in_post_without_a_start if in_post({"end_date": "2026-12-31"})

test_starts_on_as_at if in_post({"start_date": "2026-10-31"})

test_starts_tomorrow if not in_post({"start_date": "2026-11-01"})

test_left_yesterday if not in_post({"start_date": "2020-01-06", "end_date": "2026-10-30"})

test_left_on_as_at if not in_post({"start_date": "2020-01-06", "end_date": "2026-10-31"})

test_leaves_tomorrow if in_post({"start_date": "2020-01-06", "end_date": "2026-11-01"})

involved(involvement) if post.involved(involvement) with data.run.as_at as "2026-10-31"

test_involved if {
	involved({})
	involved({"start_date": "2026-10-31"})
	involved({"start_date": "2026-01-05", "end_date": "2026-11-01"})
}

test_no_longer_or_not_yet_involved if {
	not involved({"start_date": "2026-01-05", "end_date": "2026-10-31"})
	not involved({"start_date": "2026-11-01"})
}

registered(id, professionals) if {
	post.registered(id) with data.service.professionals as professionals with data.run.as_at as "2026-10-31"
}

worker := {"professional_id": "W1", "registration_number": "SW12345"}

test_registered if registered("W1", [{"professional_id": "W0"}, worker])

test_registered_after_leaving if registered("W1", [object.union(worker, {"end_date": "2020-01-31"})])

test_not_on_the_list if not registered("W2", [worker])

test_ids_keep_their_case if not registered("w1", [worker])

test_without_a_registration_number if {
	every blank in [null, "", " ", 0, false, []] {
		not registered("W1", [{"professional_id": "W1", "registration_number": blank}])
	}
	not registered("W1", [{"professional_id": "W1"}])
}

# A blank id is nobody's, though a professional's be blank too.
test_blank_id if {
	every blank in [null, "", " ", 0, false] {
		not registered(blank, [{"professional_id": blank, "registration_number": "SW12345"}])
	}
}

test_one_of_two_rows_has_the_number if registered("W1", [{"professional_id": "W1"}, worker])

test_no_list if not registered("W1", [])
