package annexa

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/intake/mapped"
	"github.com/caseaudit/caseaudit/internal/table"
)

// Format is how a survey names this format.
const Format = "annex-a"

// Export is an Annex A: its lists are read by a mapping, and the rows of a child
// joined.
type Export struct {
	*mapped.Export
	lists  *Lists
	number map[page]int // of each table, the list
	joins  joins
}

// page is a table, as places name it.
type page struct{ file, sheet string }

// New makes an export of the lists that were found; ignored gives the reason why
// each other file is left alone, and elsewhere are tables that are read as another
// export.
func New(d *casefile.Dictionary, lists *Lists, elsewhere []table.Ref, ignored map[string]string) (*Export, error) {
	codes, err := readWords()
	if err != nil {
		return nil, err
	}
	m := lists.mapping(codes)
	if len(m.Tables) == 0 {
		return nil, fmt.Errorf("of the lists of Annex A the export has none about children: add lists 1 to 10")
	}
	e := &Export{lists: lists, number: map[page]int{}}
	others := maps.Clone(lists.ignored)
	maps.Copy(others, ignored)
	for _, ref := range elsewhere {
		delete(others, ref.Called())
	}
	read := map[page]bool{}
	for _, t := range m.Tables {
		read[page{t.File, t.Sheet}] = true
	}
	var refs []table.Ref
	for _, one := range lists.found {
		at := page{one.ref.File, one.ref.Sheet}
		switch {
		case read[at]:
			e.number[at] = one.list.Number
			refs = append(refs, one.ref)
		case one.list.Number == adopters:
			others[one.ref.Called()] = fmt.Sprintf("list %d of Annex A (%s): about people who adopt and not about children, so the audit does not use it", adopters, one.list.Title)
		default:
			others[one.ref.Called()] = fmt.Sprintf("list %d of Annex A (%s), of which it has no column that the audit uses", one.list.Number, one.list.Title)
		}
	}
	e.joins = joinable(m, e.number)
	e.Export, err = mapped.New(d, refs, m, mapped.Options{Format: Format, Ignored: others})
	return e, err
}

// Survey reads every list once. Beside what the columns supply it says what
// joining them does.
func (e *Export) Survey(ctx context.Context) (*casefile.Survey, error) {
	s, err := e.Export.Survey(ctx)
	if err != nil {
		return nil, err
	}
	for i := range s.Inputs {
		in := &s.Inputs[i]
		if n := e.number[page{in.Name, in.Sheet}]; n > 0 {
			in.Entity = fmt.Sprintf("list %d: %s", n, e.lists.lists[n-1].Title)
		}
	}
	slices.SortStableFunc(s.Inputs, func(a, b casefile.Input) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), cmp.Compare(e.number[page{a.Name, a.Sheet}], e.number[page{b.Name, b.Sheet}]))
	})
	e.joins.supply(s.Supply)
	for _, note := range e.notes(s) {
		s.Notes = append(s.Notes, note)
	}
	slices.SortStableFunc(s.Notes, func(a, b casefile.Note) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.At.File, b.At.File), strings.Compare(a.At.Sheet, b.At.Sheet))
	})
	return s, nil
}

// notes says of the whole what no row of it shows.
func (e *Export) notes(s *casefile.Survey) []casefile.Note {
	notes := []casefile.Note{{Kind: sixMonths, Count: 1, Text: "the lists hold six months of work, and of what began earlier only what ran on or ended in them: " +
		"audit six months (settings: period_months: 6), or rates of older work are of what took longest"}}
	var lacking []string
	for _, l := range e.lists.lists {
		has := slices.ContainsFunc(e.lists.found, func(one listed) bool { return one.list == l })
		if !has && l.Number != adopters {
			lacking = append(lacking, fmt.Sprintf("%d (%s)", l.Number, l.Title))
		}
	}
	if len(lacking) > 0 {
		notes = append(notes, casefile.Note{Kind: ledger.NotUsed, Count: 1, Text: "the export has no list " + strings.Join(lacking, ", ") + " of Annex A"})
	}
	return notes
}

// Kinds of note.
const sixMonths = "six months"

// Records hands out the cases, their lists joined.
func (e *Export) Records(ctx context.Context, yield func(*casefile.Record) error) error {
	return e.Export.Records(ctx, func(r *casefile.Record) error {
		e.joins.join(r, e.numberOf)
		return yield(r)
	})
}

// numberOf gives the list that a place is in.
func (e *Export) numberOf(at casefile.Location) int { return e.number[page{at.File, at.Sheet}] }
