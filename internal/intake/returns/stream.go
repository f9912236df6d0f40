package returns

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
)

// Child is one child of a file.
type Child struct {
	At    casefile.Location
	Fault string   // why it could not be taken from the file; then Value is nil
	Same  [16]byte // equal when two children are the same in all they hold
	Value any      // what the reader knows it by
}

// Reader reads one file of a return that holds one child after another.
type Reader interface {
	// Open reads the file once and says what it is; Rows and the like are blank.
	Open(ctx context.Context) (casefile.Input, []casefile.Note, error)
	// Children gives every child in the order of the file, and notes what stands
	// outside them. It fails when the file is damaged.
	Children(ctx context.Context, yield func(Child) error, note func(casefile.Note)) error
	// Fill puts a child's record together.
	Fill(c *Case, child Child)
}

// Stream is an export of files that hold one child after another. It reads each
// twice and holds one child at a time, beside the ids and hashes of all.
type Stream struct {
	Dictionary *casefile.Dictionary
	Format     string
	Readers    []Reader
	Ignored    map[string]string // other files of the folder, and why
	// Supply says what the export could have told us, from the sum of what was
	// found in the children that were kept.
	Supply func(have *casefile.Supply, found map[string]int)

	left map[place]bool // children that are no records; nil before Survey
}

// place is a child's place in the export.
type place struct{ file, child int }

// Survey reads the whole export once.
func (s *Stream) Survey(ctx context.Context) (*casefile.Survey, error) {
	s.left = nil
	l := ledger.New(s.Dictionary, s.Format)
	for _, name := range slices.Sorted(maps.Keys(s.Ignored)) {
		l.Ignore(name, s.Ignored[name])
	}
	v := &surveyor{stream: s, ledger: l, ids: map[string]casefile.Location{}, same: map[[16]byte]bool{}, found: map[string]int{}, left: map[place]bool{}}
	for file, r := range s.Readers {
		input, notes, err := r.Open(ctx)
		if err != nil {
			return nil, err
		}
		in := l.Input(input)
		for _, n := range notes {
			l.Count(n)
		}
		number := 0
		err = r.Children(ctx, func(child Child) error {
			v.child(r, in, child, place{file, number})
			number++
			return nil
		}, l.Count)
		if err != nil {
			return nil, err
		}
	}
	l.Supply().Add("case_id")
	s.Supply(l.Supply(), v.found)
	survey, err := l.Close()
	if err == nil {
		s.left = v.left
	}
	return survey, err
}

// surveyor is what the first reading keeps.
type surveyor struct {
	stream *Stream
	ledger *ledger.Ledger
	ids    map[string]casefile.Location
	same   map[[16]byte]bool
	found  map[string]int
	left   map[place]bool
}

// child accounts for one child of a file.
func (v *surveyor) child(r Reader, in *casefile.Input, child Child, at place) {
	in.Rows++
	if child.Fault == "" && v.same[child.Same] {
		in.Duplicates++
		v.left[at] = true
		v.ledger.Count(casefile.Note{Kind: ledger.DuplicateRow, At: child.At, Text: "children that repeat another exactly were dropped"})
		return
	}
	c := v.stream.fill(r, child)
	if first, again := v.ids[c.Record.CaseID]; again && c.Fault == nil {
		c.Refuse(Cell{At: child.At}, fmt.Sprintf("the child already stands in %s, with other values: keep one of the two", first))
	}
	if c.Fault != nil {
		v.left[at] = true
		v.ledger.Refuse(1, c.refusal())
		return
	}
	v.same[child.Same] = true
	v.ids[c.Record.CaseID] = child.At
	in.Read++
	if c.Dropped {
		v.left[at] = true
	}
	for name, n := range c.Found {
		v.found[name] += n
	}
	c.Keep(v.ledger)
}

func (s *Stream) fill(r Reader, child Child) *Case {
	c := NewCase(s.Dictionary, child.At)
	if child.Fault != "" {
		c.Refuse(Cell{At: child.At}, child.Fault)
		return c
	}
	r.Fill(c, child)
	return c
}

// Records reads the children again, one at a time.
func (s *Stream) Records(ctx context.Context, yield func(*casefile.Record) error) error {
	if s.left == nil {
		return errors.New("records were asked for before the survey")
	}
	for file, r := range s.Readers {
		number := 0
		err := r.Children(ctx, func(child Child) error {
			at := place{file, number}
			if number++; s.left[at] {
				return nil
			}
			c := s.fill(r, child)
			if c.Fault != nil {
				return fmt.Errorf("%s has changed since it was first read: run the audit again", child.At)
			}
			return yield(c.Record)
		}, func(casefile.Note) {})
		if err != nil {
			return err
		}
	}
	return nil
}
