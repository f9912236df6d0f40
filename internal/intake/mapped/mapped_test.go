package mapped_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapped"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/table"
)

var (
	_ casefile.Export = (*mapped.Export)(nil)
)

// export writes CSV files and opens them by a mapping.
func export(t *testing.T, text string, files map[string]string) (casefile.Export, error) {
	t.Helper()
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	m, err := mapping.Parse("own.yaml", []byte("version: 1\ntables:\n"+text), d)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var names []string
	for name, content := range files {
		names = append(names, name)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(names)
	var refs []table.Ref
	for _, name := range names {
		refs = append(refs, table.CSV(filepath.Join(dir, name)))
	}
	return mapped.New(d, refs, m, mapped.Options{Ignored: map[string]string{"notes.txt": "not a table"}})
}

// read surveys an export and reads its records, by id and in order.
func read(t *testing.T, text string, files map[string]string) (*casefile.Survey, map[string]*casefile.Record, []string) {
	t.Helper()
	e, err := export(t, text, files)
	if err != nil {
		t.Fatal(err)
	}
	s, err := e.Survey(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	records, order := map[string]*casefile.Record{}, []string{}
	if err := e.Records(t.Context(), func(r *casefile.Record) error {
		records[r.CaseID] = r
		order = append(order, r.CaseID)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if len(records) != s.Records {
		t.Errorf("survey counts %d records and %d were read", s.Records, len(records))
	}
	return s, records, order
}

func filled(r *casefile.Record) map[string]any {
	values := map[string]any{}
	for name, v := range r.Values {
		if list, ok := v.([]any); !ok || len(list) > 0 {
			values[name] = v
		}
	}
	return values
}

func refusals(s *casefile.Survey) []string {
	var lines []string
	for _, r := range s.Refusals {
		lines = append(lines, r.At.String()+" ["+r.Column+"] "+r.CaseID+": "+r.Reason)
	}
	return lines
}

func notes(s *casefile.Survey, kinds ...string) []string {
	var lines []string
	for _, n := range s.Notes {
		if slices.Contains(kinds, n.Kind) {
			lines = append(lines, fmt.Sprintf("%s: %s %d", n.At, n.Text, n.Count))
		}
	}
	return lines
}

func inputs(s *casefile.Survey) []string {
	var lines []string
	for _, in := range s.Inputs {
		lines = append(lines, fmt.Sprintf("%s (%s): header %d, %d rows, %d read, %d repeated, %d refused", in.Name, in.Entity, in.HeaderRow, in.Rows, in.Read, in.Duplicates, in.Refused))
	}
	return lines
}

// A report as programs print it: titles, a header of two rows, totals, ids only in
// the first row of a child, words of its own.
func TestReport(t *testing.T) {
	s, records, order := read(t, `
- file: visits*.csv
  header_row: 4
  header_rows: 2
  aside: [Total, Printed]
  blank: ["-", Not recorded]
  case: Child ID
  case_digits: 5
  grouped: true
  items:
  - entity: child
    fields: {date_of_birth: Child born, disabilities: Child needs}
  - entity: case
    fields: {team: Child Team}
  - entity: visits
    always: {type: child_protection}
    needs: [Visit date]
    fields: {date: Visit date, child_seen: Visit seen, seen_alone: Visit seen}
    values: {seen_alone: {Seen alone: yes, Seen: no}}
  values:
    Visit seen: {Seen alone: yes, Seen: yes, Not seen: no}
    Child Needs: {Learning: LD, Hearing: HEAR}
  dates: {Child born: d-mmm-yy, Visit date: mm/dd/yyyy}
  unused: [Child Ward]
`, map[string]string{
		"visits-2026-10.csv": "Statutory visits,,,,,,\nRun on 01/10/2026,,,,,,\n" +
			"Child,,,,,Visit,\n" +
			"ID,born,Needs,Team,Ward,date,seen\n" +
			"123,5-Oct-14,Learning; Deaf,North,7,09/30/2026,Seen alone\n" +
			",,,,,10/01/2026,Seen\n" +
			",,,,,-,not  seen\n" +
			",,,,,10/02/2026,Perhaps\n" +
			"Total,3,,,,,\n" +
			"Child ID,Child born,Needs,Team,Child Ward,date,seen\n" +
			"00123,6-Oct-14,HEAR,South,7,10/03/2026,Seen\n" +
			"124,31-Feb-14,,,7,10/03/2026,Seen\n" +
			",,,,,10/04/2026,Seen\n" +
			",,,,,10/04/2026,Seen\n" +
			"125,,,,,,\n" +
			"\nPrinted by the system\n",
	})
	want := map[string]any{
		"case_id": "00123", "team": "North",
		"child": map[string]any{"date_of_birth": "2014-10-05", "disabilities": []any{"LD", "DEAF", "HEAR"}},
		"visits": []any{
			map[string]any{"type": "child_protection", "date": "2026-09-30", "child_seen": true, "seen_alone": true},
			map[string]any{"type": "child_protection", "date": "2026-10-01", "child_seen": true, "seen_alone": false},
			map[string]any{"type": "child_protection", "date": "2026-10-02"},
			map[string]any{"type": "child_protection", "date": "2026-10-03", "child_seen": true, "seen_alone": false},
		},
	}
	if diff := cmp.Diff(want, filled(records["00123"])); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"00123", "00124", "00125"}, order); diff != "" {
		t.Error(diff)
	}
	if r := records["00124"]; r.Refused != 1 || len(r.Items("visits")) != 1 || r.Where["visits"][0].Row != 13 || r.Source.Row != 13 {
		t.Error(r)
	}
	if records["00123"].Team != "North" {
		t.Error(records["00123"].Team)
	}
	if diff := cmp.Diff([]string{`visits-2026-10.csv row 12 [Child born] 00124: "31-Feb-14" is no day of the calendar by the format d-mmm-yy that the mapping says`}, refusals(s)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"visits-2026-10.csv (child, cases, visits (child protection)): header 4, 9 rows, 7 read, 1 repeated, 1 refused"}, inputs(s)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{
		`visits-2026-10.csv row 11: date of birth differs between visits-2026-10.csv row 5 and visits-2026-10.csv row 11; the first stands 1`,
		`visits-2026-10.csv row 11: team is "North" in visits-2026-10.csv row 5 and "South" in visits-2026-10.csv row 11; the first stands 1`,
		`visits-2026-10.csv row 14: rows that repeat another exactly were dropped 1`,
		`visits-2026-10.csv row 9: left out as no row of the table: it begins with "Total" 1`,
		`visits-2026-10.csv row 10: left out as no row of the table: it is the header again 1`,
		`visits-2026-10.csv row 17: left out as no row of the table: it begins with "Printed" 1`,
		`visits-2026-10.csv row 7: rows that hold the child's id and nothing else that the mapping reads 2`,
		`visits-2026-10.csv row 5: disabilities: "Learning; Deaf" is none of the words that the mapping lists and is kept as it stands 1`,
		`visits-2026-10.csv row 8: child seen: "Perhaps" is neither yes nor no and is read as blank 1`,
		`visits-2026-10.csv row 8: seen alone: "Perhaps" is neither yes nor no and is read as blank 1`,
	}, notes(s, "conflicting values", "duplicate row", "not a row", "row without an item", "unmatched value")); diff != "" {
		t.Error(diff)
	}
	if !slices.Equal(s.Ignored, []string{"notes.txt: not a table"}) || s.Format != "own columns" {
		t.Error(s.Ignored, s.Format)
	}
	for path, want := range map[string]bool{"case_id": true, "team": true, "visits.type": true, "visits.seen_alone": true, "visits.recorded_date": false} {
		if s.Supply.Has(path) != want {
			t.Error(path)
		}
	}
	if !s.Supply.HasKind("visits", "child_protection") || s.Supply.HasKind("visits", "care") {
		t.Error(s.Supply.Kinds())
	}
	columns := map[string]casefile.Column{}
	for _, c := range s.Inputs[0].Columns {
		columns[c.Name] = c
	}
	if columns["Child Ward"].Use != casefile.ColumnUnused || columns["Child ID"].Use != "the child's id" ||
		!slices.Equal(columns["Visit seen"].Fields, []string{"visits.child_seen", "visits.seen_alone"}) || len(columns["Visit date"].Dates) == 0 {
		t.Error(columns)
	}
}

// Items from several tables, by their key and without.
func TestKeys(t *testing.T) {
	s, records, _ := read(t, `
- file: a.csv
  case: id
  items: [{entity: assessments, fields: {assessment_id: no, type: kind, start_date: start, factors: factor, completed_date: done, signed_off_date: done}}]
- file: b.csv
  case: id
  items: [{entity: assessments, fields: {assessment_id: no, start_date: start, analysis: analysis}}]
- file: c.csv
  case: id
  items: [{entity: supervision, latest: true, fields: {date: date}}]
`, map[string]string{
		"a.csv": "id,no,kind,start,factor,done,extra\n1,A1,single,2026-01-01,1A,,x\n1,A1,single,2026-01-01,3B,2026-02-01,y\n1,A1,core,2026-01-05,,,\n1,A2,single,2026-01-01,,,\n1,A2,single,2026-01-09,,,\n2,A1,single,2026-03-01,,,\n",
		"b.csv": "id,no,start,analysis\n1,A1,2026-01-02,yes\n1,A9,,no\n3,,2026-01-02,yes\n",
		"c.csv": "id,date,who\n1,2026-01-02,x\n1,2026-01-02,y\n",
	})
	if diff := cmp.Diff([]any{
		map[string]any{"assessment_id": "A1", "type": "single", "start_date": "2026-01-01", "factors": []any{"1A", "3B"}, "completed_date": "2026-02-01", "signed_off_date": "2026-02-01", "analysis": true},
		map[string]any{"assessment_id": "A1", "type": "core", "start_date": "2026-01-05"},
		map[string]any{"assessment_id": "A2", "type": "single", "start_date": "2026-01-01"},
		map[string]any{"assessment_id": "A2", "type": "single", "start_date": "2026-01-09"},
		map[string]any{"assessment_id": "A9", "analysis": false},
	}, records["1"].Items("assessments")); diff != "" {
		t.Error(diff)
	}
	if len(records["2"].Items("assessments")) != 1 || len(records["3"].Items("assessments")) != 1 || len(records["1"].Items("supervision")) != 2 {
		t.Error(records)
	}
	if diff := cmp.Diff([]string{
		`b.csv row 2: start date is "2026-01-01" in a.csv row 2 and "2026-01-02" in b.csv row 2; the first stands 1`,
		`c.csv row 3: supervision: items of one child that agree in all that is read of them, and count each; if the report repeats rows, map a column with the item's own id 1`,
		`a.csv row 6: assessments: the id "A2" stands in a.csv row 5 too, with other values; both are kept as items of their own 1`,
	}, notes(s, "conflicting values", "items alike", "repeated key")); diff != "" {
		t.Error(diff)
	}
	if !s.Supply.Latest("supervision", "") || s.Supply.Latest("assessments", "single") {
		t.Error("latest")
	}
	if missing := s.Supply.Missing([]string{"assessments.completed_date", "assessments.signed_off_date"}); len(missing) != 1 {
		t.Error(missing)
	}
}

func TestIDs(t *testing.T) {
	s, records, order := read(t, `
- file: a.csv
  case: id
  items: [{entity: child, fields: {sex: sex}}]
- file: b.csv
  case: ID
  items: [{entity: visits, fields: {date: date}}]
- file: staff.csv
  items: [{entity: professionals, fields: {professional_id: no, role: role, team: team}}]
- file: audits.csv
  case: Child
  items: [{entity: file_audits, fields: {case_id: Child, date: date}}]
`, map[string]string{
		"a.csv":      "id,sex\n00123,F\n ab-7 ,M\n9,F\nservice,F\n,F\n#REF!,F\n1.2E+09,F\n",
		"b.csv":      "id,date\n123,2026-01-01\nAB7,2026-01-01\n9.0,2026-01-02\n9,bad\n7\n",
		"staff.csv":  "no,role,team\nW1,SW,\nW1,,North\nW2,SW,\nW1,SW,South\n,x,\n",
		"audits.csv": "Child,date\n9.0,2026-01-03\n",
	})
	if diff := cmp.Diff([]string{"00123", "ab-7", "9", "123", "AB7"}, order); diff != "" {
		t.Error(diff)
	}
	if r := records["9"]; r.Refused != 1 || len(r.Items("visits")) != 1 || r.Child()["sex"] != "F" {
		t.Error(r)
	}
	if diff := cmp.Diff([]string{
		`a.csv row 5 [id] : "service" is the name under which the service itself is reported and cannot be a case's id: give the case its own id`,
		`a.csv row 6 [id] : the row has no id of a child: give it one, or say in the mapping under aside how such rows begin if they are none of the table`,
		`a.csv row 8 [id] : "1.2E+09" is a number that a spreadsheet cut short, and its digits are lost: format the column as text and export it again`,
		`b.csv row 5 [date] 9: "bad" is not a date caseaudit knows: write yyyy-mm-dd or dd/mm/yyyy`,
		`b.csv row 6 [] : the row has too few cells: 1 where the header has 2; put a cell that holds the delimiter in quotation marks`,
	}, slices.DeleteFunc(refusals(s), func(l string) bool { return strings.Contains(l, "row 7 ") })); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(strings.Join(refusals(s), "\n"), "a.csv row 7 [id] : ") {
		t.Error("an error in a cell was taken for an id", refusals(s))
	}
	if diff := cmp.Diff([]string{
		`audits.csv row 2: ids written as numbers with decimals (123.0) were read without (123) 1`,
		`b.csv row 4: ids written as numbers with decimals (123.0) were read without (123) 1`,
		`b.csv row 2: the id "123" is likely the child of "00123" in a.csv row 2, whose rows are kept apart: write the id alike in both, or give case_digits in the mapping 1`,
		`b.csv row 3: the id "AB7" is likely the child of "ab-7" in a.csv row 3, whose rows are kept apart: write the id alike in both, or give case_digits in the mapping 1`,
	}, notes(s, "id with decimals", "ids likely one")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]any{
		map[string]any{"professional_id": "W1", "role": "SW", "team": "North"},
		map[string]any{"professional_id": "W2", "role": "SW"},
		map[string]any{"professional_id": "W1", "role": "SW", "team": "South"},
		map[string]any{"role": "X"},
	}, s.Service.Values["professionals"]); diff != "" {
		t.Error(diff)
	}
	if got := s.Service.Values["file_audits"].([]any)[0].(map[string]any)["case_id"]; got != "9" {
		t.Error(got)
	}
}

// Rows of several kinds in one table, told apart by a word.
func TestWhere(t *testing.T) {
	s, records, _ := read(t, `
- file: events.csv
  case: id
  items:
  - {entity: visits, where: {Kind: CP visit}, always: {type: child_protection}, fields: {date: Date, child_seen: Seen}}
  - {entity: meetings, where: {Kind: Core group}, always: {type: core_group}, fields: {date: Date}}
  - {entity: contacts, where: {Kind: Contact}, fields: {received: Date}, times: {received: Time}}
  - {entity: visits, where: {Kind: Cin visit}, always: {type: child_in_need}, fields: {date: Date}}
`, map[string]string{
		"events.csv": "id,Kind,Date,Time,Seen\n1,cp  VISIT,01/02/2026,,y\n1,Core group,02/02/2026,,\n1,Contact,03/02/2026,9:05,\n1,Contact,04/02/2026,,\n1,Phone call,04/02/2026,,\n2,Phone call,05/02/2026,,\n1,CP visit,,,\n",
	})
	want := map[string]any{"case_id": "1", "child": map[string]any{},
		"visits":   []any{map[string]any{"type": "child_protection", "date": "2026-02-01", "child_seen": true}},
		"meetings": []any{map[string]any{"type": "core_group", "date": "2026-02-02"}},
		"contacts": []any{map[string]any{"received": "2026-02-03T09:05:00"}, map[string]any{"received": "2026-02-04"}},
	}
	if diff := cmp.Diff(want, filled(records["1"])); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{
		`events.csv row 1: no row has "Cin visit" in column "Kind", so that the table gives no visits: check own.yaml line 10 1`,
		`events.csv row 6: "Phone call" in column "Kind" is none of the words by which the mapping tells what a row is 2`,
		`events.csv row 8: rows that hold the child's id and nothing else that the mapping reads 1`,
	}, notes(s, "row without an item")); diff != "" {
		t.Error(diff)
	}
	if _, has := records["2"]; !has {
		t.Error("a child who stands in the export is none of its cases")
	}
}

// The header is found below titles by the columns that the mapping names.
func TestHeaderIsFound(t *testing.T) {
	const text = "- file: a.csv\n  case: Child ID\n  items: [{entity: visits, fields: {date: Visit date}}]\n"
	s, _, _ := read(t, text, map[string]string{"a.csv": "A report,\nChild ID,\nChild  id,VISIT DATE\n1,2026-01-01\n"})
	if s.Inputs[0].HeaderRow != 3 || s.Records != 1 {
		t.Error(s.Inputs)
	}
	s, records, _ := read(t, "- file: a.csv\n  case: Child ID\n  items: [{entity: visits, fields: {date: Date (column 4), recorded_date: column 3}}]\n",
		map[string]string{"a.csv": "A report,,,\nChild ID,Date,,Date\n1,2026-01-01,2026-01-03,2026-01-02\n"})
	if diff := cmp.Diff([]any{map[string]any{"date": "2026-01-02", "recorded_date": "2026-01-03"}}, records["1"].Items("visits")); diff != "" {
		t.Error(diff, s.Refusals)
	}
	e, err := export(t, text, map[string]string{"a.csv": "A report,\nChild ID,Date\n1,2026-01-01\n"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = e.Survey(t.Context()); err == nil || !strings.Contains(err.Error(), `own.yaml line 3 names, and the one that has most lacks "Visit date": correct the names there, or give header_row`) {
		t.Error(err)
	}
}

func TestMappingDoesNotFit(t *testing.T) {
	files := map[string]string{"visits-09.csv": "id,date\n1,2026-01-01\n", "visits-10.csv": "id,date\n1,2026-01-01\n", "other.csv": "a\n1\n"}
	for name, c := range map[string]struct{ text, want string }{
		"no such table": {"- file: visit.csv\n  case: id\n  items: [{entity: visits, fields: {date: date}}]\n", "own.yaml line 3: the export has no visit.csv: add it, or take the table out of the mapping"},
		"two fit":       {"- file: visits-*.csv\n  case: id\n  items: [{entity: visits, fields: {date: date}}]\n", "own.yaml line 3: visits-*.csv fits visits-09.csv, visits-10.csv: keep one in the export, or name one here"},
		"named twice":   {"- file: visits-09.csv\n  case: id\n  items: [{entity: visits, fields: {date: date}}]\n- file: visits-0?.csv\n  case: id\n  items: [{entity: visits, fields: {date: date}}]\n", "own.yaml line 6: visits-09.csv is named already, by tables[0]"},
		"column":        {"- file: visits-09.csv\n  header_row: 1\n  case: ID\n  items: [{entity: visits, fields: {date: dates}}]\n", `own.yaml line 6: visits-09.csv has no column "dates" in row 1: did you mean "date"?`},
	} {
		t.Run(name, func(t *testing.T) {
			e, err := export(t, c.text, files)
			if err == nil {
				_, err = e.Survey(t.Context())
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	e, err := export(t, "- file: visits-09.csv\n  case: ID\n  items: [{entity: visits, fields: {date: date}}]\n", files)
	if err != nil {
		t.Fatal(err)
	}
	s, err := e.Survey(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"notes.txt: not a table", "other.csv: the mapping does not name it", "visits-10.csv: the mapping does not name it"}; !slices.Equal(s.Ignored, want) {
		t.Error(s.Ignored)
	}
}

func TestStops(t *testing.T) {
	e, err := export(t, "- file: a.csv\n  case: id\n  items: [{entity: visits, fields: {date: date}}]\n", map[string]string{"a.csv": "id,date\n1,2026-01-01\n2,2026-01-01\n"})
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Records(t.Context(), nil); err == nil {
		t.Error("records before the survey")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := e.Survey(ctx); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := e.Survey(t.Context()); err != nil {
		t.Fatal(err)
	}
	stop := errors.New("stop")
	if err := e.Records(t.Context(), func(*casefile.Record) error { return stop }); !errors.Is(err, stop) {
		t.Error(err)
	}
}

// However a file is damaged, every row is answered for and every case handed out.
func FuzzRead(f *testing.F) {
	f.Add("id,Kind,Date\n1,CP,01/02/2026\n,CP,02/02/2026\nTotal,2,\n", true)
	f.Add("id,Kind,Date\n\"1,CP,01/02/2026\n1,CP\n1.0,Cin,x\n", false)
	f.Add("id;Kind;Date\n00;\xff;1/1/26\nid;Kind;Date\n", true)
	d, err := casefile.NewDictionary()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, grouped bool) {
		m := &mapping.Mapping{Version: mapping.Version, Tables: []mapping.Table{{File: "a.csv", Case: "id", Grouped: grouped, CaseDigits: 3, Aside: []string{"Total"}, Blank: []string{"-"},
			Items: []mapping.Items{
				{Entity: "visits", Fields: map[string]string{"date": "Date", "visit_id": "Kind"}, Always: map[string]string{"type": "care"}},
				{Entity: "meetings", Fields: map[string]string{"type": "Kind", "date": "Date"}, Where: map[string]string{"Kind": "CP"}},
				{Entity: "professionals", Fields: map[string]string{"professional_id": "Kind"}}},
			Dates: map[string]string{"Date": "d/m/yy"}}}}
		path := filepath.Join(t.TempDir(), "a.csv")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		e, err := mapped.New(d, []table.Ref{table.CSV(path)}, m, mapped.Options{})
		if err != nil {
			t.Fatal(err)
		}
		s, err := e.Survey(t.Context())
		if err != nil {
			if strings.Contains(err.Error(), "fault in caseaudit") {
				t.Fatal(err)
			}
			return
		}
		n := 0
		if err := e.Records(t.Context(), func(r *casefile.Record) error {
			n++
			for entity, list := range r.Where {
				if len(list) != len(r.Items(entity)) {
					t.Error(entity, list)
				}
			}
			return nil
		}); err != nil || n != s.Records {
			t.Fatal(err, n, s.Records)
		}
	})
}
