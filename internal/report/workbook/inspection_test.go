package workbook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/inspection"
)

// inspectedExport is an export with one of everything that an inspection shows; many
// is how many rows were refused.
func inspectedExport(t *testing.T, many int) *inspection.Inspection {
	t.Helper()
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	area := criteria.Area{Name: "visits", Code: "VI", Title: "Visits"}
	cat := &criteria.Catalogue{Criteria: []*criteria.Criterion{
		{ID: "VI-01", Title: "Visited on time", Area: area, Level: criteria.Priority, Needs: []string{"visits.date"}},
		{ID: "VI-02", Title: "Seen alone", Area: area, Level: criteria.Priority, Needs: []string{"visits.seen_alone | visits.child_seen"}},
		{ID: "VI-03", Title: "Housed", Area: area, Level: criteria.Advisory, Needs: []string{"homelessness.presented_date", "homelessness.assessed_date"}},
		{ID: "VI-04", Title: "Every visit", Area: area, Level: criteria.Development, Needs: []string{"visits.date"}, History: []string{"visits"}},
	}}
	s := &casefile.Survey{Format: "ssd", Records: 3, Newest: "2026-10-31", Supply: casefile.NewSupply(), Ignored: []string{"notes.txt: not a kind of file that this export has"}}
	s.Supply.Add("visits.date")
	s.Supply.AddLatest("visits", "")
	s.Inputs = []casefile.Input{{Name: "=cmd|'/c calc'!A0.xlsx", Sheet: "List 7", Entity: "visits", HeaderRow: 4, Rows: many + 3, Read: 3, Refused: many, SHA256: strings.Repeat("ab", 32),
		Columns: []casefile.Column{
			{Name: "Child", Use: "the child's id"}, {Name: "Date", Fields: []string{"visits.date"}, Dates: []casefile.DateForm{{Form: "dd/mm/yyyy", Count: 3}}},
			{Name: "Old", Use: casefile.ColumnUnused}, {Name: "=1+1", Use: casefile.ColumnUnknown}}}}
	at := casefile.Location{File: s.Inputs[0].Name, Sheet: "List 7"}
	for i := range many {
		at.Row = i + 5
		s.Refusals = append(s.Refusals, casefile.Refusal{At: at, Column: "Date", CaseID: fmt.Sprint("0", i), Reason: "is not a date"})
	}
	s.Notes = []casefile.Note{
		{Kind: "unmatched value", At: at, Field: "visits.type", Value: `"phone"`, Text: "type: \"phone\" is none of them", Count: 4},
		{Kind: "duplicate row", At: at, Text: "rows that repeat another exactly were dropped", Count: 2},
	}
	return inspection.New(d, cat, s)
}

func inspectionFile(t *testing.T, found *inspection.Inspection) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := WriteInspection(t.Context(), &out, found, "caseaudit 0.0.0-test", Options{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestInspectionLint(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	nothing := inspection.New(d, &criteria.Catalogue{}, &casefile.Survey{Format: "native", Supply: casefile.NewSupply()})
	for name, found := range map[string]*inspection.Inspection{"small": inspectedExport(t, 2), "streamed": inspectedExport(t, streamAbove+1), "empty": nothing} {
		t.Run(name, func(t *testing.T) {
			file := inspectionFile(t, found)
			if !bytes.Equal(file, inspectionFile(t, found)) {
				t.Error("two workbooks of one inspection differ")
			}
			p := open(t, file)
			lintPackage(t, p)
			sheets := p.sheets(t)
			lintSheets(t, p, sheets)
			lintTables(t, p, sheets)
		})
	}
}

// TestInspectionSheets holds what stands on each sheet to what was found.
func TestInspectionSheets(t *testing.T) {
	sheets := open(t, inspectionFile(t, inspectedExport(t, 2))).sheets(t)
	var names []string
	for _, s := range sheets {
		names = append(names, s.name)
	}
	want := []string{"Summary", "What to add", "Criteria", "Inputs", "Columns", "Fields", "Values not known", "Rows refused", "Notes"}
	if !slices.Equal(names, want) {
		t.Errorf("sheets %v", names)
	}
	for sheet, wants := range map[string][]string{
		"Summary":          {"Inspection of the export: the Standard Safeguarding Dataset", "1 more", "homelessness (2 columns): VI-03"},
		"What to add":      {"visits.child_seen or visits.seen_alone", "VI-02", "Now in", "homelessness with assessed_date, presented_date", "Nothing in the export holds it yet"},
		"Criteria":         {"● Yes", "□ No", "Seen alone (visits), or child seen (visits)", "latest visit"},
		"Inputs":           {"=cmd|'/c calc'!A0.xlsx", "List 7", "dd/mm/yyyy", "1 file was not read"},
		"Columns":          {"● Read", "□ Not read", "▲ Not known", "=1+1", "The child's id"},
		"Fields":           {"Date", "Seen alone", `sheet "List 7" Date`, "VI-01, VI-04"},
		"Values not known": {"visits.type", `"phone"`},
		"Rows refused":     {"00", "01", "Is not a date"},
		"Notes":            {"File not read", "notes.txt", "Duplicate row"},
	} {
		s := sheetNamed(t, sheets, sheet)
		all := fmt.Sprint(s.cells)
		for _, text := range wants {
			if !strings.Contains(all, text) {
				t.Errorf("%s has no %q:\n%s", sheet, text, all)
			}
		}
	}
}
