package quality.worker_not_listed_test

import data.quality.worker_not_listed as check

found(record) := faults if {
	faults := {[fault.entity, fault.item, fault.fields] | some fault in check.fault} with input as record
		with data.run.workers as {"W1": true}
}

test_every_field if {
	every entity, fields in check.workers {
		every field in fields {
			found({entity: [{}, {field: "W2"}]}) == {[entity, 1, [field]]}
			found({entity: [{field: "W1"}]}) == set()
		}
	}
}

test_the_workers_of_an_item_together if {
	found({"assessments": [{"worker_id": "W2", "signed_off_by": "W3"}]}) == {["assessments", 0, ["worker_id", "signed_off_by"]]}
}

test_blank if {
	every blank in [null, "", " "] {
		found({"plans": [{"worker_id": blank}]}) == set()
	}
	found({}) == set()
}

test_no_list if check.fault == set() with input as {"plans": [{"worker_id": "W2"}]} with data.run as {}

test_what_it_says_names_nobody if {
	{fault.text | some fault in check.fault} == {"worker id, signed off by: not on the list of professionals"} with input as {"assessments": [{"worker_id": "Jane Doe", "signed_off_by": "John Doe"}]}
		with data.run.workers as {"W1": true}
}
