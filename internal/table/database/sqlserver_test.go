package database

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	mssql "github.com/microsoft/go-mssqldb"

	"github.com/caseaudit/caseaudit/internal/scratch"
	"github.com/caseaudit/caseaudit/internal/table"
)

// fake answers as SQL Server's driver would: with the rows, or the error, of the
// first answer whose text the query contains.
type fake struct {
	answers []answer
	asked   []string // what was sent
	level   driver.IsolationLevel
	ended   int
}

type answer struct {
	query string
	rows  [][]driver.Value
	err   error
}

func (f *fake) Connect(context.Context) (driver.Conn, error) { return &fakeConn{f}, nil }
func (f *fake) Driver() driver.Driver                        { return nil }

type fakeConn struct{ *fake }

func (c *fakeConn) Prepare(string) (driver.Stmt, error) { return nil, errors.New("not prepared") }
func (c *fakeConn) Begin() (driver.Tx, error)           { return nil, errors.New("without a level") }
func (c *fakeConn) Close() error                        { return nil }
func (c *fakeConn) Commit() error                       { return errors.New("nothing is to be committed") }
func (c *fakeConn) Rollback() error                     { c.ended++; return nil }

func (c *fakeConn) BeginTx(_ context.Context, o driver.TxOptions) (driver.Tx, error) {
	c.level = o.Isolation
	return c, nil
}

func (c *fakeConn) QueryContext(_ context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	for _, a := range args {
		query += fmt.Sprint("; ", a.Value)
	}
	c.asked = append(c.asked, query)
	for _, a := range c.answers {
		if strings.Contains(query, a.query) {
			return &fakeRows{rows: a.rows}, a.err
		}
	}
	return nil, fmt.Errorf("no answer to %s", query)
}

type fakeRows struct{ rows [][]driver.Value }

func (r *fakeRows) Close() error { return nil }
func (r *fakeRows) Columns() []string {
	if len(r.rows) == 0 {
		return nil
	}
	return make([]string, len(r.rows[0]))
}

func (r *fakeRows) Next(into []driver.Value) error {
	if len(r.rows) == 0 {
		return io.EOF
	}
	copy(into, r.rows[0])
	r.rows = r.rows[1:]
	return nil
}

func number(n int32, message string) error { return mssql.Error{Number: n, Message: message} }

// standard is a server that allows snapshots and has one table.
func standard(snapshot bool, more ...answer) *fake {
	return &fake{answers: append(more, []answer{
		{query: "snapshot_isolation_state", rows: [][]driver.Value{{snapshot}}},
		{query: "FROM sys.objects", rows: [][]driver.Value{{"dbo", "ssd_person", true}, {"dbo", "shut", false}}},
		{query: "sys.security_predicates", rows: [][]driver.Value{{int64(0)}}},
		{query: "sys.masked_columns"},
		{query: "LEFT JOIN sys.types", rows: [][]driver.Value{
			{"pers_person_id", "nvarchar", int64(1), int64(1)}, {"pers_dob", "datetime", int64(1), int64(0)}}},
		{query: "FROM [dbo].[ssd_person]", rows: [][]driver.Value{
			{"0012", time.Date(2015, 2, 1, 0, 0, 0, 0, time.UTC)}, {"0013", nil}}},
	}...)}
}

func openFake(t *testing.T, f *fake) *Database {
	t.Helper()
	d := &Database{Name: "server/ssd", source: &source{name: "server/ssd", explain: explainSQLServer}, kept: map[object]*kept{}, rows: scratch.New(scratch.DefaultLimit, "")}
	var err error
	if d.engine, d.remarks, err = openSQLServer(t.Context(), sql.OpenDB(f)); err != nil {
		t.Fatal(err)
	}
	if d.objects, err = d.engine.objects(t.Context()); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSQLServer(t *testing.T) {
	f := standard(true)
	d := openFake(t, f)
	refs := d.Refs()
	if len(refs) != 1 || refs[0].Called() != `server/ssd sheet "dbo.ssd_person"` || refs[0].Name != "ssd_person" || len(d.Unreadable()) != 1 {
		t.Fatalf("refs %+v, unreadable %v", refs, d.Unreadable())
	}
	tab, err := refs[0].Open(t.Context(), table.Layout{})
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	if err := tab.Rows(t.Context(), func(r table.Row) error { rows = append(rows, r.Cells); return nil }); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"0012", "2015-02-01"}, {"0013", ""}}, rows); diff != "" {
		t.Error(diff)
	}
	if tab.Remarks() != nil {
		t.Errorf("remarks %+v", tab.Remarks())
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if f.level != driver.IsolationLevel(sql.LevelSnapshot) || f.ended != 1 {
		t.Errorf("isolation level %d, ended %d times", f.level, f.ended)
	}
	for _, query := range f.asked {
		if !strings.HasPrefix(query, "SELECT ") || strings.Contains(query, "NOLOCK") {
			t.Errorf("sent: %s", query)
		}
	}
	last := f.asked[len(f.asked)-1]
	if want := "SELECT [pers_person_id], [pers_dob] FROM [dbo].[ssd_person] ORDER BY [pers_person_id] COLLATE Latin1_General_BIN2"; last != want {
		t.Errorf("sent %s, want %s", last, want)
	}
}

// Where snapshots are not allowed the tables are read one after the other, and a
// remark says so.
func TestSQLServerWithoutSnapshot(t *testing.T) {
	f := standard(false)
	d := openFake(t, f)
	tab, err := d.Refs()[0].Open(t.Context(), table.Layout{})
	if err != nil {
		t.Fatal(err)
	}
	if f.level != driver.IsolationLevel(sql.LevelReadCommitted) {
		t.Errorf("isolation level %d", f.level)
	}
	if r := tab.Remarks(); len(r) != 1 || r[0].Kind != "not one moment" || r[0].Sheet != "" || !strings.Contains(r[0].Text, "ALLOW_SNAPSHOT_ISOLATION") {
		t.Errorf("remarks %+v", r)
	}
}

func TestSQLServerSelect(t *testing.T) {
	columns := func(kinds ...string) (list []column) {
		for i, kind := range kinds {
			list = append(list, column{name: fmt.Sprintf("c%d]", i), kind: kind})
		}
		return list
	}
	keyed := columns("int", "nvarchar", "date")
	keyed[2].key, keyed[1].key = 1, 2
	for name, c := range map[string]struct {
		columns []column
		by      string
	}{
		"all columns": {columns("int", "varchar", "ntext", "xml", "datetime2"), "[c0]]], [c1]]] COLLATE Latin1_General_BIN2, " +
			"CAST([c2]]] AS nvarchar(max)) COLLATE Latin1_General_BIN2, CAST([c3]]] AS nvarchar(max)) COLLATE Latin1_General_BIN2, [c4]]]"},
		"key in its order": {keyed, "[c2]]], [c1]]] COLLATE Latin1_General_BIN2"},
	} {
		query := sqlserverSelect(object{schema: "d]o", name: "t"}, c.columns)
		if !strings.Contains(query, " FROM [d]]o].[t] ") || !strings.HasSuffix(query, " ORDER BY "+c.by) {
			t.Errorf("%s: %s", name, query)
		}
	}
}

// What the driver gives for each type of SQL Server.
func TestSQLServerValues(t *testing.T) {
	day := time.Date(2024, 6, 30, 23, 30, 15, 500_000_000, time.UTC)
	for name, c := range map[string]struct {
		kind  string
		value any
		want  string
	}{
		"null":           {"nvarchar", nil, ""},
		"text":           {"nvarchar", " 0012", " 0012"},
		"fixed":          {"nchar", "ab   ", "ab"},
		"bit":            {"bit", true, "true"},
		"int":            {"bigint", int64(-7), "-7"},
		"real":           {"real", float64(float32(0.1)), "0.1"},
		"float":          {"float", 1e22, "10000000000000000000000"},
		"decimal":        {"decimal", []byte("12345678901234567890.50"), "12345678901234567890.50"},
		"money":          {"money", []byte("1.5000"), "1.5000"},
		"date":           {"date", day, "2024-06-30"},
		"datetime":       {"datetime", day, "2024-06-30T23:30:15"},
		"datetimeoffset": {"datetimeoffset", day.In(time.FixedZone("", 3600)), "2024-07-01T00:30:15"},
		"time":           {"time", day, "23:30:15"},
		"id": {"uniqueidentifier", []byte{0x67, 0x45, 0x23, 0x01, 0xAB, 0x89, 0xEF, 0xCD, 0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF},
			"01234567-89AB-CDEF-0123-456789ABCDEF"},
		"variant": {"sql_variant", "x", "x"},
	} {
		t.Run(name, func(t *testing.T) {
			got, why := (&sqlserverEngine{}).text(column{kind: c.kind}, c.value)
			if got != c.want || why != "" {
				t.Errorf("%q, %s; want %q", got, why, c.want)
			}
		})
	}
	// A column that the server keeps encrypted comes as bytes.
	if _, why := (&sqlserverEngine{}).text(column{kind: "nvarchar"}, []byte{1, 2}); !strings.Contains(why, "binary") {
		t.Errorf("an encrypted value: %q", why)
	}
}

func TestSQLServerColumns(t *testing.T) {
	columns := answer{query: "LEFT JOIN sys.types", rows: [][]driver.Value{
		{"id", "int", int64(1), int64(1)}, {"photo", "varbinary", int64(1), int64(0)}, {"version", "timestamp", int64(1), int64(0)}, {"shape", "udt", int64(1), int64(0)},
		{"denied", "int", int64(0), int64(0)}, {"unknown", "int", nil, int64(0)}, {"dob", "date", int64(1), int64(0)}}}
	masks := answer{query: "sys.masked_columns", rows: [][]driver.Value{{"dob"}}}
	d := openFake(t, standard(true, columns, masks, answer{query: "FROM [dbo].[ssd_person]", rows: [][]driver.Value{{int64(1)}}}))
	tab, err := d.Refs()[0].Open(t.Context(), table.Layout{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range tab.Remarks() {
		got = append(got, r.Text)
	}
	want := []string{`column "photo" ` + binaryData, `column "version" ` + binaryData, `column "shape" ` + binaryData, `column "denied" ` + denied, `column "unknown" ` + denied, `column "dob" ` + masked}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"id"}, tab.Header); diff != "" {
		t.Error(diff)
	}
}

func TestSQLServerFailures(t *testing.T) {
	none := number(unknownObject, "Invalid object name")
	for name, c := range map[string]struct {
		answers []answer
		want    string // "" when the table is read
	}{
		"before 2016":        {[]answer{{query: "sys.security_predicates", err: none}, {query: "sys.masked_columns", err: none}}, ""},
		"rows are hidden":    {[]answer{{query: "sys.security_predicates", rows: [][]driver.Value{{int64(1)}}}}, "a security policy would hide rows"},
		"policies not known": {[]answer{{query: "sys.security_predicates", err: number(noPermission, "denied on object 'security_predicates'")}}, "error 229): denied on object"},
		"no right":           {[]answer{{query: "FROM [dbo].[ssd_person]", err: number(noPermission, "The SELECT permission was denied")}}, "(error 229): The SELECT permission was denied"},
		"conversion":         {[]answer{{query: "FROM [dbo].[ssd_person]", err: number(245, "Conversion failed when converting 'Jane Doe'")}}, "(error 245): the query of the table or view failed on the server"},
		"snapshot":           {[]answer{{query: "FROM [dbo].[ssd_person]", err: number(notSnapshot, "Snapshot")}}, "run the audit again"},
		"broken off":         {[]answer{{query: "FROM [dbo].[ssd_person]", err: errors.New("read tcp: Jane Doe")}}, "broke off"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := openFake(t, standard(true, c.answers...)).Refs()[0].Open(t.Context(), table.Layout{})
			if c.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), `server/ssd sheet "dbo.ssd_person"`) || strings.Contains(err.Error(), "Jane") {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

// The address asks for a server that is only read, and gives clock readings as
// they stand; the password may come from the environment.
func TestSQLServerAddress(t *testing.T) {
	t.Setenv("SQLCMDPASSWORD", "Sw0rdfish")
	s, err := sqlserverSource(`sqlserver://auditor@db.example.org:1433/SSD?database=casework`)
	if err != nil {
		t.Fatal(err)
	}
	if s.name != `db.example.org\SSD/casework` || s.secret != "Sw0rdfish" {
		t.Errorf("name %s", s.name)
	}
	c, err := sqlserverConfig(`sqlserver://auditor:other@db.example.org?database=casework&timezone=Europe%2FParis&log=63&app+name=nightly`)
	if err != nil {
		t.Fatal(err)
	}
	if !c.ReadOnlyIntent || c.Encoding.Timezone != time.UTC || c.LogFlags != 0 || c.Password != "other" || c.AppName != "nightly" {
		t.Errorf("%+v", c)
	}
}
