package audit

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// SliceResult is how the criteria came out inside a slice: among disabled
// children, for contacts received out of hours.
type SliceResult struct {
	Slice    *criteria.Slice
	Missing  []string     // what the export lacks; it cannot be told who is inside when not empty
	Error    string       // its policy failed on some record; that record is not counted in it
	Criteria []SliceCount // criteria with an audited item inside, in the catalogue's order
}

// SliceCount is one criterion inside a slice.
type SliceCount struct {
	Criterion *criteria.Criterion
	Count
}

// mark notes on a record's outcomes that they are inside a slice. A slice of the
// record holds them all; one of an entity holds those of its items.
func mark(outcomes []placed, s *criteria.Slice, value any) error {
	inside, err := readSet(value, s.Of == criteria.Record)
	if err != nil {
		return fmt.Errorf("inside: %w", err)
	}
	for i := range outcomes {
		o := &outcomes[i]
		if s.Of == criteria.Record && inside[0] || s.Of == o.Entity && inside[o.position] {
			o.Slices = append(o.Slices, s.ID)
		}
	}
	return nil
}

// countSlices counts the marks.
func countSlices(list []*criteria.Criterion, results []SliceResult, outcomes []Outcome) []SliceResult {
	order := map[string]int{}
	for i, c := range list {
		order[c.ID] = i
	}
	for n := range results {
		counts := map[string]*SliceCount{}
		for i := range outcomes {
			o := &outcomes[i]
			if !slices.Contains(o.Slices, results[n].Slice.ID) {
				continue
			}
			if counts[o.Criterion.ID] == nil {
				counts[o.Criterion.ID] = &SliceCount{Criterion: o.Criterion}
			}
			counts[o.Criterion.ID].add(o.Met)
		}
		for _, c := range counts {
			results[n].Criteria = append(results[n].Criteria, *c)
		}
		slices.SortFunc(results[n].Criteria, func(a, b SliceCount) int {
			return cmp.Compare(order[a.Criterion.ID], order[b.Criterion.ID])
		})
	}
	return results
}
