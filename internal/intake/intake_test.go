package intake_test

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake"
)

// folder writes files to a folder of their own.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "export")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// audit surveys an export and reads its records.
func audit(t *testing.T, files map[string]string) (*casefile.Survey, map[string]*casefile.Record) {
	t.Helper()
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	e, err := intake.Open(t.Context(), d, []string{folder(t, files)})
	if err != nil {
		t.Fatal(err)
	}
	s, err := e.Survey(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	records := map[string]*casefile.Record{}
	if err := e.Records(t.Context(), func(r *casefile.Record) error {
		records[r.CaseID] = r
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if len(records) != s.Records {
		t.Errorf("survey counts %d records and %d were read", s.Records, len(records))
	}
	for _, in := range s.Inputs {
		if in.Rows != in.Read+in.Duplicates+in.Refused {
			t.Errorf("%s: rows are lost: %+v", in.Name, in)
		}
	}
	return s, records
}

// filled drops the empty lists from a record's values.
func filled(r *casefile.Record) map[string]any {
	values := map[string]any{}
	for name, v := range r.Values {
		if list, ok := v.([]any); ok && len(list) == 0 {
			continue
		}
		values[name] = v
	}
	return values
}

func refusals(s *casefile.Survey) []string {
	var lines []string
	for _, r := range s.Refusals {
		lines = append(lines, r.At.String()+" ["+r.Column+"] "+r.Reason)
	}
	return lines
}

func notes(s *casefile.Survey, kind string) []string {
	var lines []string
	for _, n := range s.Notes {
		if n.Kind == kind {
			lines = append(lines, n.At.String()+": "+n.Text)
		}
	}
	return lines
}

func TestNative(t *testing.T) {
	s, records := audit(t, map[string]string{
		"cases.ndjson": `{"supplies": ["assessments.analysis"]}
{"case_id":"0012","team":" North ","child":{"date_of_birth":"01/02/2015","surname":"O'Neil","forename":"Zoë","disabilities":"aut, ld"},"assessments":[{"assessment_id":7,"start_date":"2024-01-31","factors":["3a"],"type":"Pre-birth","child_seen":"Y","conclusion":null},{"start_date":"2024-01-31","assessment_id":7,"child_seen":"Y","factors":["3a"],"type":"Pre-birth","conclusion":null}],"contacts":[{"received":"2024-07-01T23:30:00Z"}],"hobby":"chess"}

{"case_id":"0013","child":{"surname":"ONEIL","forename":"ZOE","date_of_birth":"2015-02-01"},"visits":[{"visit_id":"v1","date":"2062-01-01","type":"home","child_seen":"unknown"}]}
{"case_id":"0014","assessments":[{},{"start_date":"31/31/2024"}]}
not json
{"case_id":"0012"}
{"case_id":"0015","case_id":"0016"}
{"child":{}}
[1]
{"case_id":"0017","visits":{}}
`,
		"service.json": `{"supplies":["posts.fte"],
 "posts":[{"post_id":"P1","fte":0.6},
  {"post_id":"P2","fte":"half"}, 3, {"fte":0.6,"post_id":"P1"}],
 "staff_supervision":[{"date":"2030-01-01"}]}`,
		"readme.txt": "hello",
	})
	want := map[string]any{
		"case_id": "0012", "team": "North",
		"child":       map[string]any{"date_of_birth": "2015-02-01", "surname": "O'Neil", "forename": "Zoë", "disabilities": []any{"AUT", "LD"}},
		"assessments": []any{map[string]any{"assessment_id": "7", "start_date": "2024-01-31", "factors": []any{"3A"}, "type": "pre_birth", "child_seen": true}},
		"contacts":    []any{map[string]any{"received": "2024-07-02T00:30:00"}},
	}
	if diff := cmp.Diff(want, filled(records["0012"])); diff != "" {
		t.Error(diff)
	}
	if got := records["0012"].Where["assessments"][0].String(); got != "cases.ndjson row 2 assessments[0]" {
		t.Error(got)
	}
	if got := slices.Sorted(maps.Keys(records)); !slices.Equal(got, []string{"0012", "0013"}) {
		t.Error(got)
	}
	if diff := cmp.Diff([]string{
		`cases.ndjson row 5 [assessments[1].start_date] "31/31/2024" is no day of the calendar: dates are read day first, write yyyy-mm-dd or dd/mm/yyyy`,
		`cases.ndjson row 6 [] it is not valid JSON: an unexpected character at character 1`,
		`cases.ndjson row 7 [case_id] the case already stands on line 2: keep one record a case`,
		`cases.ndjson row 8 [] the key "case_id" stands twice in one object: keep one`,
		`cases.ndjson row 9 [case_id] the record has no case_id: give every record the id of its case`,
		`cases.ndjson row 10 [] it is not one JSON object: write one record a line`,
		`cases.ndjson row 11 [visits] it is not a list: write [{...}, {...}], and [] when there are none`,
		`service.json row 3 posts[1] [posts[1].fte] "half" is not a number: write digits, with a point for decimals`,
		`service.json row 3 posts[2] [posts[2]] it is not an object: write {"post_id": ...}`,
	}, refusals(s)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"assessments.analysis", "assessments.assessment_id", "assessments.child_seen", "assessments.conclusion",
		"assessments.factors", "assessments.start_date", "assessments.type", "case_id", "child.date_of_birth", "child.disabilities", "child.forename",
		"child.surname", "contacts.received", "posts.fte", "posts.post_id", "staff_supervision.date", "team", "visits.child_seen", "visits.date",
		"visits.type", "visits.visit_id"}, s.Supply.Paths()); diff != "" {
		t.Error(diff)
	}
	if rows, read, duplicates, refused := s.Rows(); rows != 14 || read != 4 || duplicates != 1 || refused != 9 {
		t.Error(rows, read, duplicates, refused)
	}
	if s.Newest != "2024-07-02" {
		t.Errorf("newest event %q", s.Newest)
	}
	if diff := cmp.Diff(map[string][]casefile.Twin{
		"0012": {{CaseID: "0013", By: "name and date of birth"}}, "0013": {{CaseID: "0012", By: "name and date of birth"}}}, s.Twins); diff != "" {
		t.Error(diff)
	}
	for kind, want := range map[string][]string{
		"unknown field":     {"cases.ndjson row 2: hobby is not in the dictionary and was not read"},
		"duplicate item":    {"cases.ndjson row 2: assessments: items that repeat another of the same case exactly were dropped", "service.json row 3: posts: items that repeat another exactly were dropped"},
		"date out of range": {"cases.ndjson row 4: date: 2062-01-01 is before 1995-01-01 or after 2040-12-31 and can hardly be right"},
		"unmatched value": {`cases.ndjson row 4: child seen: "unknown" is neither yes nor no and is read as blank`,
			`cases.ndjson row 4: type: "home" is none of child_in_need, child_protection, care, private_fostering, other`},
	} {
		if diff := cmp.Diff(want, notes(s, kind)); diff != "" {
			t.Error(kind, diff)
		}
	}
	if !slices.Equal(s.Ignored, []string{"readme.txt: not a kind of file that this export has"}) {
		t.Error(s.Ignored)
	}
}

// dataset is a small export of the Standard Safeguarding Dataset.
func dataset() map[string]string {
	return map[string]string{
		"dbo.SSD_Person.csv": "pers_person_id,pers_dob,pers_ethnicity,pers_common_child_id,pers_nationality\n" +
			"001,2012-05-01 00:00:00.000,WBRI,NULL,x\n002,2014-06-02,NOBT,9434765919,x\n002,2014-06-03,NOBT,9434765919,x\n003,01/13/2014,,,\n001,2012-05-01 00:00:00.000,WBRI,NULL,x\n",
		"ssd_disability.csv":         "disa_table_id,disa_person_id,disa_disability_code\n1,001,aut\n2,001,LD\n3,009,LD\n",
		"ssd_linked_identifiers.csv": "link_person_id,link_identifier_type,link_identifier_value,link_valid_from_date,link_valid_to_date\n001,Unique Pupil Number,A1,2016-01-01,2018-01-01\n001,Unique Pupil Number,A2,2015-01-01,\n001,NHS Number,943 476 5919,,\n001,YOT Number,Y1,,\n",
		"ssd_cin_episodes.csv":       "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_nfa,cine_close_date,cine_referral_team\nR1,001,2024-01-02,N,,North\nR2,002,2024-01-02,N,2024-03-01,South\n",
		"ssd_involvements.csv":       "invo_person_id,invo_professional_id,invo_professional_team,invo_involvement_start_date,invo_involvement_end_date\n002,W1,West,2024-01-03,\n",
		"ssd_cin_assessments.csv":    "cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_child_seen,cina_assessment_auth_date\nA1,001,R1,2024-01-03,Y,2024-02-01\nA2,002,R2,2024-01-03,,\nA3,003,R3,2024-01-03,,\n",
		"ssd_assessment_factors.csv": "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json\n1,A1,\"[\"\"1A\"\",\"\"3B\"\"]\"\n2,A1,\"{\"\"16A\"\":\"\"Yes\"\",\"\"2A\"\":\"\"No\"\"}\"\n3,A9,[]\n",
		"assessments.csv":            "Assessment ID,Child Seen Date,analysis,start_date\nA1,05/01/2024,the child is at risk,2024-01-04\nA9,,,\nA1,06/01/2024,,\n",
		"ssd_cp_visits.csv":          "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_alone\nV1,001,2024-02-03,Y,N\n",
		"ssd_cla_visits.csv":         "clav_cla_visit_id,clav_cla_id,clav_cla_visit_date,clav_cla_visit_seen\nV1,C1,2024-03-03,Y\nV2,C9,2024-03-03,Y\n",
		"ssd_cla_episodes.csv":       "clae_cla_episode_id,clae_person_id,clae_cla_id,clae_entered_care_date,clae_cla_episode_start_date,clae_cla_episode_ceased_date\nE1,001,C1,2024-02-10,2024-02-10,2024-03-01\nE2,001,C1,2024-02-10,2024-03-01,\n",
		"ssd_legal_status.csv":       "lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date\n001,v2,2024-02-10,2024-03-01\n001,C2,2024-03-01,\n",
		"ssd_cla_health.csv":         "clah_person_id,clah_health_check_type,clah_health_check_date,clah_health_check_status\n001,Health Assessment,2024-02-12,Refused\n001,Health Assessment,2024-02-20,Completed\n001,Health Assessment,2024-08-20,Completed\n001,Dental Check,2024-02-21,Completed\n",
		"ssd_cla_reviews.csv":        "clar_cla_review_id,clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled\n1,C1,2024-03-05,2024-03-06,N\n2,C1,2024-03-05,2024-03-05,Y\n",
		"ssd_cp_plans.csv":           "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\nP1,001,2024-01-20\n",
		"ssd_cla_care_plan.csv":      "lacp_table_id,lacp_person_id,lacp_cla_care_plan_start_date,lacp_cla_care_plan_end_date\nP1,001,2024-02-15,\n",
		"plans.csv":                  "case_id,plan_id,type,risks\n001,P1,care,neglect at home\n001,P1,,x\n",
		"ssd_missing.csv":            "miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,miss_missing_rhi_offered\n1,001,2024-04-01T22:15:00,Missing,Y\n2,001,2024-05-01,Away,NA\n",
		"ssd_professionals.csv":      "prof_professional_id,prof_professional_name,prof_agency_worker_flag\nW1,Ann Other,PLACEHOLDER_DATA\n",
		"professionals.csv":          "professional_id,record_check_date\nW1,2023-01-01\nW2,2023-01-01\n",
		"supervision.csv":            "case_id,date,actions,mood\n001,2024-02-02,visit twice weekly,x\n001,2024-02-02,visit twice weekly,x\n",
		"file_audits.csv":            "case_id,date,grade\n001,2024-02-02,Requires improvement\n",
		"ssd_family.csv":             "fami_table_id\n1\n",
		"mystery.csv":                "a\n1\n",
	}
}

func TestDataset(t *testing.T) {
	s, records := audit(t, dataset())
	want := map[string]any{
		"case_id": "001", "team": "North",
		"child":     map[string]any{"date_of_birth": "2012-05-01", "ethnicity": "WBRI", "upn": "A2", "nhs_number": "943 476 5919", "disabilities": []any{"AUT", "LD"}},
		"referrals": []any{map[string]any{"referral_id": "R1", "date": "2024-01-02", "no_further_action": false, "team": "North"}},
		"assessments": []any{map[string]any{"assessment_id": "A1", "referral_id": "R1", "start_date": "2024-01-03", "child_seen": true, "signed_off_date": "2024-02-01",
			"completed_date": "2024-02-01", "child_seen_date": "2024-01-05", "analysis": "the child is at risk", "factors": []any{"1A", "3B", "16A"}}},
		"visits": []any{map[string]any{"type": "child_protection", "visit_id": "V1", "date": "2024-02-03", "child_seen": true, "seen_alone": false},
			map[string]any{"type": "care", "visit_id": "V1", "date": "2024-03-03", "child_seen": true}},
		"care_episodes": []any{
			map[string]any{"episode_id": "E1", "entered_care_date": "2024-02-10", "start_date": "2024-02-10", "end_date": "2024-03-01", "legal_status": "V2"},
			map[string]any{"episode_id": "E2", "entered_care_date": "2024-02-10", "start_date": "2024-03-01", "legal_status": "C2"}},
		"health": []any{
			map[string]any{"type": "initial_assessment", "date": "2024-02-12", "status": "REFUSED"},
			map[string]any{"type": "initial_assessment", "date": "2024-02-20", "status": "COMPLETED"},
			map[string]any{"type": "review_assessment", "date": "2024-08-20", "status": "COMPLETED"},
			map[string]any{"type": "dental", "date": "2024-02-21", "status": "COMPLETED"}},
		"care_reviews": []any{map[string]any{"due_date": "2024-03-05", "date": "2024-03-06"}},
		"plans": []any{map[string]any{"type": "child_protection", "plan_id": "P1", "start_date": "2024-01-20"},
			map[string]any{"type": "care", "plan_id": "P1", "start_date": "2024-02-15", "risks": "neglect at home"}},
		"missing": []any{map[string]any{"missing_id": "1", "start": "2024-04-01T22:15:00", "from_care": true, "interview_offered": true},
			map[string]any{"missing_id": "2", "start": "2024-05-01", "from_care": true}},
		"supervision": []any{map[string]any{"date": "2024-02-02", "actions": "visit twice weekly"}},
	}
	if diff := cmp.Diff(want, filled(records["001"])); diff != "" {
		t.Error(diff)
	}
	if r := records["001"]; r.Refused != 2 || r.Where["visits"][1].String() != "ssd_cla_visits.csv row 2" || r.Source.String() != "dbo.SSD_Person.csv row 2" {
		t.Error(r.Refused, r.Where["visits"], r.Source)
	}
	if got := records["002"].Team; got != "West" {
		t.Errorf("team %q", got)
	}
	if diff := cmp.Diff([]string{
		`assessments.csv row 3 [Assessment ID] no item of assessments has this assessment ID: add it to the dataset's table or mend the id`,
		`assessments.csv row 4 [Assessment ID] row 2 of this file already speaks of it: keep one row`,
		`dbo.SSD_Person.csv row 4 [pers_person_id] the case already stands on row 3: keep one row a child`,
		`dbo.SSD_Person.csv row 5 [pers_dob] "01/13/2014" is no day of the calendar: dates are read day first, write yyyy-mm-dd or dd/mm/yyyy`,
		`plans.csv row 3 [plan_id] several items of the case have this plan ID: add a column type that tells them apart`,
		`professionals.csv row 3 [professional_id] no item of professionals has this professional ID: add it to the dataset's table or mend the id`,
		`ssd_assessment_factors.csv row 4 [cinf_assessment_id] no such assessment in ssd_cin_assessments.csv: add it there or mend the id`,
		`ssd_cin_assessments.csv row 4 [cina_person_id] the row of this case in dbo.SSD_Person.csv was refused: mend that row first`,
		`ssd_cla_visits.csv row 3 [clav_cla_id] no such period of care in ssd_cla_episodes.csv: add the episode there or mend the id`,
		`ssd_disability.csv row 4 [disa_person_id] no such case in dbo.SSD_Person.csv: add the child there or mend the id`,
	}, refusals(s)); diff != "" {
		t.Error(diff)
	}
	for kind, want := range map[string][]string{
		"unknown column":     {`supervision.csv row 1: column "mood" is not known and was not read`},
		"not used":           {"ssd_professionals.csv row 1: column prof_agency_worker_flag holds only PLACEHOLDER_DATA and counts as one that the export lacks"},
		"conflicting values": {`assessments.csv row 2: start date is "2024-01-03" in ssd_cin_assessments.csv row 2 and "2024-01-04" in assessments.csv row 2; the first stands`},
		"unmatched value":    {`ssd_missing.csv row 3: interview offered: "NA" is neither yes nor no and is read as blank`},
		"cancelled review":   {"ssd_cla_reviews.csv row 3: reviews marked as cancelled were left out"},
		"duplicate row":      {"dbo.SSD_Person.csv row 6: rows that repeat another exactly were dropped", "supervision.csv row 3: rows that repeat another exactly were dropped"},
	} {
		if diff := cmp.Diff(want, notes(s, kind)); diff != "" {
			t.Error(kind, diff)
		}
	}
	for path, want := range map[string]bool{"assessments.completed_date": true, "assessments.factors": true, "assessments.analysis": true, "visits.type": true,
		"care_episodes.legal_status": true, "child.upn": true, "child.nhs_number": true, "team": true, "professionals.agency": false, "professionals.record_check_date": true,
		"care_reviews.reviewer_met_child_date": false, "plans.risks": true, "assessments.type": false, "case_id": true, "file_audits.grade": true, "child.disabilities": true} {
		if s.Supply.Has(path) != want {
			t.Errorf("%s: supplied is %v", path, !want)
		}
	}
	for kind, want := range map[string]bool{"child_protection": true, "care": true, "child_in_need": false} {
		if s.Supply.HasKind("visits", kind) != want {
			t.Errorf("visits of type %s: %v", kind, !want)
		}
	}
	if diff := cmp.Diff([]any{map[string]any{"professional_id": "W1", "name": "Ann Other", "record_check_date": "2023-01-01"}}, s.Service.Values["professionals"]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]casefile.Twin{{CaseID: "002", By: "NHS number"}}, s.Twins["001"]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"mystery.csv: not named as a table of the dataset or an entity of the dictionary",
		"ssd_family.csv: a table of the dataset that the audit does not use"}, s.Ignored); diff != "" {
		t.Error(diff)
	}
	if s.Newest != "2024-08-20" || s.Format != "ssd" {
		t.Error(s.Newest, s.Format)
	}
}

func TestOpenRefuses(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	empty := folder(t, nil)
	for name, c := range map[string]struct {
		paths []string
		want  string
	}{
		"nothing":   {nil, "no export given"},
		"twice":     {[]string{empty, empty}, "export is given twice: give it once"},
		"no file":   {[]string{filepath.Join(empty, "x")}, "cannot open the export"},
		"no export": {[]string{empty}, "export: not an export that caseaudit knows: it has neither cases.ndjson"},
		"two":       {[]string{folder(t, map[string]string{"cases.ndjson": "", "ssd_person.csv": ""})}, "two exports"},
		"a table":   {[]string{filepath.Join(folder(t, map[string]string{"ssd_person.csv": ""}), "ssd_person.csv")}, "name its folder"},
	} {
		if _, err := intake.Open(t.Context(), d, c.paths); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSurveyErrors(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	person := "pers_person_id\n1\n"
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"header twice":    {map[string]string{"ssd_person.csv": "pers_person_id,x,X\n"}, `ssd_person.csv: line 1: columns 2 and 3 are both named "X"`},
		"empty":           {map[string]string{"ssd_person.csv": ""}, "ssd_person.csv: it has no header row"},
		"no id":           {map[string]string{"ssd_person.csv": "pers_dob\n"}, "ssd_person.csv: nothing says whose rows these are: add a column pers_person_id"},
		"table twice":     {map[string]string{"ssd_person.csv": person, "dbo.ssd_person.csv": person}, "both hold ssd_person"},
		"field twice":     {map[string]string{"ssd_person.csv": "pers_person_id,pers_dob,date_of_birth\n"}, `columns "pers_dob" and "date_of_birth" both give date of birth`},
		"practice, no id": {map[string]string{"ssd_person.csv": person, "supervision.csv": "date\n"}, "supervision.csv: nothing says whose rows these are: add a column case_id"},
	} {
		e, err := intake.Open(t.Context(), d, []string{folder(t, c.files)})
		if err == nil {
			_, err = e.Survey(t.Context())
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCancelledSurveyStops(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	for _, files := range []map[string]string{{"cases.ndjson": "{\"case_id\":\"1\"}\n"}, dataset()} {
		e, err := intake.Open(t.Context(), d, []string{folder(t, files)})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := e.Survey(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		if err := e.Records(t.Context(), nil); err == nil {
			t.Error("records were read without a survey")
		}
	}
}
