package intake

import (
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapped"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/intake/tables"
	"github.com/caseaudit/caseaudit/internal/table"
	"github.com/caseaudit/caseaudit/internal/table/database"
)

// Tables are the tables of some files and databases, whatever they hold.
type Tables struct {
	Refs    []table.Ref
	Ignored map[string]string // what holds no table, and why it was left alone
	closers []io.Closer
}

// Close ends the connections to databases. Tables opened before stay readable.
func (t *Tables) Close() error {
	errs := make([]error, len(t.closers))
	for i, c := range t.closers {
		errs[i] = c.Close()
	}
	t.closers = nil
	return errors.Join(errs...)
}

// Tables lists the tables of what is asked for. The caller closes them.
func (r Request) Tables(ctx context.Context) (*Tables, error) {
	found, err := tables.Find(ctx, r.Paths, r.Password)
	if err != nil {
		return nil, err
	}
	t := &Tables{Refs: found.Tables, Ignored: found.Ignored}
	for _, dsn := range r.From {
		db, err := database.Open(ctx, dsn)
		if err != nil {
			return nil, errors.Join(err, t.Close())
		}
		t.closers = append(t.closers, db)
		t.Refs = append(t.Refs, db.Refs()...)
		maps.Copy(t.Ignored, db.Unreadable())
	}
	return t, nil
}

// own reads what the mapping names as one export. The rest is what stands in
// paths and databases of which it names nothing: exports of other formats, to be
// joined with this one. A request for one thing is read by the mapping whole.
func (r Request) own(ctx context.Context, d *casefile.Dictionary) (e casefile.Export, own, rest Request, err error) {
	m, err := mapping.ReadFile(r.Mapping, d)
	if err != nil {
		return nil, own, rest, err
	}
	own, rest = r, Request{Password: r.Password}
	if len(r.Paths)+len(r.From) > 1 {
		if own, rest, err = r.part(ctx, m); err != nil {
			return nil, own, rest, err
		}
	}
	found, err := own.Tables(ctx)
	if err != nil {
		return nil, own, rest, err
	}
	read, err := mapped.New(d, found.Refs, m, mapped.Options{Ignored: found.Ignored})
	if err != nil {
		return nil, own, rest, errors.Join(err, found.Close())
	}
	return &surveyedOnce{read, found}, own, rest, nil
}

// part tells the paths and databases that the mapping speaks of from the others.
// When it speaks of none, all are its own: what it lacks is then said.
func (r Request) part(ctx context.Context, m *mapping.Mapping) (own, rest Request, err error) {
	own, rest = Request{Password: r.Password}, Request{Password: r.Password}
	for _, path := range r.Paths {
		one := Request{Paths: []string{path}, Password: r.Password}
		if ours, err := one.speaks(ctx, m); err != nil {
			return own, rest, err
		} else if ours {
			own.Paths = append(own.Paths, path)
		} else {
			rest.Paths = append(rest.Paths, path)
		}
	}
	for _, dsn := range r.From {
		if ours, err := (Request{From: []string{dsn}}).speaks(ctx, m); err != nil {
			return own, rest, err
		} else if ours {
			own.From = append(own.From, dsn)
		} else {
			rest.From = append(rest.From, dsn)
		}
	}
	if len(own.Paths)+len(own.From) == 0 {
		return r, Request{}, nil
	}
	return own, rest, nil
}

// speaks reports whether a mapping names a table of what is asked for.
func (r Request) speaks(ctx context.Context, m *mapping.Mapping) (bool, error) {
	for _, path := range r.Paths {
		if info, err := os.Stat(path); err == nil && !info.IsDir() && !tables.Holds(filepath.Base(path)) {
			return false, nil
		}
	}
	found, err := r.Tables(ctx)
	if err != nil {
		return false, err
	}
	for _, t := range m.Tables {
		for _, ref := range found.Refs {
			if mapping.Matches(t.File, ref.File) && (t.Sheet == "" || mapping.Matches(t.Sheet, ref.Sheet)) {
				return true, found.Close()
			}
		}
	}
	return false, found.Close()
}

// surveyedOnce is an export whose survey opens every table that the records need,
// so that connections to databases can end with it.
type surveyedOnce struct {
	casefile.Export
	tables *Tables
}

// Survey reads the whole export once and ends the connections.
func (s *surveyedOnce) Survey(ctx context.Context) (*casefile.Survey, error) {
	survey, err := s.Export.Survey(ctx)
	if closing := s.tables.Close(); err == nil && closing != nil {
		return nil, closing
	}
	return survey, err
}
