package intake_test

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/table"
)

// exec sends a statement to a database.
type exec func(t *testing.T, statement string, args ...any)

func sqliteFile(t *testing.T, name string) (path string, run exec) {
	t.Helper()
	path = filepath.Join(t.TempDir(), name)
	db, err := sql.Open("sqlite", path)
	must(t, err)
	t.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(1)
	return path, func(t *testing.T, statement string, args ...any) {
		t.Helper()
		_, err := db.ExecContext(t.Context(), statement, args...)
		must(t, err)
	}
}

// postgres makes a database on the server of CASEAUDIT_TEST_POSTGRES.
func postgres(t *testing.T) (address string, run exec) {
	t.Helper()
	if address = os.Getenv("CASEAUDIT_TEST_POSTGRES"); address == "" {
		t.Skip("CASEAUDIT_TEST_POSTGRES is not set: `bash .ci/postgres start FOLDER` starts a server and prints it")
	}
	conn := func(address string) exec {
		c, err := pgx.Connect(t.Context(), address)
		must(t, err)
		t.Cleanup(func() { _ = c.Close(context.Background()) })
		return func(t *testing.T, statement string, args ...any) {
			t.Helper()
			_, err := c.Exec(t.Context(), statement, args...)
			must(t, err)
		}
	}
	owner := conn(address)
	owner(t, "DROP DATABASE IF EXISTS intake_test WITH (FORCE)")
	owner(t, "CREATE DATABASE intake_test")
	u, err := url.Parse(address)
	must(t, err)
	u.Path = "/intake_test"
	return u.String(), conn(u.String())
}

// load puts CSV files into a database, a table each. kind gives a column's type,
// and value what is to stand in it.
func load(t *testing.T, run exec, schema string, files []string, kind func(name string, column int, cells []string) string, value func(kind, cell string) any) {
	t.Helper()
	for _, path := range files {
		f, err := table.Open(t.Context(), path)
		must(t, err)
		var rows [][]string
		must(t, f.Rows(t.Context(), func(r table.Row) error { rows = append(rows, r.Cells); return nil }))
		must(t, f.Close())
		name := schema + strings.TrimSuffix(filepath.Base(path), ".csv")
		kinds, columns, marks := make([]string, len(f.Header)), make([]string, len(f.Header)), make([]string, len(f.Header))
		for i, header := range f.Header {
			cells := make([]string, len(rows))
			for j, row := range rows {
				cells[j] = row[i]
			}
			kinds[i] = kind(header, i, cells)
			columns[i], marks[i] = fmt.Sprintf("%q %s", header, kinds[i]), fmt.Sprintf("$%d", i+1)
		}
		run(t, "CREATE TABLE "+name+" ("+strings.Join(columns, ", ")+")")
		for _, row := range rows {
			args := make([]any, len(row))
			for i, cell := range row {
				if strings.TrimSpace(cell) != "" {
					args[i] = value(kinds[i], cell)
				}
			}
			run(t, "INSERT INTO "+name+" VALUES ("+strings.Join(marks, ", ")+")", args...)
		}
	}
}

func allText(string, int, []string) string { return "text" }
func asIs(_, cell string) any              { return cell }

// said is all that an export says of its cases and its service, in an order of
// its own, for a database has its rows in another than the files had.
func said(got *taken) []string {
	var all []string
	entities := func(of string, values map[string]any) {
		for name, value := range values {
			list, is := value.([]any)
			if !is {
				list = []any{value}
			}
			for _, item := range list {
				all = append(all, fmt.Sprint(of, " ", name, " ", jsonOf(item)))
			}
		}
	}
	for _, r := range got.Records {
		entities(r.CaseID, r.Values)
	}
	entities("service", got.Survey.Service.Values)
	slices.Sort(all)
	return all
}

func alike(t *testing.T, want, got *taken) {
	t.Helper()
	if diff := cmp.Diff(said(want), said(got)); diff != "" {
		t.Error(diff)
	}
	for what, pair := range map[string][2]any{
		"newest":   {want.Survey.Newest, got.Survey.Newest},
		"twins":    {want.Survey.Twins, got.Survey.Twins},
		"supplied": {want.Survey.Supply.Kinds(), got.Survey.Supply.Kinds()},
		"fields":   {want.Survey.Supply.Paths(), got.Survey.Supply.Paths()},
		"rows":     {counts(want.Survey), counts(got.Survey)},
	} {
		if diff := cmp.Diff(pair[0], pair[1]); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
}

// An export says the same as files and as a database.
func TestSameFromSQLite(t *testing.T) {
	want, err := take(t, intake.Request{Paths: []string{"../../samples/northmoor"}})
	must(t, err)
	path, run := sqliteFile(t, "northmoor.db")
	run(t, "BEGIN")
	load(t, run, "", csvs(t, "northmoor"), allText, asIs)
	run(t, "COMMIT")
	run(t, "CREATE TABLE notes (x)")
	got, err := take(t, intake.Request{From: []string{"sqlite:" + path}})
	must(t, err)
	alike(t, want, got)
	if diff := cmp.Diff([]string{`northmoor.db sheet "notes": not named as a table of the dataset or an entity of the dictionary`}, got.Survey.Ignored); diff != "" {
		t.Error(diff)
	}
	for _, r := range got.Records {
		if r.Source.File != "northmoor.db" || r.Source.Sheet != "ssd_person" || r.Source.Row < 1 || r.Source.Row > 300 {
			t.Fatalf("a record stands in %s", r.Source)
		}
	}
	again, err := take(t, intake.Request{From: []string{"sqlite:" + path}})
	must(t, err)
	if diff := cmp.Diff(jsonOf(got), jsonOf(again)); diff != "" {
		t.Error("read again it differs")
	}
	t.Run("its practice tables as files", func(t *testing.T) {
		path, run := sqliteFile(t, "ssd.db")
		dir := t.TempDir()
		var dataset []string
		for _, file := range csvs(t, "northmoor") {
			if strings.HasPrefix(filepath.Base(file), "ssd_") {
				dataset = append(dataset, file)
				continue
			}
			content, err := os.ReadFile(file)
			must(t, err)
			must(t, os.WriteFile(filepath.Join(dir, filepath.Base(file)), content, 0o600))
		}
		run(t, "BEGIN")
		load(t, run, "", dataset, allText, asIs)
		run(t, "COMMIT")
		got, err := take(t, intake.Request{Paths: []string{dir}, From: []string{"sqlite:" + path}})
		must(t, err)
		if len(got.Records) != len(want.Records) {
			t.Errorf("%d records, want %d", len(got.Records), len(want.Records))
		}
		// Tables that name no child can only be tied to the dataset's where they
		// stand beside them.
		for _, line := range got.Survey.Ignored {
			name, _, _ := strings.Cut(line, ": ")
			if !strings.Contains(line, "no column case_id") {
				continue
			}
			content, err := os.ReadFile(filepath.Join(dir, name))
			must(t, err)
			if header, _, _ := strings.Cut(string(content), "\n"); strings.Contains(header, "case_id") {
				t.Error(line)
			}
		}
		if path := "supervision.date"; !got.Survey.Supply.Has(path) || len(got.Survey.Refusals) > 0 {
			t.Errorf("refused %v", refusals(got.Survey))
		}
	})
}

// Columns of days are typed in three ways, and flags as such.
func TestSameFromPostgres(t *testing.T) {
	want, err := take(t, intake.Request{Paths: []string{"../../samples/northmoor"}})
	must(t, err)
	address, run := postgres(t)
	run(t, "CREATE SCHEMA ssd")
	day := &casefile.Field{Type: casefile.Date}
	read := func(cell string) (string, bool) {
		value, _, err := day.Read(cell)
		date, is := value.(string)
		return date, err == nil && is && !strings.Contains(cell, ":")
	}
	types := map[string]int{}
	kind := func(name string, column int, cells []string) string {
		days, flags := 0, 0
		for _, cell := range cells {
			cell = strings.TrimSpace(cell)
			if cell == "" || cell == "NULL" {
				continue
			}
			if _, is := read(cell); is {
				days++
			} else if _, known := casefile.YesNo(cell); known && strings.HasSuffix(name, "_seen") {
				flags++
			} else {
				return "text"
			}
		}
		k := "text"
		switch {
		case days > 0 && flags == 0:
			k = []string{"date", "timestamp", "timestamptz"}[column%3]
		case flags > 0 && days == 0:
			k = "boolean"
		}
		types[k]++
		return k
	}
	london, err := time.LoadLocation("Europe/London")
	must(t, err)
	run(t, "BEGIN")
	load(t, run, "ssd.", csvs(t, "northmoor"), kind, func(kind, cell string) any {
		if kind != "text" && strings.TrimSpace(cell) == "NULL" {
			return nil
		}
		switch kind {
		case "boolean":
			yes, _ := casefile.YesNo(strings.TrimSpace(cell))
			return yes
		case "date", "timestamp", "timestamptz":
			date, _ := read(cell)
			moment, err := time.ParseInLocation(time.DateOnly, date, map[bool]*time.Location{true: london, false: time.UTC}[kind == "timestamptz"])
			must(t, err)
			return moment
		}
		return cell
	})
	run(t, "COMMIT")
	for _, k := range []string{"date", "timestamp", "timestamptz", "boolean"} {
		if types[k] == 0 {
			t.Errorf("no column is %s", k)
		}
	}
	got, err := take(t, intake.Request{From: []string{address}})
	must(t, err)
	for i := range got.Survey.Inputs {
		got.Survey.Inputs[i].Sheet = strings.TrimPrefix(got.Survey.Inputs[i].Sheet, "ssd.")
	}
	alike(t, want, got)
}

// A change between the survey and the records is not seen.
func TestDatabaseStandsStill(t *testing.T) {
	d, err := casefile.NewDictionary()
	must(t, err)
	statements := []string{"CREATE TABLE ssd_person (pers_person_id text, pers_sex text)", "INSERT INTO ssd_person VALUES ('1', 'F')",
		"CREATE TABLE ssd_cp_visits (cppv_cp_visit_id text, cppv_person_id text, cppv_cp_visit_date date)", "INSERT INTO ssd_cp_visits VALUES ('v', '1', '2024-05-01')"}
	for name, open := range map[string]func(t *testing.T) (string, exec){
		"sqlite":   func(t *testing.T) (string, exec) { path, run := sqliteFile(t, "a.db"); return "sqlite:" + path, run },
		"postgres": postgres,
	} {
		t.Run(name, func(t *testing.T) {
			dsn, run := open(t)
			for _, s := range statements {
				run(t, s)
			}
			e, err := intake.Request{From: []string{dsn}}.Open(t.Context(), d)
			must(t, err)
			_, err = e.Survey(t.Context())
			must(t, err)
			run(t, "UPDATE ssd_person SET pers_sex = 'M'")
			run(t, "DELETE FROM ssd_cp_visits")
			must(t, e.Records(t.Context(), func(r *casefile.Record) error {
				if r.Child()["sex"] != "F" || len(r.Items("visits")) != 1 {
					t.Errorf("%s", jsonOf(r.Values))
				}
				return nil
			}))
			// The connection is gone: another may now change the tables themselves.
			run(t, "DROP TABLE ssd_cp_visits")
			if _, err := e.Survey(t.Context()); err != nil {
				t.Errorf("surveyed again: %v", err)
			}
		})
	}
}

// A database that is no export says which tables it has, and what to do.
func TestDatabaseNotRecognised(t *testing.T) {
	for name, c := range map[string]struct {
		statements []string
		want       string
	}{
		"empty":      {nil, "it has no table ssd_person (the Standard Safeguarding Dataset); it has no tables; `caseaudit map --from` proposes"},
		"others":     {[]string{"CREATE TABLE clients (id)", "CREATE VIEW visits_log AS SELECT id FROM clients"}, "its tables are clients, visits_log; `caseaudit map --from` proposes"},
		"without it": {[]string{"CREATE TABLE ssd_cp_visits (cppv_person_id)"}, "its tables are ssd_cp_visits; as tables of practice: "},
		"many":       {[]string{strings.Repeat("CREATE TABLE t%d (id);", 40)}, "t36, 10 more; `caseaudit map --from`"},
	} {
		t.Run(name, func(t *testing.T) {
			path, run := sqliteFile(t, "a.db")
			run(t, "PRAGMA user_version = 1")
			for _, s := range c.statements {
				for i := 1; i <= strings.Count(s, "%d"); i++ {
					run(t, fmt.Sprintf("CREATE TABLE t%d (id)", i))
				}
				if !strings.Contains(s, "%d") {
					run(t, s)
				}
			}
			_, err := take(t, intake.Request{From: []string{"sqlite:" + path}})
			if err == nil || !strings.HasPrefix(err.Error(), "a.db: not an export that caseaudit knows: ") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

// Two schemas with one table would be read as one child's record of two.
func TestDatabaseTwice(t *testing.T) {
	address, run := postgres(t)
	for _, s := range []string{"CREATE SCHEMA live", "CREATE SCHEMA test", "CREATE TABLE live.ssd_person (pers_person_id text)", "CREATE TABLE test.ssd_person (pers_person_id text)"} {
		run(t, s)
	}
	_, err := take(t, intake.Request{From: []string{address}})
	if err == nil || !strings.Contains(err.Error(), "both hold ssd_person: leave one to the account to read") {
		t.Errorf("%v", err)
	}
	got, err := take(t, intake.Request{From: []string{address + "&search_path=live"}})
	must(t, err)
	if len(got.Survey.Inputs) != 1 || got.Survey.Inputs[0].Sheet != "live.ssd_person" {
		t.Errorf("%+v", got.Survey.Inputs)
	}
}

// What a database holds is no better than what a file holds: a wrong date refuses
// its row, and a table says where.
func TestDatabaseRefusals(t *testing.T) {
	path, run := sqliteFile(t, "a.db")
	for _, s := range []string{"CREATE TABLE ssd_person (pers_person_id TEXT PRIMARY KEY, pers_dob DATE, pers_photo BLOB)", "INSERT INTO ssd_person VALUES ('1', '2015-02-30', x'00'), ('2', 45000, NULL), ('3', '2015-02-01', x'00')",
		"CREATE TABLE ssd_cp_visits (cppv_person_id TEXT, cppv_cp_visit_date DATE)", "INSERT INTO ssd_cp_visits VALUES ('3', 'soon'), ('3', '2024-05-01'), ('3', x'00'), ('3', '2024-05-01')",
		"CREATE TABLE supervision (case_id TEXT, date DATE)", "INSERT INTO supervision VALUES ('3', '2024-05-02')"} {
		run(t, s)
	}
	got, err := take(t, intake.Request{From: []string{"sqlite:" + path}})
	must(t, err)
	var columns []string
	for _, r := range got.Survey.Refusals {
		columns = append(columns, r.At.String()+" ["+r.Column+"]")
	}
	if diff := cmp.Diff([]string{`a.db sheet "ssd_cp_visits" row 3 [cppv_cp_visit_date]`, `a.db sheet "ssd_cp_visits" row 4 []`,
		`a.db sheet "ssd_person" row 1 [pers_dob]`, `a.db sheet "ssd_person" row 2 [pers_dob]`}, columns); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string][4]int{"ssd_cp_visits": {4, 1, 1, 2}, "ssd_person": {3, 1, 0, 2}, "supervision": {1, 1, 0, 0}}, counts(got.Survey)); diff != "" {
		t.Error(diff)
	}
	if n := notes(got.Survey, "column not read"); len(n) != 1 || !strings.Contains(n[0], `column "pers_photo" holds binary data`) {
		t.Errorf("%q", n)
	}
	if n := notes(got.Survey, ledger.DuplicateRow); len(n) != 1 {
		t.Errorf("%q", n)
	}
	if len(got.Records) != 1 || got.Records[0].Refused != 2 {
		t.Errorf("%+v", got.Records)
	}
}
