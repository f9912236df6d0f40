// Package junit writes an audit as JUnit XML, the form in which CI servers read
// test results: a suite for each area of practice, a test for each criterion.
//
// A criterion with findings is a failed test whose text lists them; one that the
// export cannot answer is skipped with what it lacks, one whose policy failed is
// an error. A criterion that nothing fell under is skipped too: it proves
// nothing. There are no times, because the same export must give the same bytes.
package junit

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/listing"
)

type suites struct {
	XMLName  xml.Name `xml:"testsuites"`
	Name     string   `xml:"name,attr"`
	Tests    int      `xml:"tests,attr"`
	Failures int      `xml:"failures,attr"`
	Errors   int      `xml:"errors,attr"`
	Skipped  int      `xml:"skipped,attr"`
	Suites   []*suite `xml:"testsuite"`
}

type suite struct {
	Name     string `xml:"name,attr"`
	Tests    int    `xml:"tests,attr"`
	Failures int    `xml:"failures,attr"`
	Errors   int    `xml:"errors,attr"`
	Skipped  int    `xml:"skipped,attr"`
	Cases    []test `xml:"testcase"`
}

type test struct {
	Name    string `xml:"name,attr"`
	Class   string `xml:"classname,attr"`
	Skipped *said  `xml:"skipped"`
	Failure *said  `xml:"failure"`
	Error   *said  `xml:"error"`
	Output  string `xml:"system-out,omitempty"`
}

type said struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

// Write writes the audit.
func Write(w io.Writer, a *audit.Audit, _ *letter.Letter) error {
	all := suites{Name: "caseaudit as at " + a.AsAt}
	byArea := map[string]*suite{}
	texts, known := map[string]*strings.Builder{}, map[string]int{}
	for _, f := range listing.Findings(a) {
		if listing.Known(f) {
			known[f.Criterion.ID]++
			continue
		}
		if texts[f.Criterion.ID] == nil {
			texts[f.Criterion.ID] = &strings.Builder{}
		}
		fmt.Fprintf(texts[f.Criterion.ID], "%s: %s (%s)\n", listing.Line(f.CaseID), listing.Line(f.Message), listing.Line(f.Where))
	}
	for _, r := range append(slices.Clone(a.Summary.Criteria), extra(a)...) {
		area := r.Criterion.Area
		s := byArea[area.Name]
		if s == nil {
			s = &suite{Name: area.Title}
			byArea[area.Name] = s
			all.Suites = append(all.Suites, s)
		}
		t := testOf(r, texts[r.Criterion.ID])
		if n := known[r.Criterion.ID]; n > 0 {
			t.Output = fmt.Sprintf("%d findings are waived or open since the baseline", n)
		}
		s.Cases = append(s.Cases, t)
		s.count(t)
	}
	for _, s := range all.Suites {
		all.Tests, all.Failures, all.Errors, all.Skipped = all.Tests+s.Tests, all.Failures+s.Failures, all.Errors+s.Errors, all.Skipped+s.Skipped
	}
	text, err := xml.MarshalIndent(all, "", "  ")
	if err == nil {
		_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, text)
	}
	if err != nil {
		return fmt.Errorf("write junit: %w", err)
	}
	return nil
}

// extra gives the findings that no criterion of the catalogue made, as criteria.
func extra(a *audit.Audit) []audit.CriterionResult {
	var list []audit.CriterionResult
	for _, f := range a.Extra {
		i := slices.IndexFunc(list, func(r audit.CriterionResult) bool { return r.Criterion.ID == f.Criterion.ID })
		if i < 0 {
			i, list = len(list), append(list, audit.CriterionResult{Criterion: f.Criterion})
		}
		list[i].NotMet++
	}
	return list
}

func testOf(r audit.CriterionResult, findings *strings.Builder) test {
	c := r.Criterion
	t := test{Name: c.ID + " " + c.Title, Class: c.Area.Name + "." + c.Name}
	switch {
	case r.Error != "":
		t.Error = &said{Message: "the policy failed", Type: "policy", Text: listing.Line(r.Error)}
	case !r.Assessable():
		t.Skipped = &said{Message: "not assessable: " + listing.Line(letter.Because(r.Missing))}
	case findings != nil:
		t.Failure = &said{Message: fmt.Sprintf("%d of %d not met", r.NotMet, r.Audited()), Type: string(c.Level), Text: findings.String()}
	case r.Audited() == 0:
		t.Skipped = &said{Message: "nothing in the export fell under it"}
	}
	return t
}

func (s *suite) count(t test) {
	s.Tests++
	switch {
	case t.Error != nil:
		s.Errors++
	case t.Failure != nil:
		s.Failures++
	case t.Skipped != nil:
		s.Skipped++
	}
}
