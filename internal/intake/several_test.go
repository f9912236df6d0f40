package intake_test

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/internal/table/sheettest"
)

// No format takes a case by the name that reports give to the service.
func TestNoCaseIsCalledService(t *testing.T) {
	for format, files := range map[string]map[string]string{
		"native":   {"cases.ndjson": `{"case_id":" service "}` + "\n" + `{"case_id":"2"}`},
		"ssd":      {"ssd_person.csv": "pers_person_id\nservice\n2\n", "ssd_cp_visits.csv": "cppv_cp_visit_id,cppv_person_id\nv,2\n"},
		"practice": {"cases.csv": "case_id,team\nservice,N\n2,N\n"},
		"census": {"cin.xml": `<Message><Children>` + `<Child><ChildIdentifiers><LAchildID>service</LAchildID></ChildIdentifiers><CINdetails></CINdetails></Child>` +
			`<Child><ChildIdentifiers><LAchildID>2</LAchildID></ChildIdentifiers><CINdetails></CINdetails></Child></Children></Message>`},
		"ssda903":     {"header.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nservice,1,01/02/2010,WBRI,,,\n2,1,01/02/2010,WBRI,,,\n"},
		"ssda903 xml": {"return.xml": `<EXPSSDA903><CHILD><HEADER><CHILDID>service</CHILDID></HEADER></CHILD><CHILD><HEADER><CHILDID>2</CHILDID></HEADER></CHILD></EXPSSDA903>`},
		"daily":       {"monday.json": `[{"la_child_id":"service"},{"la_child_id":"2"}]`},
	} {
		t.Run(format, func(t *testing.T) {
			s, records := audit(t, files)
			if len(records) != 1 || records["2"] == nil {
				t.Errorf("records %v", records)
			}
			if len(s.Refusals) != 1 || !strings.Contains(s.Refusals[0].Reason, `"service" is the name under which the service itself is reported and cannot be a case's id: give the case its own id`) {
				t.Errorf("refused: %v", refusals(s))
			}
		})
	}
}

// put writes a file under a folder and gives its path.
func put(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	must(t, os.MkdirAll(filepath.Dir(path), 0o700))
	must(t, os.WriteFile(path, []byte(content), 0o600))
	return path
}

func TestSeveralExports(t *testing.T) {
	dir := t.TempDir()
	person := put(t, dir, "ssd/ssd_person.csv", "pers_person_id,pers_sex\n001,F\n002,M\n")
	put(t, dir, "ssd/ssd_professionals.csv", "prof_professional_id,prof_professional_name\nW1,Ann Other\n")
	put(t, dir, "ssd/notes.txt", "x")
	put(t, dir, "ssd/staff.csv", "professional_id,fte\nW1,0.5\nW2,1\n")
	log := put(t, dir, "made/supervision.csv", "case_id,date,supervisor_id\n001,2026-01-05,W1\n 002 ,2026-01-06,W1\n2,2026-01-07,W1\n003,2026-01-08,W1\n001,2026-01-05,W1\n,2026-01-09,W1\n")
	book := filepath.Join(dir, "supervision.xlsx")
	must(t, sheettest.Pack(book, "", log))
	report := put(t, dir, "report.csv", "Child,Seen by manager\n001,2026-02-03\n009,2026-02-04\n")
	m := put(t, dir, "report.yaml", "version: 1\ntables:\n  - file: report.csv\n    case: Child\n    items:\n      - entity: decisions\n        fields:\n          date: Seen by manager\n")
	folder, staff := filepath.Dir(person), filepath.Join(dir, "ssd", "staff.csv")

	got, err := take(t, intake.Request{Paths: []string{folder, book, staff, report}, Mapping: m})
	must(t, err)
	s := got.Survey
	if diff := cmp.Diff([]string{
		`001 {"child":{"sex":"F"},"decisions":[{"date":"2026-02-03"}],"supervision":[{"date":"2026-01-05","supervisor_id":"W1"}]}`,
		`002 {"child":{"sex":"M"},"supervision":[{"date":"2026-01-06","supervisor_id":"W1"}]}`,
	}, texts(got)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{
		`report.csv row 3 [Child] no such case in ssd: add the child there or mend the id`,
		`supervision.xlsx sheet "supervision" row 4 [case_id] no such case in ssd, but "002" is one and differs only in leading zeros, capitals or punctuation: write the id alike in both`,
		`supervision.xlsx sheet "supervision" row 5 [case_id] no such case in ssd: add the child there or mend the id`,
		`supervision.xlsx sheet "supervision" row 7 [case_id] the row has no id of a child: give it one, or say in the mapping under aside how such rows begin if they are none of the table`,
	}, refusals(s)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"report.csv 2: 1 0 1", "ssd_person.csv 2: 2 0 0", "ssd_professionals.csv 1: 1 0 0", "staff.csv 2: 2 0 0", "supervision.xlsx 6: 2 1 3"}, rows(s)); diff != "" {
		t.Error(diff)
	}
	if s.Format != "own columns + practice tables + ssd" || s.Newest != "2026-02-03" || s.Records != 2 {
		t.Error(s.Format, s.Newest, s.Records)
	}
	if diff := cmp.Diff([]string{"notes.txt: not a kind of file that this export has"}, s.Ignored); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]any{map[string]any{"professional_id": "W1", "name": "Ann Other", "fte": 0.5}, map[string]any{"professional_id": "W2", "fte": 1.0}}, s.Service.Values["professionals"]); diff != "" {
		t.Error(diff)
	}
	if !s.Supply.Has("supervision.date") || !s.Supply.Has("child.sex") || !s.Supply.Has("professionals.fte") || !s.Supply.Has("decisions.date") {
		t.Error(s.Supply.Paths())
	}
}

func texts(got *taken) []string {
	var lines []string
	for _, r := range got.Records {
		values := filled(r)
		delete(values, "case_id")
		lines = append(lines, r.CaseID+" "+jsonOf(values))
	}
	return lines
}

func rows(s *casefile.Survey) []string {
	var lines []string
	for _, in := range s.Inputs {
		lines = append(lines, fmt.Sprintf("%s %d: %d %d %d", in.Name, in.Rows, in.Read, in.Duplicates, in.Refused))
	}
	return lines
}

// A table of practice adds to the cases that others list and lists none itself.
// What somebody wrote a mapping for is read alone as they have said.
func TestPracticeAlone(t *testing.T) {
	dir := t.TempDir()
	log := put(t, dir, "supervision.csv", "case_id,date\n001,2026-01-05\n")
	posts := put(t, dir, "posts.csv", "post_id,fte\nP1,1\n")
	cases := put(t, dir, "cases.csv", "case_id,team\n001,North\n")
	m := put(t, dir, "map.yaml", "version: 1\ntables:\n  - file: supervision.csv\n    case: case_id\n    items:\n      - entity: supervision\n        fields:\n          date: date\n")
	if _, err := take(t, intake.Request{Paths: []string{log}}); err == nil || !strings.Contains(err.Error(), "nothing given says which cases there are") {
		t.Error(err)
	}
	for name, c := range map[string]struct {
		request intake.Request
		records int
		refused []string
	}{
		"with the service": {intake.Request{Paths: []string{log, posts}}, 0, []string{"supervision.csv row 2 [case_id] nothing given says which cases there are: give the export that lists the cases too"}},
		"the service":      {intake.Request{Paths: []string{posts}}, 0, nil},
		"with the cases":   {intake.Request{Paths: []string{log, cases}}, 1, nil},
		"in a folder":      {intake.Request{Paths: []string{dir}}, 1, nil},
		"by a mapping":     {intake.Request{Paths: []string{log}, Mapping: m}, 1, nil},
		"by a mapping too": {intake.Request{Paths: []string{posts, log}, Mapping: m}, 1, nil},
	} {
		got, err := take(t, c.request)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(got.Records) != c.records || !slices.Equal(refusals(got.Survey), c.refused) {
			t.Errorf("%s: %d records, refused %v", name, len(got.Records), refusals(got.Survey))
		}
	}
}

func TestNotRecognised(t *testing.T) {
	dir := t.TempDir()
	log := put(t, dir, "log.csv", "Child,Date seen\n1,2026-01-05\n")
	book := filepath.Join(dir, "log.xlsx")
	must(t, sheettest.Pack(book, "", log))
	for _, path := range []string{log, book} {
		_, err := take(t, intake.Request{Paths: []string{path}})
		if err == nil || !strings.Contains(err.Error(), "`caseaudit map "+filepath.Base(path)+"` proposes a mapping file") || !strings.Contains(err.Error(), intake.ErrFormat.Error()) {
			t.Error(err)
		}
	}
}

// What is conflicting between exports is told with both values, and the order of
// arguments decides which stands.
func TestTheFirstGivenWins(t *testing.T) {
	dir := t.TempDir()
	one := put(t, dir, "one/cases.csv", "case_id,team,sex\n1,North,F\n")
	two := put(t, dir, "two/cases.csv", "case_id,team,sex\n1,South,F\n")
	for _, c := range []struct {
		paths      []string
		team, text string
	}{
		{[]string{one, two}, "North", `team is "North" in one/cases.csv row 2 and "South" in two/cases.csv row 2; the first stands`},
		{[]string{two, one}, "South", `team is "South" in two/cases.csv row 2 and "North" in one/cases.csv row 2; the first stands`},
	} {
		got, err := take(t, intake.Request{Paths: c.paths})
		must(t, err)
		var told []string
		for _, n := range got.Survey.Notes {
			if n.Kind == "conflicting values" {
				told = append(told, n.Text)
			}
		}
		if got.Records[0].Team != c.team || !slices.Equal(told, []string{c.text}) {
			t.Error(got.Records[0].Team, told)
		}
	}
}

// Workbooks and databases are joined as CSV files are, as the first export and
// as a later one.
func TestJoinedWhereverItIsKept(t *testing.T) {
	dir := t.TempDir()
	person := put(t, dir, "ssd/ssd_person.csv", "pers_person_id,pers_sex\n001,F\n002,M\n")
	visits := put(t, dir, "ssd/ssd_cp_visits.csv", "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date\nv1,001,2026-01-02\n")
	log := put(t, dir, "supervision.csv", "case_id,date\n001,2026-01-05\n002,2026-01-06\n")
	book := filepath.Join(dir, "ssd.xlsx")
	must(t, sheettest.Pack(book, "", person, visits))
	path := filepath.Join(dir, "ssd.db")
	db, err := sql.Open("sqlite", path)
	must(t, err)
	for _, statement := range []string{
		"create table ssd_person (pers_person_id text, pers_sex text)", "insert into ssd_person values ('001','F'),('002','M')",
		"create table ssd_cp_visits (cppv_cp_visit_id text, cppv_person_id text, cppv_cp_visit_date text)", "insert into ssd_cp_visits values ('v1','001','2026-01-02')",
	} {
		_, err := db.ExecContext(t.Context(), statement)
		must(t, err)
	}
	must(t, db.Close())
	want, err := take(t, intake.Request{Paths: []string{filepath.Dir(person), log}})
	must(t, err)
	for name, r := range map[string]intake.Request{
		"workbook first": {Paths: []string{book, log}},
		"workbook last":  {Paths: []string{log, book}},
		"database":       {Paths: []string{log}, From: []string{"sqlite:" + path}},
		"two of one":     {Paths: []string{book, log}, From: []string{"sqlite:" + path}},
	} {
		got, err := take(t, r)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(texts(want), texts(got)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if _, err := take(t, intake.Request{From: []string{"sqlite:" + path, "sqlite:" + path}}); err == nil || err.Error() != "the same database is given twice: give it once" {
		t.Error(err)
	}
}

func jsonOf(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}
