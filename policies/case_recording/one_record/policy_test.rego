package audit.case_recording.one_record_test

import data.audit.case_recording.one_record
import data.lib.testing

verdict(case_id, twins) := testing.verdict_on_record(applies, met) if {
	applies := [x | x := one_record.applies] with input.case_id as case_id with data.twins as twins
	met := [x | x := one_record.met] with input.case_id as case_id with data.twins as twins
}

note(case_id, twins) := words if {
	words := [x | x := one_record.note] with input.case_id as case_id with data.twins as twins
}

twins := {
	"1001": [{"case_id": "1002", "by": "NHS number"}],
	"1002": [{"case_id": "1001", "by": "NHS number"}],
	"1003": [{"case_id": "1005", "by": "UPN"}, {"case_id": "1004", "by": "name and date of birth"}],
	"1006": [],
}

test_no_other_record_of_the_child if verdict("1009", twins) == "met"

test_an_empty_list if verdict("1006", twins) == "met"

test_no_record_has_a_twin if verdict("1001", {}) == "met"

test_each_of_a_pair if {
	verdict("1001", twins) == "not met"
	verdict("1002", twins) == "not met"
}

test_several_other_records if verdict("1003", twins) == "not met"

test_a_record_that_was_not_compared_is_not_audited if {
	verdict("1001", null) == "not audited"
	count([x | x := one_record.applies]) == 0 with input.case_id as "1001"
}

test_the_note_names_the_other_record if note("1001", twins) == ["1002 has the same NHS number"]

test_the_note_names_each_in_order if {
	note("1003", twins) == ["1004 has the same name and date of birth, 1005 has the same UPN"]
}

test_no_note_without_another_record if note("1009", twins) == []
