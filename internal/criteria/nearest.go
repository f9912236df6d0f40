package criteria

import (
	"cmp"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// maxSlips is how many letters may be wrong in an id for it to be worth suggesting.
const maxSlips = 2

// Nearest suggests the ids of criteria and findings that a mistyped id may have
// meant: at most three, the nearest first. It is empty when none comes near.
func (c *Catalogue) Nearest(id string) []string {
	ids := c.ids()
	_, findings, err := c.Findings()
	if err != nil {
		return nil
	}
	for _, f := range findings {
		ids = append(ids, f.ID)
	}
	return nearestIDs(id, ids)
}

// NearestCriteria suggests ids of criteria only.
func (c *Catalogue) NearestCriteria(id string) []string { return nearestIDs(id, c.ids()) }

func (c *Catalogue) ids() []string {
	ids := make([]string, len(c.Criteria))
	for i, criterion := range c.Criteria {
		ids[i] = criterion.ID
	}
	return ids
}

func nearestIDs(id string, ids []string) []string {
	slips := func(other string) int { return casefile.Slips(strings.ToUpper(id), strings.ToUpper(other)) }
	ids = slices.DeleteFunc(ids, func(other string) bool { return slips(other) > maxSlips })
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Compare(slips(a), slips(b)) })
	return ids[:min(3, len(ids))]
}
