package quality.id_names_nothing_test

import data.quality.id_names_nothing as check

supplies := {concat(".", [link.of, link.field]): true | some link in check.links}

found_in(record, run) := faults if {
	faults := {[fault.entity, fault.item, fault.fields] | some fault in check.fault} with input as record with data.run as run
}

found(record) := found_in(record, {"supplies": supplies})

test_every_link if {
	every link in check.links {
		found({link.entity: [{}, {link.field: "X1"}]}) == {[link.entity, 1, [link.field]]}
		found({link.entity: [{link.field: "X1"}], link.of: [{link.field: "X1"}]}) == set()
		found({link.entity: [{link.field: "X1"}], link.of: [{link.field: "X2"}, {}]}) == {[link.entity, 0, [link.field]]}
	}
}

test_a_blank_names_nothing_and_is_no_fault if {
	every blank in [null, "", " "] {
		found({"assessments": [{"plan_id": blank, "referral_id": blank}]}) == set()
	}
	found({}) == set()
}

test_ids_are_compared_as_they_stand if {
	found({"assessments": [{"plan_id": "p1"}], "plans": [{"plan_id": "P1"}]}) == {["assessments", 0, ["plan_id"]]}
}

test_the_export_lacks_what_would_be_named if {
	found_in({"assessments": [{"plan_id": "P1"}]}, {"supplies": {}}) == set()
	found_in({"assessments": [{"plan_id": "P1"}]}, {}) == set()
}

plan_of_kinds(kinds) := found_in({"meetings": [{"plan_id": "P1"}]}, {"supplies": supplies, "kinds": {"plans": kinds}})

test_the_export_lacks_a_table_of_plans if {
	plan_of_kinds(["child_protection"]) == set()
	plan_of_kinds(["care", "child_in_need"]) == set()
	plan_of_kinds(["care", "child_in_need", "child_protection"]) == {["meetings", 0, ["plan_id"]]}
	found_in({"assessments": [{"referral_id": "R1"}]}, {"supplies": supplies, "kinds": {"plans": []}}) == {["assessments", 0, ["referral_id"]]}
}

test_what_it_says if {
	{fault.text | some fault in check.fault} == {"names the enquiry E1, which is not in the record"} with input as {"conferences": [{"enquiry_id": "E1"}]}
		with data.run.supplies as supplies
}
