package casefile

import (
	"context"
	"strings"
)

// Export is a council's export, recognised and ready to be read as records.
//
// An export is read twice: Survey goes through the whole of it once, so that
// what it supplies, how far it reaches in time and which rows cannot be read are
// known before anything is judged; Records then hands out the cases one by one,
// so that memory does not grow with their number.
type Export interface {
	Survey(ctx context.Context) (*Survey, error)
	// Records calls yield with each record that Survey found readable, in the
	// order of the export. It stops at the first error, yield's own included.
	// It may only be called after Survey, and then more than once.
	Records(ctx context.Context, yield func(*Record) error) error
}

// Input is one file of an export. Rows = Read + Duplicates + Refused.
type Input struct {
	Name       string // base name
	Sheet      string // of a workbook, or the table of a database; else ""
	Entity     string // the entity or table it was read as, for a person
	SHA256     string // of the file's bytes, in hexadecimal
	Rows       int    // rows in the file, without its header
	Read       int    // rows that became a record, an item or part of one
	Duplicates int    // rows dropped because they repeat another row exactly
	Refused    int    // rows that could not be read
	Encoding   string // "utf-8", "windows-1252", "utf-16le", ...
	Delimiter  string // for CSV: ",", ";", "tab", "|"
	HeaderRow  int    // the row of the header, its last; 0 when the input has none of its own
	// Columns are the input's columns in its own order, each once, those that
	// nobody reads too. Nil for inputs that have none (XML, JSON).
	Columns []Column
}

// Page is what a person calls the input: its file, and the sheet of a workbook.
func (in *Input) Page() string { return Location{File: in.Name, Sheet: in.Sheet}.Page() }

// Column is a column of an input and what it was read as. A reader fills Name
// and either Fields or Use for every column of the header when it opens the
// input, and tells it the raw text of each date it reads (see SawDate).
type Column struct {
	Name string // as the input spells it
	// Fields are the dictionary's paths of the fields that it gives
	// ("visits.date"), in any number: a date of birth may stand in two entities.
	Fields []string
	// Use says what a column without fields is for: "the child's id", "tells
	// initial health assessments from reviews", ColumnUnused or ColumnUnknown.
	Use   string
	Dates []DateForm // how the dates in it are written; see SawDate
}

// What Use says of a column that is not read begins with "not read".
const (
	ColumnUnused  = "not read: known, but the audit does not use it"
	ColumnUnknown = "not read: not known"
)

// Read reports whether anything of the column is read.
func (c *Column) Read() bool {
	return len(c.Fields) > 0 || c.Use != "" && !strings.HasPrefix(c.Use, "not read")
}

// Refusal is a row that could not be read, and why. It never quotes the value
// of a personal field.
type Refusal struct {
	At     Location
	Column string // as the file spells it
	CaseID string // when known
	Reason string // what is wrong and what to do
}

// Note is a fault or an oddity in the data that did not stop the reading.
type Note struct {
	Kind   string // a short fixed name: "unmatched code", "unknown column", "duplicate row", ...
	At     Location
	Field  string // the field's path, when one is concerned
	CaseID string
	Text   string // one sentence; ids, never names
	Value  string // of an unmatched value: the value as Quote gives it, "" when the field is personal
	Count  int    // how many times, when one note stands for many; at least 1
}

// Survey is what one reading of the whole export showed.
type Survey struct {
	Format   string   // "native" or "ssd", for a person
	Inputs   []Input  // sorted by name
	Ignored  []string // files in the folder that are no part of the export, with the reason
	Records  int      // readable cases
	Refusals []Refusal
	Notes    []Note
	Supply   *Supply
	Service  Service
	// Newest is the date of the newest event in the export, ISO; the default for
	// the date of the audit. Dates that may lie ahead (due, expected, planned
	// ends) do not count, nor do lone dates far beyond all others, which Notes lists.
	Newest string
	// Twins gives, for each case that seems to be the same child as another, the
	// other cases and by what (see Twin). RE-04 judges on it. Nil only when the
	// cases were not compared.
	Twins map[string][]Twin
}

// Twin is another case that seems to be the same child.
type Twin struct {
	CaseID string `json:"case_id"`
	By     string `json:"by"` // "NHS number", "UPN" or "name and date of birth"
}

// Service is what the export says of the council beside its cases.
type Service struct {
	Values map[string]any        // each service entity, a list of objects, in the dictionary's shape
	Where  map[string][]Location // the place of each item
}

// Files counts the files that the inputs stand in: a workbook has many sheets.
func (s *Survey) Files() int {
	names := map[string]bool{}
	for _, in := range s.Inputs {
		names[in.Name] = true
	}
	return len(names)
}

// Rows adds up rows, read, duplicates and refused over all inputs.
func (s *Survey) Rows() (rows, read, duplicates, refused int) {
	for _, in := range s.Inputs {
		rows += in.Rows
		read += in.Read
		duplicates += in.Duplicates
		refused += in.Refused
	}
	return rows, read, duplicates, refused
}
