package returns

import (
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
)

// Kinds of note, beside those of the ledger.
const (
	MadeID       = "made id"
	UnknownStart = "care began before the return"
	StrayText    = "stray text"
	Purged       = "marked for removal"
	SameDay      = "conference given twice"
)

// Cell is a value of the return and its place.
type Cell struct {
	At     casefile.Location
	Column string // the column, or the path of the element in its child
	Raw    any
}

// Fault is why a child or a row is refused.
type Fault struct {
	At     casefile.Location
	Column string
	Reason string
}

// Case puts together the record of one child.
type Case struct {
	Record  *casefile.Record
	Fault   *Fault // the first; nil when the child can be read
	Dropped bool   // read, but marked for removal: no record
	// Found counts what the return had for this child, by names that its reader
	// chooses; the supply of the export is worked out from it.
	Found map[string]int

	dictionary *casefile.Dictionary
	more       int // faults after the first
	notes      []casefile.Note
	made       map[string]int
}

// NewCase makes the case of a child that is not known yet.
func NewCase(d *casefile.Dictionary, at casefile.Location) *Case {
	c := &Case{Record: d.NewRecord(""), Found: map[string]int{}, dictionary: d, made: map[string]int{}}
	c.Record.Source = at
	return c
}

// Name gives the child its id, by which the case is known.
func (c *Case) Name(cell Cell) {
	f, _ := c.dictionary.Field("case_id")
	value, _, err := f.Read(cell.Raw)
	id, _ := value.(string)
	switch {
	case err != nil:
		c.Refuse(cell, err.Error())
	case id == "":
		c.Refuse(cell, "the child has no id: give every child its local authority id")
	}
	c.Record.CaseID = id
	c.Record.Values["case_id"] = id
}

// Refuse notes that the child cannot be read, and why.
func (c *Case) Refuse(cell Cell, reason string) {
	if c.Fault != nil {
		c.more++
		return
	}
	c.Fault = &Fault{At: cell.At, Column: cell.Column, Reason: reason}
}

// Read reads a cell as the field of the dictionary with this path, nil when it
// is blank or wrong; a wrong one refuses the child.
func (c *Case) Read(path string, cell Cell) any {
	f, known := c.dictionary.Field(path)
	if !known {
		c.Refuse(cell, path+" is not in the dictionary: this is a fault in caseaudit")
		return nil
	}
	raw := today(path, cell.Raw)
	if f.Dated() {
		raw = plainDay(raw)
	}
	value, odd, err := f.Read(raw)
	if err != nil {
		c.Refuse(cell, err.Error())
		return nil
	}
	at := casefile.Location{File: cell.At.File, Row: cell.At.Row}
	if odd {
		c.Note(casefile.Note{Kind: ledger.UnmatchedValue, At: at, Field: path, Value: casefile.Quote(cell.Raw),
			Text: fmt.Sprintf("%s: %s is neither yes nor no and is read as blank", f.Label, casefile.Quote(cell.Raw))})
	}
	for _, code := range codesOf(value) {
		if list := codes(path); list != nil && !slices.Contains(list, code) {
			c.Note(casefile.Note{Kind: ledger.UnmatchedValue, At: at, Field: path, Value: casefile.Quote(code),
				Text: fmt.Sprintf("%s: %s is no code of any year's return and is kept as it stands", f.Label, casefile.Quote(code))})
		}
	}
	return value
}

func codesOf(value any) []string {
	switch v := value.(type) {
	case string:
		return []string{v}
	case []any:
		list := make([]string, 0, len(v))
		for _, code := range v {
			s, _ := code.(string)
			list = append(list, s)
		}
		return list
	}
	return nil
}

// Set reads a cell into an item, or into the child, and leaves it out when it
// is blank.
func (c *Case) Set(item map[string]any, path string, cell Cell) {
	if value := c.Read(path, cell); value != nil {
		_, name, _ := strings.Cut(path, ".")
		item[name] = value
	}
}

// Note remembers an oddity until the child is kept. Notes alike are counted.
func (c *Case) Note(n casefile.Note) { c.notes = append(c.notes, n) }

// ID makes an id for something of a kind on a day.
func (c *Case) ID(kind string, date any) string {
	day, _ := date.(string)
	if day == "" {
		day = "undated"
	}
	id := c.Record.CaseID + "/" + kind + "/" + day
	if c.made[id]++; c.made[id] > 1 {
		id += fmt.Sprintf("/%d", c.made[id])
	}
	return id
}

// SetID makes the key of an item from its date and says so in a note.
func (c *Case) SetID(item map[string]any, path, kind string, date any, at casefile.Location) string {
	id := c.ID(kind, date)
	_, name, _ := strings.Cut(path, ".")
	item[name] = id
	c.Note(casefile.Note{Kind: MadeID, At: casefile.Location{File: at.File, Row: at.Row}, Field: path,
		Text: path + ": the return has no such id, so it is made from the child's id, the kind and the date"})
	return id
}

// Add puts an item into the record.
func (c *Case) Add(entity string, item map[string]any, at casefile.Location) {
	c.Record.Add(entity, item, at)
}

// refusal words the fault of a child.
func (c *Case) refusal() casefile.Refusal {
	reason := c.Fault.Reason
	if c.more > 0 {
		reason += fmt.Sprintf(" (and %d more faults in this child)", c.more)
	}
	return casefile.Refusal{At: c.Fault.At, Column: c.Fault.Column, CaseID: c.Record.CaseID, Reason: reason}
}

// Keep takes the finished record into the ledger.
func (c *Case) Keep(l *ledger.Ledger) {
	for _, n := range c.notes {
		l.Count(n)
	}
	if c.Dropped {
		return
	}
	r := c.Record
	l.Record(r.CaseID, r.Child())
	l.Dates(c.dictionary.Child, r.Child(), r.Source)
	for _, e := range c.dictionary.Entities {
		for i, item := range r.Items(e.Name) {
			l.Dates(e, item.(map[string]any), r.Where[e.Name][i])
		}
	}
}

// NewRow makes a case for reading one row by itself, to see whether it can be
// read; it has no record to add to.
func NewRow(d *casefile.Dictionary) *Case {
	return &Case{Record: &casefile.Record{}, Found: map[string]int{}, dictionary: d, made: map[string]int{}}
}
