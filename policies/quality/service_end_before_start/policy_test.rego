package quality.service_end_before_start_test

import data.quality.service_end_before_start as check

found(service) := faults if {
	faults := {[fault.entity, fault.item, fault.fields] | some fault in check.fault} with data.service as service
}

test_every_pair if {
	every entity, list in check.pairs {
		every pair in list {
			found({entity: [{}, {pair[0]: "2026-03-02", pair[1]: "2026-03-01"}]}) == {[entity, 1, pair]}
			found({entity: [{pair[0]: "2026-03-02", pair[1]: "2026-03-02"}]}) == set()
			found({entity: [{pair[0]: "2026-03-02"}, {pair[1]: "2026-03-01"}]}) == set()
		}
	}
}

test_nothing_of_the_service if found({}) == set()
