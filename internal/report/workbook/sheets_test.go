package workbook

import (
	"slices"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// Every place that shows where something stands shows the sheet, and what stands
// on two sheets of a file is not taken for one.
func TestSheetsAreNamed(t *testing.T) {
	a, l := small()
	page := func(sheet string, row int) casefile.Location {
		return casefile.Location{File: "book.xlsx", Sheet: sheet, Row: row}
	}
	a.Survey.Inputs = []casefile.Input{{Name: "book.xlsx", Sheet: "One", Entity: "visits", Rows: 3, Read: 2, Refused: 1}, {Name: "book.xlsx", Sheet: "Two", Entity: "plans", Rows: 1, Read: 1}}
	a.Survey.Refusals = []casefile.Refusal{{At: page("One", 4), Reason: "no"}}
	a.Survey.Notes = []casefile.Note{
		{Kind: "hidden rows", At: page("One", 0), Text: "rows 2 to 3", Count: 2}, {Kind: "hidden rows", At: page("Two", 0), Text: "rows 2 to 3", Count: 2},
		{Kind: "macros", At: page("", 0), Text: "the workbook holds macros", Count: 1},
	}
	sheets := open(t, build(t, a, l, Options{})).sheets(t)
	column := func(sheet string, col, from int) []string {
		s := sheetNamed(t, sheets, sheet)
		var list []string
		for row := from; row <= s.rows; row++ {
			list = append(list, s.cells[at(0, row)].text+": "+s.cells[at(col, row)].text)
		}
		return list
	}
	quality := column(sheetQuality, 1, firstRow)
	for _, want := range []string{
		`Rows in the file: book.xlsx sheet "One"`, `Rows in the file: book.xlsx sheet "Two"`, `Row refused: book.xlsx sheet "One"`,
		`Hidden rows: book.xlsx sheet "One"`, `Hidden rows: book.xlsx sheet "Two"`, `Macros: book.xlsx`,
	} {
		if !slices.Contains(quality, want) {
			t.Errorf("Data quality has no %s: %q", want, quality)
		}
	}
	if method := column(sheetMethod, 1, firstRow); !slices.Contains(method, `Input: book.xlsx sheet "One" (visits)`) {
		t.Errorf("Method: %q", method)
	}
}
