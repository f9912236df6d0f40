package database_test

import (
	"context"
	"errors"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/caseaudit/caseaudit/internal/table"
	"github.com/caseaudit/caseaudit/internal/table/database"
)

// server gives a connection of its owner to a new database on the server of
// CASEAUDIT_TEST_POSTGRES, and its address.
func server(t *testing.T, statements ...string) (*pgx.Conn, string) {
	t.Helper()
	address := os.Getenv("CASEAUDIT_TEST_POSTGRES")
	if address == "" {
		t.Skip("CASEAUDIT_TEST_POSTGRES is not set: `bash .ci/postgres start FOLDER` starts a server and prints it")
	}
	name := "test_" + strings.ToLower(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '_'
	}, t.Name()))
	owner := connect(t, address)
	statement(t, owner, `DROP DATABASE IF EXISTS `+name+` WITH (FORCE)`, `CREATE DATABASE `+name)
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name
	conn := connect(t, u.String())
	statement(t, conn, statements...)
	return conn, u.String()
}

func connect(t *testing.T, address string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

func statement(t *testing.T, conn *pgx.Conn, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if _, err := conn.Exec(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func TestPostgresValues(t *testing.T) {
	_, address := server(t, "CREATE SCHEMA ssd", "CREATE DOMAIN ssd.moment AS timestamptz", "CREATE TYPE ssd.seen AS ENUM ('yes', 'no')",
		`CREATE TABLE ssd.types (id text PRIMARY KEY, yes boolean, i int, n numeric, f float8, r real, d date, ts timestamp, tz timestamptz, dom ssd.moment,
u uuid, j jsonb, codes text[], c char(5), photo bytea, day timestamp, clock time, kind ssd.seen, born date)`,
		`INSERT INTO ssd.types VALUES
('b', true, 1, 12345678901234567890.50, 1e22, 0.1, '2024-01-31', '2024-01-31 10:11:12.5', '2024-06-30 23:30:00Z', '2024-01-01 00:30:00Z',
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{"1A": 1}', '{1A,"3B,x"}', 'ab', '\x00', '2024-01-01', '10:11', 'yes', 'infinity')`, `INSERT INTO ssd.types (id, yes) VALUES ('B', false)`)
	d := open(t, address)
	tab := read(t, d, "ssd.types")
	same(t, tab.Header, strings.Fields("id yes i n f r d ts tz dom u j codes c day clock kind born"))
	same(t, lines(t, tab), []string{"1 B|false||||||||||||||||",
		`2 b|true|1|12345678901234567890.50|10000000000000000000000|0.1|2024-01-31|2024-01-31T10:11:12|2024-07-01T00:30:00|2024-01-01T00:30:00|` +
			`a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11|{"1A": 1}|["1A","3B,x"]|ab|2024-01-01|10:11:00|yes|infinity`})
	if remarks := tab.Remarks(); len(remarks) != 1 || remarks[0].Place != "photo" {
		t.Errorf("remarks %+v", remarks)
	}
	if tab.Called() != `localhost/test_testpostgresvalues sheet "ssd.types"` {
		t.Error(tab.Called())
	}
}

// Rows come by the bytes of the key, whatever language the database sorts in.
func TestPostgresOrder(t *testing.T) {
	rows := `VALUES ('b', 2), ('B', 10), ('ä', 1), ('a', 9), ('Z', 3)`
	_, address := server(t, `CREATE TABLE keyed (id text COLLATE "en-x-icu" PRIMARY KEY, n int)`, `INSERT INTO keyed `+rows,
		`CREATE TABLE numbered (n int, id text COLLATE "en-x-icu", PRIMARY KEY (n, id))`, `INSERT INTO numbered SELECT n, id FROM keyed`,
		`CREATE TABLE loose (id text COLLATE "en-x-icu", n int, j json)`, `INSERT INTO loose SELECT id, n, '{}' FROM keyed`, `INSERT INTO loose VALUES ('b', 10, '[]'), (NULL, 1, NULL)`,
		`CREATE VIEW seen AS SELECT id FROM keyed`)
	d := open(t, address)
	for sheet, want := range map[string][]string{
		"public.keyed":    {"1 B|10", "2 Z|3", "3 a|9", "4 b|2", "5 ä|1"},
		"public.numbered": {"1 1|ä", "2 2|b", "3 3|Z", "4 9|a", "5 10|B"},
		"public.loose":    {"1 B|10|{}", "2 Z|3|{}", "3 a|9|{}", "4 b|10|[]", "5 b|2|{}", "6 ä|1|{}", "7 |1|"},
		"public.seen":     {"1 B", "2 Z", "3 a", "4 b", "5 ä"},
	} {
		same(t, lines(t, read(t, d, sheet)), want)
	}
}

// All tables are read as they stood when the audit began.
func TestPostgresOneMoment(t *testing.T) {
	owner, address := server(t, "CREATE TABLE a (id int PRIMARY KEY, v text)", "INSERT INTO a VALUES (1, 'then')", "CREATE TABLE b (id int PRIMARY KEY, v text)", "INSERT INTO b VALUES (1, 'then')")
	d := open(t, address)
	a := read(t, d, "public.a")
	statement(t, owner, "UPDATE a SET v = 'now'", "INSERT INTO a VALUES (2, 'now')", "UPDATE b SET v = 'now'", "DELETE FROM b WHERE id = 1", "CREATE TABLE c (x int)")
	same(t, lines(t, a), []string{"1 1|then"})
	same(t, lines(t, read(t, d, "public.b")), []string{"1 1|then"})
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	same(t, lines(t, a), []string{"1 1|then"})
	same(t, lines(t, read(t, open(t, address), "public.a")), []string{"1 1|now", "2 2|now"})
}

// The transaction writes nothing, not even when what is read would.
func TestPostgresWritesNothing(t *testing.T) {
	owner, address := server(t, "CREATE TABLE a (id int)", "INSERT INTO a VALUES (1)",
		`CREATE FUNCTION more() RETURNS int LANGUAGE plpgsql AS $$ BEGIN INSERT INTO a VALUES (2); RETURN 1; END $$`, "CREATE VIEW writes AS SELECT more() AS n")
	d := open(t, address)
	_, err := ref(t, d, "public.writes").Open(t.Context(), table.Layout{})
	if err == nil || !strings.Contains(err.Error(), "the table writes when it is read, which the transaction refuses") {
		t.Errorf("%v", err)
	}
	same(t, lines(t, read(t, d, "public.a")), []string{"1 1"}) // the transaction goes on
	n := 0
	if err := owner.QueryRow(t.Context(), "SELECT count(*) FROM a").Scan(&n); err != nil || n != 1 {
		t.Errorf("%d rows, %v", n, err)
	}
}

// What fails on the server is named and what it failed on is not.
func TestPostgresFailures(t *testing.T) {
	_, address := server(t, "CREATE TABLE people (name text)", "INSERT INTO people VALUES ('Jane Doe')",
		"CREATE VIEW cast_fails AS SELECT name::int AS n FROM people",
		`CREATE FUNCTION tells(who text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no %', who; END $$`, "CREATE VIEW raises AS SELECT tells(name) AS n FROM people",
		"CREATE MATERIALIZED VIEW stale AS SELECT name FROM people WITH NO DATA", `CREATE TABLE nothing ()`, `CREATE TABLE twice ("Id" int, id int)`)
	d := open(t, address)
	for sheet, want := range map[string]string{
		"public.cast_fails": "SQLSTATE 22P02", "public.raises": "SQLSTATE P0001", "public.stale": "refresh it", "public.nothing": "it has no column", "public.twice": `both named`,
	} {
		_, err := ref(t, d, sheet).Open(t.Context(), table.Layout{})
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), sheet) || strings.Contains(err.Error(), "Jane") {
			t.Errorf("%s: %v", sheet, err)
		}
	}
}

// An account with few rights: what it may not read is said, never passed over.
func TestPostgresAccount(t *testing.T) {
	owner, address := server(t, "DROP ROLE IF EXISTS auditor", "CREATE ROLE auditor LOGIN PASSWORD '"+secret+"'",
		"CREATE SCHEMA ssd", "GRANT USAGE ON SCHEMA ssd TO auditor", "CREATE SCHEMA other", "CREATE TABLE other.t (x int)",
		"CREATE TABLE ssd.open (id int PRIMARY KEY, v text)", "INSERT INTO ssd.open VALUES (2, 'b'), (1, 'c')", "GRANT SELECT ON ssd.open TO auditor",
		"CREATE TABLE ssd.part (id int PRIMARY KEY, a text, b text)", "INSERT INTO ssd.part VALUES (1, 'z', 'x'), (2, 'y', 'x')", "GRANT SELECT (a, b) ON ssd.part TO auditor",
		"CREATE TABLE ssd.shut (id int)", "CREATE TABLE ssd.few (id int)", "GRANT SELECT ON ssd.few TO auditor", "ALTER TABLE ssd.few ENABLE ROW LEVEL SECURITY",
		"CREATE POLICY only_some ON ssd.few USING (id = 1)", "INSERT INTO ssd.few VALUES (1), (2)")
	t.Cleanup(func() { _, _ = owner.Exec(context.Background(), "DROP OWNED BY auditor; DROP ROLE auditor") })
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	port := u.Query().Get("port")
	at := func(password string) string { return "postgres://auditor" + password + "@127.0.0.1:" + port + u.Path }

	d := open(t, at(":"+secret))
	var refs []string
	for _, r := range d.Refs() {
		refs = append(refs, r.Sheet)
	}
	same(t, refs, []string{"ssd.few", "ssd.open", "ssd.part"})
	if why := d.Unreadable(); len(why) != 2 || why["127.0.0.1"+u.Path+` sheet "ssd.shut"`] == "" || why["127.0.0.1"+u.Path+` sheet "other.t"`] == "" {
		t.Errorf("unreadable: %v", why)
	}
	same(t, lines(t, read(t, d, "ssd.open")), []string{"1 1|c", "2 2|b"})
	part := read(t, d, "ssd.part")
	same(t, lines(t, part), []string{"1 y|x", "2 z|x"}) // without its key by all columns
	if remarks := part.Remarks(); len(remarks) != 1 || remarks[0].Place != "id" || !strings.Contains(remarks[0].Text, "grant SELECT") {
		t.Errorf("remarks %+v", remarks)
	}
	if _, err := ref(t, d, "ssd.few").Open(t.Context(), table.Layout{}); err == nil || !strings.Contains(err.Error(), "row-level security would hide rows") {
		t.Errorf("%v", err)
	}

	_, err = database.Open(t.Context(), at(":wrong"+secret))
	if err == nil || !strings.Contains(err.Error(), "28P01") || strings.Contains(err.Error(), secret) {
		t.Errorf("a wrong password: %v", err)
	}
	t.Setenv("PGPASSWORD", secret)
	if got := lines(t, read(t, open(t, at("")), "ssd.open")); len(got) != 2 {
		t.Errorf("with PGPASSWORD: %q", got)
	}
	_, err = database.Open(t.Context(), "postgres://auditor@127.0.0.1:"+port+"/nowhere")
	if err == nil || !strings.HasPrefix(err.Error(), "127.0.0.1/nowhere: ") || !strings.Contains(err.Error(), "3D000") {
		t.Errorf("no such database: %v", err)
	}
}

// A search path in the address narrows what is read; partitions are no tables of
// their own.
func TestPostgresObjects(t *testing.T) {
	_, address := server(t, "CREATE SCHEMA one", "CREATE SCHEMA two", "CREATE TABLE one.t (x int)", "CREATE TABLE two.t (x int) PARTITION BY RANGE (x)",
		"CREATE TABLE two.low PARTITION OF two.t FOR VALUES FROM (0) TO (10)", "INSERT INTO two.t VALUES (3)", "CREATE MATERIALIZED VIEW two.v AS SELECT x FROM two.t")
	for add, want := range map[string][]string{"": {"one.t", "two.t", "two.v"}, "&search_path=two": {"two.t", "two.v"}} {
		d := open(t, address+add)
		var refs []string
		for _, r := range d.Refs() {
			refs = append(refs, r.Sheet)
		}
		same(t, refs, want)
		same(t, lines(t, read(t, d, "two.t")), []string{"1 3"})
	}
}

// Stopping the audit stops the query on the server.
func TestPostgresCancel(t *testing.T) {
	owner, address := server(t, "CREATE VIEW slow AS SELECT pg_sleep(60)::text AS x")
	d := open(t, address)
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	if _, err := ref(t, d, "public.slow").Open(ctx, table.Layout{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	for range 50 {
		n := 0
		if err := owner.QueryRow(t.Context(), "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE '%slow%' AND pid <> pg_backend_pid()").Scan(&n); err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Error("the query is still running")
}
