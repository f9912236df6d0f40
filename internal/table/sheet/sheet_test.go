package sheet

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/table"
	"github.com/caseaudit/caseaudit/internal/table/xlsx"
)

// is accepts a row that holds a word.
func is(word string) func([]string) bool {
	return func(cells []string) bool { return slices.Contains(cells, word) }
}

func merge(t *testing.T, ranges ...string) func(*excelize.File) {
	return func(f *excelize.File) {
		for _, r := range ranges {
			first, last, _ := strings.Cut(r, ":")
			must(t, f.MergeCell("S", first, last))
		}
	}
}

func TestTable(t *testing.T) {
	report := grid{{"Children in need"}, {}, {"as at", "31/03/2026"}, {"Child ID", "Start", "End", "", ""}, {"007", "a", "b"}, {}, {"Total", 2}, {"8", "", "d"}, {"9", "c", "d", "", "x"}}
	total := func(cells []string) string {
		if cells[0] == "Total" {
			return "a total"
		}
		return ""
	}
	for name, c := range map[string]struct {
		rows   grid
		change func(*excelize.File)
		layout table.Layout
		header string
		line   int
		want   []string
	}{
		"first row":                {grid{{}, {"id", "b", ""}, {"1", "2"}, {"", " "}, {"3"}}, nil, table.Layout{}, "id¦b", 2, []string{"3: 1¦2", "5: 3¦"}},
		"header only":              {grid{{"id", "b"}}, nil, table.Layout{}, "id¦b", 1, nil},
		"row stated":               {report, nil, table.Layout{HeaderRow: 4}, "Child ID¦Start¦End", 4, []string{"5: 007¦a¦b", "7: Total¦2¦", "8: 8¦¦d", "9: !something stands in cell E9, to the right of the header's last column (C)"}},
		"row found":                {report, nil, table.Layout{IsHeader: is("Start"), Aside: total}, "Child ID¦Start¦End", 4, []string{"5: 007¦a¦b", "7: aside a total", "8: 8¦¦d", "9: !something stands in cell E9, to the right of the header's last column (C)"}},
		"two rows, merged":         {grid{{"t"}, {"Child", "", "Plan", ""}, {"ID", "Team", "Start", "End"}, {"1", "2", "3", "4"}}, merge(t, "A1:D1", "A2:B2", "C2:D2"), table.Layout{HeaderRow: 3, HeaderRows: 2}, "Child ID¦Child Team¦Plan Start¦Plan End", 3, []string{"4: 1¦2¦3¦4"}},
		"two rows, merged down":    {grid{{"ID", "Plan", ""}, {"", "Start", "End"}, {"1", "2", "3"}}, merge(t, "A1:A2", "B1:C1"), table.Layout{HeaderRows: 2}, "ID¦Plan Start¦Plan End", 2, []string{"3: 1¦2¦3"}},
		"two rows, not merged":     {grid{{"Child", "", "Plan"}, {"ID", "Team", "Start"}, {"1", "2", "3"}}, nil, table.Layout{HeaderRows: 2}, "Child ID¦Team¦Plan Start", 2, []string{"3: 1¦2¦3"}},
		"two rows, found":          {grid{{"t"}, {"Child", "", "Plan"}, {"ID", "Team", "Start"}, {"1", "2", "3"}}, merge(t, "A2:B2"), table.Layout{IsHeader: is("Team"), HeaderRows: 2}, "Child ID¦Child Team¦Plan Start", 3, []string{"4: 1¦2¦3"}},
		"heading from above":       {grid{{"ID", "t"}, {"", "Start", "End"}, {"1", "2", "3"}}, merge(t, "A1:A2"), table.Layout{HeaderRow: 2}, "ID¦Start¦End", 2, []string{"3: 1¦2¦3"}},
		"merged down the rows":     {grid{{"id", "date", "seen"}, {"1", "a", "Y"}, {"", "b", "N"}, {"", "c"}, {"2", "d"}, {"", "e"}}, merge(t, "A2:A4", "B5:C5"), table.Layout{}, "id¦date¦seen", 1, []string{"2: 1¦a¦Y", "3: 1¦b¦N", "4: 1¦c¦", "5: 2¦d¦", "6: ¦e¦"}},
		"merged over a blank row":  {grid{{"id", "date"}, {"1", "a"}, {}, {"", "c"}}, merge(t, "A2:A4"), table.Layout{}, "id¦date", 1, []string{"2: 1¦a", "4: 1¦c"}},
		"heading merged into rows": {grid{{"id", "date"}, {"", "a"}}, merge(t, "A1:A2"), table.Layout{}, "id¦date", 1, []string{"2: ¦a"}},
		"values":                   {grid{{"id", "day", "when", "n", "flag"}, {"0012", time.Date(2024, 7, 5, 0, 0, 0, 0, time.UTC), time.Date(2024, 7, 5, 9, 30, 0, 0, time.UTC), 0.6, true}}, nil, table.Layout{}, "id¦day¦when¦n¦flag", 1, []string{"2: 0012¦2024-07-05¦2024-07-05T09:30:00¦0.6¦true"}},
	} {
		t.Run(name, func(t *testing.T) {
			tab, err := opened(t, workbook(t, c.change, "S", c.rows), "S", c.layout)
			must(t, err)
			if got := strings.Join(tab.Header, "¦"); got != c.header || tab.HeaderLine != c.line {
				t.Errorf("header %q in row %d", got, tab.HeaderLine)
			}
			got, err := sketch(t, tab)
			must(t, err)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHeaderRefused(t *testing.T) {
	for name, c := range map[string]struct {
		rows   grid
		change func(*excelize.File)
		layout table.Layout
		want   string
	}{
		"empty":          {grid{}, nil, table.Layout{}, "nothing stands in it, and its header should"},
		"none":           {grid{{"a"}, {"b"}}, nil, table.Layout{IsHeader: is("id")}, "none of its first 50 rows is a header that is looked for"},
		"blank row":      {grid{{"a"}, {}, {"b"}}, nil, table.Layout{HeaderRow: 2}, "row 2 was to be the header, and nothing stands in it"},
		"beyond the end": {grid{{"a"}}, nil, table.Layout{HeaderRow: 9}, "row 9 was to be the header, and nothing stands in it"},
		"no name":        {grid{{"a", "", "c"}}, nil, table.Layout{}, "row 1: column B has no name: name it"},
		"twice":          {grid{{"a", "b", "A "}}, nil, table.Layout{}, `row 1: columns A and C are both named "A": rename one`},
		"merged":         {grid{{"a", "", "c"}}, merge(t, "A1:B1"), table.Layout{}, `row 1: columns A and B are both named "a": rename one`},
		"error":          {grid{{"a", "b"}}, func(f *excelize.File) { must(t, f.SetCellFormula("S", "C1", "1/0")) }, table.Layout{}, "cell C1 of the header holds an error, or a formula without a value"},
		"layout":         {grid{{"a"}}, nil, table.Layout{HeaderRow: 1, HeaderRows: 2}, "a header of 2 rows that ends with row 1"},
	} {
		t.Run(name, func(t *testing.T) {
			tab, err := opened(t, workbook(t, c.change, "S", c.rows), "S", c.layout)
			var page *table.HeaderError
			if err == nil || !strings.HasPrefix(err.Error(), `export.xlsx sheet "S": `+c.want) || !errors.As(err, &page) {
				t.Errorf("got %v, %v", tab, err)
			}
		})
	}
}

// A title may be sought among fifty rows, blank ones not counted, and no more.
func TestTitleRows(t *testing.T) {
	for rows, found := range map[int]bool{table.MaxTitleRows - 1: true, table.MaxTitleRows: false} {
		var g grid
		for range rows {
			g = append(g, []any{"title"}, nil)
		}
		_, err := opened(t, workbook(t, nil, "S", append(g, []any{"id"})), "S", table.Layout{IsHeader: is("id")})
		if (err == nil) != found {
			t.Errorf("after %d titles: %v", rows, err)
		}
	}
}

// The sheets of a workbook are read side by side, and after the file was let go
// of; nothing is read from one that has changed.
func TestBook(t *testing.T) {
	path := workbook(t, nil, "A", grid{{"id"}, {"1"}}, "B", grid{{"id"}, {"2"}, {"3"}})
	b, err := Open(t.Context(), path, Options{})
	must(t, err)
	refs := b.Refs()
	if len(refs) != 2 || refs[1].Called() != `export.xlsx sheet "B"` || refs[1].Name != "B" {
		t.Fatalf("%+v", refs)
	}
	var tabs []*table.Table
	for _, r := range refs {
		tab, err := r.Open(t.Context(), table.Layout{})
		must(t, err)
		if tab.SHA256 != b.SHA256 || tab.Name != "export.xlsx" || tab.Sheet != r.Sheet {
			t.Errorf("%+v", tab)
		}
		tabs = append(tabs, tab)
	}
	for i, want := range []string{"2: 1", "2: 2 3: 3"} {
		got, err := sketch(t, tabs[i])
		must(t, err)
		if strings.Join(got, " ") != want {
			t.Errorf("%q", got)
		}
	}
	if b.work != nil || b.users != 0 {
		t.Error("the workbook was not let go of")
	}
	runtime.GC()
	got, err := sketch(t, tabs[0]) // opens the workbook anew
	must(t, err)
	if strings.Join(got, " ") != "2: 1" {
		t.Errorf("%q", got)
	}
	other := workbook(t, nil, "A", grid{{"id"}, {"9"}})
	content, err := os.ReadFile(other)
	must(t, err)
	must(t, os.WriteFile(path, content, 0o600))
	if err := tabs[0].Rows(t.Context(), func(table.Row) error { return nil }); err == nil || !strings.Contains(err.Error(), "export.xlsx: the file has changed") {
		t.Errorf("got %v", err)
	}
	if _, err := refs[0].Open(t.Context(), table.Layout{}); err == nil {
		t.Error("a changed workbook was opened")
	}
}

func TestChangedWhileOpen(t *testing.T) {
	path := workbook(t, nil, "A", grid{{"id"}, {"1"}})
	tab, err := opened(t, path, "A", table.Layout{})
	must(t, err)
	defer tab.Close()
	must(t, os.Chtimes(path, time.Time{}, time.Now().Add(time.Hour)))
	if tab.Unchanged() == nil || tab.Reopen() == nil || tab.Rows(t.Context(), func(table.Row) error { return nil }) == nil {
		t.Error("a changed workbook was read")
	}
}

// A sheet damaged in its last row is one that was not read.
func TestDamagedMidway(t *testing.T) {
	rows := grid{{"id"}}
	for i := range 500 {
		rows = append(rows, []any{i})
	}
	path := workbook(t, nil, "A", rows, "B", grid{{"id"}, {"1"}})
	rewrite(t, path, "xl/worksheets/sheet1.xml", replace(`<c r="A501"><v>499</v></c>`, `<c r="A501"><v>499</w></c>`))
	tab, err := opened(t, path, "A", table.Layout{})
	must(t, err) // the header can be read
	read := 0
	err = tab.Rows(t.Context(), func(table.Row) error { read++; return nil })
	var fault *xlsx.Fault
	if !errors.As(err, &fault) || fault.File != "export.xlsx" || fault.Sheet != "A" || fault.Row != 501 || read != 499 {
		t.Errorf("after %d rows: %v", read, err)
	}
	if len(tab.Remarks()) != 0 {
		t.Error("a sheet that was not read whole has remarks")
	}
	must(t, tab.Close())
}

func TestStopped(t *testing.T) {
	tab, err := opened(t, workbook(t, nil, "A", grid{{"id"}, {"1"}, {"2"}}), "A", table.Layout{})
	must(t, err)
	enough := errors.New("enough")
	if err := tab.Rows(t.Context(), func(table.Row) error { return enough }); !errors.Is(err, enough) {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := tab.Rows(ctx, func(table.Row) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	must(t, tab.Close())
	must(t, tab.Close())
}

// What does not pass for a blank, and what is told of it.
func TestRemarks(t *testing.T) {
	path := workbook(t, func(f *excelize.File) {
		must(t, f.SetCellFormula("A", "B2", "1/0"))
		must(t, f.SetCellFormula("A", "D5", "X9"))
		must(t, f.SetRowVisible("A", 3, false))
		must(t, f.SetColVisible("A", "B", false))
		must(t, f.SetSheetVisible("Old", false))
		must(t, f.MergeCell("A", "A3", "A4"))
	}, "A", grid{{"id", "team"}, {"1"}, {"2", "North"}, {"", "x"}, {"5"}}, "Old", grid{{"id"}, {"9"}})
	rewrite(t, path, "xl/workbook.xml", replace("<workbookPr", `<workbookPr date1904="1"`))
	rewrite(t, path, "xl/worksheets/sheet1.xml", replace("</sheetData>", `<row r="7"><c r="A7"><v>3</v></c><c r="B7" t="e"><v>#REF!</v></c></row><row r="8"><c r="B8" t="e"><v>#N/A</v></c></row></sheetData>`))
	tab, err := opened(t, path, "A", table.Layout{})
	must(t, err)
	got, err := sketch(t, tab)
	must(t, err)
	if diff := cmp.Diff([]string{"2: 1¦#NO VALUE!", "3: 2¦North", "4: 2¦x", "5: !something stands in cell D5, to the right of the header's last column (B)", "7: 3¦#REF!", "8: ¦#N/A"}, got); diff != "" {
		t.Error(diff)
	}
	for _, cell := range []string{table.NoValue, "#REF!", "#N/A"} {
		if !casefile.SheetError(cell) {
			t.Errorf("%s would be read as a value", cell)
		}
	}
	type short struct {
		kind, sheet, place string
		count              int
	}
	var said []short
	for _, r := range tab.Remarks() {
		said = append(said, short{r.Kind, r.Sheet, r.Place, r.Count})
	}
	if diff := cmp.Diff([]short{
		{xlsx.Epoch1904, "", "", 1},
		{xlsx.HiddenSheet, "Old", "", 1},
		{xlsx.HiddenRows, "A", "row 3", 1},
		{xlsx.HiddenColumns, "A", "column B", 1},
		{xlsx.Merged, "A", "A3:A4", 1},
		{xlsx.NoValue, "A", "B2, D5", 2},
		{xlsx.ErrorValue, "A", "B8", 1},
		{xlsx.ErrorValue, "A", "B7", 1},
	}, said, cmp.AllowUnexported(short{})); diff != "" {
		t.Error(diff)
	}
}

// Workbooks as councils have them: headers below titles, errors in cells, and
// merged titles, which nobody need be told of.
func TestSamples(t *testing.T) {
	var got []string
	for _, file := range []string{"Annex_A_2024_Jan.xlsx", "sfdata-2016-02-sample.xlsx"} {
		b, err := Open(t.Context(), "../xlsx/testdata/"+file, Options{})
		must(t, err)
		for _, r := range b.Refs() {
			tab, err := r.Open(t.Context(), table.Layout{IsHeader: func(cells []string) bool {
				return strings.HasSuffix(strings.ToLower(strings.TrimSpace(cells[0])), "child unique id")
			}})
			var page *table.HeaderError
			if errors.As(err, &page) {
				continue
			}
			must(t, err)
			rows, err := sketch(t, tab)
			must(t, err)
			line := fmt.Sprintf("%s: header in row %d, %d columns, %d rows", r.Called(), tab.HeaderLine, len(tab.Header), len(rows))
			for _, remark := range tab.Remarks() {
				line += fmt.Sprintf("; %s: %d", remark.Kind, remark.Count)
			}
			got = append(got, line)
		}
	}
	if diff := cmp.Diff([]string{
		`Annex_A_2024_Jan.xlsx sheet "List 1": header in row 1, 7 columns, 5 rows`,
		`Annex_A_2024_Jan.xlsx sheet "List 2": header in row 1, 8 columns, 5 rows`,
		`Annex_A_2024_Jan.xlsx sheet "List 3": header in row 1, 11 columns, 6 rows`,
		`Annex_A_2024_Jan.xlsx sheet "List 4": header in row 1, 12 columns, 5 rows`,
		`Annex_A_2024_Jan.xlsx sheet "List 5": header in row 1, 14 columns, 5 rows`,
		`Annex_A_2024_Jan.xlsx sheet "List 6": header in row 1, 14 columns, 5 rows; error in a cell: 10`,
		`Annex_A_2024_Jan.xlsx sheet "List 7": header in row 1, 17 columns, 7 rows`,
		`Annex_A_2024_Jan.xlsx sheet "List 8": header in row 1, 34 columns, 5 rows`,
		`Annex_A_2024_Jan.xlsx sheet "List 9": header in row 1, 17 columns, 6 rows`,
		`Annex_A_2024_Jan.xlsx sheet "List 10": header in row 1, 16 columns, 5 rows`,
		`sfdata-2016-02-sample.xlsx sheet "List_1": header in row 2, 7 columns, 0 rows`,
		`sfdata-2016-02-sample.xlsx sheet "List_2": header in row 2, 8 columns, 0 rows`,
		`sfdata-2016-02-sample.xlsx sheet "List_3": header in row 2, 11 columns, 0 rows`,
		`sfdata-2016-02-sample.xlsx sheet "List_4": header in row 2, 12 columns, 0 rows`,
		`sfdata-2016-02-sample.xlsx sheet "List_5": header in row 2, 14 columns, 0 rows`,
		`sfdata-2016-02-sample.xlsx sheet "List_6": header in row 2, 14 columns, 0 rows`,
		`sfdata-2016-02-sample.xlsx sheet "List_7": header in row 2, 17 columns, 0 rows`,
		`sfdata-2016-02-sample.xlsx sheet "List_8": header in row 2, 34 columns, 0 rows`,
		`sfdata-2016-02-sample.xlsx sheet "List_9": header in row 2, 13 columns, 0 rows`,
		`sfdata-2016-02-sample.xlsx sheet "List_10": header in row 2, 16 columns, 0 rows`,
	}, got); diff != "" {
		t.Error(diff)
	}
}
