package workbook

import "strings"

// linksPerSheet keeps well below the 65,530 links that a sheet may have; the
// library's time to add one grows with those already there.
const linksPerSheet = 10_000

// writeChildren writes one row for each case, those who need somebody first.
func writeChildren(b *book) error {
	children := b.audit.Summary.Children
	return b.writeTable(table{
		page: page{
			sheet: sheetChildren, frozen: 1, title: "Children",
			intro: "One row for each case with an audited item: most priority findings first, then most others, then the longest overdue. Days are calendar days.",
		},
		name: "Children",
		columns: []column{
			{header: "Child ref", width: 18}, {header: "Team", width: 28}, {header: "Priority findings", width: 12, right: true},
			{header: "Development findings", width: 16, right: true}, {header: "Advisory findings", width: 12, right: true},
			{header: "Longest overdue, days", width: 14, right: true}, {header: "Audited", width: 11, right: true},
			{header: "Criteria not met", width: 46}, {header: "First finding", width: 20},
		},
		rows: len(children), none: "None",
		row: func(i int) []cell {
			c := children[i]
			finding, where := b.places.firstFinding(c.CaseID)
			if i >= linksPerSheet {
				where = ""
			}
			priority := number(c.Priority)
			if c.Priority > 0 {
				priority.style = alertNumberStyle
			}
			overdue := number(c.DaysOver)
			if c.DaysOver == 0 {
				overdue.value = nil
			}
			return []cell{
				{value: c.CaseID, style: boldIDStyle}, text(teamName(c.Team)), priority, number(c.Development), number(c.Advisory),
				overdue, number(c.Audited), words(strings.Join(c.Criteria, ", ")), id(finding).linked(where),
			}
		},
	})
}
