package database_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/table"
	"github.com/caseaudit/caseaudit/internal/table/database"
)

// run sends statements to a database that is being made for a test.
func run(t *testing.T, db *sql.DB, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// file makes an SQLite file with these statements and closes it.
func file(t *testing.T, name string, statements ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	db := writer(t, path)
	run(t, db, statements...)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func writer(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file://"+(&url.URL{Path: path}).EscapedPath())
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// open opens a database that is closed after the test.
func open(t *testing.T, dsn string) *database.Database {
	t.Helper()
	d, err := database.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// ref finds a table by the name that findings give it.
func ref(t *testing.T, d *database.Database, sheet string) table.Ref {
	t.Helper()
	refs := d.Refs()
	at := slices.IndexFunc(refs, func(r table.Ref) bool { return r.Sheet == sheet })
	if at < 0 {
		t.Fatalf("no table %s", sheet)
	}
	return refs[at]
}

// read opens a table.
func read(t *testing.T, d *database.Database, sheet string) *table.Table {
	t.Helper()
	tab, err := ref(t, d, sheet).Open(t.Context(), table.Layout{})
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// lines gives the rows of a table, one a line, and checks that each can be read
// again by its place.
func lines(t *testing.T, tab *table.Table) []string {
	t.Helper()
	var list []string
	var rows []table.Row
	if err := tab.Rows(t.Context(), func(r table.Row) error {
		line := fmt.Sprintf("%d %s", r.Line, strings.Join(r.Cells, "|"))
		if r.Fault != "" {
			line += " REFUSED " + r.Fault
		}
		if r.Aside != "" {
			line += " ASIDE " + r.Aside
		}
		list, rows = append(list, line), append(rows, r)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(tab.Close(), tab.Reopen(), tab.Unchanged()); err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		r := rows[len(rows)-1-i]
		again, err := tab.RowAt(r.Offset, r.Length)
		if err != nil || r.Fault == "" && !slices.Equal(again, r.Cells) {
			t.Errorf("row %d read again: %q, %v; want %q", r.Line, again, err, r.Cells)
		}
	}
	return list
}

func same(t *testing.T, got, want []string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRefs(t *testing.T) {
	path := file(t, "north moor %?#.db", "CREATE TABLE b (x)", "CREATE VIEW a AS SELECT x FROM b", `CREATE TABLE "c ""d" (x)`)
	refs, closer, err := database.Refs(t.Context(), "sqlite:"+path)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range refs {
		got = append(got, r.Called())
		if _, err := r.Open(t.Context(), table.Layout{}); err != nil {
			t.Error(err)
		}
	}
	same(t, got, []string{`north moor %?#.db sheet "a"`, `north moor %?#.db sheet "b"`, `north moor %?#.db sheet "c \"d"`})
	if err := closer.Close(); err != nil {
		t.Fatal(err)
	}
	if err := closer.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := refs[0].Open(t.Context(), table.Layout{}); err != nil {
		t.Errorf("a table that was read before: %v", err)
	}
	again, err := database.Open(t.Context(), "sqlite:"+path)
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := again.Refs()[0].Open(t.Context(), table.Layout{}); err == nil || !strings.Contains(err.Error(), "connection to the database is closed") {
		t.Errorf("a table that was not: %v", err)
	}
}

func TestLayout(t *testing.T) {
	path := file(t, "a.db", "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)", "INSERT INTO t VALUES (1, 'one'), (2, 'Total')")
	d := open(t, "sqlite:"+path)
	tab, err := ref(t, d, "t").Open(t.Context(), table.Layout{
		IsHeader: func(cells []string) bool { return slices.Contains(cells, "name") },
		Aside: func(cells []string) string {
			if cells[1] == "Total" {
				return "a total"
			}
			return ""
		}})
	if err != nil {
		t.Fatal(err)
	}
	same(t, lines(t, tab), []string{"1 1|one", "2 2|Total ASIDE a total"})
	if tab.HeaderLine != 0 {
		t.Errorf("the header stands on row %d", tab.HeaderLine)
	}
	_, err = ref(t, d, "t").Open(t.Context(), table.Layout{IsHeader: func([]string) bool { return false }})
	var header *table.HeaderError
	if !errors.As(err, &header) {
		t.Errorf("a header not accepted: %v", err)
	}
	if _, err := ref(t, d, "t").Open(t.Context(), table.Layout{HeaderRow: 2}); err == nil {
		t.Error("a header row was taken")
	}
}

// The places of rows are kept page by page.
func TestManyRows(t *testing.T) {
	path := file(t, "a.db", "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)",
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) INSERT INTO t SELECT i, 'name ' || i FROM n")
	list := lines(t, read(t, open(t, "sqlite:"+path), "t"))
	if len(list) != 10000 || list[0] != "1 1|name 1" || list[9999] != "10000 10000|name 10000" {
		t.Errorf("%d rows, the last %s", len(list), list[len(list)-1])
	}
}

// Cancelling stops a query that would never end.
func TestCancel(t *testing.T) {
	path := file(t, "a.db", "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n")
	d := open(t, "sqlite:"+path)
	ctx, cancel := context.WithCancel(t.Context())
	go cancel()
	if _, err := ref(t, d, "endless").Open(ctx, table.Layout{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want that it was cancelled", err)
	}
	if _, err := database.Open(ctx, "sqlite:"+path); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want that it was cancelled", err)
	}
}

// Nothing is left beside the file, and the file is as it was.
func leaves(t *testing.T, path string, use func()) {
	t.Helper()
	state := func() (files []string) {
		entries, err := os.ReadDir(filepath.Dir(path))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			info, err := e.Info()
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, fmt.Sprint(e.Name(), info.Size(), info.ModTime()))
		}
		return files
	}
	before := state()
	use()
	same(t, state(), before)
}
