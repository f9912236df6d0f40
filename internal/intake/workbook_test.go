package intake_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/table/sheettest"
)

// taken is what an export came to.
type taken struct {
	Survey  *casefile.Survey
	Records []*casefile.Record
}

func take(t interface{ Context() context.Context }, r intake.Request) (*taken, error) {
	d, err := casefile.NewDictionary()
	if err != nil {
		return nil, err
	}
	e, err := r.Open(t.Context(), d)
	if err != nil {
		return nil, err
	}
	got := &taken{}
	if got.Survey, err = e.Survey(t.Context()); err != nil {
		return nil, err
	}
	err = e.Records(t.Context(), func(r *casefile.Record) error {
		got.Records = append(got.Records, r)
		return nil
	})
	return got, err
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// same compares two readings in all but where things stand, and what a file is.
func same(t *testing.T, csv, book *taken) {
	t.Helper()
	if diff := cmp.Diff(values(csv), values(book)); diff != "" {
		t.Error(diff)
	}
	for name, pair := range map[string][2]any{
		"service":  {csv.Survey.Service.Values, book.Survey.Service.Values},
		"twins":    {csv.Survey.Twins, book.Survey.Twins},
		"newest":   {csv.Survey.Newest, book.Survey.Newest},
		"supplied": {csv.Survey.Supply.Kinds(), book.Survey.Supply.Kinds()},
	} {
		if diff := cmp.Diff(pair[0], pair[1]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if diff := cmp.Diff(counts(csv.Survey), counts(book.Survey)); diff != "" {
		t.Error(diff)
	}
}

func values(t *taken) map[string]map[string]any {
	all := map[string]map[string]any{}
	for _, r := range t.Records {
		all[r.CaseID] = r.Values
	}
	return all
}

// counts gives for each table the rows read, repeated and refused.
func counts(s *casefile.Survey) map[string][4]int {
	all := map[string][4]int{}
	for _, in := range s.Inputs {
		name := strings.TrimSuffix(in.Name, ".csv")
		if in.Sheet != "" {
			name = in.Sheet
		}
		all[name] = [4]int{in.Rows, in.Read, in.Duplicates, in.Refused}
	}
	return all
}

// kinds counts the notes by kind, those on the text of CSV files left out.
func kinds(s *casefile.Survey) map[string]int {
	count := map[string]int{}
	for _, n := range s.Notes {
		if n.Kind != ledger.Encoding && n.Kind != ledger.StrayQuote {
			count[n.Kind] += n.Count
		}
	}
	return count
}

// csvs gives the CSV files of a sample.
func csvs(t *testing.T, sample string) []string {
	t.Helper()
	files, err := filepath.Glob("../../samples/" + sample + "/*.csv")
	if err != nil || len(files) < 50 {
		t.Fatal(len(files), err)
	}
	return files
}

// An export says the same as CSV files, as one workbook, as a workbook a table and
// as some of each.
func TestSameFromWorkbooks(t *testing.T) {
	files := csvs(t, "northmoor")
	want, err := take(t, intake.Request{Paths: []string{"../../samples/northmoor"}})
	must(t, err)
	if len(want.Records) < 50 || len(want.Survey.Refusals) > 0 {
		t.Fatalf("%d records", len(want.Records))
	}
	t.Run("one workbook", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "northmoor.xlsx")
		must(t, sheettest.Pack(path, "", files...))
		got, err := take(t, intake.Request{Paths: []string{path}})
		must(t, err)
		same(t, want, got)
		if diff := cmp.Diff(kinds(want.Survey), kinds(got.Survey)); diff != "" {
			t.Error(diff)
		}
		sums := map[string]bool{}
		for _, in := range got.Survey.Inputs {
			sums[in.SHA256] = true
			if in.Name != "northmoor.xlsx" || in.Sheet == "" || in.HeaderRow != 1 {
				t.Errorf("%+v", in)
			}
		}
		if len(sums) != 1 {
			t.Errorf("one file has %d hashes", len(sums))
		}
		for entity, places := range got.Records[0].Where {
			for _, at := range places {
				if at.Sheet == "" || !strings.HasPrefix(at.String(), `northmoor.xlsx sheet "`) {
					t.Errorf("%s stands at %s", entity, at)
				}
			}
		}
	})
	t.Run("with a password", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "northmoor.xlsx")
		must(t, sheettest.Pack(path, "key", files...))
		got, err := take(t, intake.Request{Paths: []string{path}, Password: []byte("key")})
		must(t, err)
		same(t, want, got)
	})
	t.Run("a workbook a table, CSV files between", func(t *testing.T) {
		dir := t.TempDir()
		for i, file := range files {
			name := filepath.Base(file)
			if i%2 == 0 {
				content, err := os.ReadFile(file)
				must(t, err)
				must(t, os.WriteFile(filepath.Join(dir, name), content, 0o600))
				continue
			}
			path := filepath.Join(dir, strings.TrimSuffix(name, ".csv")+".xlsx")
			must(t, sheettest.Pack(path, "", file))
			if i%4 == 1 { // named by its file alone, as Excel names sheets, an empty one behind
				rename(t, path, strings.TrimSuffix(name, ".csv"))
			}
		}
		must(t, os.WriteFile(filepath.Join(dir, "~$ssd_person.xlsx"), nil, 0o600))
		got, err := take(t, intake.Request{Paths: []string{dir}})
		must(t, err)
		book := *got.Survey
		for i, in := range book.Inputs {
			if in.Sheet == "Sheet1" {
				book.Inputs[i].Sheet = strings.TrimSuffix(in.Name, ".xlsx")
			}
		}
		same(t, want, got)
		if !slices.ContainsFunc(got.Survey.Ignored, func(s string) bool { return strings.HasPrefix(s, "~$ssd_person.xlsx: a lock") }) {
			t.Errorf("%q", got.Survey.Ignored)
		}
	})
}

// rename gives the one sheet of a workbook the name that Excel gives.
func rename(t *testing.T, path, from string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	must(t, err)
	must(t, f.SetSheetName(from, "Sheet1"))
	_, err = f.NewSheet("Sheet2")
	must(t, err)
	must(t, f.Save())
	must(t, f.Close())
}

// A refusal names the sheet; what Excel hides, and what it could not work out, is
// told; none of it passes in silence.
func TestWorkbookOddities(t *testing.T) {
	f := excelize.NewFile()
	rows := map[string][][]any{
		"ssd_person":    {{"pers_person_id", "pers_dob", "pers_sex"}, {"1", "2015-01-02", "F"}, {"2", "2016-01-02", "M"}, {"#N/A", "2017-01-02", "M"}, {"3", "2018-01-02", "M", "x"}},
		"cases":         {{"case_id", "team"}, {"1", "#N/A"}, {"2", nil}},
		"ssd_cp_visits": {{"cppv_cp_visit_id", "cppv_person_id", "cppv_cp_visit_date"}, {"v1", "1", "#REF!"}, {"v2", "1", nil}, {"v3", "9", "2024-05-01"}},
		"Notes":         {{"anything"}},
	}
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		_, err := f.NewSheet(name)
		must(t, err)
		for i, row := range rows[name] {
			for at, v := range row {
				cell, err := excelize.CoordinatesToCellName(at+1, i+1)
				must(t, err)
				if v != nil {
					must(t, f.SetCellValue(name, cell, v))
				}
			}
		}
	}
	must(t, f.DeleteSheet("Sheet1"))
	must(t, f.SetCellFormula("cases", "B3", "X1"))
	must(t, f.SetCellFormula("ssd_cp_visits", "C3", "X1"))
	must(t, f.SetRowVisible("ssd_person", 3, false))
	must(t, f.SetSheetVisible("cases", false))
	path := filepath.Join(t.TempDir(), "ssd.xlsx")
	must(t, f.SaveAs(path))
	got, err := take(t, intake.Request{Paths: []string{path}})
	must(t, err)
	if diff := cmp.Diff([]string{
		`ssd.xlsx sheet "ssd_cp_visits" row 2 [cppv_cp_visit_date] "#REF!" is an error of the spreadsheet, which no value can be read from: correct the formula, or export its values`,
		`ssd.xlsx sheet "ssd_cp_visits" row 3 [cppv_cp_visit_date] "#NO VALUE!" is an error of the spreadsheet, which no value can be read from: correct the formula, or export its values`,
		`ssd.xlsx sheet "ssd_cp_visits" row 4 [cppv_person_id] no such case in ssd.xlsx sheet "ssd_person": add the child there or mend the id`,
		`ssd.xlsx sheet "ssd_person" row 4 [pers_person_id] "#N/A" is an error of the spreadsheet, which no value can be read from: correct the formula, or export its values`,
		`ssd.xlsx sheet "ssd_person" row 5 [] something stands in cell D5, to the right of the header's last column (C): name its column in row 1, or clear the cell`,
	}, refusals(got.Survey)); diff != "" {
		t.Error(diff)
	}
	if len(got.Records) != 2 || got.Records[0].Refused != 2 || got.Records[0].Team != "" {
		t.Errorf("%+v", got.Records)
	}
	var said []string
	for _, n := range got.Survey.Notes {
		said = append(said, n.Kind+": "+n.At.String()+": "+n.Text)
	}
	if diff := cmp.Diff([]string{
		`formula without value: ssd.xlsx sheet "cases": B3: formulas whose result is not in the file could not be read: open the workbook in Excel, save it and read it again`,
		`formula without value: ssd.xlsx sheet "ssd_cp_visits": C3: formulas whose result is not in the file could not be read: open the workbook in Excel, save it and read it again`,
		`hidden rows: ssd.xlsx sheet "ssd_person": row 3: rows that Excel does not show, by a filter or by hand; they were read`,
		`hidden sheet: ssd.xlsx sheet "cases": the sheet is hidden in Excel, and is taken for a part of the export like any other`,
		`unmatched value: ssd.xlsx sheet "cases" row 2: team: "#N/A" is an error of the spreadsheet and was left out: correct the formula, or export its values`,
		`unmatched value: ssd.xlsx sheet "cases" row 3: team: "#NO VALUE!" is an error of the spreadsheet and was left out: correct the formula, or export its values`,
	}, said); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{`ssd.xlsx sheet "Notes": not named as a table of the dataset or an entity of the dictionary`}, got.Survey.Ignored); diff != "" {
		t.Error(diff)
	}
}

// A workbook damaged anywhere is refused, or comes to what it came to when whole.
func TestDamagedWorkbooks(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for name, content := range sound()["ssd"] {
		if name == "decisions.csv" {
			content = strings.ReplaceAll(content, ";", ",")
			content = strings.ReplaceAll(content, "\"no\"\", then", "\"no\"\"; then")
		}
		path := filepath.Join(dir, name)
		must(t, os.WriteFile(path, []byte(content), 0o600))
		files = append(files, path)
	}
	slices.Sort(files)
	path := filepath.Join(t.TempDir(), "ssd.xlsx")
	must(t, sheettest.Pack(path, "", files...))
	content, err := os.ReadFile(path)
	must(t, err)
	want, err := take(t, intake.Request{Paths: []string{path}})
	must(t, err)
	refused := 0
	rapid.Check(t, func(r *rapid.T) {
		must(t, os.WriteFile(path, damage(r, slices.Clone(content)), 0o600))
		got, err := take(t, intake.Request{Paths: []string{path}})
		if err != nil {
			if !strings.HasPrefix(err.Error(), "ssd.xlsx") {
				r.Fatalf("the error does not name the file: %v", err)
			}
			refused++
			return
		}
		if diff := cmp.Diff(values(want), values(got)); diff != "" {
			r.Fatal(diff)
		}
	})
	if refused == 0 {
		t.Error("no damage was found")
	}
}

func TestNoSSDInWorkbook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.xlsx")
	must(t, excelize.NewFile().SaveAs(path))
	for _, p := range []string{path, filepath.Dir(path)} {
		if _, err := take(t, intake.Request{Paths: []string{p}}); err == nil || !strings.Contains(err.Error(), "ssd_person") || strings.Contains(err.Error(), filepath.Dir(path)) {
			t.Errorf("got %v", err)
		}
	}
}
