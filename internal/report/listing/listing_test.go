package listing_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/baseline"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/report/csv"
	"github.com/caseaudit/caseaudit/internal/report/github"
	"github.com/caseaudit/caseaudit/internal/report/junit"
	"github.com/caseaudit/caseaudit/internal/report/listing"
	"github.com/caseaudit/caseaudit/internal/report/markdown"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
	"github.com/caseaudit/caseaudit/internal/report/sarif"
	"github.com/caseaudit/caseaudit/internal/report/text"
	"github.com/caseaudit/caseaudit/internal/waiver"
)

func TestPath(t *testing.T) {
	for want, at := range map[string]casefile.Location{
		"exports/october/a.csv": {File: "a.csv", Row: 3}, "": {Row: 3},
	} {
		if got := listing.Path("exports\\october", at); got != want {
			t.Errorf("%v: %q, want %q", at, got, want)
		}
	}
}

func TestLine(t *testing.T) {
	for text, want := range map[string]string{
		"a\nb\r\nc\td": "a b  c d", "a\x1b[2Jb": "a[2Jb", "a\u202eb": "ab", "\u2028": " ", "Zoë": "Zoë", "\xff": "\uFFFD",
	} {
		if got := listing.Line(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// compared is the fixture against a baseline without one of its findings, and
// with a waiver for another and one that matches nothing.
func compared(t *testing.T) *audit.Audit {
	t.Helper()
	a := reporttest.Audit()
	b := baseline.Of(a)
	b.Findings = b.Findings[2:] // AS-02 of C-1002 and C-1003 are new
	list, err := waiver.Read("waivers.yaml", []byte(`waivers:
  - {criterion: AS-02, case: C-1002, reason: moved away, approver: Head of Service, expires: 2026-12-31}
  - {criterion: AS-02, case: C-9999, reason: moved away, approver: Head of Service, expires: 2026-12-31}
`), a.Catalogue)
	if err != nil {
		t.Fatal(err)
	}
	list.Apply(a)
	b.Compare(a)
	return a
}

// What is known is listed nowhere as new, and is never out of the count.
func TestFresh(t *testing.T) {
	a := compared(t)
	var fresh []string
	for _, f := range listing.Fresh(a) {
		fresh = append(fresh, f.Criterion.ID+" "+f.CaseID)
	}
	if got := strings.Join(fresh, ", "); got != "AS-02 C-1003, WV-02 service" {
		t.Error(got)
	}
	if got := listing.KnownWords(a); got != "6 still open since the baseline, 1 waived" {
		t.Error(got)
	}
}

func TestFormatsAgree(t *testing.T) {
	a := compared(t)
	for name, c := range map[string]struct {
		write      func(*bytes.Buffer) error
		has, hasNo []string
	}{
		"text":   {func(b *bytes.Buffer) error { return text.Findings(b, a) }, []string{"C-1003", "WV-02", "6 still open since the baseline, 1 waived"}, []string{"C-1002", "C-1005"}},
		"github": {func(b *bytes.Buffer) error { return github.Write(b, a, "x") }, []string{"C-1003", "WV-02", "6 still open"}, []string{"C-1002", "C-1005"}},
		"junit": {func(b *bytes.Buffer) error { return junit.Write(b, a, nil) },
			[]string{"C-1003", `<testsuite name="Waivers" tests="1" failures="1"`, "2 findings are waived or open"}, []string{"C-1002", "C-1005"}},
		"csv":      {func(b *bytes.Buffer) error { return csv.Write(b, a, nil) }, []string{"C-1002", ",new,yes\r\n", ",open,\r\n", ",new,\r\n", "WV-02"}, nil},
		"markdown": {func(b *bytes.Buffer) error { return markdown.Write(b, a, nil) }, []string{"2 need somebody to look at them", "## Waivers to look at"}, nil},
		"sarif": {func(b *bytes.Buffer) error { return sarif.Write(b, a, "x") },
			[]string{`"baselineState": "new"`, `"baselineState": "unchanged"`, `"suppressions"`, `"id": "WV-02"`}, nil},
	} {
		var b bytes.Buffer
		if err := c.write(&b); err != nil {
			t.Fatal(name, err)
		}
		for _, want := range c.has {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s lacks %q:\n%s", name, want, b.String())
			}
		}
		for _, not := range c.hasNo {
			if strings.Contains(b.String(), not) {
				t.Errorf("%s shows %q:\n%s", name, not, b.String())
			}
		}
	}
}
