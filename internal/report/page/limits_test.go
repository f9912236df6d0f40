package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

// large is an audit of so many cases, with findings of every criterion in most.
func large(cases int) *audit.Audit {
	a := reporttest.Audit()
	a.Outcomes, a.Records, a.Doubts, a.Faults = nil, cases, nil, nil
	for _, c := range a.Catalogue.Criteria {
		for i := range cases {
			for n := range 2 {
				o := audit.Outcome{
					Criterion: c, CaseID: fmt.Sprintf("%07d", i+1), Entity: c.Unit, Item: fmt.Sprintf("I-%d", n), Team: fmt.Sprintf("Team %d", i%400),
					Anchor: "2026-09-14", Met: (i*7+n)%13 > 5, Where: fmt.Sprintf("assessments.csv row %d", i+2), Finding: fmt.Sprintf("%s-%d-%d", c.ID, i, n),
				}
				if !o.Met {
					o.Due, o.DaysOver = "2026-09-21", i%60
					o.Message = "the assessment completed on 14/09/2026 was not signed off within 5 working days: due 21/09/2026, not signed off by 31/10/2026, 40 days over (30 working days)"
					a.Doubts = append(a.Doubts, audit.Doubt{Criterion: c, CaseID: o.CaseID, Item: o.Item, Text: "signed off before it was completed", Where: o.Where})
				}
				a.Outcomes = append(a.Outcomes, o)
			}
		}
	}
	for i := range a.Checks {
		if a.Checks[i].Faults > 0 {
			a.Checks[i].Faults = cases
			for n := range cases {
				a.Faults = append(a.Faults, audit.Fault{Check: a.Checks[i].Check, CaseID: fmt.Sprintf("%07d", n+1), Entity: "plans", Item: "P", Text: "ends early", Where: "plans.csv row 2"})
			}
		}
	}
	for i := range cases {
		a.Survey.Notes = append(a.Survey.Notes, casefile.Note{Kind: "unmatched code", Text: fmt.Sprintf("code %d is not known", i), Count: 1})
		a.Survey.Ignored = append(a.Survey.Ignored, fmt.Sprintf("%d.docx: no table", i))
	}
	a.Summary = audit.Summarise(a.Catalogue, a.Outcomes, map[string]audit.CriterionResult{})
	return a
}

// TestLarge: a page of 20,000 cases is one that a browser opens, and says what it
// leaves out.
func TestLarge(t *testing.T) {
	const cases = 20_000
	a := large(cases)
	document := written(t, a)
	t.Logf("%d findings: %.1f MB", len(a.Findings()), float64(len(document))/1e6)
	if len(document) > 6_000_000 {
		t.Errorf("the page has %d bytes", len(document))
	}
	root := tree(t, document)
	ids, dangling := map[string]bool{}, 0
	for n := range root.Descendants() {
		ids[attribute(n, "id")] = true
	}
	for n := range root.Descendants() {
		if to, ok := strings.CutPrefix(attribute(n, "href"), "#"); ok && !ids[to] {
			dangling++
		}
	}
	if dangling > 0 {
		t.Errorf("%d links lead nowhere", dangling)
	}
	children := words(byID(t, root, "worst"))
	listed := strings.Count(string(document), `<details class="child">`)
	if listed < 50 || listed > childrenListed {
		t.Errorf("%d children are listed", listed)
	}
	for id, want := range map[string]string{
		"worst":       fmt.Sprintf("The %d who need somebody most are listed. %s more are not listed here: the workbook has all, on the sheet “Children”.", listed, thousands(withFindings(a)-listed)),
		"teams":       "200 more are not listed here: the workbook has all, on the sheet “Teams”.",
		"check-DQ-02": "19,950 more are not listed here",
		"doubts":      "more are not listed here: the workbook has all, on the sheet “Data quality”.",
		"problems":    "More notes",
		"method":      "more are not listed here",
	} {
		if got := words(byID(t, root, id)); !strings.Contains(got, want) {
			t.Errorf("%s does not say %q: ... %s", id, want, got[max(0, len(got)-300):])
		}
	}
	if !strings.Contains(children, "priority") {
		t.Error("the worst children have no priority findings")
	}
	seen := a.Summary.Criteria[1]
	if got := words(byID(t, root, "findings-AS-02")); seen.Criterion.ID != "AS-02" || !strings.HasPrefix(got, thousands(seen.NotMet)+" findings") ||
		!strings.Contains(got, thousands(seen.NotMet-perCriterion)+" more are not listed here") {
		t.Errorf("AS-02: %s", got[max(0, len(got)-200):])
	}
}

func withFindings(a *audit.Audit) int {
	n := 0
	for _, c := range a.Summary.Children {
		if c.Findings() > 0 {
			n++
		}
	}
	return n
}

// One child with very many findings leaves room for the others.
func TestOneChildWithMany(t *testing.T) {
	a := reporttest.Audit()
	seen, _ := a.Catalogue.Criterion("AS-02")
	for i := range 5000 {
		a.Outcomes = append(a.Outcomes, audit.Outcome{Criterion: seen, CaseID: "C-1004", Item: fmt.Sprint(i), Finding: fmt.Sprintf("many-%d", i), Message: "not seen"})
	}
	a.Summary = audit.Summarise(a.Catalogue, a.Outcomes, map[string]audit.CriterionResult{})
	root := tree(t, written(t, a))
	if got := words(byID(t, root, "child-C-1004")); !strings.Contains(got, "4,960 more are not listed here: the workbook has all, on the sheet “Findings”.") {
		t.Errorf("... %s", got[max(0, len(got)-300):])
	}
	byID(t, root, "child-C-1003")
}

func BenchmarkWrite(b *testing.B) {
	for _, cases := range []int{300, 20_000} {
		a := large(cases)
		b.Run(fmt.Sprint(cases), func(b *testing.B) {
			for b.Loop() {
				b.SetBytes(int64(len(written(b, a))))
			}
		})
	}
}
