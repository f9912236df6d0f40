package ledger

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/table"
)

// remarker is a reader that has something to say.
type remarker struct {
	table.Reader
	remarks []table.Remark
}

func (r remarker) Remarks() []table.Remark { return r.remarks }

// What concerns a workbook is noted once, however many of its sheets are read;
// what concerns a sheet, with it.
func TestTable(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	l := New(d, "test")
	macros := table.Remark{Kind: "macros", Place: "xl/vbaProject.bin", Text: "it holds macros", Count: 1}
	hidden := func(sheet string) table.Remark {
		return table.Remark{Kind: "hidden rows", Sheet: sheet, Text: "rows that Excel does not show", Count: 3}
	}
	for _, file := range []string{"a.xlsx", "b.xlsx"} {
		for _, sheet := range []string{"One", "Two", "Two"} {
			l.Table(&table.Table{Name: file, Sheet: sheet, Reader: remarker{nil, []table.Remark{macros, hidden(sheet)}}})
		}
	}
	l.Table(&table.Table{Name: "c.csv", Reader: &table.File{}})
	s, err := l.Close()
	if err != nil {
		t.Fatal(err)
	}
	type short struct {
		kind, at, text string
		count          int
	}
	var got []short
	for _, n := range s.Notes {
		got = append(got, short{n.Kind, n.At.String(), n.Text, n.Count})
	}
	if diff := cmp.Diff([]short{
		{"hidden rows", `a.xlsx sheet "One"`, "rows that Excel does not show", 3},
		{"hidden rows", `a.xlsx sheet "Two"`, "rows that Excel does not show", 3},
		{"hidden rows", `b.xlsx sheet "One"`, "rows that Excel does not show", 3},
		{"hidden rows", `b.xlsx sheet "Two"`, "rows that Excel does not show", 3},
		{"macros", "a.xlsx", "xl/vbaProject.bin: it holds macros", 1},
		{"macros", "b.xlsx", "xl/vbaProject.bin: it holds macros", 1},
	}, got, cmp.AllowUnexported(short{})); diff != "" {
		t.Error(diff)
	}
}
