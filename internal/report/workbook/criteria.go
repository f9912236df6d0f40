package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// criteriaColumns is how many columns Criteria has, for links to whole rows.
const criteriaColumns = 13

// writeCriteria writes the result of every criterion, judged or not.
func writeCriteria(b *book) error {
	results := b.audit.Summary.Criteria
	return b.writeTable(table{
		page: page{
			sheet: sheetCriteria, frozen: 1, title: "Results by criterion",
			intro: "One row for each criterion. Shares are of the items audited; what could not be judged says what is missing. A number that is underlined leads to its findings.",
		},
		name: "Criteria",
		columns: []column{
			{header: "Ref", width: 10}, {header: "Area", width: 22}, {header: "Criterion", width: 42},
			{header: "Met", width: 9, right: true}, {header: "Not met", width: 10, right: true},
			{header: "Audited", width: 11, right: true}, {header: "Met %", width: 13, right: true},
			{header: "95% interval", width: 16}, {header: "Class", width: 29}, {header: "Target", width: 34}, {header: "Level", width: 16},
			{header: "Footing", width: 26}, {header: "Could not be judged: what is missing", width: 48},
		},
		rows: len(results),
		row:  func(i int) []cell { return b.criterionRow(results[i]) },
		none: "None",
		dress: func(first, last int) error {
			return b.file.SetConditionalFormat(sheetCriteria, fmt.Sprintf("G%d:G%d", first, last), []excelize.ConditionalFormatOptions{{
				Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: "1",
				BarColor: "#" + bar, BarSolid: true,
			}})
		},
	})
}

func (b *book) criterionRow(r audit.CriterionResult) []cell {
	c := r.Criterion
	cells := []cell{bold(c.ID), words(c.Area.Title), words(c.Title)}
	if r.Audited() == 0 {
		cells = append(cells, cell{style: numberStyle}, cell{style: numberStyle}, number(0), cell{style: percentStyle})
	} else {
		cells = append(cells, number(r.Met), number(r.NotMet).linked(b.places.findingsOf(c.ID)), number(r.Audited()), share(r.Count))
	}
	level := words(capital(string(c.Level)))
	if c.Measure {
		level = words("Measure")
	}
	return append(cells, words(interval(r.Count)), chip(b.letter.Classes[c.ID]), words(target(r.Target)), level,
		words(capital(c.Footing.Words())), text(b.whyNotJudged(r)))
}

// target is what a measure is held to, and whether it keeps to it.
func target(t *audit.TargetResult) string {
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

// interval is the 95 % interval in words; empty when nothing was audited.
func interval(c audit.Count) string {
	low, high, ok := c.Interval()
	if !ok {
		return ""
	}
	return shareWords(low) + " to " + shareWords(high)
}

// whyNotJudged says what kept a criterion from being judged, wholly or in part.
func (b *book) whyNotJudged(r audit.CriterionResult) string {
	if !r.Assessable() {
		return b.lacks(r.Missing)
	}
	if r.Error != "" {
		return "The policy failed, so this result is incomplete: " + r.Error
	}
	return ""
}

// lacks lists missing needs in words.
func (b *book) lacks(needs []string) string {
	missing := make([]string, len(needs))
	for i, need := range needs {
		missing[i] = b.need(need).words
	}
	return strings.Join(missing, "; ")
}
