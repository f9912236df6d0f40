// Package waiver applies exceptions that somebody answerable has accepted.
//
// A waiver never changes a verdict: what is not met stays not met and counts as
// such. It says that somebody knows, who, why and until when, so that CI does not
// fail on it and the manager is not asked twice. Reason, approver and expiry are
// therefore mandatory, a waiver that has expired is a finding again, and so is
// one that matches nothing: it may hide a mistyped case, or be no longer needed.
package waiver

import (
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Waiver is one entry of the file.
type Waiver struct {
	Criterion string `yaml:"criterion"`
	Case      string `yaml:"case"` // an id; or Team
	Team      string `yaml:"team"`
	Item      string `yaml:"item"` // of the case; "" for all of its items
	Reason    string `yaml:"reason"`
	Approver  string `yaml:"approver"` // a role rather than a name
	Expires   string `yaml:"expires"`  // the last day it holds, ISO

	line int
}

// List is the waivers of one file.
type List struct {
	file    string // base name
	waivers []Waiver
}

// Apply marks the findings that waivers in force accept, and adds findings for
// those that have expired by the audit's as-at and those that match nothing.
func (l *List) Apply(a *audit.Audit) {
	for _, w := range l.waivers {
		at := casefile.Location{File: l.file, Row: w.line}
		use := audit.Waiver{Criterion: w.Criterion, CaseID: w.Case, Team: w.Team, Item: w.Item, Reason: w.Reason, Approver: w.Approver,
			Expires: w.Expires, Where: at.String(), Expired: w.Expires < a.AsAt}
		for i := range a.Outcomes {
			if o := &a.Outcomes[i]; w.matches(o) {
				use.Findings++
				o.Waived = o.Waived || !use.Expired
			}
		}
		a.Waivers = append(a.Waivers, use)
		switch {
		case use.Expired:
			a.Extra = append(a.Extra, w.finding(expired(), at, fmt.Sprintf("the waiver of %s for %s expired on %s and %s: renew it with a new approval or take it out",
				w.Criterion, w.whom(), ukDate(w.Expires), stillMatches(use.Findings))))
		case use.Findings == 0:
			a.Extra = append(a.Extra, w.finding(unmatched(), at, fmt.Sprintf("the waiver of %s for %s matches no finding: mend its ids or take it out", w.Criterion, w.whom())))
		}
	}
}

func stillMatches(findings int) string {
	switch findings {
	case 0:
		return "matches no finding"
	case 1:
		return "1 finding stands"
	}
	return fmt.Sprintf("%d findings stand", findings)
}

func (w *Waiver) matches(o *audit.Outcome) bool {
	if o.Met || o.Criterion.Measure || o.Criterion.ID != w.Criterion {
		return false
	}
	if w.Team != "" {
		return strings.EqualFold(casefile.Trim(o.Team), w.Team)
	}
	return o.CaseID == w.Case && (w.Item == "" || o.Item == w.Item)
}

// whom names what the waiver is for by ids.
func (w *Waiver) whom() string {
	switch {
	case w.Team != "":
		return "team " + w.Team
	case w.Item != "":
		return "case " + w.Case + ", item " + w.Item
	}
	return "case " + w.Case
}

// finding is a finding on the waiver itself. Its identity is the waiver's
// contents, not its line.
func (w *Waiver) finding(c *criteria.Criterion, at casefile.Location, message string) audit.Outcome {
	item := strings.Join(slices.DeleteFunc([]string{w.Criterion, w.Case, w.Team, w.Item}, func(s string) bool { return s == "" }), " ")
	return audit.Outcome{Criterion: c, CaseID: audit.ServiceCase, Entity: c.Unit, Item: item, Team: w.Team, Anchor: w.Expires,
		Message: message, Where: at.String(), At: at, Finding: audit.Identity(c.ID, audit.ServiceCase, item+" "+w.Expires)}
}

// expired and unmatched stand where a criterion would: they are no policies.
func expired() *criteria.Criterion {
	return about("WV-01", "expired", "Waivers in date", "Ask the approver again, or take the waiver out.")
}

func unmatched() *criteria.Criterion {
	return about("WV-02", "unmatched", "Waivers that match a finding", "Check the case, team and criterion that the waiver names, or take it out.")
}

func about(id, name, title, action string) *criteria.Criterion {
	return &criteria.Criterion{ID: id, Title: title, Area: criteria.Area{Name: "waivers", Code: "WV", Title: "Waivers"}, Name: name,
		Level: criteria.Development, Footing: criteria.Local, Unit: "waivers", Action: action,
		Description: "An accepted exception holds until the day it says and for the finding it names; else nobody has accepted anything.",
		Why:         "A waiver nobody looks after hides what it was meant to excuse."}
}

func ukDate(iso string) string { return iso[8:] + "/" + iso[5:7] + "/" + iso[:4] }
