// Package impact compares two audits of the same export: what a change of
// policies or settings would do to which children, before anybody makes it.
//
// It compares verdicts, item by item, by the finding's identity. An item that is
// judged by one side only is a change as well: a criterion that stops looking at a
// child has changed more than one that finds differently.
package impact

import (
	"cmp"
	"maps"
	"slices"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// Verdict is what an audit said of an item.
type Verdict string

// The verdicts, as a report prints them.
const (
	Met           Verdict = "met"
	NotMet        Verdict = "not met"
	NotAudited    Verdict = "not audited"
	NotAssessable Verdict = "not assessable"
	Failed        Verdict = "policy failed"
)

// Change is one item on which two audits differ.
type Change struct {
	Criterion string // id
	CaseID    string
	Item      string
	Old, New  Verdict
	Message   string // of the finding, on the side that has it
}

// Count is how many items of a criterion changed, and how.
type Count struct {
	Criterion string
	Worse     int // now not met
	Better    int // no longer not met
	Other     int // met on one side, not audited on the other
}

// Compare lists the changes from one audit to another, by criterion, case and item.
func Compare(before, after *audit.Audit) []Change {
	old, now := byIdentity(before), byIdentity(after)
	ids := maps.Clone(old)
	maps.Copy(ids, now)
	var changes []Change
	for id, o := range ids {
		was, is := verdict(before, old[id], o), verdict(after, now[id], o)
		if was == is {
			continue
		}
		c := Change{Criterion: o.Criterion.ID, CaseID: o.CaseID, Item: o.Item, Old: was, New: is}
		switch {
		case is == NotMet:
			c.Message = now[id].Message
		case was == NotMet:
			c.Message = old[id].Message
		}
		changes = append(changes, c)
	}
	slices.SortFunc(changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Criterion, b.Criterion), cmp.Compare(a.CaseID, b.CaseID), cmp.Compare(a.Item, b.Item))
	})
	return changes
}

// Counts adds changes up by criterion.
func Counts(changes []Change) []Count {
	var counts []Count
	for _, c := range changes {
		if n := len(counts); n == 0 || counts[n-1].Criterion != c.Criterion {
			counts = append(counts, Count{Criterion: c.Criterion})
		}
		last := &counts[len(counts)-1]
		switch {
		case c.New == NotMet:
			last.Worse++
		case c.Old == NotMet:
			last.Better++
		default:
			last.Other++
		}
	}
	return counts
}

// Children lists the cases that have a change, sorted; the service left out.
func Children(changes []Change) []string {
	cases := map[string]bool{}
	for _, c := range changes {
		if c.CaseID != audit.ServiceCase {
			cases[c.CaseID] = true
		}
	}
	return slices.Sorted(maps.Keys(cases))
}

func byIdentity(a *audit.Audit) map[string]*audit.Outcome {
	outcomes := make(map[string]*audit.Outcome, len(a.Outcomes))
	for i := range a.Outcomes {
		outcomes[a.Outcomes[i].Finding] = &a.Outcomes[i]
	}
	return outcomes
}

// verdict is what an audit said of an item; the other side's outcome says which
// criterion it is about when this one has none.
func verdict(a *audit.Audit, o, either *audit.Outcome) Verdict {
	switch {
	case o != nil && o.Met:
		return Met
	case o != nil:
		return NotMet
	}
	for _, r := range a.Summary.Criteria {
		if r.Criterion.ID != either.Criterion.ID {
			continue
		}
		if !r.Assessable() {
			return NotAssessable
		}
		if r.Error != "" {
			return Failed
		}
	}
	return NotAudited
}
