package workbook

import (
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// What an export holds only the latest of is said as such, and no field is asked for.
func TestLatestOnlyInWords(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	b := &book{fields: d}
	const latest = "latest only: the export holds each child's latest visit and no earlier one"
	r := audit.CriterionResult{Criterion: &criteria.Criterion{ID: "CC-17", Title: "Visited"}, Missing: []string{latest}}
	if got := b.whyNotJudged(r); got != latest {
		t.Errorf("criteria sheet: %q", got)
	}
	p := b.notAssessable(r)
	if p.what != "Latest only: the export holds each child's latest visit and no earlier one." || p.field != "" {
		t.Errorf("data quality sheet: %q, field %q", p.what, p.field)
	}
	r.Missing = []string{"plans.type", latest}
	if got := b.notAssessable(r).what; got != "The export lacks type (plans). Latest only: the export holds each child's latest visit and no earlier one." {
		t.Errorf("data quality sheet, with a field: %q", got)
	}
}
