package audit.child_protection.joint_enquiry_test

import data.audit.child_protection.joint_enquiry
import data.lib.testing

verdict(enquiry) := testing.verdict(applies, met, 0) if {
	applies := joint_enquiry.applies with input.section_47 as [enquiry] with data.run.as_at as "2026-10-31"
	met := joint_enquiry.met with input.section_47 as [enquiry] with data.run.as_at as "2026-10-31"
}

# Enquiries begun on 3 March 2026: by this way of conducting them, and by one agency for this reason.
conducted(how) := verdict({"start_date": "2026-03-03", "conducted": how})

alone(reason) := verdict({"start_date": "2026-03-03", "conducted": "single_agency", "single_agency_reason": reason})

test_joint if conducted("joint") == "met"

test_single_agency_with_a_reason if alone("The police found no offence to investigate.") == "met"

test_single_agency_with_a_yes if alone(true) == "met"

test_single_agency_with_a_no if alone(false) == "not met"

test_three_words_are_a_reason if alone("no offence suspected") == "met"

test_two_words_are_none if alone("police declined") == "not met"

test_a_council_may_ask_for_more_words if {
	alone("no offence suspected") == "not met" with data.settings.narrative_min_words.values as [{"value": 4}]
}

test_placeholders_are_no_reason if {
	every text in ["see above", "See case notes.", "n/a", "to be confirmed", "None", "-"] {
		alone(text) == "not met"
	}
}

test_single_agency_without_a_reason if {
	conducted("single_agency") == "not met"
	every blank in [null, "", "  "] {
		alone(blank) == "not met"
	}
}

test_not_recorded_how if {
	verdict({"start_date": "2026-03-03"}) == "not met"
	every blank in [null, "", "other"] {
		conducted(blank) == "not met"
	}
}

test_a_reason_alone_is_not_enough if {
	every how in [null, "other"] {
		verdict({"start_date": "2026-03-03", "conducted": how, "single_agency_reason": true}) == "not met"
	}
}

test_begun_on_as_at_is_judged_at_once if verdict({"start_date": "2026-10-31"}) == "not met"

test_begun_after_as_at if verdict({"start_date": "2026-11-01", "conducted": "joint"}) == "not audited"

test_begun_on_the_first_day_of_the_period if verdict({"start_date": "2025-11-01"}) == "not met"

test_begun_before_the_period if verdict({"start_date": "2025-10-31"}) == "not audited"

test_blank_start if {
	verdict({"conducted": "joint"}) == "not audited"
	every blank in [null, ""] {
		verdict({"start_date": blank, "conducted": "joint"}) == "not audited"
	}
}

note(enquiry) := words if {
	words := joint_enquiry.note with input.section_47 as [enquiry] with data.run.as_at as "2026-10-31"
}

test_the_note_says_what_is_missing if {
	note({"conducted": "single_agency"}) == {0: "single agency, with no reason recorded"}
	note({"conducted": null}) == {0: "not recorded how it was conducted"}
	note({}) == {0: "not recorded how it was conducted"}
}

test_no_note_where_all_is_well if {
	note({"conducted": "joint"}) == {}
	note({"conducted": "single_agency", "single_agency_reason": true}) == {}
}
