package baseline

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

func written(t *testing.T, b *Baseline) string {
	t.Helper()
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestRoundTrip(t *testing.T) {
	for name, a := range map[string]*audit.Audit{"full": reporttest.Audit(), "empty": reporttest.Empty()} {
		want := Of(a)
		text := written(t, want)
		got, err := Read("b.json", []byte(text))
		if err != nil {
			t.Fatal(name, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if again := written(t, got); again != text {
			t.Errorf("%s: other bytes the second time", name)
		}
	}
}

// The same audit against its own baseline has nothing new and nothing fixed.
func TestNothingChanged(t *testing.T) {
	a := reporttest.Audit()
	c := Of(a).Compare(a)
	if c.New != 0 || c.Open != len(a.Findings()) || c.Open == 0 || len(c.Fixed)+len(c.Gone)+len(c.Unassessed) != 0 {
		t.Errorf("%+v", c)
	}
}

func TestCompare(t *testing.T) {
	a := reporttest.Audit()
	b := Of(a)
	newest := b.Findings[0]
	b.Findings = b.Findings[1:]
	var met audit.Outcome
	for _, o := range a.Outcomes {
		if o.Met && o.Criterion.ID == "AS-02" {
			met = o
		}
	}
	b.Findings = append(b.Findings,
		Entry{met.Finding, met.Criterion.ID, met.CaseID, met.Entity, met.Item},
		Entry{"0000000000000001", "AS-02", "C-9", "assessments", "A-9"},
		Entry{"0000000000000002", "AS-04", "C-9", "assessments", "A-9"}, // lacks its fields
		Entry{"0000000000000003", "RE-01", "C-9", "record", "record"},   // its policy failed
	)
	c := b.Compare(a)
	if c.New != 1 || c.Open != len(a.Findings())-1 {
		t.Errorf("%d new, %d open", c.New, c.Open)
	}
	if len(c.Fixed) != 1 || c.Fixed[0].Finding != met.Finding {
		t.Errorf("fixed: %v", c.Fixed)
	}
	if len(c.Gone) != 1 || c.Gone[0].Criterion != "AS-02" || len(c.Unassessed) != 2 {
		t.Errorf("gone: %v; not assessed: %v", c.Gone, c.Unassessed)
	}
	for _, f := range a.Findings() {
		if want := f.Finding == newest.Finding; (f.State == audit.New) != want {
			t.Errorf("%s is %q", f.Finding, f.State)
		}
	}
}

// Rows that move make nothing new.
func TestRowsMove(t *testing.T) {
	a := reporttest.Audit()
	b := Of(a)
	for i := range a.Outcomes {
		a.Outcomes[i].At.Row += 7
		a.Outcomes[i].Where = "elsewhere"
	}
	if c := b.Compare(a); c.New != 0 {
		t.Errorf("%d new", c.New)
	}
}

func TestReadRefuses(t *testing.T) {
	for text, want := range map[string]string{
		``:                               "EOF",
		`{"version": 2, "findings": []}`: "version 2",
		`{"version": 1, "finding": []}`:  "unknown field",
		`{"version": 1, "findings": [{"finding": "", "criterion": "AS-02"}]}`:                                          "entry 1",
		`{"version": 1, "findings": [{"finding": "a", "criterion": "AS-02"}, {"finding": "a", "criterion": "AS-02"}]}`: "twice",
		`{"version": 1, "findings": []} x`: "after its end",
	} {
		if _, err := Read("b.json", []byte(text)); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "b.json") {
			t.Errorf("%s: %v", text, err)
		}
	}
}
