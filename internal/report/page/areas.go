package page

import (
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// areas are the results by area of practice and, below each area, by criterion.
type areas struct {
	Chart *chart
	Rows  []areaResult
	All   resultRow
	Parts []areaPart
}

// areaResult is an area in the table of areas.
type areaResult struct {
	Area  link
	Of    string // "7 of 9": criteria that judged anything, of all
	Count resultRow
}

// resultRow is a count as tables show it.
type resultRow struct {
	Met, NotMet, Audited, Percent, Interval string
	Share                                   *bar
}

// areaPart is an area with its criteria.
type areaPart struct {
	ID, Title string
	Criteria  []criterionRow
	Details   []criterionDetail
}

func (b *builder) areas() areas {
	s := b.audit.Summary
	parts := areas{All: resultOf(s.All)}
	var shares []share
	low := -1
	for _, area := range s.Areas {
		part := areaPart{ID: anchor("area", area.Area.Name), Title: area.Area.Title}
		judged := 0
		for _, r := range s.Criteria {
			if r.Criterion.Area.Name != area.Area.Name {
				continue
			}
			if r.Audited() > 0 {
				judged++
			}
			part.Criteria = append(part.Criteria, b.criterionRow(r))
			part.Details = append(part.Details, b.criterionDetail(r))
		}
		parts.Parts = append(parts.Parts, part)
		parts.Rows = append(parts.Rows, areaResult{
			Area: link{area.Area.Title, part.ID}, Of: fmt.Sprintf("%d of %d", judged, len(part.Criteria)), Count: resultOf(area.Count),
		})
		if area.Audited() > 0 {
			shares = append(shares, share{area.Area.Title, area.Count})
			if low < 0 || lower(area.Count, shares[low].count) {
				low = len(shares) - 1
			}
		}
	}
	if low >= 0 {
		parts.Chart = drawChart("chart-areas", "Share of audited items met, by area of practice",
			fmt.Sprintf("A dot for each area on a scale from 0%% to 100%%, with a line for its 95%% interval. Lowest: %s, %s. The table below has the figures.",
				shares[low].label, percent(shares[low].count)), shares)
	}
	return parts
}

// lower compares shares as fractions.
func lower(a, b audit.Count) bool { return a.Met*b.Audited() < b.Met*a.Audited() }

func resultOf(c audit.Count) resultRow {
	return resultRow{
		Met: thousands(c.Met), NotMet: thousands(c.NotMet), Audited: thousands(c.Audited()), Percent: percent(c), Interval: interval(c), Share: shareBar(c),
	}
}

// criterionRow is a criterion in the table of its area.
type criterionRow struct {
	Criterion link
	About     string // level and footing
	Count     resultRow
	NotMet    link
	Class     chip
	Target    string
	Gap       link // why it could not be judged, wholly or in part
}

func (b *builder) criterionRow(r audit.CriterionResult) criterionRow {
	c := r.Criterion
	row := criterionRow{
		Criterion: link{c.ID + " " + c.Title, anchor("criterion", c.ID)},
		About:     levelWords(c) + " · " + c.Footing.Words(),
		Count:     resultOf(r.Count), NotMet: link{thousands(r.NotMet), b.toFindings(c)}, Class: classChip(b.letter.Classes[c.ID]), Target: targetWords(r.Target),
	}
	switch {
	case !r.Assessable():
		row.Gap = link{"Could not be judged: what is missing", anchor("gap", c.ID)}
	case r.Error != "":
		row.Gap = link{"The policy failed: incomplete", "failed"}
	}
	return row
}

// targetWords is what a measure is held to, and whether it keeps to it.
func targetWords(t *audit.TargetResult) string {
	switch {
	case t == nil:
		return ""
	case !t.Judged:
		return "Too few to say: " + t.Words
	case t.Reached:
		return "Reached: " + t.Words
	}
	return "Not reached: " + t.Words
}

// worstTeams are the teams with anything not met, most first; equals by name.
func worstTeams(r audit.CriterionResult) []audit.TeamCount {
	worst := slices.DeleteFunc(slices.Clone(r.Teams), func(t audit.TeamCount) bool { return t.NotMet == 0 })
	slices.SortStableFunc(worst, func(x, y audit.TeamCount) int { return y.NotMet - x.NotMet })
	return worst
}
