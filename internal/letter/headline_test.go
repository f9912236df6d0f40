package letter_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

// judged is a criterion with so many children met and not met, from C-1 on.
type judged struct {
	criteria.Criterion
	met, notMet int
	result      audit.CriterionResult // what else the audit says of it
}

func of(id, area string, level criteria.Level, met, notMet int) judged {
	c := criteria.Criterion{ID: id, Title: id, Phrase: id, Area: criteria.Area{Name: area, Title: strings.ToUpper(area[:1]) + area[1:]}, Level: level, Unit: "plans"}
	return judged{Criterion: c, met: met, notMet: notMet}
}

func (j judged) lacking(field string) judged {
	j.result.Missing = []string{field}
	return j
}

func (j judged) failed() judged {
	j.result.Error = "conflict"
	return j
}

func (j judged) measure() judged {
	j.Measure = true
	return j
}

func (j judged) service() judged {
	j.Service = true
	return j
}

// headlines are the sentences of the headline, over an audit of so many records.
func headlines(t *testing.T, records int, all ...judged) []letter.Item {
	t.Helper()
	a := &audit.Audit{Catalogue: &criteria.Catalogue{}, Records: records, AsAt: "2026-10-31", From: "2025-11-01", Survey: &casefile.Survey{}}
	results := map[string]audit.CriterionResult{}
	for _, j := range all {
		c := j.Criterion
		a.Catalogue.Criteria = append(a.Catalogue.Criteria, &c)
		results[c.ID] = j.result
		if j.result.Error != "" {
			a.Errors = append(a.Errors, audit.PolicyError{Criterion: &c, Records: 1})
		}
		for i := range j.met + j.notMet {
			o := audit.Outcome{Criterion: &c, CaseID: fmt.Sprintf("C-%d", i+1), Met: i >= j.notMet}
			if c.Service {
				o.CaseID = audit.ServiceCase
			}
			a.Outcomes = append(a.Outcomes, o)
		}
	}
	a.Summary = audit.Summarise(a.Catalogue, a.Outcomes, results)
	return reporttest.LetterBy(t, a, "ilacs").Sections[0].Items
}

func TestHeadline(t *testing.T) {
	const p, d = criteria.Priority, criteria.Development
	for name, test := range map[string]struct {
		records int
		all     []judged
		says    []string // of each, that some sentence says it
		not     []string // of each, that none does
	}{
		"priority findings": {12, []judged{of("A", "plans", p, 7, 3), of("B", "plans", d, 0, 10)},
			[]string{"Of the 10 children with an item of priority level judged, 3 have at least one priority finding (30 per cent) and 7 have none.",
				"Nothing of that level was judged for 2 other children."}, nil},
		"one child": {1, []judged{of("A", "plans", p, 0, 1)},
			[]string{"Of the 1 child with an item of priority level judged, 1 has at least one priority finding (100 per cent) and 0 have none."}, nil},
		"no priority finding": {10, []judged{of("A", "plans", p, 10, 0)},
			[]string{"No priority finding was made for any of the 10 children with an item of priority level judged."}, []string{"other child"}},
		"a measure and the service are no child's": {9, []judged{of("A", "plans", p, 0, 9).measure(), of("B", "staff", p, 0, 9).service()},
			[]string{"No item of priority level could be judged for any child, so nothing is known of priority findings."}, []string{"No priority finding"}},
		"classes": {10, []judged{of("A", "plans", p, 7, 3), of("B", "plans", d, 5, 5), of("C", "plans", d, 9, 1), of("D", "plans", d, 10, 0), of("E", "plans", d, 4, 0)},
			[]string{"By the thresholds of this letter, the 4 criteria with items enough fall into 1 area for priority action, 1 area for development, 1 satisfactory and 1 strength.",
				"Nothing is concluded from 1 of the 5 criteria, and that is no pass: 1 on too few items."}, nil},
		"weakest and strongest": {10, []judged{of("A", "plans", d, 9, 1), of("B", "visits", d, 5, 5), of("C", "visits", d, 3, 0), of("D", "staff", d, 8, 2)},
			[]string{"Items were met least often in Visits (5 of 10 items, 50 per cent, by 1 of its 2 criteria).",
				"Items were met most often in Plans (9 of 10 items, 90 per cent, by 1 of its 1 criterion)."}, nil},
		"not strong for what failed": {10, []judged{of("A", "plans", d, 9, 1), of("B", "visits", d, 5, 5), of("C", "staff", d, 10, 0).failed()},
			[]string{"Items were met most often in Plans", "1 because the rule failed", "The rules of 1 criterion failed on some records, which are not counted."},
			[]string{"Staff ("}},
		"areas alike": {10, []judged{of("A", "plans", d, 10, 0), of("B", "visits", d, 6, 0), of("C", "staff", d, 5, 5)},
			[]string{"Items were met most often in Plans (10 of 10 items, 100 per cent, by 1 of its 1 criterion); Visits (6 of 6 items, 100 per cent, by 1 of its 1 criterion)."}, nil},
		"all areas alike": {10, []judged{of("A", "plans", d, 10, 0), of("B", "visits", d, 6, 0)},
			[]string{"Items were met equally often in every area of practice of which something is concluded: Plans"}, []string{"least often", "most often"}},
		"one area": {10, []judged{of("A", "plans", d, 10, 0), of("B", "visits", d, 2, 0)},
			[]string{"Too little was judged to call one area of practice weaker or stronger than another."}, []string{"least often"}},
		"all concluded from": {10, []judged{of("A", "plans", d, 10, 0)},
			[]string{"Something is concluded from every criterion, of 1 criterion."}, []string{"no pass"}},
		"areas without an item": {10, []judged{of("A", "plans", d, 10, 0), of("B", "visits", d, 0, 0), of("C", "staff", d, 0, 0).lacking("staff.role")},
			[]string{"Nothing is concluded from 2 of the 3 criteria, and that is no pass: 1 for want of fields in the export and 1 with nothing to audit in the period. No item was judged under: Visits and Staff."}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			items := headlines(t, test.records, test.all...)
			said := ""
			for i, item := range items {
				said += item.Text + "\n"
				if want := fmt.Sprintf("HL-%02d", i+1); item.Ref != want || item.Reference() != want || item.Basis == "" || len(item.Places) == 0 {
					t.Errorf("no evidence: %+v", item)
				}
			}
			for _, want := range test.says {
				if !strings.Contains(said, want) {
					t.Errorf("does not say %q:\n%s", want, said)
				}
			}
			for _, wrong := range test.not {
				if strings.Contains(said, wrong) {
					t.Errorf("says %q:\n%s", wrong, said)
				}
			}
		})
	}
}

// Every sentence of a letter leads to the workbook, and its reference is its own.
func TestEvidence(t *testing.T) {
	for _, profile := range letter.BuiltInNames() {
		l := reporttest.LetterBy(t, reporttest.Audit(), profile)
		rows := l.Evidence().Rows
		seen := map[string]bool{}
		for i, item := range l.Listed() {
			if seen[item.Ref] || item.Ref == "" || len(item.Places) == 0 || item.Basis == "" {
				t.Errorf("%s: %+v", profile, item)
			}
			seen[item.Ref] = true
			if rows[i][0] != item.Ref || slices.Contains([]string{rows[i][1], rows[i][5]}, "") {
				t.Errorf("%s: row %v", profile, rows[i])
			}
		}
		if len(rows) != len(seen) {
			t.Errorf("%s: %d rows for %d sentences", profile, len(rows), len(seen))
		}
	}
}
