package workbook

import (
	"github.com/caseaudit/caseaudit/internal/audit"
)

// writeTeams writes each team by area of practice, as a heat map with numbers.
func writeTeams(b *book) error {
	areas := b.audit.Summary.Areas
	columns := []column{
		{header: "Team", width: 30}, {header: "Cases", width: 10, right: true}, {header: "Priority findings", width: 12, right: true},
		{header: "Audited", width: 11, right: true}, {header: "Met %", width: 10, right: true},
	}
	for _, a := range areas {
		columns = append(columns, column{header: a.Area.Title, width: 15.5, right: true})
	}
	areaOf := map[string]string{}
	for _, r := range b.audit.Summary.Criteria {
		areaOf[r.Criterion.ID] = r.Criterion.Area.Name
	}
	teams := b.audit.Summary.Teams
	return b.writeTable(table{
		page: page{
			sheet: sheetTeams, frozen: 1, title: "Results by team",
			intro: "Share of audited items that are met, for each team and area of practice. " + heatNote,
		},
		name: "Teams", columns: columns, rows: len(teams), none: "None",
		row: func(i int) []cell {
			t := teams[i]
			cells := []cell{bold(teamName(t.Team)), number(t.Records), number(t.Priority), number(t.Audited()), heat(t.Count)}
			byArea := map[string]audit.Count{}
			for _, r := range b.audit.Summary.Criteria { // in the catalogue's order
				c := byArea[areaOf[r.Criterion.ID]]
				c.Met += t.Criteria[r.Criterion.ID].Met
				c.NotMet += t.Criteria[r.Criterion.ID].NotMet
				byArea[areaOf[r.Criterion.ID]] = c
			}
			for _, a := range areas {
				cells = append(cells, heat(byArea[a.Area.Name]))
			}
			return cells
		},
	})
}

// writeTeamDetail writes each criterion that was audited by team.
func writeTeamDetail(b *book) error {
	columns := []column{{header: "Ref", width: 10}, {header: "Criterion", width: 44}, {header: "All teams", width: 11, right: true}}
	teams := b.audit.Summary.Teams
	for _, t := range teams {
		columns = append(columns, column{header: teamName(t.Team), width: 15.5, right: true})
	}
	var audited []audit.CriterionResult
	for _, r := range b.audit.Summary.Criteria {
		if r.Audited() > 0 {
			audited = append(audited, r)
		}
	}
	const teamsPerPage = 12
	return b.writeTable(table{
		page: page{
			sheet: sheetTeamDetail, frozen: 2, title: "Criteria by team", pages: (len(teams) + teamsPerPage - 1) / teamsPerPage,
			intro: "Share of audited items that are met, for each criterion and team. " + heatNote,
		},
		name: "TeamsByCriterion", columns: columns, rows: len(audited), none: "None",
		row: func(i int) []cell {
			r := audited[i]
			cells := []cell{bold(r.Criterion.ID), words(r.Criterion.Title), heat(r.Count)}
			for _, t := range teams {
				cells = append(cells, heat(t.Criteria[r.Criterion.ID]))
			}
			return cells
		},
	})
}
