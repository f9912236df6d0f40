// Package ledger keeps the accounts of one survey: what every input held, what
// was refused and why, what was odd, and how far the export reaches in time.
//
// Each format reads in its own way, but all must answer alike: rows are rows
// read, rows repeated and rows refused, and nothing else. The counting is
// therefore done here and not by the readers, and so are the judgements that do
// not depend on the format: a date too far off to be believed, a code nobody
// knows, a child who stands in the export twice.
//
// A fault that repeats through a file is one note with a count. A note names a
// value only when the field is not personal.
package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/calendar"
	"github.com/caseaudit/caseaudit/internal/casefile"
)

// What is listed one by one before the rest is only counted.
const (
	MaxRefusals = 10_000 // of one file
	MaxNotes    = 200    // of one kind about one field or file
	MaxValues   = 50     // different values of one field that nobody knows
)

// Kinds of note.
const (
	UnknownField   = "unknown field"
	UnknownColumn  = "unknown column"
	UnmatchedValue = "unmatched value"
	OutOfRange     = "date out of range"
	DuplicateRow   = "duplicate row"
	DuplicateItem  = "duplicate item"
	RepeatedKey    = "repeated key"
	Conflict       = "conflicting values"
	Encoding       = "encoding"
	StrayQuote     = "stray quotation mark"
	RowsInCell     = "rows inside a cell"
	NotUsed        = "not used"
)

// Ledger is the accounts of one survey.
type Ledger struct {
	dictionary *casefile.Dictionary
	survey     *casefile.Survey
	inputs     map[page]*casefile.Input
	refused    map[page]int // those listed and those only counted
	notes      map[key]*casefile.Note
	listed     map[key]int
	newest     *casefile.Newest
	twins      *casefile.Twins
	misnamed   bool // a case was taken that has an id no case may have
	said       map[saying]bool
}

// page is a file, or a sheet of one.
type page struct{ file, sheet string }

func pageOf(at casefile.Location) page { return page{at.File, at.Sheet} }

// key is what notes that are counted together have in common.
type key struct {
	kind         string
	page         page
	field, value string
}

// New opens the accounts of an export of a format.
func New(d *casefile.Dictionary, format string) *Ledger {
	return &Ledger{
		dictionary: d,
		survey: &casefile.Survey{Format: format, Supply: casefile.NewSupply(),
			Service: casefile.Service{Values: map[string]any{}, Where: map[string][]casefile.Location{}}},
		inputs:  map[page]*casefile.Input{},
		refused: map[page]int{},
		notes:   map[key]*casefile.Note{},
		listed:  map[key]int{},
		newest:  casefile.NewNewest(),
		twins:   casefile.NewTwins(),
	}
}

// Supply is what the export could have told us.
func (l *Ledger) Supply() *casefile.Supply { return l.survey.Supply }

// Input opens the account of one file; rows are counted on what it returns.
func (l *Ledger) Input(in casefile.Input) *casefile.Input {
	kept := &in
	l.inputs[page{in.Name, in.Sheet}] = kept
	return kept
}

// Ignore lists a file in the folder that is no part of the export.
func (l *Ledger) Ignore(name, why string) {
	l.survey.Ignored = append(l.survey.Ignored, name+": "+why)
}

// Refuse counts rows as refused and lists why.
func (l *Ledger) Refuse(rows int, r casefile.Refusal) {
	if in := l.inputs[pageOf(r.At)]; in != nil {
		in.Refused += rows
	}
	l.refused[pageOf(r.At)]++
	if l.refused[pageOf(r.At)] <= MaxRefusals {
		l.survey.Refusals = append(l.survey.Refusals, r)
	}
}

// Note lists an oddity. After a great many of one kind the rest is counted.
func (l *Ledger) Note(n casefile.Note) {
	k := key{kind: n.Kind, page: pageOf(n.At), field: n.Field}
	if l.listed[k]++; l.listed[k] > MaxNotes {
		n.At.Part, n.CaseID, n.Text = "", "", "more of the same kind, not listed one by one"
		l.Count(n)
		return
	}
	n.Count = max(n.Count, 1)
	l.survey.Notes = append(l.survey.Notes, n)
}

// Count adds to the one note for all oddities of its kind, file, field and
// text; the place kept is the first.
func (l *Ledger) Count(n casefile.Note) {
	l.count(key{n.Kind, pageOf(n.At), n.Field, n.Text}, n)
}

func (l *Ledger) count(k key, n casefile.Note) {
	if have := l.notes[k]; have != nil {
		have.Count += max(n.Count, 1)
		return
	}
	n.Count = max(n.Count, 1)
	different := key{kind: k.kind, page: k.page, field: k.field, value: "\x00different"}
	if l.listed[different]++; l.listed[different] > MaxNotes {
		k = key{kind: k.kind, page: k.page, field: k.field, value: "\x00more"}
		n.Text = "more of the same kind, not listed one by one"
		if have := l.notes[k]; have != nil {
			have.Count += n.Count
			return
		}
	}
	l.notes[k] = &n
}

// Unmatched notes a value that is none of the field's codes, or no yes or no.
func (l *Ledger) Unmatched(f *casefile.Field, raw any, at casefile.Location) {
	at.Part = ""
	n := casefile.Note{Kind: UnmatchedValue, At: at, Field: f.Path(), Text: f.Label + ": " + unmatched(f, raw)}
	if !f.Personal {
		n.Value = casefile.Quote(raw)
	}
	k := key{kind: UnmatchedValue, page: pageOf(at), field: n.Field, value: n.Text}
	if l.notes[k] == nil {
		values := key{kind: UnmatchedValue, page: pageOf(at), field: n.Field}
		if l.listed[values]++; l.listed[values] > MaxValues {
			n.Text, n.Value = f.Label+": other values that are not known", ""
			k.value = n.Text
		}
	}
	l.count(k, n)
}

func unmatched(f *casefile.Field, raw any) string {
	text, _ := raw.(string)
	if casefile.SheetError(text) {
		return casefile.Quote(text) + " is an error of the spreadsheet and was left out: correct the formula, or export its values"
	}
	value := "a value"
	if !f.Personal {
		value = casefile.Quote(raw)
	}
	if f.Type == casefile.Bool {
		return value + " is neither yes nor no and is read as blank"
	}
	answers := f.Type == casefile.Codes && (text == "" || strings.ContainsAny(text[:1], "[{"))
	if len(f.Values) == 0 && !answers {
		return value + " is none of the words that are known and is read as blank"
	}
	if answers {
		return value + " holds an answer that is neither yes nor no, which is left out"
	}
	return fmt.Sprintf("%s is none of %s", value, strings.Join(f.Values, ", "))
}

// Date takes account of a date of an item that is kept: events move the end of
// the export, and a date outside the calendar is noted and moves nothing.
func (l *Ledger) Date(f *casefile.Field, date string, at casefile.Location) {
	if strings.HasSuffix(f.Name, "date_of_birth") {
		return
	}
	if day := day(date); !believable(day) {
		at.Part = ""
		l.Count(casefile.Note{Kind: OutOfRange, At: at, Field: f.Path(),
			Text: fmt.Sprintf("%s: %s is before %s or after %s and can hardly be right", f.Label, day, calendar.First, calendar.Last)})
		return
	}
	if l.dictionary.Event(f) {
		l.newest.Add(date)
	}
}

func day(date string) string { return date[:min(len(date), len(calendar.First))] }

func believable(day string) bool { return day >= calendar.First && day <= calendar.Last }

// Dates takes account of every date in an item of an entity.
func (l *Ledger) Dates(e *casefile.Entity, item map[string]any, at casefile.Location) {
	for _, f := range e.Fields {
		if !f.Dated() {
			continue
		}
		if date, ok := item[f.Name].(string); ok {
			l.Date(f, date, at)
		}
	}
}

// Record counts a readable case and looks at its child for twins.
func (l *Ledger) Record(caseID string, child map[string]any) {
	l.survey.Records++
	l.twins.Add(caseID, child)
	l.misnamed = l.misnamed || casefile.CheckCaseID(caseID) != nil
}

// Service adds an item to one of the service's lists.
func (l *Ledger) Service(entity string, item map[string]any, at casefile.Location) {
	list, _ := l.survey.Service.Values[entity].([]any)
	l.survey.Service.Values[entity] = append(list, item)
	l.survey.Service.Where[entity] = append(l.survey.Service.Where[entity], at)
}

// Close adds the accounts up. It fails when an input's rows are not all
// answered for, which is a fault of the reader and must not pass for an audit.
func (l *Ledger) Close() (*casefile.Survey, error) {
	s := l.survey
	if l.misnamed {
		return nil, fmt.Errorf("a case named %q was read: this is a fault in caseaudit", casefile.ServiceCase)
	}
	for _, in := range l.inputs {
		if in.Rows != in.Read+in.Duplicates+in.Refused {
			return nil, fmt.Errorf("%s: %d rows, but %d read, %d repeated and %d refused: this is a fault in caseaudit", casefile.Location{File: in.Name, Sheet: in.Sheet}.Page(), in.Rows, in.Read, in.Duplicates, in.Refused)
		}
		s.Inputs = append(s.Inputs, *in)
	}
	slices.SortFunc(s.Inputs, func(a, b casefile.Input) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Sheet, b.Sheet))
	})
	for _, in := range s.Inputs {
		if more := l.refused[page{in.Name, in.Sheet}] - MaxRefusals; more > 0 {
			s.Refusals = append(s.Refusals, casefile.Refusal{At: casefile.Location{File: in.Name, Sheet: in.Sheet},
				Reason: fmt.Sprintf("%d more refusals are not listed one by one: mend those listed first", more)})
		}
	}
	slices.SortStableFunc(s.Refusals, func(a, b casefile.Refusal) int { return compareAt(a.At, b.At) })
	for _, e := range l.dictionary.Service {
		if s.Service.Values[e.Name] == nil {
			s.Service.Values[e.Name] = []any{}
		}
	}
	newest, lone := l.newest.Date()
	s.Newest = newest
	s.Twins = l.twins.Find()
	for _, n := range l.notes {
		s.Notes = append(s.Notes, *n)
	}
	s.Notes = append(s.Notes, lone...)
	slices.SortFunc(s.Notes, func(a, b casefile.Note) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), compareAt(a.At, b.At), strings.Compare(a.Field, b.Field),
			strings.Compare(a.CaseID, b.CaseID), strings.Compare(a.Text, b.Text))
	})
	slices.Sort(s.Ignored)
	return s, nil
}

func compareAt(a, b casefile.Location) int {
	return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row), strings.Compare(a.Part, b.Part))
}
