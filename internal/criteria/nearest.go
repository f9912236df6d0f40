package criteria

import (
	"cmp"
	"slices"
	"strings"
)

// maxSlips is how many letters may be wrong in an id for it to be worth suggesting.
const maxSlips = 2

// Nearest suggests the ids of criteria and findings that a mistyped id may have
// meant: at most three, the nearest first. It is empty when none comes near.
func (c *Catalogue) Nearest(id string) []string {
	_, findings, err := c.Findings()
	if err != nil {
		return nil
	}
	ids := make([]string, 0, len(c.Criteria)+len(findings))
	for _, criterion := range c.Criteria {
		ids = append(ids, criterion.ID)
	}
	for _, f := range findings {
		ids = append(ids, f.ID)
	}
	slips := func(other string) int { return distance(strings.ToUpper(id), strings.ToUpper(other)) }
	ids = slices.DeleteFunc(ids, func(other string) bool { return slips(other) > maxSlips })
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Compare(slips(a), slips(b)) })
	return ids[:min(3, len(ids))]
}
