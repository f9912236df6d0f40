package tables

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/table"
	"github.com/caseaudit/caseaudit/internal/table/xlsx"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// book writes a workbook with these sheets, each a header and a row.
func book(t *testing.T, path, password string, sheets ...string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, name := range sheets {
		if i == 0 {
			must(t, f.SetSheetName("Sheet1", name))
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		must(t, f.SetSheetRow(name, "A1", &[]any{"id"}))
		must(t, f.SetSheetRow(name, "A2", &[]any{name}))
	}
	must(t, f.SaveAs(path, excelize.Options{Password: password}))
}

func put(t *testing.T, path, content string) {
	t.Helper()
	must(t, os.WriteFile(path, []byte(content), 0o600))
}

func called(refs []table.Ref) []string {
	var names []string
	for _, r := range refs {
		names = append(names, r.Called()+" ("+r.Name+")")
	}
	return names
}

// compound begins a workbook of before 2007.
const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

func wide(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00" }

func TestFind(t *testing.T) {
	dir := t.TempDir()
	book(t, filepath.Join(dir, "b.xlsx"), "", "Second", "First")
	book(t, filepath.Join(dir, "locked.XLSX"), "key", "Only")
	put(t, filepath.Join(dir, "c.CSV"), "id\n1\n")
	put(t, filepath.Join(dir, "a.csv"), "id\n1\n")
	put(t, filepath.Join(dir, "~$b.xlsx"), "x")
	put(t, filepath.Join(dir, ".hidden.csv"), "x")
	put(t, filepath.Join(dir, "notes.txt"), "x")
	must(t, os.Mkdir(filepath.Join(dir, "old.xlsx"), 0o700))
	alone := filepath.Join(t.TempDir(), "staff.csv")
	put(t, alone, "id\n1\n")
	found, err := Find(t.Context(), []string{dir, alone}, []byte("key"))
	must(t, err)
	want := []string{`a.csv (a)`, `b.xlsx sheet "Second" (Second)`, `b.xlsx sheet "First" (First)`, `c.CSV (c)`, `locked.XLSX sheet "Only" (Only)`, `staff.csv (staff)`}
	if diff := cmp.Diff(want, called(found.Tables)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{".hidden.csv", "notes.txt", "old.xlsx", "~$b.xlsx"}, slices.Sorted(maps.Keys(found.Ignored))); diff != "" {
		t.Error(diff)
	}
	if why := found.Ignored["~$b.xlsx"]; !strings.Contains(why, "close the workbook") {
		t.Error(why)
	}
	for _, r := range found.Tables {
		tab, err := r.Open(t.Context(), table.Layout{})
		must(t, err)
		rows := 0
		must(t, tab.Rows(t.Context(), func(table.Row) error { rows++; return nil }))
		must(t, tab.Close())
		if rows != 1 || tab.Name != r.File || tab.Sheet != r.Sheet {
			t.Errorf("%s: %d rows", r.Called(), rows)
		}
	}
}

func TestFindRefuses(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	book(t, at("locked.xlsx"), "key", "Only")
	book(t, at("whole.xlsx"), "", "Only")
	content, err := os.ReadFile(at("whole.xlsx"))
	must(t, err)
	put(t, at("cut.xlsx"), string(content[:len(content)/2]))
	put(t, at("old.xls"), compound+strings.Repeat("\x00", 600)+wide("Workbook"))
	put(t, at("page.xls"), "<html><table></table></html>")
	put(t, at("empty.xlsx"), "")
	put(t, at("notes.txt"), "x")
	put(t, at("~$whole.xlsx"), "x")
	must(t, os.Mkdir(at("sub"), 0o700))
	book(t, filepath.Join(dir, "sub", "Whole.xlsx"), "", "Only")
	for name, c := range map[string]struct {
		paths    []string
		password string
		is       error
		want     string
	}{
		"no password":    {[]string{"locked.xlsx"}, "", xlsx.ErrPassword, "locked.xlsx: the workbook is protected by a password: write the password into a file and give it with --password-file FILE"},
		"wrong password": {[]string{"locked.xlsx"}, "kex", xlsx.ErrPassword, "locked.xlsx: the workbook is protected by a password, which the given password does not open: check the file given with --password-file"},
		"old workbook":   {[]string{"old.xls"}, "", xlsx.ErrKind, "old.xls: not an Excel workbook (.xlsx): it is a workbook of the old kind (.xls); open it in Excel and save it as Excel Workbook (.xlsx)"},
		"web page":       {[]string{"page.xls"}, "", xlsx.ErrKind, "page.xls: not an Excel workbook (.xlsx): it is a web page"},
		"empty":          {[]string{"empty.xlsx"}, "", xlsx.ErrKind, "empty.xlsx: not an Excel workbook (.xlsx): the file is empty"},
		"cut short":      {[]string{"cut.xlsx"}, "", nil, "cut.xlsx: the file is cut short or damaged"},
		"twice":          {[]string{"whole.xlsx", "whole.xlsx"}, "", nil, "whole.xlsx: two files have this name, or one was given twice"},
		"same name":      {[]string{"whole.xlsx", "sub"}, "", nil, "Whole.xlsx: two files have this name"},
		"no table":       {[]string{"notes.txt"}, "", nil, "notes.txt: it is not a kind of file that holds tables"},
		"lock":           {[]string{"~$whole.xlsx"}, "", nil, "~$whole.xlsx: it is a lock that Excel keeps while the workbook is open"},
		"none":           {[]string{"none.csv"}, "", os.ErrNotExist, "cannot open the export: none.csv: no such file"},
		"folder":         {[]string{"."}, "", nil, "cut.xlsx: the file is cut short or damaged"}, // one file spoils it
	} {
		t.Run(name, func(t *testing.T) {
			var paths []string
			for _, p := range c.paths {
				paths = append(paths, at(p))
			}
			_, err := Find(t.Context(), paths, []byte(c.password))
			if err == nil || !strings.HasPrefix(err.Error(), c.want) || c.is != nil && !errors.Is(err, c.is) || strings.Contains(err.Error(), dir) {
				t.Errorf("got %v", err)
			}
		})
	}
}
