package mapped

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/table"
)

// Format is how a survey names an export that is read by a mapping file.
const Format = "own columns"

// Options say how an export is called and what stands beside it.
type Options struct {
	Format  string            // how the survey names the format; "" stands for Format
	Ignored map[string]string // other files of the export, and why each is left alone
}

// Export is an export read by a mapping.
type Export struct {
	dictionary *casefile.Dictionary
	mapping    *mapping.Mapping
	refs       []table.Ref
	options    Options

	sources []*source
	cases   []*caseRows // nil before Survey
}

// caseRows is a case and the places of its rows.
type caseRows struct {
	id      string
	first   ref // the row that named it first
	refs    []ref
	refused int
}

// ref is the place of a row.
type ref struct {
	offset int64
	line   int32
	length int32
	source int32
}

// New makes an export of tables read by a mapping, which it checks. Tables that
// the mapping does not name are listed as not read. It fails when the mapping is
// wrong, or names a table that is not there, or not by itself.
func New(d *casefile.Dictionary, refs []table.Ref, m *mapping.Mapping, o Options) (*Export, error) {
	if err := m.Check(d); err != nil {
		return nil, err
	}
	e := &Export{dictionary: d, mapping: m, refs: refs, options: o}
	if e.options.Format == "" {
		e.options.Format = Format
	}
	_, _, err := e.find()
	return e, err
}

// Records reads the cases again from the places of their rows, in the order in
// which the survey met them.
func (e *Export) Records(ctx context.Context, yield func(*casefile.Record) error) error {
	if e.cases == nil {
		return errors.New("records were asked for before the survey")
	}
	defer closeAll(e.sources)
	for _, s := range e.sources {
		if err := s.table.Reopen(); err != nil {
			return err
		}
	}
	for _, c := range e.cases {
		if err := ctx.Err(); err != nil {
			return err
		}
		rec, err := e.assemble(c, nil)
		if err != nil {
			return err
		}
		if err := yield(rec); err != nil {
			return err
		}
	}
	for _, s := range e.sources {
		if err := s.table.Unchanged(); err != nil {
			return err
		}
	}
	return nil
}

func closeAll(sources []*source) {
	for _, s := range sources {
		_ = s.table.Close() // only read from
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
