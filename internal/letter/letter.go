// Package letter turns an audit into the sections and sentences of a letter.
//
// An inspectorate's letter is a few lists of short sentences under fixed
// headings. Which headings, in which order, and what share of items earns which
// of them is a profile: a commented YAML file that a council can copy and change.
// The code knows only how to place a criterion, how to word its count and in
// which order a reader wants the worst.
//
// The model is whole: a sheet, a Word file and a page of HTML are the same letter,
// read from the same Letter in the same order, and Text is what each of them must
// say. What only a person can judge stands in it as headed blanks.
//
// A letter never says more than its counts. A criterion that could not be judged
// for want of fields, or whose policy failed, is in no section that reads like a
// pass; one with few items is "too few to say", however well they went. Shares
// are compared as whole numbers, met times a hundred against the threshold times
// audited, so that 95 of 100 is 95 per cent on every machine.
package letter

import (
	"slices"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Class is what the counts of a criterion say of it.
type Class string

// The classes of criteria, best first; the last three say nothing of practice.
const (
	Strength      Class = "strength"
	Satisfactory  Class = "satisfactory"
	Development   Class = "development"
	Priority      Class = "priority"
	TooFew        Class = "too few"
	NoneAudited   Class = "none audited"
	NotAssessable Class = "not assessable"
)

// Words is the class as a report prints it.
func (c Class) Words() string {
	switch c {
	case Strength:
		return "Strength"
	case Satisfactory:
		return "Satisfactory"
	case Development:
		return "Area for development"
	case Priority:
		return "Area for priority action"
	case TooFew:
		return "Too few to say"
	case NoneAudited:
		return "None audited"
	case NotAssessable:
		return "Not assessable"
	}
	return string(c)
}

// ref begins the reference of an item in the class's section; empty when there
// is no such class.
func (c Class) ref() string {
	switch c {
	case Strength:
		return "ST"
	case Satisfactory:
		return "SA"
	case Development:
		return "AD"
	case Priority:
		return "AP"
	case TooFew:
		return "TF"
	case NoneAudited:
		return "NO"
	case NotAssessable:
		return "NA"
	}
	return ""
}

// Letter is one audit in the words of one profile. Its parts stand in the order
// of reading; behind them come the tables SignOff and Evidence.
type Letter struct {
	Profile  string // the profile's name
	Title    string
	Notice   string    // "Drafted from rules, not an inspection judgement."
	Opening  []Item    // what the letter rests on and, where no section says it, what it cannot speak of
	Sections []Section // in the profile's order
	Blanks   Blanks
	Classes  map[string]Class // by criterion id, for every criterion of the catalogue

	AsAt     string // the day the audit looks from, ISO
	Policies string // SHA-256 of the policies and their data, settings included
}

// Section is one heading of the letter with its sentences, worst first. A
// section without items is kept: that nothing stands there is news too.
type Section struct {
	Heading string
	Form    Form
	Class   Class // of the criteria it lists; empty for headline findings
	Items   []Item
	Rest    []Item // what the profile's limit leaves out of the letter, in the same order
	More    string // the sentence that counts the rest; empty when there is none
	Nothing string // stands in the place of items; empty when there are any
	Note    string // stands under the items; empty when there are none
}

// All are the section's items, those that a limit leaves out of the letter
// included.
func (s Section) All() []Item { return slices.Concat(s.Items, s.Rest) }

// Item is one sentence of the letter and what it is drawn from.
type Item struct {
	Ref       string              // AD-01, AP-01, ST-01, SA-01, HL-01 in the headline, OP-01 in the opening: stable within a run
	Criterion *criteria.Criterion // nil where the sentence speaks of several or of none
	Class     Class               // likewise empty
	Text      string              // with the counts it rests on; in the phrase form without them
	Detail    string              // the counts as sentences, where Text has none; else empty
	Count     audit.Count         // of the criterion, of an area, or of children without a priority finding and with one
	Basis     string              // what was counted: "CC-17 Visits to children in care", "Area: Assessment"
	Where     string              // teams with their not-met counts, worst first: "Assessment North (3); Assessment South (1)"; may be empty
	Action    string              // what somebody should do; empty where nothing was found
	Places    []Place             // where the workbook has what it rests on
}

// Reference is what stands behind the sentence in brackets: "AP-01, CC-17".
func (i Item) Reference() string {
	if i.Criterion == nil {
		return i.Ref
	}
	return i.Ref + ", " + i.Criterion.ID
}

// Blank is a heading under which only a person can write.
type Blank struct {
	Ref       string   // BL-01
	Heading   string   //
	Area      string   // title of the area of practice; may be empty
	Prompt    string   // "To be written by the QA lead:"
	Questions []string // what the writing answers
	Forms     []string // questions of the audit form whose answers bear on it, by name
	Findings  []string // findings of the source documents that only such writing answers
}

// Blanks are the headed blanks of a letter; without Items there are none.
type Blanks struct {
	Heading string
	Intro   string
	Items   []Blank
}
