package inspection_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/inspection"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func dictionary(t *testing.T) *casefile.Dictionary {
	t.Helper()
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// catalogue makes criteria of lines "ID level need; need".
func catalogue(lines ...string) *criteria.Catalogue {
	cat := &criteria.Catalogue{}
	for _, line := range lines {
		id, rest, _ := strings.Cut(line, " ")
		level, needs, _ := strings.Cut(rest, " ")
		c := &criteria.Criterion{ID: id, Title: "Criterion " + id, Level: criteria.Level(level), Area: criteria.Area{Title: "Area"}}
		for need := range strings.SplitSeq(needs, "; ") {
			if entity, is := strings.CutPrefix(need, "all "); is {
				c.History = append(c.History, entity)
			} else if need != "" {
				c.Needs = append(c.Needs, need)
			}
		}
		cat.Criteria = append(cat.Criteria, c)
	}
	return cat
}

func supply(paths ...string) *casefile.Supply {
	s := casefile.NewSupply()
	for _, path := range paths {
		s.Add(path)
	}
	return s
}

func describe(steps []inspection.Step) []string {
	var lines []string
	for _, s := range steps {
		line := s.Words() + ":"
		for _, c := range s.Unlocks {
			line += " " + c.ID
		}
		line += " |"
		for _, c := range s.Helps {
			line += " " + c.ID
		}
		lines = append(lines, line)
	}
	return lines
}

func TestColumns(t *testing.T) {
	have := supply("visits.date")
	have.AddLatest("visits", "")
	for _, test := range []struct {
		name     string
		criteria []string
		want     []string
	}{
		{"nothing is missing", []string{"A1 priority visits.date", "A2 priority "}, nil},
		{"more weight first", []string{"A1 advisory visits.seen_alone", "A2 advisory visits.seen_alone", "A3 priority plans.type"},
			[]string{"plans.type: A3 |", "visits.seen_alone: A1 A2 |"}},
		{"then what it brings nearer", []string{"A1 development plans.type", "A2 development visits.seen_alone", "A3 advisory visits.seen_alone; plans.start_date"},
			[]string{"visits.seen_alone: A2 | A3", "plans.type: A1 |", "plans.start_date: | A3"}},
		{"then by name", []string{"A1 advisory visits.seen_alone", "A2 advisory plans.type"}, []string{"plans.type: A2 |", "visits.seen_alone: A1 |"}},
		{"either of two is one step", []string{"A1 priority assessments.child_seen | assessments.child_seen_date"},
			[]string{"assessments.child_seen or assessments.child_seen_date: A1 |"}},
		{"the one of two that does more", []string{"A1 priority assessments.child_seen | assessments.child_seen_date", "A2 advisory assessments.child_seen"},
			[]string{"assessments.child_seen: A1 A2 |", "assessments.child_seen_date: A1 |"}},
		{"one column that meets two needs", []string{"A1 priority plans.type; plans.type | plans.start_date"},
			[]string{"plans.type: A1 |", "plans.start_date: | A1"}},
		{"a field of the record", []string{"A1 priority team"}, []string{"team: A1 |"}},
		{"more than the latest is no column", []string{"A1 priority visits.seen_alone; all visits", "A2 advisory all plans; plans.type"}, []string{"plans.type: A2 |"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := inspection.New(dictionary(t), catalogue(test.criteria...), &casefile.Survey{Supply: have})
			if diff := cmp.Diff(test.want, describe(got.Columns)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestKindsAreSteps(t *testing.T) {
	have := supply("visits.date")
	have.AddKind("visits", "child_in_need")
	got := inspection.New(dictionary(t), catalogue("A1 priority visits=child_protection; visits.date"), &casefile.Survey{Supply: have})
	if diff := cmp.Diff([]string{"visits of type child_protection: A1 |"}, describe(got.Columns)); diff != "" {
		t.Error(diff)
	}
}

func TestTables(t *testing.T) {
	got := inspection.New(dictionary(t), catalogue(
		"A1 priority homelessness.presented_date; homelessness.assessed_date",
		"A2 advisory homelessness.presented_date; visits.seen_alone",
		"A3 priority allegations.received_date",
		"A4 priority visits.seen_alone; visits.child_seen",
		"A5 advisory challenges.raised_date; challenges.by_role | challenges.answered_date",
	), &casefile.Survey{Supply: supply("visits.date")})
	want := []string{
		"homelessness with assessed_date, presented_date: A1 | A2",
		"challenges with by_role, raised_date: A5 |",
	}
	if diff := cmp.Diff(want, describe(got.Tables)); diff != "" {
		t.Error(diff)
	}
}

// survey is one of everything that the screen has to say.
func survey() *casefile.Survey {
	s := &casefile.Survey{Format: "ssd", Records: 1204, Newest: "2026-10-31", Supply: supply("case_id", "child.date_of_birth", "visits.date", "visits.type")}
	s.Inputs = []casefile.Input{
		{Name: "ssd_person.csv", Entity: "child", Encoding: "windows-1252", Delimiter: ";", HeaderRow: 1, Rows: 1206, Read: 1204, Duplicates: 2,
			Columns: []casefile.Column{{Name: "pers_person_id", Use: "the child's id"},
				{Name: "pers_dob", Fields: []string{"child.date_of_birth"}, Dates: []casefile.DateForm{{Form: "dd/mm/yyyy", Count: 1204}}},
				{Name: "pers_gender", Use: casefile.ColumnUnused}, {Name: "shoe_size", Use: casefile.ColumnUnknown}}},
		{Name: "annex.xlsx", Sheet: "List 7", Entity: "visits", HeaderRow: 4, Rows: 40, Read: 36, Refused: 4,
			Columns: []casefile.Column{{Name: "Visit date", Fields: []string{"visits.date"},
				Dates: []casefile.DateForm{{Form: "yyyy-mm-dd", Count: 30}, {Form: "yyyy-mm-dd hh:mm", Count: 3}, {Form: "dd/mm/yy", Count: 3}}}}},
		{Name: "cin.xml", Entity: "children", Encoding: "utf-8", Rows: 3, Read: 3},
	}
	s.Ignored = []string{"notes.txt: not a kind of file that this export has"}
	for row := range 3 {
		s.Refusals = append(s.Refusals, casefile.Refusal{At: casefile.Location{File: "annex.xlsx", Sheet: "List 7", Row: 9 + row}, Column: "Visit date",
			Reason: fmt.Sprintf(`"3%d/02/2026" is no day of the calendar: dates are read day first, write yyyy-mm-dd or dd/mm/yyyy`, row)})
	}
	s.Refusals = append(s.Refusals, casefile.Refusal{At: casefile.Location{File: "annex.xlsx", Sheet: "List 7", Row: 20}, CaseID: "17", Reason: "the row has no id of a child: give it one"})
	s.Notes = []casefile.Note{
		{Kind: "unmatched value", At: casefile.Location{File: "annex.xlsx", Sheet: "List 7", Row: 12}, Field: "visits.type", Value: `"phone"`, Text: "type: phone is none of them", Count: 4},
		{Kind: "unmatched value", At: casefile.Location{File: "annex.xlsx", Sheet: "List 7", Row: 13}, Field: "visits.type", Value: `"letter"`, Text: "type: letter is none of them", Count: 9},
		{Kind: "unmatched value", At: casefile.Location{File: "ssd_person.csv", Row: 2}, Field: "child.interpreter", Text: "interpreter: a value is neither yes nor no", Count: 1},
		{Kind: "duplicate row", At: casefile.Location{File: "ssd_person.csv", Row: 7}, Count: 2},
		{Kind: "conflicting values", At: casefile.Location{File: "ssd_person.csv", Row: 9}},
	}
	return s
}

func someCriteria() *criteria.Catalogue {
	return catalogue("VI-01 priority visits.date", "VI-02 priority visits.seen_alone; all visits", "VI-03 development visits.seen_alone | visits.child_seen",
		"AS-01 development homelessness.presented_date; homelessness.assessed_date", "TE-01 advisory team")
}

func TestScreen(t *testing.T) {
	s := survey()
	s.Supply.AddLatest("visits", "")
	var out bytes.Buffer
	if err := inspection.Write(&out, inspection.New(dictionary(t), someCriteria(), s)); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/screen.golden"
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Error(diff)
	}
}

// However much is wrong with an export, it fits a screen.
func TestScreenIsBounded(t *testing.T) {
	s := survey()
	for i := range 300 {
		in := s.Inputs[1]
		in.Name = fmt.Sprintf("a file with quite a long name in the export of %d.xlsx", i)
		in.Columns = append(in.Columns, casefile.Column{Name: fmt.Sprintf("Another column %d", i), Use: casefile.ColumnUnknown})
		s.Inputs = append(s.Inputs, in)
		s.Ignored = append(s.Ignored, fmt.Sprintf("f%d.pdf: no", i))
		s.Refusals = append(s.Refusals, casefile.Refusal{At: casefile.Location{File: in.Name, Row: 3}, Column: fmt.Sprint("c", i), Reason: strings.Repeat("a reason that goes on ", 5)})
		s.Notes = append(s.Notes, casefile.Note{Kind: fmt.Sprint("kind ", i)},
			casefile.Note{Kind: "unmatched value", Field: fmt.Sprintf("visits.f%d", i%40), Value: fmt.Sprintf("%q", strings.Repeat("v", i%30)), Count: i})
	}
	lines := make([]string, 0, 300)
	for i := range 300 {
		lines = append(lines, fmt.Sprintf("C-%03d priority visits.f%d; homelessness.f%d", i, i%60, i), fmt.Sprintf("D-%03d priority visits.f%d", i, i%60))
	}
	var out bytes.Buffer
	if err := inspection.Write(&out, inspection.New(dictionary(t), catalogue(lines...), s)); err != nil {
		t.Fatal(err)
	}
	text := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(text) > 66 {
		t.Errorf("%d lines:\n%s", len(text), out.String())
	}
	for _, line := range text {
		if len([]rune(line)) > 120 {
			t.Errorf("%d characters: %s", len([]rune(line)), line)
		}
	}
}

func TestFormatWords(t *testing.T) {
	for format, want := range map[string]string{"ssd": "the Standard Safeguarding Dataset", "annex-a + native": "Annex A, and the native export", "new": "new"} {
		if got := inspection.FormatWords(format); got != want {
			t.Errorf("%s: %s", format, got)
		}
	}
}
