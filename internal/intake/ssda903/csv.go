package ssda903

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/returns"
	"github.com/caseaudit/caseaudit/internal/table"
)

// Format is how a survey names this format.
const Format = "ssda903"

// Export is a return as CSV tables.
type Export struct {
	dictionary *casefile.Dictionary
	files      []string          // paths of its tables
	ignored    map[string]string // other files of the folder, and why

	sources []*source
	people  []*caseRows // nil before Survey
	listed  bool        // there is a table of unaccompanied children
}

// source is one table's file.
type source struct {
	spec
	file *table.Table
	at   map[string]int // column: its place

	described []casefile.Column
}

// caseRows is a child and the places of its rows.
type caseRows struct {
	id      string
	refs    []ref
	refused int
}

// ref is the place of a row, 24 bytes.
type ref struct {
	offset int64
	line   int32
	length int32
	source int32
}

// New makes an export of the CSV files given by their paths, each a table by
// TableName; ignored gives the reason why each other file is left alone.
func New(d *casefile.Dictionary, files []string, ignored map[string]string) *Export {
	return &Export{dictionary: d, files: slices.Sorted(slices.Values(files)), ignored: ignored}
}

// open opens the tables in the order of reading.
func (e *Export) open(ctx context.Context) (sources []*source, err error) {
	defer func() {
		if err != nil {
			closeAll(sources)
		}
	}()
	holds := map[string]string{}
	for _, path := range e.files {
		name, base := TableName(filepath.Base(path)), filepath.Base(path)
		if first, again := holds[name]; again {
			return sources, fmt.Errorf("%s and %s both hold %s: keep the tables of one return", first, base, name)
		}
		holds[name] = base
		if Unused(name) != "" {
			continue
		}
		at := slices.IndexFunc(tables(), func(t spec) bool { return t.name == name })
		if at < 0 {
			return sources, fmt.Errorf("%s: it is no table of the return: take it out of the folder", base)
		}
		file, err := table.Open(ctx, path)
		if err != nil {
			return sources, err
		}
		s := &source{spec: tables()[at], file: file.Table(), at: map[string]int{}}
		sources = append(sources, s)
		for i, h := range file.Header {
			s.at[column903(h)] = i
		}
		if _, has := s.at["CHILD"]; !has {
			return sources, fmt.Errorf("%s: nothing says whose rows these are: add a column CHILD with the child's id", file.Name)
		}
		s.described = s.describe()
	}
	if holds[header] == "" {
		return sources, errors.New("the folder has no header.csv, which says what children there are: add it to the export")
	}
	slices.SortStableFunc(sources, func(a, b *source) int { return a.stage() - b.stage() })
	return sources, nil
}

// describe says what becomes of each column.
func (s *source) describe() []casefile.Column {
	list := make([]casefile.Column, len(s.file.Header))
	for i, h := range s.file.Header {
		list[i] = casefile.Column{Name: h, Use: casefile.ColumnUnknown}
		name := column903(h)
		at := slices.IndexFunc(s.spec.columns, func(c column) bool { return c.name == name })
		switch {
		case name == "CHILD":
			list[i].Use = "the child's id"
		case at >= 0:
			list[i].Fields, list[i].Use = s.spec.columns[at].supplies(), ""
			if len(list[i].Fields) == 0 {
				list[i].Use = "compared with the header or with other columns"
			}
		case slices.Contains(s.unused, name):
			list[i].Use = casefile.ColumnUnused
		}
	}
	return list
}

func (s *source) stage() int {
	return slices.IndexFunc(tables(), func(t spec) bool { return t.name == s.name })
}

func closeAll(sources []*source) {
	for _, s := range sources {
		_ = s.file.Close() // only read from
	}
}

// cells gives the cells of a row by column.
func (s *source) cells(cells []string, at casefile.Location) func(string) (returns.Cell, bool) {
	return func(column string) (returns.Cell, bool) {
		i, has := s.at[column]
		if !has {
			return returns.Cell{}, false
		}
		return returns.Cell{At: at, Column: s.file.Header[i], Raw: cells[i]}, true
	}
}

// assemble reads the rows of a child again and puts its record together.
func (e *Export) assemble(p *caseRows) (*returns.Case, error) {
	rows := map[string][]row{}
	var c *returns.Case
	for _, ref := range p.refs {
		s := e.sources[ref.source]
		cells, err := s.file.RowAt(ref.offset, int(ref.length))
		if err != nil {
			return nil, err
		}
		at := casefile.Location{File: s.file.Name, Row: int(ref.line)}
		if c == nil {
			c = returns.NewCase(e.dictionary, at)
			c.Name(returns.Cell{At: at, Raw: p.id})
		}
		r := s.read(c, at, s.cells(cells, at))
		if c.Fault != nil {
			return nil, s.file.Changed(int(ref.line))
		}
		rows[s.name] = append(rows[s.name], r)
	}
	c.Record.Refused = p.refused
	// A refused row may have been the one that says the child is unaccompanied.
	fill(c, rows, e.listed && p.refused == 0)
	return c, nil
}

// Records reads the children again from the places of their rows, in the order
// of the header.
func (e *Export) Records(ctx context.Context, yield func(*casefile.Record) error) error {
	if e.people == nil {
		return errors.New("records were asked for before the survey")
	}
	defer closeAll(e.sources)
	for _, s := range e.sources {
		if err := s.file.Reopen(); err != nil {
			return err
		}
	}
	for _, p := range e.people {
		if err := ctx.Err(); err != nil {
			return err
		}
		c, err := e.assemble(p)
		if err != nil {
			return err
		}
		if err := yield(c.Record); err != nil {
			return err
		}
	}
	for _, s := range e.sources {
		if err := s.file.Unchanged(); err != nil {
			return err
		}
	}
	return nil
}
