package propose

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/table"
)

// Proposal is a guess at what the tables of an export mean.
type Proposal struct {
	Mapping *mapping.Mapping
	Remarks map[string]string // for mapping.Write: how sure each line is, and what to check
	Tables  []Table           // every table of the export, in its order
}

// Table is what was made of one table.
type Table struct {
	Called     string // as findings call it
	About      string // what it was taken for, for a person; "" when for nothing
	Why        string // when it was taken for nothing
	Confidence float64
	HeaderRow  int
	HeaderRows int
	Rows       int
	Columns    []Column
	Checks     []string // what to look at before the mapping is used
}

// Column is what was made of one column.
type Column struct {
	Name       string
	Reads      string // the field's path, or what else it is for; "" when it is not read
	Confidence float64
	Checks     []string
}

// errNothing is the error when no table of an export was taken for anything.
var errNothing = errors.New("nothing in it looks like records of cases: no table has a column that could be the child's id, or one whose names are known; write a mapping by hand (see docs/exports.md)")

// New proposes a mapping for the tables of an export. It reads every row of every
// table once. It fails when a table cannot be read, or when none is taken for
// anything; the proposal then says why of each.
func New(ctx context.Context, d *casefile.Dictionary, refs []table.Ref) (*Proposal, error) {
	v, err := newVocabulary(d)
	if err != nil {
		return nil, err
	}
	p := &Proposal{Mapping: &mapping.Mapping{Version: mapping.Version}, Remarks: map[string]string{}}
	var drafts []*draft
	for _, ref := range refs {
		g, left, err := v.guess(ctx, ref, refs)
		if err != nil {
			return nil, err
		}
		if g == nil {
			p.Tables = append(p.Tables, left)
			continue
		}
		g.at = len(p.Tables)
		p.Tables = append(p.Tables, Table{})
		drafts = append(drafts, g)
	}
	widen(drafts)
	for _, g := range drafts {
		g.describe()
		p.Tables[g.at] = g.shown
		for path, remark := range g.remarks {
			p.Remarks[fmt.Sprintf("tables[%d]%s", len(p.Mapping.Tables), path)] = remark
		}
		p.Mapping.Tables = append(p.Mapping.Tables, g.table)
	}
	if len(drafts) == 0 {
		return p, errNothing
	}
	p.Remarks[""] = head
	if err := p.Mapping.Check(d); err != nil {
		return nil, fmt.Errorf("the mapping proposed is wrong, which is a fault in caseaudit: %w", err)
	}
	return p, nil
}

const head = `What caseaudit takes the columns of this export for. It is a guess: read it line by line, correct what is
wrong, take out what you do not want read, and then use it with --mapping. The figures say how sure each guess is.

  items: what a row becomes. fields: the field on the left is read from the column on the right. Fields and
  entities are those of the dictionary (docs/exports.md).
  values: for a column, the code that each of its words stands for. Words not listed are never read as "no".
  dates: for a column, how its dates are written. unused: columns that are not read.`

// guess settles one table; the draft is nil when it was taken for nothing.
func (v *vocabulary) guess(ctx context.Context, ref table.Ref, all []table.Ref) (*draft, Table, error) {
	left := Table{Called: ref.Called()}
	p, err := v.look(ctx, ref)
	switch {
	case err != nil:
		return nil, left, err
	case p == nil:
		left.Why = "no row in it can be a header"
		return nil, left, nil
	}
	left.HeaderRow, left.HeaderRows, left.Rows = p.line, max(p.layout.HeaderRows, 1), p.rows
	r := v.read(p)
	if r == nil {
		left.Why = "its columns are not known"
		if v.caseColumn(p, v.headings(p)) < 0 {
			left.Why = "no column in it could be the child's id, and its columns are not known as those of staff or posts"
		}
		for _, name := range p.header {
			left.Columns = append(left.Columns, Column{Name: name})
		}
		return nil, left, nil
	}
	return v.draft(p, r, all), left, nil
}

// headings gives the words of the columns' names, without one that all begin with
// and that means nothing, as where each column of a table has its prefix.
func (v *vocabulary) headings(p *page) []set {
	prefix := ""
	for i, h := range p.header {
		said := words(h)
		if len(said) < 2 || i > 0 && said[0] != prefix {
			prefix = ""
			break
		}
		prefix = said[0]
	}
	if _, known := v.weights[prefix]; known || v.same[prefix] != nil {
		prefix = ""
	}
	headings := make([]set, len(p.header))
	for i, h := range p.header {
		headings[i] = v.tokens(h)
		delete(headings[i], singular(prefix))
	}
	return headings
}

// widen proposes to fill ids with noughts where one table has ids of one width that
// begin with noughts, and another has shorter ones: a spreadsheet dropped them.
func widen(drafts []*draft) {
	width := 0
	for _, g := range drafts {
		if f := g.ids(); f != nil && f.nought > 0 && f.min == f.max {
			width = max(width, f.max)
		}
	}
	for _, g := range drafts {
		if f := g.ids(); f != nil && width > 0 && f.nought == 0 && f.min < width && f.max <= width {
			g.table.CaseDigits = width
			g.check(fmt.Sprintf("ids here are shorter than the %d digits they have elsewhere and are filled with noughts at the front: check that they are the same children", width))
		}
	}
}

// shownWords lists words that stand for no code: those that stand there often
// enough to be codes. The others are only counted.
func shownWords(others []word) (list []string, more int) {
	for _, w := range others {
		if w.count >= minShown && len(w.text) <= maxShown {
			list = append(list, casefile.Quote(w.text))
		} else {
			more++
		}
	}
	slices.Sort(list)
	return list, more
}

// A word that stands for no code is shown when it stands in so many rows and is so
// short: what is written once may be about somebody.
const (
	minShown = 3
	maxShown = 30
)
