package audit

import (
	"math/big"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// ServiceCase stands where a case id would, for criteria that judge the service.
const ServiceCase = casefile.ServiceCase

// Outcome is the judgement on one audited item. There is none for an item that
// was not audited.
type Outcome struct {
	Criterion *criteria.Criterion
	CaseID    string // ServiceCase for service criteria
	Entity    string // the criterion's unit
	Item      string // its id; else its anchor date, numbered when several share it; "record" for the case as a whole
	Team      string // the case's team; for the service the item's own; may be empty
	Worker    string // the item's worker, an id; may be empty
	Anchor    string // the item's anchor date, ISO; may be empty
	Met       bool
	Start     string            // the event a deadline runs from, ISO; empty without one
	Due       string            // the last day, ISO
	Done      string            // the day it was done, ISO; empty when it was not
	DaysOver  int               // calendar days past Due, on Done or else as-at; 0 when in time or without a deadline
	Message   string            // not met: what was found, with the arithmetic in words; empty when met
	Doubt     string            // a fault in the data that bears on this item; may be empty
	Where     string            // where in the export: "assessments.csv row 214"
	At        casefile.Location // the same, in parts
	Finding   string            // stable identity: criterion, case and item, hashed

	Waived bool  // not met, and accepted by a waiver in force; the verdict stays
	State  State // against a baseline; Unknown without one

	Slices []string // ids of the slices it is inside, sorted
	Weight *big.Rat // what it counts for in a weighted measure; nil: 1
}

// State is what a baseline says of a finding.
type State string

// The states of a finding.
const (
	Unknown State = ""     // there is no baseline
	New     State = "new"  // not in the baseline
	Open    State = "open" // in the baseline and still found
)

// Doubt is a fault in the data that a criterion met with.
type Doubt struct {
	Criterion *criteria.Criterion
	CaseID    string
	Item      string
	Text      string
	Where     string
}

// PolicyError is a criterion that failed on a record. The others are still judged.
type PolicyError struct {
	Criterion *criteria.Criterion
	CaseID    string // the first record it failed on
	Records   int    // how many it failed on
	Text      string
}
