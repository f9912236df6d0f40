package database

import (
	"context"
	"database/sql"
	"strings"

	"github.com/caseaudit/caseaudit/internal/table"
)

type sqlserverEngine struct {
	db *sql.DB
	tx *sql.Tx
}

// openSQLServer begins the transaction: of one moment where the database allows
// that, else table by table, which is remarked. SQL Server has no transaction that
// is read-only; nothing but SELECT is sent, and the account should have no more.
func openSQLServer(ctx context.Context, db *sql.DB) (_ engine, remarks []table.Remark, err error) {
	e := &sqlserverEngine{db: db}
	var allowed bool
	err = db.QueryRowContext(ctx, `SELECT CAST(CASE WHEN snapshot_isolation_state = 1 THEN 1 ELSE 0 END AS bit) FROM sys.databases WHERE database_id = DB_ID()`).Scan(&allowed)
	if err != nil && numberOf(err) == 0 { // nothing was read yet that could be quoted
		err = say("no connection: %s", strings.Join(strings.Fields(err.Error()), " "))
	}
	level := sql.LevelSnapshot
	if err == nil && !allowed {
		level = sql.LevelReadCommitted
		remarks = append(remarks, table.Remark{Kind: "not one moment", Count: 1,
			Text: "the database does not allow snapshot isolation, so its tables were read one after the other, and what was changed meanwhile may stand in one and not in another: " +
				"read it when nobody writes to it, or have ALLOW_SNAPSHOT_ISOLATION set ON"})
	}
	if err == nil {
		e.tx, err = db.BeginTx(ctx, &sql.TxOptions{Isolation: level})
	}
	if err != nil {
		_ = e.close() // the first error says more
		return nil, nil, err
	}
	return e, remarks, nil
}

func (e *sqlserverEngine) close() error {
	if e.tx != nil {
		_ = e.tx.Rollback() // it has changed nothing
	}
	return e.db.Close()
}

const sqlserverObjects = `SELECT s.name, o.name, CAST(CASE
  WHEN HAS_PERMS_BY_NAME(QUOTENAME(s.name) + '.' + QUOTENAME(o.name), 'OBJECT', 'SELECT') = 1 THEN 1
  WHEN EXISTS (SELECT 1 FROM sys.columns c WHERE c.object_id = o.object_id
    AND HAS_PERMS_BY_NAME(QUOTENAME(s.name) + '.' + QUOTENAME(o.name), 'OBJECT', 'SELECT', c.name, 'COLUMN') = 1) THEN 1
  ELSE 0 END AS bit)
FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id
WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0 ORDER BY s.name COLLATE Latin1_General_BIN2, o.name COLLATE Latin1_General_BIN2`

// objects lists what the account has any right on: SQL Server shows no others.
func (e *sqlserverEngine) objects(ctx context.Context) (list []object, err error) {
	rows, err := e.tx.QueryContext(ctx, sqlserverObjects)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var o object
		if err := rows.Scan(&o.schema, &o.name, &o.readable); err != nil {
			return nil, err
		}
		list = append(list, o)
	}
	return list, rows.Err()
}

const sqlserverColumns = `SELECT c.name, COALESCE(b.name, 'udt'),
HAS_PERMS_BY_NAME(@p1, 'OBJECT', 'SELECT', c.name, 'COLUMN'), COALESCE(k.key_ordinal, 0)
FROM sys.columns c
LEFT JOIN sys.types b ON b.user_type_id = c.system_type_id
LEFT JOIN sys.indexes i ON i.object_id = c.object_id AND i.is_primary_key = 1
LEFT JOIN sys.index_columns k ON k.object_id = c.object_id AND k.index_id = i.index_id AND k.column_id = c.column_id
WHERE c.object_id = OBJECT_ID(@p1) ORDER BY c.column_id`

// sqlserverFilters counts the policies that would hide rows, and sqlserverMasks
// lists the columns that show something else than they hold. Servers before 2016
// have neither, nor these views.
const (
	sqlserverFilters = `SELECT CAST(COUNT(*) AS int) FROM sys.security_predicates f JOIN sys.security_policies p ON p.object_id = f.object_id
WHERE f.target_object_id = OBJECT_ID(@p1) AND f.predicate_type = 0 AND p.is_enabled = 1`
	sqlserverMasks = `SELECT name FROM sys.masked_columns
WHERE object_id = OBJECT_ID(@p1) AND is_masked = 1 AND COALESCE(HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'UNMASK'), 0) = 0`
)

func (e *sqlserverEngine) columns(ctx context.Context, o object) (list []column, err error) {
	name := sqlserverName(o)
	filters := 0
	if err := e.tx.QueryRowContext(ctx, sqlserverFilters, name).Scan(&filters); err != nil && numberOf(err) != unknownObject {
		return nil, err
	}
	if filters > 0 {
		return nil, say("a security policy would hide rows from this account, and children who are not seen cannot be audited: use an account that the policy lets see all")
	}
	hidden, err := e.maskedColumns(ctx, name)
	if err != nil {
		return nil, err
	}
	rows, err := e.tx.QueryContext(ctx, sqlserverColumns, name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var c column
		var readable sql.NullInt64
		if err := rows.Scan(&c.name, &c.kind, &readable, &c.key); err != nil {
			return nil, err
		}
		list = append(list, sqlserverColumn(c, readable.Int64 == 1, hidden[c.name]))
	}
	return list, rows.Err()
}

func (e *sqlserverEngine) maskedColumns(ctx context.Context, name string) (map[string]bool, error) {
	hidden := map[string]bool{}
	rows, err := e.tx.QueryContext(ctx, sqlserverMasks, name)
	if numberOf(err) == unknownObject {
		return hidden, nil
	}
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var column string
		if err := rows.Scan(&column); err != nil {
			return nil, err
		}
		hidden[column] = true
	}
	return hidden, rows.Err()
}

func sqlserverName(o object) string {
	return quoted(o.schema, "[", "]") + "." + quoted(o.name, "[", "]")
}

func (e *sqlserverEngine) read(ctx context.Context, o object, columns []column, row func([]any) error) error {
	return readSQL(ctx, e.tx, sqlserverSelect(o, columns), len(columns), row)
}

// sqlserverSelect is the query for an object's rows. Texts are ordered by their
// bytes, and the types that have no order as text.
func sqlserverSelect(o object, columns []column) string {
	var names, by []string
	for _, c := range columns {
		names = append(names, quoted(c.name, "[", "]"))
	}
	for _, c := range order(columns) {
		name := quoted(c.name, "[", "]")
		switch c.kind {
		case "char", "varchar", "nchar", "nvarchar":
			name += " COLLATE Latin1_General_BIN2"
		case "text", "ntext", "xml":
			name = "CAST(" + name + " AS nvarchar(max)) COLLATE Latin1_General_BIN2"
		}
		by = append(by, name)
	}
	return "SELECT " + strings.Join(names, ", ") + " FROM " + sqlserverName(o) + " ORDER BY " + strings.Join(by, ", ")
}
