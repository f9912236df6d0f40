package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/table"
)

// grid is the rows of a sheet, from its first.
type grid [][]any

// workbook writes a workbook with these sheets, by turns a name and a grid, and what
// change does to it.
func workbook(t *testing.T, change func(*excelize.File), sheets ...any) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i := 0; i < len(sheets); i += 2 {
		name := sheets[i].(string)
		if i == 0 {
			must(t, f.SetSheetName("Sheet1", name))
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for r, row := range sheets[i+1].(grid) {
			for c, value := range row {
				cell, err := excelize.CoordinatesToCellName(c+1, r+1)
				must(t, err)
				if value != nil && value != "" {
					must(t, f.SetCellValue(name, cell, value))
				}
			}
		}
	}
	if change != nil {
		change(f)
	}
	path := filepath.Join(t.TempDir(), "export.xlsx")
	must(t, f.SaveAs(path))
	return path
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// rewrite changes a part of a workbook.
func rewrite(t *testing.T, path, part string, change func(string) string) {
	t.Helper()
	z, err := zip.OpenReader(path)
	must(t, err)
	defer z.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	found := false
	for _, f := range z.File {
		r, err := f.Open()
		must(t, err)
		content, err := io.ReadAll(r)
		must(t, err)
		if f.Name == part {
			found = true
			content = []byte(change(string(content)))
		}
		to, err := w.Create(f.Name)
		must(t, err)
		_, err = to.Write(content)
		must(t, err)
	}
	if !found {
		t.Fatalf("the workbook has no %s", part)
	}
	must(t, w.Close())
	must(t, os.WriteFile(path, out.Bytes(), 0o600))
}

func replace(from, to string) func(string) string {
	return func(s string) string {
		if !strings.Contains(s, from) {
			panic("the part has no " + from)
		}
		return strings.Replace(s, from, to, 1)
	}
}

// opened opens a sheet of a workbook as a table.
func opened(t *testing.T, path, name string, l table.Layout) (*table.Table, error) {
	t.Helper()
	b, err := Open(t.Context(), path, Options{})
	must(t, err)
	for _, r := range b.Refs() {
		if r.Sheet == name {
			return r.Open(t.Context(), l)
		}
	}
	t.Fatalf("no sheet %s", name)
	return nil, nil
}

// sketch reads a table, each row twice, and writes its rows in short: "3: a¦b",
// "3: !why", "3: aside why".
func sketch(t *testing.T, tab *table.Table) ([]string, error) {
	t.Helper()
	var lines []string
	var rows []table.Row
	err := tab.Rows(context.Background(), func(r table.Row) error {
		text := strings.Join(r.Cells, "¦")
		switch {
		case r.Fault != "":
			if r.Lost != 1 {
				t.Errorf("row %d counts %d rows as refused", r.Line, r.Lost)
			}
			why, _, _ := strings.Cut(r.Fault, ":")
			text = "!" + why
		case r.Aside != "":
			text = "aside " + r.Aside
		default:
			rows = append(rows, r)
		}
		lines = append(lines, strconv.Itoa(r.Line)+": "+text)
		return nil
	})
	must(t, tab.Close())
	must(t, tab.Reopen())
	for _, r := range rows {
		again, err := tab.RowAt(r.Offset, r.Length)
		if err != nil || strings.Join(again, "¦") != strings.Join(r.Cells, "¦") || len(again) != len(tab.Header) {
			t.Errorf("row %d reads %q the second time: %v", r.Line, again, err)
		}
	}
	must(t, tab.Close())
	return lines, err
}
