package database

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/caseaudit/caseaudit/internal/table"
)

// maxSQLiteValue is the limit on the bytes of one value.
const maxSQLiteValue = 16 << 20

// sqliteSource is a file that holds an SQLite database.
func sqliteSource(path string) *source {
	return &source{name: filepath.Base(path), explain: explainSQLite, open: func(ctx context.Context) (engine, []table.Remark, error) {
		e, err := openSQLite(ctx, path)
		return e, nil, err
	}}
}

type sqliteEngine struct {
	db   *sql.DB
	conn *sql.Conn // in a transaction
	file *sqliteFile
}

// openSQLite begins to read a file that nobody vouches for. It is opened
// read-only, with SQLite's own locks against a program that writes to it, and
// looked through for damage first: SQLite reads past some of it and gives fewer
// rows.
func openSQLite(ctx context.Context, path string) (engine, error) {
	file, err := checkSQLite(path)
	if err != nil {
		return nil, err
	}
	query := url.Values{"mode": {"ro"}, "_busy_timeout": {"5000"}, "_query_only": {"1"}, "_dqs": {"0"}, "_defensive": {"1"},
		"_pragma": {"trusted_schema(0)", "cell_size_check(1)", "mmap_size(0)"}}
	if file.alone {
		query.Set("immutable", "1")
	}
	db, err := sql.Open("sqlite", file.url+"?"+query.Encode())
	if err != nil {
		return nil, err
	}
	e := &sqliteEngine{db: db, file: file}
	if err := e.begin(ctx); err != nil {
		_ = e.close() // the first error says more
		return nil, err
	}
	return e, nil
}

func (e *sqliteEngine) begin(ctx context.Context) (err error) {
	if e.conn, err = e.db.Conn(ctx); err != nil {
		return err
	}
	if _, err := sqlite.Limit(e.conn, sqlite3.SQLITE_LIMIT_LENGTH, maxSQLiteValue); err != nil {
		return err
	}
	if _, err := e.conn.ExecContext(ctx, "BEGIN"); err != nil {
		return err
	}
	var found string
	if err := e.conn.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&found); err != nil {
		return err
	}
	if found != "ok" {
		return say("the file is damaged: take a copy that is whole, or mend it with SQLite's .recover")
	}
	return nil
}

func (e *sqliteEngine) close() error {
	if e.conn == nil {
		return e.db.Close()
	}
	_, err := e.conn.ExecContext(context.Background(), "ROLLBACK")
	return errors.Join(err, e.conn.Close(), e.db.Close())
}

func (e *sqliteEngine) objects(ctx context.Context) (list []object, err error) {
	rows, err := e.conn.QueryContext(ctx, `SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		o := object{readable: true}
		if err := rows.Scan(&o.name); err != nil {
			return nil, err
		}
		list = append(list, o)
	}
	return list, rows.Err()
}

func (e *sqliteEngine) columns(ctx context.Context, o object) (list []column, err error) {
	rows, err := e.conn.QueryContext(ctx, `SELECT c.name, lower(c.type), c.pk, s.type = 'view' FROM pragma_table_xinfo(?1) c, sqlite_schema s
WHERE s.name = ?1 AND s.type IN ('table', 'view') AND c.hidden <> 1 ORDER BY c.cid`, o.name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var c column
		var view bool // whose columns are called BLOB when nobody declared them
		if err := rows.Scan(&c.name, &c.kind, &c.key, &view); err != nil {
			return nil, err
		}
		if strings.Contains(c.kind, "blob") && !view {
			c.withheld = binaryData
		}
		c.moment = strings.Contains(c.kind, "date") || strings.Contains(c.kind, "time")
		list = append(list, c)
	}
	return list, rows.Err()
}

func (e *sqliteEngine) read(ctx context.Context, o object, columns []column, row func([]any) error) error {
	if err := readSQL(ctx, e.conn, sqliteSelect(o, columns), len(columns), row); err != nil {
		return err
	}
	return e.file.unchanged()
}

// sqliteSelect is the query for an object's rows. The + before a column keeps the
// driver from reading its text as the type it was declared with. The other columns
// stand behind the key because SQLite lets a key be null, and so repeat.
func sqliteSelect(o object, columns []column) string {
	var names, by []string
	for _, c := range columns {
		names = append(names, "+"+quoted(c.name, `"`, `"`))
	}
	first := order(columns)
	for _, c := range first {
		by = append(by, quoted(c.name, `"`, `"`)+" COLLATE BINARY")
	}
	for _, c := range columns {
		if !slices.Contains(first, c) {
			by = append(by, quoted(c.name, `"`, `"`)+" COLLATE BINARY")
		}
	}
	return "SELECT " + strings.Join(names, ", ") + " FROM main." + quoted(o.name, `"`, `"`) + " ORDER BY " + strings.Join(by, ", ")
}

// text writes a value by what it is: SQLite lets anything stand in any column.
func (e *sqliteEngine) text(_ column, value any) (string, string) {
	switch v := value.(type) {
	case nil:
		return "", ""
	case string:
		return v, ""
	case int64:
		return strconv.FormatInt(v, 10), ""
	case float64:
		return decimal(v, 64), ""
	}
	return "", binaryData + ": give a view without it, or with it as text"
}

// readSQL calls row with each row of a query. The values are the driver's.
func readSQL(ctx context.Context, from interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}, query string, columns int, row func([]any) error) (err error) {
	rows, err := from.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	values, into := make([]any, columns), make([]any, columns)
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if err := row(values); err != nil {
			return err
		}
	}
	return rows.Err()
}

// explainSQLite goes by the code of an error: its message may quote a value.
func explainSQLite(err error) string {
	var fault *sqlite.Error
	if !errors.As(err, &fault) {
		return "it cannot be read as an SQLite database"
	}
	code := fault.Code()
	switch code & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return "another program is writing to it: try again when that is done"
	case sqlite3.SQLITE_CORRUPT:
		return "the file is damaged: take a copy that is whole, or mend it with SQLite's .recover"
	case sqlite3.SQLITE_NOTADB:
		return "it is no SQLite database, or an encrypted one"
	case sqlite3.SQLITE_TOOBIG:
		return "a value is longer than " + strconv.Itoa(maxSQLiteValue) + " bytes: give a view without it"
	case sqlite3.SQLITE_READONLY:
		return "it was left in the middle of a change and is only read here: open and close it once with the program that writes it"
	case sqlite3.SQLITE_CANTOPEN:
		return "it cannot be opened: if another program writes to it (there is a file ending in -wal beside it), its folder must be writable, so take a copy made with SQLite's .backup"
	}
	return "SQLite says no (code " + strconv.Itoa(code) + "): if this is a view, check that it still works"
}
