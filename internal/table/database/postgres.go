package database

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/caseaudit/caseaudit/internal/table"
)

// postgresSource reads a DSN as libpq does, the PG variables of the environment,
// the password file and the service file included.
func postgresSource(dsn string) (*source, error) {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return nil, errURL
	}
	if config.Database == "" {
		return nil, errors.New("the address names no database: write postgres://USER@HOST/DATABASE")
	}
	host := config.Host
	if strings.HasPrefix(host, "/") || strings.HasPrefix(host, "@") {
		host = "localhost" // a socket of this machine
	}
	// Nothing is prepared, so that a pooler in between is no hindrance, and
	// values come as the server's own texts.
	config.DefaultQueryExecMode = pgx.QueryExecModeExec
	if config.RuntimeParams["application_name"] == "" {
		config.RuntimeParams["application_name"] = "caseaudit"
	}
	return &source{name: host + "/" + config.Database, secret: config.Password, explain: explainPostgres,
		open: func(ctx context.Context) (engine, []table.Remark, error) {
			e, err := openPostgres(ctx, config)
			return e, nil, err
		}}, nil
}

type postgresEngine struct {
	conn *pgx.Conn
	tx   pgx.Tx
	// narrow says that the DSN has a search_path, whose schemas alone are read.
	narrow bool
}

// settings make the texts of values the same on every server, and make a query
// fail that row security would give only some of the rows.
const settings = `SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL intervalstyle = 'iso_8601';
SET LOCAL extra_float_digits = 1; SET LOCAL client_encoding = 'UTF8'; SET LOCAL row_security = off`

func openPostgres(ctx context.Context, config *pgx.ConnConfig) (_ engine, err error) {
	e := &postgresEngine{}
	_, e.narrow = config.RuntimeParams["search_path"]
	if e.conn, err = pgx.ConnectConfig(ctx, config); err != nil {
		return nil, err
	}
	e.tx, err = e.conn.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly})
	for _, set := range strings.Split(settings, ";") {
		if err == nil {
			_, err = e.tx.Exec(ctx, set)
		}
	}
	if err != nil {
		_ = e.close() // the first error says more
		return nil, err
	}
	return e, nil
}

// closing is how long the server has to answer when it is told good-bye.
const closing = 5 * time.Second

func (e *postgresEngine) close() error {
	ctx, cancel := context.WithTimeout(context.Background(), closing)
	defer cancel()
	if e.tx != nil && !e.conn.IsClosed() {
		_ = e.tx.Rollback(ctx) // it has changed nothing
	}
	return e.conn.Close(ctx)
}

// objects leaves out what belongs to extensions, and partitions, whose rows are
// those of the whole.
func (e *postgresEngine) objects(ctx context.Context) (list []object, err error) {
	query := `SELECT n.nspname, c.relname, has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT')
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`
	if e.narrow {
		query += ` AND n.nspname = ANY (current_schemas(false))`
	}
	rows, err := e.tx.Query(ctx, query+` ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`)
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

func (e *postgresEngine) columns(ctx context.Context, o object) (list []column, err error) {
	rows, err := e.tx.Query(ctx, `SELECT a.attname, b.typname, b.typcategory::text, has_column_privilege(a.attrelid, a.attnum, 'SELECT'),
COALESCE((SELECT k.place FROM pg_catalog.pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, place)
  WHERE i.indrelid = a.attrelid AND i.indisprimary AND k.attnum = a.attnum), 0)::int
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
JOIN pg_catalog.pg_type b ON b.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
WHERE a.attrelid = $1::text::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`, postgresName(o))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var c column
		var readable bool
		if err := rows.Scan(&c.name, &c.kind, &c.sort, &readable, &c.key); err != nil {
			return nil, err
		}
		switch {
		case !readable:
			c.withheld = denied
		case c.kind == "bytea":
			c.withheld = binaryData
		}
		c.moment = c.kind == "timestamp" || c.kind == "timestamptz"
		list = append(list, c)
	}
	return list, rows.Err()
}

func postgresName(o object) string {
	return quoted(o.schema, `"`, `"`) + "." + quoted(o.name, `"`, `"`)
}

// read reads between a savepoint and its end, so that an object that cannot be
// read does not end the transaction for the others.
func (e *postgresEngine) read(ctx context.Context, o object, columns []column, row func([]any) error) (err error) {
	point, err := e.tx.Begin(ctx)
	if err != nil {
		return err
	}
	defer func() {
		if back := point.Rollback(ctx); err == nil {
			err = back
		}
	}()
	rows, err := point.Query(ctx, postgresSelect(o, columns))
	if err != nil {
		return err
	}
	defer rows.Close()
	fields := rows.FieldDescriptions()
	values := make([]any, len(columns))
	for rows.Next() {
		for i, raw := range rows.RawValues() {
			values[i] = nil
			if raw != nil {
				values[i] = postgresText(fields[i].DataTypeOID, string(raw))
			}
		}
		if err := row(values); err != nil {
			return err
		}
	}
	return rows.Err()
}

// postgresSelect is the query for an object's rows. Texts are ordered by their
// bytes, and when there is no key everything is, so that no server's language
// moves a row.
func postgresSelect(o object, columns []column) string {
	var names, by []string
	for _, c := range columns {
		name := quoted(c.name, `"`, `"`)
		if c.sort == "A" {
			name = "array_to_json(" + name + ")::text"
		}
		names = append(names, name)
	}
	keyed := columns[0].key > 0 || len(order(columns)) < len(columns)
	for _, c := range order(columns) {
		name := quoted(c.name, `"`, `"`)
		switch {
		case !keyed:
			name += `::text COLLATE "C"`
		case c.sort == "S":
			name += ` COLLATE "C"`
		}
		by = append(by, name)
	}
	return "SELECT " + strings.Join(names, ", ") + " FROM " + postgresName(o) + " ORDER BY " + strings.Join(by, ", ")
}
