package quality.before_what_it_follows_test

import data.quality.before_what_it_follows as check

positions(record) := faults if {
	faults := {[found.entity, found.item] | some found in check.fault} with input as record
}

conference(details) := positions({
	"section_47": [{"enquiry_id": "E1", "start_date": "2026-03-02"}],
	"plans": [{"plan_id": "P1", "start_date": "2026-03-20"}],
	"conferences": [details],
})

test_conference_before_its_enquiry if {
	conference({"type": "initial", "date": "2026-03-01", "enquiry_id": "E1"}) == {["conferences", 0]}
	conference({"type": "initial", "date": "2026-03-02", "enquiry_id": "E1"}) == set()
	conference({"type": "initial", "date": "2026-03-01", "enquiry_id": "E2"}) == set()
	conference({"type": "initial", "date": "2026-03-01"}) == set()
	conference({"type": "initial", "enquiry_id": "E1"}) == set()
}

test_review_before_its_plan if {
	conference({"type": "review", "date": "2026-03-19", "plan_id": "P1"}) == {["conferences", 0]}
	conference({"type": "review", "date": "2026-03-20", "plan_id": "P1"}) == set()
	conference({"type": "initial", "date": "2026-03-19", "plan_id": "P1"}) == set()
	conference({"date": "2026-03-19", "plan_id": "P1"}) == set()
}

meeting(type, date) := positions({
	"plans": [{"plan_id": "P1", "start_date": "2026-03-20"}],
	"meetings": [{"type": type, "date": date, "plan_id": "P1"}],
})

test_meeting_before_its_plan if {
	every type in ["core_group", "child_in_need_review"] {
		meeting(type, "2026-03-19") == {["meetings", 0]}
		meeting(type, "2026-03-20") == set()
	}
	every type in ["strategy", "care_team", null] {
		meeting(type, "2026-03-19") == set()
	}
}

work(date) := positions({
	"referrals": [{"referral_id": "R1", "date": "2026-03-02"}],
	"assessments": [{"referral_id": "R1", "start_date": date}],
	"section_47": [{"referral_id": "R1", "start_date": date}],
})

test_work_before_its_referral if {
	work("2026-03-01") == {["assessments", 0], ["section_47", 0]}
	work("2026-03-02") == set()
}

test_blank_ids_join_nothing if {
	every blank in [null, ""] {
		positions({
			"referrals": [{"referral_id": blank, "date": "2026-03-02"}],
			"assessments": [{"referral_id": blank, "start_date": "2026-03-01"}],
		}) == set()
	}
	positions({"assessments": [{"referral_id": "R1", "start_date": "2026-03-01"}]}) == set()
	positions({}) == set()
}

test_what_it_says if {
	check.fault == {{
		"entity": "assessments", "item": 0, "fields": ["start_date", "referral_id"],
		"text": "dated 2026-03-01, before the referral that it names, of 2026-03-02",
	}} with input as {
		"referrals": [{"referral_id": "R1", "date": "2026-03-02"}],
		"assessments": [{"referral_id": "R1", "start_date": "2026-03-01"}],
	}
}
