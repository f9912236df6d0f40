// Package baseline compares the findings of an export with those of an earlier
// one, so that CI fails on what is new and not on what everybody knows.
//
// A finding is known by its identity (criterion, case and item), never by a row.
// One that is in the baseline and no longer found is fixed only when its item was
// judged again and met. Else it is gone (the item is no longer in the export, or
// no longer in the period) or not judged (its criterion could not be assessed, or
// failed), because a finding must not count as mended when nobody looked.
package baseline

import (
	"cmp"
	"slices"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// Version is the version of the file's shape.
const Version = 1

// Baseline is the findings that were known on a day.
type Baseline struct {
	Version  int     `json:"version"`
	AsAt     string  `json:"as_at"`
	Findings []Entry `json:"findings"` // by criterion, case, entity, item
}

// Entry is one known finding. It holds ids and nothing else of the child.
type Entry struct {
	Finding   string `json:"finding"`
	Criterion string `json:"criterion"`
	CaseID    string `json:"case_id"`
	Entity    string `json:"entity"`
	Item      string `json:"item"`
}

// Of is the baseline that an audit makes.
func Of(a *audit.Audit) *Baseline {
	b := &Baseline{Version: Version, AsAt: a.AsAt, Findings: []Entry{}}
	for _, f := range a.Findings() {
		b.Findings = append(b.Findings, Entry{f.Finding, f.Criterion.ID, f.CaseID, f.Entity, f.Item})
	}
	slices.SortFunc(b.Findings, compare)
	return b
}

func compare(x, y Entry) int {
	return cmp.Or(cmp.Compare(x.Criterion, y.Criterion), cmp.Compare(x.CaseID, y.CaseID), cmp.Compare(x.Entity, y.Entity), cmp.Compare(x.Item, y.Item), cmp.Compare(x.Finding, y.Finding))
}

// Comparison is what became of the findings of a baseline.
type Comparison struct {
	New, Open               int     // findings of the audit
	Fixed, Gone, Unassessed []Entry // of the baseline
}

// Compare marks each finding of the audit as new or open, and says what became of
// the others in the baseline.
func (b *Baseline) Compare(a *audit.Audit) Comparison {
	known := map[string]bool{}
	for _, e := range b.Findings {
		known[e.Finding] = true
	}
	var c Comparison
	found, judged := map[string]bool{}, map[string]bool{}
	mark := func(o *audit.Outcome) {
		found[o.Finding] = true
		if known[o.Finding] {
			o.State = audit.Open
			c.Open++
		} else {
			o.State = audit.New
			c.New++
		}
	}
	for i := range a.Outcomes {
		o := &a.Outcomes[i]
		judged[o.Finding] = true
		if !o.Met && !o.Criterion.Measure {
			mark(o)
		}
	}
	for i := range a.Extra {
		mark(&a.Extra[i])
	}
	unassessed := map[string]bool{}
	for _, r := range a.Summary.Criteria {
		unassessed[r.Criterion.ID] = !r.Assessable() || r.Error != ""
	}
	for _, e := range b.Findings {
		switch {
		case found[e.Finding]:
		case judged[e.Finding]:
			c.Fixed = append(c.Fixed, e)
		case unassessed[e.Criterion]:
			c.Unassessed = append(c.Unassessed, e)
		default:
			c.Gone = append(c.Gone, e)
		}
	}
	return c
}
