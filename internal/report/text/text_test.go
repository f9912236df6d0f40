package text

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func written(t *testing.T, a *audit.Audit, workbook string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, a, reporttest.Letter(t, a), workbook); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func found(t *testing.T, a *audit.Audit) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Findings(&b, a); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrite(t *testing.T) {
	got := written(t, reporttest.Audit(), "audit.xlsx")
	reporttest.Golden(t, "run.txt", got, *update)
	if !bytes.Equal(got, written(t, reporttest.Audit(), "audit.xlsx")) {
		t.Error("two accounts of one audit differ")
	}
}

func TestWriteNothingAudited(t *testing.T) {
	reporttest.Golden(t, "empty.txt", written(t, reporttest.Empty(), ""), *update)
}

func TestFindings(t *testing.T) {
	reporttest.Golden(t, "findings.txt", found(t, reporttest.Audit()), *update)
}

func TestFindingsNone(t *testing.T) {
	if got := string(found(t, reporttest.Empty())); got != "findings: none; 0 items judged in 0 cases\n" {
		t.Errorf("got %q", got)
	}
}

// Nothing of an export can drive the terminal, whatever report it comes in.
func TestTerminalSafe(t *testing.T) {
	const hostile = "\x1b[2Jx\r\n\x07\u202e\u0085"
	a := reporttest.Audit()
	a.Council = hostile
	for i := range a.Outcomes {
		a.Outcomes[i].CaseID, a.Outcomes[i].Where = hostile, hostile
		if !a.Outcomes[i].Met {
			a.Outcomes[i].Message = hostile
		}
	}
	a.Survey.Refusals[0] = casefile.Refusal{At: casefile.Location{File: hostile}, Reason: hostile}
	a.Survey.Notes[0].Kind = hostile
	a.Errors[0].CaseID, a.Errors[0].Text = hostile, hostile
	for _, text := range [][]byte{written(t, a, hostile), found(t, a)} {
		if i := bytes.IndexAny(text, "\x1b\r\x07\u202e\u0085"); i >= 0 {
			t.Errorf("reaches the terminal: %q", text[max(0, i-20):i+10])
		}
	}
}

// A long list stops at ten and says so.
func TestLongLists(t *testing.T) {
	a := reporttest.Empty()
	results := map[string]audit.CriterionResult{}
	a.Catalogue = &criteria.Catalogue{}
	for i := range 25 {
		id := fmt.Sprintf("AS-%02d", i)
		a.Catalogue.Criteria = append(a.Catalogue.Criteria, &criteria.Criterion{ID: id, Level: criteria.Advisory})
		if i < 13 {
			results[id] = audit.CriterionResult{Missing: []string{"plans.plan_id"}}
		}
	}
	a.Summary = audit.Summarise(a.Catalogue, nil, results)
	got := string(written(t, a, ""))
	for _, want := range []string{"Not assessable: 13 criteria", "AS-09 : the export lacks plans.plan_id\n  and 3 more\n", "AS-22 and 2 more\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteError(t *testing.T) {
	a := reporttest.Empty()
	for want, write := range map[string]func(io.Writer) error{
		"write text: disk full":     func(w io.Writer) error { return Write(w, a, reporttest.Letter(t, a), "") },
		"write findings: disk full": func(w io.Writer) error { return Findings(w, a) },
	} {
		if err := write(full{}); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
