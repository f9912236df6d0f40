package casefile

import "context"

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
	// It may only be called after Survey.
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
	Count  int    // how many times, when one note stands for many; at least 1
}

// Survey is what one reading of the whole export showed.
type Survey struct {
	Format   string   // "native" or "ssd-csv", for a person
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
