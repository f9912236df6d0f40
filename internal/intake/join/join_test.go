package join_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/join"
	"github.com/caseaudit/caseaudit/internal/intake/native"
)

func dictionary(t testing.TB) *casefile.Dictionary {
	t.Helper()
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// source is a native export in a folder of its own, or one taken for a table of
// practice.
type source struct {
	cases    string
	service  string
	practice bool
	folder   string // "" for a, b, c, ...
}

// part writes the export under root and gives it as a part.
func (s source) part(t testing.TB, d *casefile.Dictionary, root string, at int) join.Part {
	t.Helper()
	name := s.folder
	if name == "" {
		name = string(rune('a' + at))
	}
	dir := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	write := func(file, content string) string {
		path := filepath.Join(dir, file)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	cases, service := write(native.CasesFile, s.cases), ""
	if s.service != "" {
		service = write(native.ServiceFile, s.service)
	}
	return join.Part{Export: native.New(d, cases, service, nil), Name: filepath.Base(dir), Within: filepath.Dir(dir), Folder: dir, Practice: s.practice}
}

// joined surveys the exports and gives the records as lines of JSON, empty
// entities left out, with the places of the items.
func joined(t testing.TB, sources ...source) (*casefile.Survey, []string) {
	t.Helper()
	d := dictionary(t)
	e := open(t, d, sources...)
	s, err := e.Survey(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	checkRows(t, s)
	var lines []string
	if err := e.Records(t.Context(), func(r *casefile.Record) error {
		if r.Values["case_id"] != r.CaseID {
			t.Errorf("the record of %s says it is %v", r.CaseID, r.Values["case_id"])
		}
		lines = append(lines, line(d, r))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if len(lines) != s.Records {
		t.Errorf("%d records surveyed, %d handed out", s.Records, len(lines))
	}
	return s, lines
}

func open(t testing.TB, d *casefile.Dictionary, sources ...source) *join.Export {
	t.Helper()
	root := t.TempDir()
	var parts []join.Part
	for i, s := range sources {
		parts = append(parts, s.part(t, d, root, i))
	}
	e, err := join.New(d, parts)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func checkRows(t testing.TB, s *casefile.Survey) {
	t.Helper()
	for _, in := range s.Inputs {
		if in.Rows != in.Read+in.Duplicates+in.Refused {
			t.Errorf("%s: rows are lost: %+v", in.Name, in)
		}
	}
}

func line(d *casefile.Dictionary, r *casefile.Record) string {
	values := map[string]any{}
	for name, v := range r.Values {
		list, isList := v.([]any)
		object, isObject := v.(map[string]any)
		if name != "case_id" && !(isList && len(list) == 0) && !(isObject && len(object) == 0) {
			values[name] = v
		}
	}
	b, _ := json.Marshal(values)
	var places []string
	for _, e := range d.Entities {
		for _, at := range r.Where[e.Name] {
			places = append(places, at.File+" "+at.Part)
		}
	}
	text := r.CaseID + " " + string(b)
	if len(places) > 0 {
		text += " @ " + strings.Join(places, ", ")
	}
	if r.Refused > 0 {
		text += fmt.Sprintf(" refused %d", r.Refused)
	}
	return text
}

func notes(s *casefile.Survey) []string {
	var lines []string
	for _, n := range s.Notes {
		if n.Kind == join.NotSupplied || n.Kind == join.NotListed {
			continue // have tests of their own
		}
		lines = append(lines, fmt.Sprintf("%s x%d %s: %s", n.Kind, n.Count, n.Field, n.Text))
	}
	return lines
}

func refusals(s *casefile.Survey) []string {
	var lines []string
	for _, r := range s.Refusals {
		lines = append(lines, fmt.Sprintf("%s [%s] %s", r.At, r.CaseID, r.Reason))
	}
	return lines
}

func TestJoin(t *testing.T) {
	for _, test := range []struct {
		name     string
		sources  []source
		records  []string
		notes    []string
		refusals []string
	}{
		{
			name: "entities of one case from three exports",
			sources: []source{
				{cases: `{"case_id":"1","team":"North","child":{"sex":"F"},"visits":[{"visit_id":"v1","date":"2026-01-02"}]}`},
				{cases: `{"case_id":"1","supervision":[{"date":"2026-01-05"}]}`, practice: true},
				{cases: `{"case_id":"1","decisions":[{"date":"2026-01-06"}]}` + "\n" + `{"case_id":"2","team":"South"}`},
			},
			records: []string{
				`1 {"child":{"sex":"F"},"decisions":[{"date":"2026-01-06"}],"supervision":[{"date":"2026-01-05"}],"team":"North","visits":[{"date":"2026-01-02","visit_id":"v1"}]} @ a/cases.ndjson visits[0], b/cases.ndjson supervision[0], c/cases.ndjson decisions[0]`,
				`2 {"team":"South"}`,
			},
		},
		{
			name: "a practice table given first does not change the order of the cases",
			sources: []source{
				{cases: `{"case_id":"2","supervision":[{"date":"2026-01-05"}]}`, practice: true},
				{cases: `{"case_id":"1"}` + "\n" + `{"case_id":"2","supervision":[{"date":"2026-01-04"}]}`},
			},
			records: []string{
				`1 {}`,
				`2 {"supervision":[{"date":"2026-01-05"},{"date":"2026-01-04"}]} @ a/cases.ndjson supervision[0], b/cases.ndjson supervision[0]`,
			},
		},
		{
			name: "spaces around an id are dropped and leading zeros are kept",
			sources: []source{
				{cases: `{"case_id":"00123"}` + "\n" + `{"case_id":"A-7"}`},
				{cases: `{"case_id":" 00123 ","supervision":[{"date":"2026-01-05"}]}` + "\n" + `{"case_id":"123","supervision":[{"date":"2026-01-06"},{"date":"2026-01-07"}]}` + "\n" + `{"case_id":"a7","supervision":[{"date":"2026-01-08"}]}`, practice: true},
			},
			records: []string{`00123 {"supervision":[{"date":"2026-01-05"}]} @ b/cases.ndjson supervision[0]`, `A-7 {}`},
			notes: []string{
				`possibly the same case x1 case_id: case ids of different exports that differ only in leading zeros, capitals or punctuation, such as "A-7" of a and "a7" of b, were taken for different cases: write an id alike everywhere`,
			},
			refusals: []string{
				`b/cases.ndjson row 2 [123] no such case in a, but "00123" is one and differs only in leading zeros, capitals or punctuation: write the id alike in both`,
				`b/cases.ndjson row 3 [a7] no such case in a, but "A-7" is one and differs only in leading zeros, capitals or punctuation: write the id alike in both`,
			},
		},
		{
			name: "fields are filled from later exports, and the first wins where they differ",
			sources: []source{
				{cases: `{"case_id":"1","team":"North","child":{"sex":"F","surname":"Oak","date_of_birth":"2015-01-02","disabilities":["AUT","LD"]}}`},
				{cases: `{"case_id":"1","team":"South","child":{"sex":"M","surname":"Ash","date_of_birth":"2016-01-02","disabilities":["LD","AUT"],"ethnicity":"WBRI"}}`},
				{cases: `{"case_id":"1","child":{"ethnicity":"WIRI"}}`},
			},
			records: []string{`1 {"child":{"date_of_birth":"2015-01-02","disabilities":["AUT","LD"],"ethnicity":"WBRI","sex":"F","surname":"Oak"},"team":"North"}`},
			notes: []string{
				`conflicting values x1 child.date_of_birth: date of birth differs between a/cases.ndjson row 1 and b/cases.ndjson row 1; the first stands`,
				`conflicting values x1 child.sex: sex is "F" in a/cases.ndjson row 1 and "M" in b/cases.ndjson row 1; the first stands`,
				`conflicting values x1 child.surname: surname differs between a/cases.ndjson row 1 and b/cases.ndjson row 1; the first stands`,
				`conflicting values x1 team: team is "North" in a/cases.ndjson row 1 and "South" in b/cases.ndjson row 1; the first stands`,
				`conflicting values x1 child.ethnicity: ethnicity is "WBRI" in b/cases.ndjson row 1 and "WIRI" in c/cases.ndjson row 1; the first stands`,
			},
		},
		{
			name: "items with one id are merged, blanks filled and conflicts told",
			sources: []source{
				{cases: `{"case_id":"1","assessments":[{"assessment_id":"A1","start_date":"2026-01-02","type":"single","analysis":"the first text"},{"assessment_id":"A2","start_date":"2026-02-02"}]}`},
				{cases: `{"case_id":"1","assessments":[{"assessment_id":"A1","start_date":"2026-01-03","completed_date":"2026-02-01","type":"core","analysis":"another text"}]}`},
			},
			records: []string{`1 {"assessments":[{"analysis":"the first text","assessment_id":"A1","completed_date":"2026-02-01","start_date":"2026-01-02","type":"single"},{"assessment_id":"A2","start_date":"2026-02-02"}]} @ a/cases.ndjson assessments[0], a/cases.ndjson assessments[1]`},
			notes: []string{
				`conflicting values x1 assessments.analysis: analysis differs between a/cases.ndjson row 1 assessments[0] and b/cases.ndjson row 1 assessments[0]; the first stands`,
				`conflicting values x1 assessments.start_date: start date is "2026-01-02" in a/cases.ndjson row 1 assessments[0] and "2026-01-03" in b/cases.ndjson row 1 assessments[0]; the first stands`,
				`conflicting values x1 assessments.type: type is "single" in a/cases.ndjson row 1 assessments[0] and "core" in b/cases.ndjson row 1 assessments[0]; the first stands`,
			},
		},
		{
			name: "a time of day is a blank that is filled",
			sources: []source{
				{cases: `{"case_id":"1","contacts":[{"contact_id":"C1","received":"2026-01-02"},{"contact_id":"C2","received":"2026-01-02T10:00:00"},{"contact_id":"C3","received":"2026-01-02T10:00:00"}]}`},
				{cases: `{"case_id":"1","contacts":[{"contact_id":"C1","received":"2026-01-02T09:30:00"},{"contact_id":"C2","received":"2026-01-02"},{"contact_id":"C3","received":"2026-01-02T11:00:00"}]}`},
			},
			records: []string{`1 {"contacts":[{"contact_id":"C1","received":"2026-01-02T09:30:00"},{"contact_id":"C2","received":"2026-01-02T10:00:00"},{"contact_id":"C3","received":"2026-01-02T10:00:00"}]} @ a/cases.ndjson contacts[0], a/cases.ndjson contacts[1], a/cases.ndjson contacts[2]`},
			notes: []string{
				`conflicting values x1 contacts.received: received is "2026-01-02T10:00:00" in a/cases.ndjson row 1 contacts[2] and "2026-01-02T11:00:00" in b/cases.ndjson row 1 contacts[2]; the first stands`,
			},
		},
		{
			name: "an item repeated exactly counts once, others that look alike are kept",
			sources: []source{
				{cases: `{"case_id":"1","case_notes":[{"date":"2026-01-02","next_actions":true},{"date":"2026-01-09"}]}`},
				{cases: `{"case_id":"1","case_notes":[{"date":"2026-01-02","next_actions":true},{"date":"2026-01-09","recorded_date":"2026-01-10"},{"date":"2026-01-02","next_actions":false}]}`},
			},
			records: []string{`1 {"case_notes":[{"date":"2026-01-02","next_actions":true},{"date":"2026-01-09"},{"date":"2026-01-09","recorded_date":"2026-01-10"},{"date":"2026-01-02","next_actions":false}]} @ a/cases.ndjson case_notes[0], a/cases.ndjson case_notes[1], b/cases.ndjson case_notes[1], b/cases.ndjson case_notes[2]`},
			notes: []string{
				`duplicate item x1 case_notes: case notes: items that a/cases.ndjson has too, exactly so, were taken once`,
				`possibly the same item x1 case_notes: case notes: items that agree with one of a/cases.ndjson in all that both hold, a date among it, were kept beside it: give both exports the same ids, or leave the table out of one, for else they count twice`,
			},
		},
		{
			name: "an id that stands several times merges nothing, save where the type tells",
			sources: []source{
				{cases: `{"case_id":"1","plans":[{"plan_id":"P","type":"care","start_date":"2026-01-01"},{"plan_id":"P","type":"child_protection","start_date":"2026-01-02"},{"plan_id":"Q","start_date":"2026-02-01"},{"plan_id":"Q","start_date":"2026-02-02"}]}`},
				{cases: `{"case_id":"1","plans":[{"plan_id":"P","type":"care","end_date":"2026-03-01"},{"plan_id":"Q","end_date":"2026-03-02"}]}`},
			},
			records: []string{`1 {"plans":[{"end_date":"2026-03-01","plan_id":"P","start_date":"2026-01-01","type":"care"},{"plan_id":"P","start_date":"2026-01-02","type":"child_protection"},{"plan_id":"Q","start_date":"2026-02-01"},{"plan_id":"Q","start_date":"2026-02-02"},{"end_date":"2026-03-02","plan_id":"Q"}]} @ a/cases.ndjson plans[0], a/cases.ndjson plans[1], a/cases.ndjson plans[2], a/cases.ndjson plans[3], b/cases.ndjson plans[1]`},
			notes: []string{
				`repeated key x1 plans.plan_id: plans: where a case has several of one plan ID, those of another export were kept beside them and not merged: give each its own`,
			},
		},
		{
			name: "rows of cases that nobody lists are refused, those of refused cases too",
			sources: []source{
				{cases: `{"case_id":"1"}` + "\n" + `{"case_id":"2","assessments":[{"start_date":"31/02/2026"}]}`},
				{cases: `{"case_id":"1","supervision":[{"date":"2026-01-05"}]}` + "\n" + `{"case_id":"2","supervision":[{"date":"2026-01-06"}]}` + "\n" + `{"case_id":"3","supervision":[{"date":"2026-01-07"}],"decisions":[{"date":"2026-01-07"}]}`, practice: true},
			},
			records: []string{`1 {"supervision":[{"date":"2026-01-05"}]} @ b/cases.ndjson supervision[0]`},
			refusals: []string{
				`a/cases.ndjson row 2 [2] "31/02/2026" is no day of the calendar: dates are read day first, write yyyy-mm-dd or dd/mm/yyyy`,
				`b/cases.ndjson row 2 [2] what a says of this case was refused: mend that first`,
				`b/cases.ndjson row 3 [3] no such case in a: add the child there or mend the id`,
			},
		},
		{
			name: "what was refused of a case is remembered from every export",
			sources: []source{
				{cases: `{"case_id":"1"}` + "\n" + `{"case_id":"2","assessments":[{"start_date":"31/02/2026"}]}`},
				{cases: `{"case_id":"1","supervision":[{"date":"soon"}]}` + "\n" + `{"case_id":"2"}`},
			},
			records: []string{`1 {} refused 1`, `2 {} refused 1`},
			refusals: []string{
				`a/cases.ndjson row 2 [2] "31/02/2026" is no day of the calendar: dates are read day first, write yyyy-mm-dd or dd/mm/yyyy`,
				`b/cases.ndjson row 1 [1] "soon" is not a date caseaudit knows: write yyyy-mm-dd or dd/mm/yyyy`,
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, records := joined(t, test.sources...)
			if diff := cmp.Diff(test.records, records); diff != "" {
				t.Error("records", diff)
			}
			if diff := cmp.Diff(test.notes, notes(s)); diff != "" {
				t.Error("notes", diff)
			}
			if diff := cmp.Diff(test.refusals, refusals(s)); diff != "" {
				t.Error("refusals", diff)
			}
		})
	}
}

// Newest and twins are those of the joined cases, not of any one export.
func TestTheWholeIsJudged(t *testing.T) {
	s, _ := joined(t,
		source{cases: `{"case_id":"1","child":{"upn":"A1"}}` + "\n" + `{"case_id":"2","visits":[{"date":"2026-02-01"}]}`},
		source{cases: `{"case_id":"2","child":{"upn":"A1"}}` + "\n" + `{"case_id":"3","visits":[{"date":"2026-03-01"}]}`},
		source{cases: `{"case_id":"9","supervision":[{"date":"2026-04-01"}]}`, practice: true})
	if s.Newest != "2026-03-01" {
		t.Errorf("newest %s: the date of a row that is refused is no event", s.Newest)
	}
	want := map[string][]casefile.Twin{"1": {{CaseID: "2", By: "UPN"}}, "2": {{CaseID: "1", By: "UPN"}}}
	if diff := cmp.Diff(want, s.Twins); diff != "" {
		t.Error(diff)
	}
	if s.Records != 3 || s.Format != "native" {
		t.Errorf("%d records of %s", s.Records, s.Format)
	}
}

func TestService(t *testing.T) {
	s, _ := joined(t,
		source{cases: `{"case_id":"1"}`, service: `{"professionals":[{"professional_id":"W1","name":"A B","fte":0.5},{"professional_id":"W2"}],"staff_supervision":[{"professional_id":"W1","date":"2026-01-02"}]}`},
		source{cases: ``, practice: true, service: `{"professionals":[{"professional_id":"W1","name":"C D","fte":1,"team":"North"},{"professional_id":"W3"}],"staff_supervision":[{"professional_id":"W1","date":"2026-01-02"},{"professional_id":"W1","date":"2026-02-02"}]}`})
	b, _ := json.Marshal(s.Service.Values)
	want := `{"allegations":[],"audit_actions":[],"file_audits":[],"posts":[],` +
		`"professionals":[{"fte":0.5,"name":"A B","professional_id":"W1","team":"North"},{"professional_id":"W2"},{"professional_id":"W3"}],` +
		`"staff_supervision":[{"date":"2026-01-02","professional_id":"W1"},{"date":"2026-02-02","professional_id":"W1"}]}`
	if diff := cmp.Diff(want, string(b)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{
		`conflicting values x1 professionals.fte: FTE is 0.5 in a/service.json row 1 professionals[0] and 1 in b/service.json row 1 professionals[0]; the first stands`,
		`conflicting values x1 professionals.name: name differs between a/service.json row 1 professionals[0] and b/service.json row 1 professionals[0]; the first stands`,
		`duplicate item x1 staff_supervision: staff supervision: items that a/service.json has too, exactly so, were taken once`,
	}, notes(s)); diff != "" {
		t.Error(diff)
	}
	var places []string
	for _, at := range s.Service.Where["professionals"] {
		places = append(places, at.String())
	}
	if diff := cmp.Diff([]string{"a/service.json row 1 professionals[0]", "a/service.json row 1 professionals[1]", "b/service.json row 1 professionals[1]"}, places); diff != "" {
		t.Error(diff)
	}
}

// A field that one export lacks reads as blank in what only that export holds.
func TestWhatOneExportLacksIsCounted(t *testing.T) {
	s, _ := joined(t,
		source{cases: `{"case_id":"1","team":"North","visits":[{"visit_id":"1","date":"2026-01-01","child_seen":true},{"visit_id":"2","date":"2026-01-02"}]}`},
		source{cases: `{"case_id":"1","visits":[{"visit_id":"2","date":"2026-01-02"},{"visit_id":"3","date":"2026-01-03"}]}` + "\n" + `{"case_id":"2","visits":[{"visit_id":"4","date":"2026-01-04"}]}`})
	var got []string
	for _, n := range s.Notes {
		got = append(got, fmt.Sprintf("%s x%d %s: %s", n.Kind, n.Count, n.Field, n.Text))
	}
	slices.Sort(got)
	if diff := cmp.Diff([]string{
		`duplicate item x1 visits: visits: items that a/cases.ndjson has too, exactly so, were taken once`,
		`not in every export x1 case_id: cases of other exports that a does not list: what only it could say of them counts as not recorded`,
		`not supplied by every export x1 : cases that stand only in b, which lacks team: those fields read as blank there, as though nobody had filled them in`,
		`not supplied by every export x2 visits: visits that stand only in b, which lacks child seen: those fields read as blank there, as though nobody had filled them in`,
	}, got); diff != "" {
		t.Error(diff)
	}
}

func TestFilesOfOneNameAreToldApart(t *testing.T) {
	one := `{"case_id":"1"}`
	for _, test := range []struct {
		folders []string
		want    []string
	}{
		{[]string{"north/october", "south/october"}, []string{"north/october/cases.ndjson", "south/october/cases.ndjson"}},
		{[]string{"north", "south"}, []string{"north/cases.ndjson", "south/cases.ndjson"}},
		{[]string{"x/a/b", "y/a/b", "y/a/c"}, []string{"c/cases.ndjson", "x/a/b/cases.ndjson", "y/a/b/cases.ndjson"}},
	} {
		var sources []source
		for i, folder := range test.folders {
			sources = append(sources, source{cases: one + strings.Repeat("\n", i), folder: folder})
		}
		s, _ := joined(t, sources...)
		var names []string
		for _, in := range s.Inputs {
			names = append(names, in.Name)
		}
		if diff := cmp.Diff(test.want, names); diff != "" {
			t.Error(diff)
		}
	}
}

func TestTheSameExportTwice(t *testing.T) {
	d := dictionary(t)
	root := t.TempDir()
	a := source{cases: `{"case_id":"1"}`}.part(t, d, root, 0)
	b := a // a file of a folder, given by itself too
	b.Name, b.Within = native.CasesFile, a.Folder
	for _, second := range []join.Part{a, b} {
		e, err := join.New(d, []join.Part{a, second})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Survey(t.Context()); err == nil || !strings.HasPrefix(err.Error(), "cases.ndjson is given twice") {
			t.Error(err)
		}
	}
	s, _ := joined(t, source{cases: `{"case_id":"1"}`}, source{cases: `{"case_id":"1"}`})
	if got := notes(s); len(got) != 1 || !strings.HasPrefix(got[0], "same file x1 : a/cases.ndjson and b/cases.ndjson are the same file") {
		t.Error(got)
	}
}

func TestNothingListsCases(t *testing.T) {
	practice := source{cases: `{"case_id":"1","supervision":[{"date":"2026-01-01"}]}`, practice: true}
	if _, err := open(t, dictionary(t), practice).Survey(t.Context()); err == nil || !strings.Contains(err.Error(), "give the export that lists the cases too") {
		t.Error(err)
	}
	practice.service = `{"posts":[{"post_id":"1"}]}`
	s, records := joined(t, practice)
	if len(records) != 0 || !slices.Equal(refusals(s), []string{"cases.ndjson row 1 [1] nothing given says which cases there are: give the export that lists the cases too"}) {
		t.Error(records, refusals(s))
	}
}

func TestOrderOfArguments(t *testing.T) {
	sources := []source{
		{cases: `{"case_id":"1","visits":[{"visit_id":"1","date":"2026-01-01"}]}` + "\n" + `{"case_id":"2"}`, folder: "a"},
		{cases: `{"case_id":"1","visits":[{"visit_id":"1","child_seen":true}]}` + "\n" + `{"case_id":"3"}`, folder: "b"},
		{cases: `{"case_id":"3","supervision":[{"date":"2026-01-02"}]}` + "\n" + `{"case_id":"4","supervision":[{"date":"2026-01-02"}]}`, practice: true, folder: "c"},
	}
	var want []string
	var survey string
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {0, 2, 1}} {
		var given []source
		for _, at := range order {
			given = append(given, sources[at])
		}
		s, records := joined(t, given...)
		for i, r := range records {
			records[i], _, _ = strings.Cut(r, " @ ")
		}
		slices.Sort(records)
		b, _ := json.Marshal([]any{s.Format, s.Inputs, s.Records, s.Refusals, s.Newest, s.Twins, s.Supply.Paths()})
		if want == nil {
			want, survey = records, string(b)
		}
		if diff := cmp.Diff(want, records); diff != "" {
			t.Errorf("order %v: %s", order, diff)
		}
		if diff := cmp.Diff(survey, string(b)); diff != "" {
			t.Errorf("order %v: %s", order, diff)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	e := open(t, dictionary(t), source{cases: `{"case_id":"1"}`}, source{cases: `{"case_id":"1"}` + "\n" + `{"case_id":"2"}`})
	if err := e.Records(ctx, nil); err == nil {
		t.Error("records before the survey")
	}
	if _, err := e.Survey(ctx); err != nil {
		t.Fatal(err)
	}
	n := 0
	err := e.Records(ctx, func(*casefile.Record) error { n++; cancel(); return nil })
	if !errors.Is(err, context.Canceled) || n != 1 {
		t.Errorf("%d records, %v", n, err)
	}
	if _, err := e.Survey(ctx); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
