package handbook_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

func TestTerminal(t *testing.T) {
	catalogue, book := shipped(t)
	c, ok := catalogue.Criterion("AS-18")
	if !ok {
		t.Fatal("there is no AS-18")
	}
	f, ok := book.Finding("ply09-s3")
	if !ok {
		t.Fatal("there is no PLY09-S3")
	}
	entry, err := book.Entry(c)
	if err != nil {
		t.Fatal(err)
	}
	for name, write := range map[string]func(io.Writer) error{
		"criterion.txt":         entry.Show,
		"finding.txt":           func(w io.Writer) error { return book.TraceFinding(w, f) },
		"findings-answered.txt": func(w io.Writer) error { return book.TraceCriterion(w, c) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		reporttest.Golden(t, name, b.Bytes(), *update)
	}
}

func TestTraceAllHasALineAFinding(t *testing.T) {
	catalogue, book := shipped(t)
	var b bytes.Buffer
	if err := book.TraceAll(&b); err != nil {
		t.Fatal(err)
	}
	_, findings, err := catalogue.Findings()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != len(findings)+1 {
		t.Errorf("%d lines for %d findings and a head", len(lines), len(findings))
	}
}

// What the terminal shows of a criterion is what its page says.
func TestTheTerminalSaysWhatThePageSays(t *testing.T) {
	catalogue, book := shipped(t)
	page := pages(t, book)["criteria.md"]
	for _, c := range catalogue.Criteria {
		entry, err := book.Entry(c)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := entry.Show(&b); err != nil {
			t.Fatal(err)
		}
		shown := strings.Join(strings.Fields(b.String()), " ")
		for _, text := range append(entry.Sources, c.Title, c.Description, c.Finding, c.Action, c.Why) {
			if !strings.Contains(shown, text) {
				t.Errorf("%s: the terminal does not show %q", c.ID, text)
			}
		}
		for _, x := range entry.Examples {
			if text := strings.Join(strings.Fields(x.Case), " "); !strings.Contains(shown, text) || !strings.Contains(page, "| "+x.Shows+" | ") {
				t.Errorf("%s: the example %q is not shown", c.ID, text)
			}
		}
	}
}
