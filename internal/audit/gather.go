package audit

import (
	"fmt"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// gathered counts, for service criteria that ask something of every record (who
// holds it, whose it is), the cases that gave each text: by criterion, then text.
type gathered map[string]map[string]int

// take counts the texts of one record, each once.
func (g gathered) take(c *criteria.Criterion, value any) error {
	texts, err := readNames(value)
	if err != nil {
		return fmt.Errorf("gather: %w", err)
	}
	if g[c.ID] == nil {
		g[c.ID] = map[string]int{}
	}
	for text := range texts {
		g[c.ID][text]++
	}
	return nil
}

// add takes in what another worker has counted.
func (g gathered) add(more gathered) {
	for id, counts := range more {
		if g[id] == nil {
			g[id] = map[string]int{}
		}
		for text, n := range counts {
			g[id][text] += n
		}
	}
}

// data is data.gathered: every criterion that gathers has its table, empty or not.
func (g gathered) data(list []*criteria.Criterion) map[string]any {
	all := map[string]any{}
	for _, c := range list {
		if !c.Outputs("gather") {
			continue
		}
		counts := map[string]any{}
		for text, n := range g[c.ID] {
			counts[text] = n
		}
		all[c.ID] = counts
	}
	return all
}
