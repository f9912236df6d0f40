package waiver

import (
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

func read(t *testing.T, text string) *List {
	t.Helper()
	l, err := Read("waivers.yaml", []byte(text), reporttest.Catalogue())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

const rest = "\n    reason: the family moved away\n    approver: Head of Service\n    expires: "

// The verdict stays and the counts do not move.
func TestWaived(t *testing.T) {
	a := reporttest.Audit()
	before := a.Summary.All
	read(t, "waivers:\n  - criterion: AS-02\n    case: C-1002"+rest+"2026-10-31\n  - criterion: MO-03\n    team: assessment south"+rest+"2026-12-31\n").Apply(a)
	var waived []string
	for _, o := range a.Outcomes {
		if o.Waived {
			waived = append(waived, o.Criterion.ID+" "+o.CaseID)
			if o.Met {
				t.Errorf("%s of %s is waived and met", o.Criterion.ID, o.CaseID)
			}
		}
	}
	if got := strings.Join(waived, ", "); got != "AS-02 C-1002, MO-03 C-1005" {
		t.Error(got)
	}
	if a.Summary.All != before || len(a.Extra) != 0 || len(a.Waivers) != 2 || a.Waivers[0].Findings != 1 || a.Waivers[0].Expired {
		t.Errorf("%+v %+v %+v", a.Summary.All, a.Extra, a.Waivers)
	}
}

// A waiver that has run out, or that nothing matches, is a finding.
func TestFindings(t *testing.T) {
	for name, c := range map[string]struct{ text, id, message string }{
		"expired the day before": {"case: C-1002" + rest + "2026-10-30", "WV-01", "the waiver of AS-02 for case C-1002 expired on 30/10/2026 and 1 finding stands: renew it with a new approval or take it out"},
		"no such case":           {"case: C-9999" + rest + "2026-12-31", "WV-02", "the waiver of AS-02 for case C-9999 matches no finding: mend its ids or take it out"},
		"met":                    {"case: C-1001" + rest + "2026-12-31", "WV-02", "the waiver of AS-02 for case C-1001 matches no finding: mend its ids or take it out"},
		"other item":             {"case: C-1002\n    item: A-9" + rest + "2026-12-31", "WV-02", "the waiver of AS-02 for case C-1002, item A-9 matches no finding: mend its ids or take it out"},
	} {
		a := reporttest.Audit()
		before := len(a.Findings())
		read(t, "waivers:\n  - criterion: AS-02\n    "+c.text+"\n").Apply(a)
		if len(a.Extra) != 1 || a.Extra[0].Criterion.ID != c.id || a.Extra[0].Message != c.message || a.Extra[0].Where != "waivers.yaml row 2" {
			t.Errorf("%s: %+v", name, a.Extra)
		}
		if len(a.Findings()) != before+1 {
			t.Errorf("%s: it is no finding", name)
		}
		for _, o := range a.Outcomes {
			if o.Waived {
				t.Errorf("%s: it waives %s", name, o.CaseID)
			}
		}
	}
}

// A finding on a waiver keeps its identity when lines move.
func TestIdentity(t *testing.T) {
	text := "waivers:\n  - criterion: AS-02\n    case: C-9999" + rest + "2026-12-31\n"
	a, b := reporttest.Audit(), reporttest.Audit()
	read(t, text).Apply(a)
	read(t, "# a comment\n\n"+text).Apply(b)
	if a.Extra[0].Finding != b.Extra[0].Finding || a.Extra[0].Where == b.Extra[0].Where {
		t.Errorf("%+v %+v", a.Extra[0], b.Extra[0])
	}
}

func TestReadRefuses(t *testing.T) {
	const good = "criterion: AS-02\n    case: '0012'" + rest + "2026-12-31"
	for text, want := range map[string]string{
		strings.Replace(good, "reason: the family moved away", "reason: ''", 1): "line 2: reason is missing",
		strings.Replace(good, "approver", "aprover", 1):                         `line 2: "aprover" is no key of a waiver`,
		strings.Replace(good, "approver: Head of Service", "", 1):               "approver is missing",
		strings.Replace(good, "2026-12-31", "", 1):                              "expires is missing",
		strings.Replace(good, "2026-12-31", "31/12/2026", 1):                    "write yyyy-mm-dd",
		strings.Replace(good, "2026-12-31", "2026-02-30", 1):                    "write yyyy-mm-dd",
		strings.Replace(good, "AS-02", "AS-2", 1):                               "did you mean",
		strings.Replace(good, "AS-02", "CP-15", 1):                              "is a measure",
		strings.Replace(good, "case: '0012'", "", 1):                            "name a case or a team",
		good + "\n    team: North":                                              "name a case or a team",
		strings.Replace(good, "case: '0012'", "team: North\n    item: A", 1):    "an item belongs to a case",
		good + "\n  - " + good:                                                  "the same waiver stands on line 2",
		good + "\n    case: '0013'":                                             "stands twice",
	} {
		_, err := Read("waivers.yaml", []byte("waivers:\n  - "+text+"\n"), reporttest.Catalogue())
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "waivers.yaml") {
			t.Errorf("%s\ngives %v, want %s", text, err, want)
		}
	}
	if _, err := Read("waivers.yaml", []byte("waiver: []\n"), reporttest.Catalogue()); err == nil {
		t.Error("an unknown key passes")
	}
}

// A case id keeps its zeros, quoted or not.
func TestCaseID(t *testing.T) {
	l := read(t, "waivers:\n  - criterion: AS-02\n    case: 0012"+rest+"2026-12-31\n")
	if l.waivers[0].Case != "0012" {
		t.Error(l.waivers[0].Case)
	}
	a := &audit.Audit{AsAt: "2026-10-31"}
	l.Apply(a)
	if !strings.Contains(a.Extra[0].Message, "case 0012") {
		t.Error(a.Extra[0].Message)
	}
}
