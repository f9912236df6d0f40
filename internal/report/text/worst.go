package text

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// worst is a table of the five criteria with the lowest share met, among those
// with items enough to say so.
func (b *account) worst(a *audit.Audit, l *letter.Letter) {
	var results []audit.CriterionResult
	for _, r := range a.Summary.Criteria {
		if r.NotMet > 0 && saysSomething(l.Classes[r.Criterion.ID]) {
			results = append(results, r)
		}
	}
	if len(results) == 0 {
		return
	}
	slices.SortFunc(results, letter.WorstFirst)
	t := table.NewWriter()
	t.SetStyle(table.Style{Box: table.StyleBoxDefault, Options: table.OptionsNoBordersAndSeparators})
	t.AppendHeader(table.Row{"", "Criterion", "Not met", "Met", "Class"})
	for _, r := range results[:min(5, len(results))] {
		t.AppendRow(table.Row{r.Criterion.ID, clean(r.Criterion.Title), fmt.Sprintf("%d of %d", r.NotMet, r.Audited()),
			share(r.Met, r.Audited()), l.Classes[r.Criterion.ID].Words()})
	}
	b.heading("Furthest from met")
	for line := range strings.Lines(t.Render() + "\n") {
		fmt.Fprintf(b, " %s\n", strings.TrimRight(line, " \n"))
	}
}

// saysSomething reports whether the class stands on items enough.
func saysSomething(c letter.Class) bool {
	switch c {
	case letter.Strength, letter.Satisfactory, letter.Development, letter.Priority:
		return true
	}
	return false
}
