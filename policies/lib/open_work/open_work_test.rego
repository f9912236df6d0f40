package lib.open_work_test

import data.lib.open_work

exists(record) if open_work.exists with input as record with data.run.as_at as "2026-10-31"

test_an_open_referral if exists({"referrals": [{"date": "2026-10-31"}]})

test_an_open_plan if exists({"plans": [{"start_date": "2026-10-31"}]})

test_one_open_of_several_is_enough if {
	exists({"referrals": [{"date": "2024-03-04", "close_date": "2024-06-03"}, {"date": "2026-03-02"}]})
}

test_blank_start_counts_as_begun if {
	every blank in [null, ""] {
		exists({"referrals": [{"date": blank}]})
		exists({"plans": [{"start_date": blank}]})
	}
	exists({"plans": [{}]})
}

test_neither if not exists({"referrals": [], "plans": []})

test_a_record_with_no_such_lists if not exists({})

test_closed_on_as_at if {
	not exists({"referrals": [{"date": "2026-03-02", "close_date": "2026-10-31"}]})
	not exists({"plans": [{"start_date": "2026-03-02", "end_date": "2026-10-31"}]})
}

test_an_end_after_as_at_is_still_open if {
	exists({"referrals": [{"date": "2026-03-02", "close_date": "2026-11-01"}]})
	exists({"plans": [{"start_date": "2026-03-02", "end_date": "2026-11-01"}]})
}

test_begins_after_as_at if {
	not exists({"referrals": [{"date": "2026-11-01"}]})
	not exists({"plans": [{"start_date": "2026-11-01"}]})
}

test_no_further_action if not exists({"referrals": [{"date": "2026-03-02", "no_further_action": true}]})

test_the_child_has_died if {
	not exists({
		"child": {"date_of_death": "2026-06-01"},
		"referrals": [{"date": "2026-03-02"}],
		"plans": [{"start_date": "2026-03-02"}],
	})
}
