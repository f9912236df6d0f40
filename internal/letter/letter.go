// Package letter turns an audit into the sections and sentences of a letter.
//
// An inspectorate's letter is a few lists of short sentences under fixed
// headings. Which headings, in which order, and what share of items earns which
// of them is a profile: a commented YAML file that a council can copy and change.
// The code knows only how to place a criterion, how to word its count and in
// which order a reader wants the worst.
//
// A letter never says more than its counts. A criterion that could not be judged
// for want of fields, or whose policy failed, is in no section that reads like a
// pass; one with few items is "too few to say", however well they went. Shares
// are compared as whole numbers, met times a hundred against the threshold times
// audited, so that 95 of 100 is 95 per cent on every machine.
package letter

import (
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

// Letter is one audit in the words of one profile.
type Letter struct {
	Profile  string // the profile's name
	Title    string
	Notice   string // "Drafted from rules, not an inspection judgement."
	Sections []Section
	Classes  map[string]Class // by criterion id, for every criterion of the catalogue
}

// Section is one heading of the letter with its sentences, worst first. A
// section without items is kept: that nothing stands there is news too.
type Section struct {
	Heading string
	Class   Class
	Items   []Item
}

// Item is one sentence of the letter and the criterion it is drawn from.
type Item struct {
	Ref       string // AD-01, AP-01, ST-01, SA-01: stable within a run
	Criterion *criteria.Criterion
	Class     Class
	Text      string // one or two sentences, with the counts they rest on
	Count     audit.Count
	Where     string // teams with their not-met counts, worst first: "Assessment North (3); Assessment South (1)"; may be empty
	Action    string // what somebody should do; empty where nothing was found
}
