package workbook

import (
	"fmt"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// findingsColumns is how many columns Findings has, for links to whole rows.
const findingsColumns = 13

// writeFindings writes one sheet of findings, the first being part 0.
func writeFindings(b *book, part int) error {
	first := part * findingsPerSheet
	here := b.places.findings[first:min(len(b.places.findings), first+findingsPerSheet)]
	p := page{
		sheet: findingsSheet(part), frozen: 2, title: "Findings",
		intro: "One row for each item that was not met: priority findings first, then by criterion and child. Days over are calendar days past the due date.",
	}
	if total := len(b.places.findings); total > findingsPerSheet {
		p.title = fmt.Sprintf("Findings %s to %s of %s", thousands(first+1), thousands(first+len(here)), thousands(total))
	}
	dated := dateWidth(here)
	return b.writeTable(table{
		page: p,
		name: strings.ReplaceAll(findingsSheet(part), " ", ""),
		columns: []column{
			{header: "Finding", width: 20}, {header: "Child ref", width: 15}, {header: "Team", width: 21}, {header: "Area", width: 19},
			{header: "Criterion", width: 12}, {header: "What is asked for", width: 29}, {header: "Level", width: 18}, {header: "Why", width: 54},
			{header: "Due", width: dated}, {header: "Done", width: dated}, {header: "Days over", width: 9, right: true},
			{header: "Where in the export", width: 33}, {header: "Doubt about the data", width: 24},
		},
		rows: len(here), none: "None",
		row: func(i int) []cell {
			o := here[i]
			over := number(o.DaysOver)
			if o.DaysOver == 0 {
				over.value = nil
			}
			return []cell{
				id(o.Finding), id(o.CaseID), text(teamName(o.Team)), words(o.Criterion.Area.Title), bold(o.Criterion.ID),
				words(o.Criterion.Title), levelChip(o.Criterion.Level), text(capital(o.Message)), day(o.Due), day(o.Done), over,
				text(o.Where), text(capital(o.Doubt)),
			}
		},
	})
}

// dateWidth is room for dates, and for times of day where any finding has one.
func dateWidth(findings []audit.Outcome) float64 {
	for _, o := range findings {
		if strings.Contains(o.Due, "T") || strings.Contains(o.Done, "T") {
			return 18
		}
	}
	return 13
}
