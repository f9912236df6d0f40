package database_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/table"
	"github.com/caseaudit/caseaudit/internal/table/database"
)

// SQLite keeps any value in any column.
func TestSQLiteValues(t *testing.T) {
	path := file(t, "a.db",
		`CREATE TABLE t (id TEXT PRIMARY KEY, born DATE, seen DATETIME, fte REAL, n, yes BOOLEAN, photo BLOB, doubled TEXT AS (id || id))`,
		`INSERT INTO t VALUES
('0012', '2015-02-01', '2024-01-31 00:00:00', 0.1, 12345678901, 1, x'ff'),
('0003', '31/01/2015', '2024-06-30T00:00:00.000', 1e22, 'text', 0, NULL),
('0007', 'soon', NULL, -2.50, NULL, NULL, NULL),
('0009', 45000, NULL, 3, 1.5, 'maybe', NULL)`)
	tab := read(t, open(t, "sqlite:"+path), "t")
	same(t, tab.Header, []string{"id", "born", "seen", "fte", "n", "yes", "doubled"})
	same(t, lines(t, tab), []string{
		"1 0003|31/01/2015|2024-06-30|10000000000000000000000|text|0|00030003",
		"2 0007|soon||-2.5|||00070007",
		"3 0009|45000||3|1.5|maybe|00090009",
		"4 0012|2015-02-01|2024-01-31|0.1|12345678901|1|00120012"})
	remarks := tab.Remarks()
	if len(remarks) != 1 || remarks[0].Place != "photo" || !strings.Contains(remarks[0].Text, "binary") {
		t.Errorf("remarks %+v", remarks)
	}
}

// A binary value where none was declared refuses its row and says which column.
func TestSQLiteBlob(t *testing.T) {
	path := file(t, "a.db", "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)", "INSERT INTO t VALUES (1, 'one'), (2, x'0102'), (3, '')")
	same(t, lines(t, read(t, open(t, "sqlite:"+path), "t")), []string{"1 1|one",
		`2 2| REFUSED column "name" holds binary data, which is not read: give a view without it, or with it as text`, "3 3|"})
}

// A time of day that tells something is kept in the whole column.
func TestSQLiteTimes(t *testing.T) {
	path := file(t, "a.db", "CREATE TABLE t (id INTEGER PRIMARY KEY, received DATETIME)",
		"INSERT INTO t VALUES (1, '2024-01-31 00:00:00'), (2, '2024-01-31 00:00:01')")
	same(t, lines(t, read(t, open(t, "sqlite:"+path), "t")), []string{"1 1|2024-01-31 00:00:00", "2 2|2024-01-31 00:00:01"})
}

// Rows come by their data, however they were put in, and so does the hash.
func TestSQLiteOrder(t *testing.T) {
	schema := "CREATE TABLE t (a TEXT COLLATE NOCASE, b)"
	first := read(t, open(t, "sqlite:"+file(t, "a.db", schema, "INSERT INTO t VALUES ('b', 1), ('B', 2), ('a', 10), (NULL, NULL), ('a', 9), ('a', '9')")), "t")
	second := read(t, open(t, "sqlite:"+file(t, "b.db", schema, "INSERT INTO t VALUES ('a', '9'), ('a', 9), ('a', 10), ('B', 2), ('b', 1), (NULL, NULL)")), "t")
	want := []string{"2 B|2", "3 a|9", "4 a|10", "5 a|9", "6 b|1"} // the first row is blank
	same(t, lines(t, first), want)
	same(t, lines(t, second), want)
	if first.SHA256 != second.SHA256 || len(first.SHA256) != 64 {
		t.Errorf("hashes %s and %s", first.SHA256, second.SHA256)
	}
	third := read(t, open(t, "sqlite:"+file(t, "c.db", schema, "INSERT INTO t VALUES ('b', 1)")), "t")
	if third.SHA256 == first.SHA256 {
		t.Error("other rows have the same hash")
	}
}

// A key that may be null may stand twice; the other columns then settle the order.
func TestSQLiteNullKey(t *testing.T) {
	path := file(t, "a.db", "CREATE TABLE t (id TEXT PRIMARY KEY, n)", "INSERT INTO t VALUES (NULL, 3), (NULL, 1), (NULL, 2)")
	same(t, lines(t, read(t, open(t, "sqlite:"+path), "t")), []string{"1 |1", "2 |2", "3 |3"})
}

// What a writer has committed to its log is read, what it has not is not, and
// nothing of the database is touched.
func TestSQLiteLog(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	w := writer(t, path)
	run(t, w, "PRAGMA journal_mode = WAL", "CREATE TABLE t (id INTEGER PRIMARY KEY)", "INSERT INTO t VALUES (1)", "BEGIN", "INSERT INTO t VALUES (2)")
	d := open(t, "sqlite:"+path)
	same(t, lines(t, read(t, d, "t")), []string{"1 1"})
	run(t, w, "COMMIT")
	d = open(t, "sqlite:"+path)
	run(t, w, "INSERT INTO t VALUES (3)", "CREATE TABLE later (x)")
	same(t, lines(t, read(t, d, "t")), []string{"1 1", "2 2"})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}

// A database that keeps a log and is left alone by its writer is read without the
// log's files being made beside it.
func TestSQLiteLeavesNothing(t *testing.T) {
	for name, mode := range map[string]string{"log": "WAL", "journal": "DELETE"} {
		t.Run(name, func(t *testing.T) {
			path := file(t, "a.db", "PRAGMA journal_mode = "+mode, "CREATE TABLE t (id INTEGER PRIMARY KEY)", "INSERT INTO t VALUES (1)")
			leaves(t, path, func() {
				d := open(t, "sqlite:"+path)
				same(t, lines(t, read(t, d, "t")), []string{"1 1"})
				if err := d.Close(); err != nil {
					t.Fatal(err)
				}
			})
		})
	}
}

// One that is written to while it is read as if nobody did is refused.
func TestSQLiteChanged(t *testing.T) {
	path := file(t, "a.db", "PRAGMA journal_mode = WAL", "CREATE TABLE t (id INTEGER PRIMARY KEY)", "INSERT INTO t VALUES (1)")
	d := open(t, "sqlite:"+path)
	w := writer(t, path)
	run(t, w, "INSERT INTO t VALUES (2)")
	if err := w.Close(); err != nil { // takes the log into the file
		t.Fatal(err)
	}
	_, err := ref(t, d, "t").Open(t.Context(), table.Layout{})
	if err == nil || !strings.Contains(err.Error(), "a.db sheet \"t\": the file was changed while it was read") {
		t.Errorf("%v", err)
	}
}

// The file is as whoever made it wished; what it holds stands in no message.
func TestSQLiteHostile(t *testing.T) {
	sound, err := os.ReadFile(file(t, "sound.db", "CREATE TABLE t (id TEXT PRIMARY KEY, name TEXT)",
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO t SELECT 'id' || i, 'Jane Doe' || i FROM n"))
	if err != nil {
		t.Fatal(err)
	}
	holding := func(content []byte) string {
		path := filepath.Join(t.TempDir(), "a.db")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	flipped := bytes.Clone(sound)
	copy(flipped[4096*3:], bytes.Repeat([]byte{0xff}, 64))
	lost := bytes.Replace(sound, []byte("Jane Doe1500"), []byte("Jane Doe1501"), 1)
	at := bytes.LastIndex(lost, []byte("id1500")) // in the index of the key
	copy(lost[at:], "id9999")
	for name, c := range map[string]struct{ path, want string }{
		"no file":        {filepath.Join(t.TempDir(), "a.db"), "a.db: no such file"},
		"folder":         {t.TempDir(), "it is a folder"},
		"no database":    {holding([]byte("case_id,date\n1,2024-01-01\n")), "a.db: it is no SQLite database, or an encrypted one"},
		"header only":    {holding(sound[:100]), "the file is damaged"},
		"short header":   {holding(sound[:18]), "a.db: the file is cut short"},
		"cut at a page":  {holding(sound[:4096*5]), "the file is damaged"},
		"cut in a page":  {holding(sound[:len(sound)-100]), "the file is damaged"},
		"page destroyed": {holding(flipped), "the file is damaged"},
		"key not agreed": {holding(lost), "the file is damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := database.Open(t.Context(), "sqlite:"+c.path)
			if err == nil {
				for _, r := range d.Refs() {
					if _, err = r.Open(t.Context(), table.Layout{}); err != nil {
						break
					}
				}
				_ = d.Close()
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("%v, want %s", err, c.want)
			}
			for _, secret := range []string{"Jane", "1500", filepath.Dir(c.path)} {
				if strings.Contains(err.Error(), secret) {
					t.Errorf("%v quotes %s", err, secret)
				}
			}
		})
	}
}

// An empty file is a database without tables.
func TestSQLiteEmpty(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if d := open(t, "sqlite:"+path); len(d.Refs()) != 0 {
		t.Errorf("%d tables", len(d.Refs()))
	}
}

// A view that fails quotes nothing of what it failed on, and one that would write
// or load code does not.
func TestSQLiteViews(t *testing.T) {
	path := file(t, "a.db", "CREATE TABLE t (name TEXT)", "INSERT INTO t VALUES ('Jane Doe')",
		"CREATE VIEW bad AS SELECT json_extract('{}', name) FROM t",
		"CREATE VIEW code AS SELECT load_extension(name) FROM t",
		"CREATE VIEW gone AS SELECT name FROM nowhere",
		"CREATE VIEW long AS SELECT zeroblob(100000000)",
		"CREATE TABLE twice (Id, x)", "CREATE VIEW two AS SELECT id, x AS ID FROM twice")
	d := open(t, "sqlite:"+path)
	for _, name := range []string{"bad", "code", "gone", "long"} {
		_, err := ref(t, d, name).Open(t.Context(), table.Layout{})
		if err == nil || !strings.Contains(err.Error(), `a.db sheet "`+name+`"`) || strings.Contains(err.Error(), "Jane") {
			t.Errorf("%s: %v", name, err)
		}
	}
	same(t, lines(t, read(t, d, "t")), []string{"1 Jane Doe"})
}

// A writer that holds the whole file makes the audit wait, and then say so.
func TestSQLiteLocked(t *testing.T) {
	if testing.Short() {
		t.Skip("waits five seconds")
	}
	path := file(t, "a.db", "CREATE TABLE t (id INTEGER PRIMARY KEY)")
	w := writer(t, path)
	run(t, w, "BEGIN EXCLUSIVE")
	_, err := database.Open(t.Context(), "sqlite:"+path)
	if err == nil || !strings.Contains(err.Error(), "another program is writing to it") {
		t.Errorf("%v", err)
	}
}
