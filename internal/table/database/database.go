package database

import (
	"context"
	"io"
	"sync"

	"github.com/caseaudit/caseaudit/internal/scratch"
	"github.com/caseaudit/caseaudit/internal/table"
)

// Database is a database in one transaction.
type Database struct {
	// Name is what it is called in findings and messages: the base name of an
	// SQLite file, else host/database.
	Name string

	source  *source
	engine  engine // nil when closed
	objects []object
	remarks []table.Remark // on the database as a whole

	mu   sync.Mutex
	kept map[object]*kept // tables that were read
	rows *scratch.Store
}

// engine is what differs between the kinds of database. Its errors are not fit to
// be shown: see source.fault.
type engine interface {
	// objects lists tables and views by schema and name.
	objects(ctx context.Context) ([]object, error)
	// columns describes the columns of one, in its own order. It fails when rows
	// of it would be withheld.
	columns(ctx context.Context, o object) ([]column, error)
	// read calls row with the values of the given columns, row by row, in the
	// order of the key, or of all columns when there is no key. The values are
	// valid until row returns; row's own errors come back as they are.
	read(ctx context.Context, o object, columns []column, row func(values []any) error) error
	// text gives a value as a text; why says why there is none.
	text(c column, value any) (text, why string)
	close() error
}

// object is a table or a view.
type object struct {
	schema, name string
	readable     bool // the account may read some of it
}

// sheet is how a finding names the object.
func (o object) sheet() string {
	if o.schema == "" {
		return o.name
	}
	return o.schema + "." + o.name
}

// column is a column as the database describes it.
type column struct {
	name string
	kind string // the database's type, in lower case
	key  int    // place in the primary key from 1, 0 when it is no part of it
	// withheld says why the column is not read; "" when it is.
	withheld string
	moment   bool   // a day with a time of day
	sort     string // PostgreSQL: the type's category
}

// Why columns are not read.
const (
	binaryData = "holds binary data, which is not read"
	denied     = "may not be read by this account: grant SELECT on it if the audit needs it"
	masked     = "is masked for this account, so that what it shows is not what it holds, and is not read: grant UNMASK if the audit needs it"
)

// Refs gives every table and view of a database that the account may read. The
// closer ends the transaction: tables opened before stay readable, for their rows
// are kept, and others can no longer be opened.
//
// The DSN is sqlite:FILE, postgres://USER@HOST/DATABASE or
// sqlserver://USER@HOST?database=DATABASE. An error never shows it.
func Refs(ctx context.Context, dsn string) ([]table.Ref, io.Closer, error) {
	d, err := Open(ctx, dsn)
	if err != nil {
		return nil, nil, err
	}
	return d.Refs(), d, nil
}

// Open connects, begins the transaction and lists what there is.
func Open(ctx context.Context, dsn string) (*Database, error) {
	s, err := parse(dsn)
	if err != nil {
		return nil, err
	}
	d := &Database{Name: s.name, source: s, kept: map[object]*kept{}, rows: scratch.New(scratch.DefaultLimit, "")}
	if d.engine, d.remarks, err = s.open(ctx); err != nil {
		return nil, s.fault(ctx, s.name, err)
	}
	if d.objects, err = d.engine.objects(ctx); err != nil {
		_ = d.Close() // the first error says more
		return nil, s.fault(ctx, s.name, err)
	}
	return d, nil
}

// Refs gives every table and view that the account may read, by schema and name.
func (d *Database) Refs() []table.Ref {
	var refs []table.Ref
	for _, o := range d.objects {
		if o.readable {
			refs = append(refs, table.Ref{Name: o.name, File: d.Name, Sheet: o.sheet(), Open: func(ctx context.Context, l table.Layout) (*table.Table, error) {
				return d.open(ctx, o, l)
			}})
		}
	}
	return refs
}

// Unreadable gives the tables and views that the account may see and not read,
// as findings name them, and why.
func (d *Database) Unreadable() map[string]string {
	names := map[string]string{}
	for _, o := range d.objects {
		if !o.readable {
			names[(&table.Table{Name: d.Name, Sheet: o.sheet()}).Called()] = "this account may not read it: grant SELECT on it if the audit needs it"
		}
	}
	return names
}

// Close ends the transaction and the connection. What was read stays.
func (d *Database) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.engine == nil {
		return nil
	}
	err := d.engine.close()
	d.engine = nil
	if err != nil {
		return d.source.fault(context.Background(), d.Name, err)
	}
	return nil
}
