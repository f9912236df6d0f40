package annexa_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

const (
	referralHeader   = "Child Unique ID|Gender|Date of Birth|Date of referral|Referral Source|Referral NFA?|Allocated Team"
	assessmentHeader = "Child Unique ID|Date of Birth|Continuous Assessment Start Date|Child Seen During Continuous Assessment|Continuous Assessment Date of Authorisation|" +
		"Was the child assessed as requiring LA children's social care support?|Allocated Team"
	needHeader = "Child Unique ID|Gender|CIN Start Date|Primary Need Code|Date Child Was Last Seen|CIN Closure Date|Reason for Closure|Case Status"
	planHeader = "Child Unique ID|Gender|Child Protection Plan Start Date|Initial Category of Abuse|Date of the Last Statutory Visit|Was the Child Seen Alone?|" +
		"Date of latest review conference|Child Protection Plan End Date|Number of Previous Child Protection Plans"
	enquiryHeader = "Child Unique ID|Gender|Strategy discussion initiating Section 47 Enquiry Start Date|Was an Initial Child Protection Conference deemed unnecessary?|" +
		"Date of Initial Child Protection Conference|Did the Initial Child Protection Conference Result in a Child Protection Plan|Number of ICPCs in the last 12 months"
)

// only keeps some fields of items.
func only(r *casefile.Record, entity string, fields ...string) []map[string]any {
	var list []map[string]any
	for _, x := range r.Items(entity) {
		kept := map[string]any{}
		for _, field := range fields {
			if v, has := x.(map[string]any)[field]; has {
				kept[field] = v
			}
		}
		list = append(list, kept)
	}
	return list
}

func TestReferralsAndEpisodesOfNeed(t *testing.T) {
	for _, test := range []struct {
		name            string
		referrals, need []string // rows
		want            []map[string]any
	}{
		{"one of both", []string{"02/03/2026|A"}, []string{"02/03/2026|N1|"}, []map[string]any{{"date": "2026-03-02", "primary_need": "N1"}}},
		{"the episode begins later", []string{"02/03/2026|A"}, []string{"04/05/2026|N1|01/06/2026"}, []map[string]any{{"date": "2026-03-02", "primary_need": "N1", "close_date": "2026-06-01"}}},
		{"too late to be the same", []string{"02/03/2026|A"}, []string{"05/05/2026|N1|"}, []map[string]any{{"date": "2026-05-05", "primary_need": "N1"}, {"date": "2026-03-02", "close_date": "2026-05-05"}}},
		{"the latest of two", []string{"02/03/2026|A", "20/03/2026|A"}, []string{"21/03/2026|N1|"},
			[]map[string]any{{"date": "2026-03-02", "close_date": "2026-03-21"}, {"date": "2026-03-20", "primary_need": "N1"}}},
		{"no further action is no beginning", []string{"02/03/2026|A", "20/03/2026|NFA"}, []string{"21/03/2026|N1|"},
			[]map[string]any{{"date": "2026-03-02", "primary_need": "N1"}, {"date": "2026-03-20", "no_further_action": true}}},
		{"a referral during an open episode", []string{"02/03/2026|A"}, []string{"01/02/2025|N1|"}, []map[string]any{{"date": "2025-02-01", "primary_need": "N1"}, {"date": "2026-03-02"}}},
		{"a referral during an episode that ended", []string{"02/03/2026|A"}, []string{"01/02/2025|N1|30/04/2026"},
			[]map[string]any{{"date": "2025-02-01", "primary_need": "N1", "close_date": "2026-04-30"}, {"date": "2026-03-02", "close_date": "2026-04-30"}}},
		{"a referral after an episode that ended", []string{"02/06/2026|A"}, []string{"01/02/2025|N1|30/04/2026"},
			[]map[string]any{{"date": "2025-02-01", "primary_need": "N1", "close_date": "2026-04-30"}, {"date": "2026-06-02"}}},
		{"no episode", []string{"02/06/2026|A"}, nil, []map[string]any{{"date": "2026-06-02"}}},
		{"no referral", nil, []string{"01/02/2025|N1|"}, []map[string]any{{"date": "2025-02-01", "primary_need": "N1"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := map[string]rows{"list_3.csv": {referralHeader}, "list_6.csv": {needHeader}}
			for _, r := range test.referrals {
				date, nfa := r[:10], map[string]string{"A": "b) No", "NFA": "a) Yes"}[r[11:]]
				files["list_3.csv"] = append(files["list_3.csv"], "1|||"+date+"||"+nfa+"|")
			}
			for _, n := range test.need {
				began, rest := n[:10], n[14:]
				files["list_6.csv"] = append(files["list_6.csv"], "1||"+began+"|N1 - Abuse or neglect||"+rest+"||")
			}
			_, records := read(t, files)
			got := only(records["1"], "referrals", "date", "close_date", "primary_need", "no_further_action")
			for _, item := range got {
				if item["no_further_action"] == false {
					delete(item, "no_further_action")
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
			if len(records["1"].Where["referrals"]) != len(got) {
				t.Error("places and items differ in number")
			}
		})
	}
}

func TestAssessmentsAndReferrals(t *testing.T) {
	s, records := read(t, map[string]rows{
		"list_3.csv": {referralHeader, "1|||02/03/2026||No|", "1|||01/06/2026||No|", "2|||02/03/2026||Yes|", "3|||02/03/2026||No|"},
		"list_4.csv": {assessmentHeader,
			"1||03/03/2026|Yes|31/03/2026|Yes|North", "1||20/04/2026|No|||South", "1||01/06/2026||||", // the second is of no referral that is known
			"2||03/03/2026|c) Unknown|31/03/2026|b) No|", "3|01/05/2026|03/03/2026|b) No|31/03/2026||", "4||03/03/2026|Not seen alone|||"},
	})
	want := map[string][]map[string]any{
		"1": {{"type": "single", "referral_id": "1/referral/2026-03-02", "child_seen": true, "completed_date": "2026-03-31", "signed_off_date": "2026-03-31", "no_further_action": false},
			{"type": "single", "child_seen": false}, {"type": "single", "referral_id": "1/referral/2026-06-01"}},
		"2": {{"type": "single", "completed_date": "2026-03-31", "signed_off_date": "2026-03-31", "no_further_action": true}},
		"3": {{"type": "pre_birth", "referral_id": "3/referral/2026-03-02", "child_seen": false, "completed_date": "2026-03-31", "signed_off_date": "2026-03-31"}},
		"4": {{"type": "single"}},
	}
	for id, assessments := range want {
		if diff := cmp.Diff(assessments, only(records[id], "assessments", "type", "referral_id", "child_seen", "completed_date", "signed_off_date", "no_further_action")); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
	if records["1"].Team != "South" {
		t.Errorf("the team is %q, want that of the latest assessment", records["1"].Team)
	}
	if missing := s.Supply.Missing([]string{"assessments.referral_id", "referrals.referral_id", "team", "assessments.completed_date"}); missing != nil {
		t.Errorf("missing %q", missing)
	}
	if missing := s.Supply.Missing([]string{"assessments.completed_date", "assessments.signed_off_date"}); len(missing) != 1 {
		t.Errorf("one date is two: missing %q", missing)
	}
}

func TestEnquiriesAndConferences(t *testing.T) {
	_, records := read(t, map[string]rows{"list_1.csv": {"Child Unique ID|Gender|Age|Date of Contact|Contact Source"}, "list_5.csv": {enquiryHeader,
		"1||02/03/2026|No|12/03/2026|a) Yes|0", "2||02/03/2026|1|||0", "3||02/03/2026|false|||0", "4||02/03/2026|a) Yes|12/03/2026|b) No|0", "5||02/03/2026|||c) Unknown|0"}})
	want := map[string][2][]map[string]any{
		"2": {{{"start_date": "2026-03-02", "strategy_discussion_date": "2026-03-02", "to_conference": false}}, nil},
		"3": {{{"start_date": "2026-03-02", "strategy_discussion_date": "2026-03-02", "to_conference": true}}, nil},
		"4": {{{"start_date": "2026-03-02", "strategy_discussion_date": "2026-03-02", "to_conference": true}},
			{{"type": "initial", "date": "2026-03-12", "enquiry_id": "4/enquiry/2026-03-02", "plan_made": false}}},
		"5": {{{"start_date": "2026-03-02", "strategy_discussion_date": "2026-03-02"}}, nil},
	}
	for id, both := range want {
		if diff := cmp.Diff(both[0], only(records[id], "section_47", "start_date", "strategy_discussion_date", "to_conference")); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
		if diff := cmp.Diff(both[1], only(records[id], "conferences", "type", "date", "enquiry_id", "plan_made")); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
}

func TestVisitsAndPlans(t *testing.T) {
	for _, test := range []struct {
		name, visited, alone, seen string // list 7, and list 6
		want                       []map[string]any
	}{
		{"seen alone", "20/05/2026", "a) Yes", "", []map[string]any{{"type": "child_protection", "date": "2026-05-20", "child_seen": true, "seen_alone": true}}},
		{"seen that day", "20/05/2026", "b) No", "20/05/2026", []map[string]any{{"type": "child_protection", "date": "2026-05-20", "child_seen": true, "seen_alone": false}}},
		{"seen since", "20/05/2026", "", "22/05/2026", []map[string]any{{"type": "other", "date": "2026-05-22", "child_seen": true}, {"type": "child_protection", "date": "2026-05-20", "child_seen": true}}},
		{"seen before, while the plan ran", "20/05/2026", "b) No", "01/05/2026", []map[string]any{{"type": "child_protection", "date": "2026-05-01", "child_seen": true},
			{"type": "child_protection", "date": "2026-05-20", "child_seen": false, "seen_alone": false}}},
		{"seen before the plan", "20/05/2026", "b) No", "01/02/2026", []map[string]any{{"type": "other", "date": "2026-02-01", "child_seen": true},
			{"type": "child_protection", "date": "2026-05-20", "child_seen": false, "seen_alone": false}}},
		{"nobody wrote whether", "20/05/2026", "Child seen", "", []map[string]any{{"type": "child_protection", "date": "2026-05-20"}}},
		{"no visit", "", "b) No", "22/05/2026", []map[string]any{{"type": "other", "date": "2026-05-22", "child_seen": true}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, records := read(t, map[string]rows{"list_6.csv": {needHeader, "1||01/02/2025|N1|" + test.seen + "|||"},
				"list_7.csv": {planHeader, "1||02/03/2026|Neglect|" + test.visited + "|" + test.alone + "|01/06/2026||1"}})
			if diff := cmp.Diff(test.want, only(records["1"], "visits", "type", "date", "child_seen", "seen_alone")); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]map[string]any{{"type": "review", "date": "2026-06-01", "plan_id": "1/child-protection-plan/2026-03-02"}},
				only(records["1"], "conferences", "type", "date", "plan_id")); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]map[string]any{{"plan_id": "1/child-protection-plan/2026-03-02", "category": "NEG", "previous_plans": 1}},
				only(records["1"], "plans", "plan_id", "category", "previous_plans")); diff != "" {
				t.Error(diff)
			}
			for _, kind := range []string{"child_protection", "other"} {
				if !s.Supply.Latest("visits", kind) {
					t.Errorf("visits of type %s are more than the latest", kind)
				}
			}
		})
	}
}

// Without list 6 nothing says whether the child was seen.
func TestSeenIsNotSupposed(t *testing.T) {
	s, records := read(t, map[string]rows{"list_7.csv": {planHeader, "1||02/03/2026|Neglect|20/05/2026|a) Yes|||1"}})
	if s.Supply.Has("visits.child_seen") || item(records["1"], "visits", 0)["child_seen"] != nil {
		t.Error("a sighting is supplied that no list has")
	}
}

func TestAdoptionReversed(t *testing.T) {
	header := "Child Unique ID|Family identifier|Gender|Date the Child Entered Care|Date of Decision that Child Should be Placed for Adoption|Date of Placement Order|Date Placed for Adoption|" +
		"Date of Adoption Order|Date of Decision that Child Should No Longer be Placed for Adoption"
	_, records := read(t, map[string]rows{"list_10.csv": {header, "1|||01/02/2025|02/03/2025||||01/06/2026", "2|||01/02/2025|02/03/2025||04/05/2025||"}})
	if len(records["1"].Items("permanence")) != 0 {
		t.Error("a decision that was reversed counts")
	}
	if diff := cmp.Diff([]map[string]any{{"decision_date": "2025-03-02", "placed_date": "2025-05-04"}}, only(records["2"], "permanence", "decision_date", "placed_date")); diff != "" {
		t.Error(diff)
	}
}
