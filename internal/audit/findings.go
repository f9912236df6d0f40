package audit

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// findings is what one worker has found.
type findings struct {
	outcomes []Outcome
	doubts   []Doubt
	faults   []Fault
	failures []failure
	records  int
	gathered gathered
	slices   map[string]string // the error of a slice, by its id
	unlooked []checkFailure
}

func newFindings() *findings { return &findings{gathered: gathered{}, slices: map[string]string{}} }

type failure struct {
	criterion *criteria.Criterion
	caseID    string
	err       error
}

// add takes in what another worker has found.
func (f *findings) add(more *findings) {
	f.outcomes = append(f.outcomes, more.outcomes...)
	f.doubts = append(f.doubts, more.doubts...)
	f.faults = append(f.faults, more.faults...)
	f.failures = append(f.failures, more.failures...)
	f.unlooked = append(f.unlooked, more.unlooked...)
	f.records += more.records
	f.gathered.add(more.gathered)
	for _, id := range slices.Sorted(maps.Keys(more.slices)) {
		f.slices[id] = cmp.Or(f.slices[id], more.slices[id])
	}
}

// finish sorts and counts, so that nothing depends on which worker came first.
func (r *running) finish(a *Audit) {
	order := map[string]int{}
	for i, c := range a.Catalogue.Criteria {
		order[c.ID] = i
	}
	slices.SortFunc(r.found.outcomes, func(x, y Outcome) int {
		return cmp.Or(cmp.Compare(order[x.Criterion.ID], order[y.Criterion.ID]),
			cmp.Compare(x.CaseID, y.CaseID), cmp.Compare(x.Entity, y.Entity), cmp.Compare(x.Item, y.Item))
	})
	slices.SortFunc(r.found.doubts, func(x, y Doubt) int {
		return cmp.Or(cmp.Compare(order[x.Criterion.ID], order[y.Criterion.ID]),
			cmp.Compare(x.CaseID, y.CaseID), cmp.Compare(x.Item, y.Item), cmp.Compare(x.Text, y.Text))
	})
	slices.SortFunc(r.found.failures, func(x, y failure) int {
		return cmp.Or(cmp.Compare(order[x.criterion.ID], order[y.criterion.ID]), cmp.Compare(unasked(x.err), unasked(y.err)), cmp.Compare(x.caseID, y.caseID))
	})
	slices.SortFunc(r.found.faults, compareFaults)
	slices.SortFunc(r.found.unlooked, func(x, y checkFailure) int {
		return cmp.Or(cmp.Compare(x.check.ID, y.check.ID), cmp.Compare(unasked(x.err), unasked(y.err)), cmp.Compare(x.caseID, y.caseID))
	})
	for _, f := range r.found.failures {
		if e := r.failed[f.criterion.ID]; e != nil {
			e.Records++
			if unasked(f.err) == 1 && !strings.HasSuffix(e.Text, askedNoMore) {
				e.Text += askedNoMore
			}
			continue
		}
		e := &PolicyError{Criterion: f.criterion, CaseID: f.caseID, Records: 1, Text: safeText(f.err)}
		r.failed[f.criterion.ID] = e
	}
	for _, c := range a.Catalogue.Criteria {
		if e := r.failed[c.ID]; e != nil {
			a.Errors = append(a.Errors, *e)
			result := r.results[c.ID]
			result.Error = e.Text
			r.results[c.ID] = result
		}
	}
	a.Records = r.found.records
	a.Outcomes, a.Doubts, a.Faults = r.found.outcomes, r.found.doubts, r.found.faults
	a.Checks = countChecks(a.Catalogue.Checks, a.Faults, r.found.unlooked)
	a.Summary = Summarise(a.Catalogue, a.Outcomes, r.results)
	a.holdMeasures()
	for i := range r.slices {
		r.slices[i].Error = r.found.slices[r.slices[i].Slice.ID]
	}
	a.Slices = countSlices(a.Catalogue.Criteria, r.slices, a.Outcomes)
}

// askedNoMore is added to the error of a policy that was dropped.
var askedNoMore = fmt.Sprintf("; after %d such records it was asked of no more", tries)

// unasked orders what went wrong on a record before what was not asked of one.
func unasked(err error) int {
	if errors.Is(err, errNotAsked) {
		return 1
	}
	return 0
}

// safeText is an error as a report may print it. What a built-in function says of
// its failure may quote the record, so only its kind and place are kept.
func safeText(err error) string {
	var failed *topdown.Error
	if errors.As(err, &failed) && failed.Code == topdown.BuiltinErr && failed.Location != nil {
		return fmt.Sprintf("%s at %s line %d", failed.Code, failed.Location.File, failed.Location.Row)
	}
	return err.Error()
}
