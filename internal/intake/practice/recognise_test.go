package practice_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapped"
	"github.com/caseaudit/caseaudit/internal/intake/practice"
	"github.com/caseaudit/caseaudit/internal/intake/tables"
	"github.com/caseaudit/caseaudit/internal/table"
)

// refs writes files and gives their tables: CSV as text, a workbook as sheets of
// rows in text.
func refs(t *testing.T, files map[string]string, book map[string]string) []table.Ref {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(book)) {
		content := book[name]
		file, sheet, _ := strings.Cut(name, "!")
		path := filepath.Join(dir, file)
		f := excelize.NewFile()
		if have, err := excelize.OpenFile(path); err == nil {
			f = have
		} else if err := f.SetSheetName("Sheet1", sheet); err != nil {
			t.Fatal(err)
		}
		if _, err := f.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i, row := range strings.Split(strings.TrimSpace(content), "\n") {
			for j, cell := range strings.Split(row, ",") {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				if err := f.SetCellValue(sheet, at, cell); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := f.SaveAs(path); err != nil {
			t.Fatal(err)
		}
	}
	found, err := tables.Find(t.Context(), []string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return found.Tables
}

func TestRecognise(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name  string
		files map[string]string
		book  map[string]string
		want  []string // what each table is read as
		lists bool
		why   string
	}{
		{name: "an entity by its file's name", files: map[string]string{"supervision.csv": "case_id,date,recorded_date\n"}, want: []string{"supervision.csv: case_id, supervision date recorded_date"}},
		{name: "labels and capitals", files: map[string]string{"Early-Help.csv": "Case ID,Start Date,Quality Assured Date,Comment\n"}, want: []string{"Early-Help.csv: Case ID, early_help quality_assured_date start_date"}},
		{name: "the sheet's name", book: map[string]string{"practice.xlsx!Chronology": "case_id,date\n1,2026-01-01", "practice.xlsx!posts": "post_id,fte\n1,1"},
			want: []string{`practice.xlsx sheet "Chronology": case_id, chronology date`, `practice.xlsx sheet "posts": posts fte post_id`}},
		{name: "the only sheet of a workbook by the workbook's name", book: map[string]string{"supervision.xlsx!Sheet1": "person_id,date\n1,2026-01-01"},
			want: []string{`supervision.xlsx sheet "Sheet1": person_id, supervision date`}},
		{name: "titles above the header", book: map[string]string{"supervision.xlsx!Sheet1": "Supervision log\nas at May\ncase_id,date\n1,2026-01-01"},
			want: []string{`supervision.xlsx sheet "Sheet1": case_id, supervision date`}},
		{name: "of a workbook of several sheets the workbook's name says nothing", book: map[string]string{"supervision.xlsx!Sheet1": "case_id,date\n1,2026-01-01", "supervision.xlsx!Sheet2": "case_id,date\n1,2026-01-01"},
			why: `supervision.xlsx sheet "Sheet1", supervision.xlsx sheet "Sheet2": its name is not that of an entity`},
		{name: "cases and children", files: map[string]string{"cases.csv": "case_id,team,sex\n"}, want: []string{"cases.csv: case_id, case team, child sex"}, lists: true},
		{name: "staff by their columns", files: map[string]string{"staff.csv": "Professional ID,team,agency\n"}, want: []string{"staff.csv: professionals agency professional_id team"}},
		{name: "staff of two kinds", files: map[string]string{"staff.csv": "team,fte\n"}, why: "staff.csv: its columns fit posts and professionals: name it as the one it is, or `caseaudit map staff.csv` proposes a mapping file"},
		{name: "a column too many", files: map[string]string{"staff.csv": "professional_id,shoe_size\n"}, why: "nor are its columns exactly those of one list of the service"},
		{name: "a case's table is never known by its columns", files: map[string]string{"log.csv": "case_id,date\n"}, why: "log.csv: its name is not that of an entity"},
		{name: "no id of a child", files: map[string]string{"supervision.csv": "child,date\n"}, why: "supervision.csv: it is named as supervision and has no column case_id with the child's id: name it so, or `caseaudit map supervision.csv` proposes a mapping file"},
		{name: "no field", files: map[string]string{"supervision.csv": "case_id,when\n"}, why: "none of its columns is a field of supervision"},
		{name: "some of several", files: map[string]string{"supervision.csv": "case_id,date\n", "rota.csv": "week\n"}, want: []string{"supervision.csv: case_id, supervision date"}, why: "rota.csv: neither its name"},
	} {
		t.Run(test.name, func(t *testing.T) {
			all := refs(t, test.files, test.book)
			found, err := practice.Recognise(t.Context(), d, all)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			if found.Mapping != nil {
				e, err := mapped.New(d, found.Tables, found.Mapping, mapped.Options{Format: practice.Format})
				if err != nil {
					t.Fatal(err)
				}
				if e.ListsCases() != test.lists {
					t.Errorf("lists cases: %t", e.ListsCases())
				}
				s, err := e.Survey(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				if len(s.Inputs) != len(found.Tables) || s.Format != "practice tables" {
					t.Errorf("%s with %d inputs of %d tables", s.Format, len(s.Inputs), len(found.Tables))
				}
				for i, m := range found.Mapping.Tables {
					line := found.Tables[i].Called() + ":"
					if m.Case != "" {
						line += " " + m.Case + ","
					}
					for j, items := range m.Items {
						if j > 0 {
							line += ","
						}
						line += " " + items.Entity
						e, _ := d.Entity(items.Entity)
						fields := d.Record
						if e != nil {
							fields = e.Fields
						}
						var names []string
						for _, f := range fields {
							if items.Fields[f.Name] != "" {
								names = append(names, f.Name)
							}
						}
						slices.Sort(names)
						line += " " + strings.Join(names, " ")
					}
					got = append(got, line)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
			if why := found.Why(); !strings.Contains(why, test.why) || (test.why == "") != (why == "") {
				t.Errorf("why: %s", why)
			}
		})
	}
}

func TestTwoTablesOfOneEntity(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	all := refs(t, map[string]string{"supervision.csv": "case_id,date\n"}, map[string]string{"supervision.xlsx!Sheet1": "case_id,date\n1,2026-01-01"})
	if _, err := practice.Recognise(t.Context(), d, all); err == nil || err.Error() != `supervision.csv and supervision.xlsx sheet "Sheet1" both hold supervision: keep one` {
		t.Error(err)
	}
}

func TestDamagedTable(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	for content, want := range map[string]string{
		"": "supervision.csv: ", "case_id,date,\"": "supervision.csv: ",
	} {
		found, err := practice.Recognise(t.Context(), d, refs(t, map[string]string{"supervision.csv": content}, nil))
		if err == nil && found.Mapping == nil {
			err = found.Others["supervision.csv"]
		}
		if err == nil || !strings.Contains(err.Error(), "header") {
			t.Errorf("%q: %v, want %s", content, err, want)
		}
	}
}
