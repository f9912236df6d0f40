package page

import (
	"fmt"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// teams is how the teams did, in all and, in the heat map, by area of practice.
type teams struct {
	Chart *chart
	Areas []link
	Rows  []teamRow
	Left  string
}

type teamRow struct {
	Team, Cases, Priority, Audited, Percent, Interval string
	Share                                             *bar
	All                                               heatCell
	Areas                                             []heatCell
}

func (b *builder) teams() teams {
	s := b.audit.Summary
	t := teams{}
	for _, area := range s.Areas {
		t.Areas = append(t.Areas, link{area.Area.Title, anchor("area", area.Area.Name)})
	}
	shown, left := first(s.Teams, teamsListed)
	t.Left = leftOut(left, "Teams")
	var shares []share
	for i, team := range shown {
		t.Rows = append(t.Rows, b.teamRow(team))
		if i < teamsDrawn {
			shares = append(shares, share{teamName(team.Team), team.Count})
		}
	}
	if len(shares) > 1 {
		desc := "A dot for each team on a scale from 0% to 100%, with a line for its 95% interval: two teams whose lines overlap may not differ. The table below has the figures."
		if len(s.Teams) > len(shares) {
			desc = fmt.Sprintf("The first %d of %s teams. %s", len(shares), thousands(len(s.Teams)), desc)
		}
		t.Chart = drawChart("chart-teams", "Share of audited items met, by team", desc, shares)
	}
	return t
}

func (b *builder) teamRow(t audit.TeamResult) teamRow {
	row := teamRow{
		Team: teamName(t.Team), Cases: thousands(t.Records), Priority: thousands(t.Priority), Audited: thousands(t.Audited()), Percent: heatWords(t.Count),
		All: heat(t.Count),
	}
	if t.Audited() >= fewBelow {
		row.Interval, row.Share = interval(t.Count), shareBar(t.Count)
	}
	byArea := map[string]audit.Count{}
	for _, r := range b.audit.Summary.Criteria {
		c, n := byArea[r.Criterion.Area.Name], t.Criteria[r.Criterion.ID]
		byArea[r.Criterion.Area.Name] = audit.Count{Met: c.Met + n.Met, NotMet: c.NotMet + n.NotMet}
	}
	for _, area := range b.audit.Summary.Areas {
		row.Areas = append(row.Areas, heat(byArea[area.Area.Name]))
	}
	return row
}
