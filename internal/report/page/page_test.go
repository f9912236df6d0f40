package page

import (
	"bytes"
	"errors"
	"flag"
	"html/template"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
	"github.com/caseaudit/caseaudit/internal/report/workbook"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func written(t testing.TB, a *audit.Audit) []byte {
	t.Helper()
	profile, err := letter.BuiltIn(letter.DefaultProfile)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, a, reporttest.Letter(t, a), Options{Profile: profile}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bare is a page without its style, which has a file of its own.
func bare(document []byte) []byte {
	document = bytes.Replace(document, []byte(style), []byte("(style.css)"), 1)
	return bytes.Replace(document, []byte(template.HTMLEscapeString(policy())), []byte("(policy)"), 1)
}

func TestWrite(t *testing.T) {
	got := written(t, reporttest.Audit())
	reporttest.Golden(t, "page.html", bare(got), *update)
	if !bytes.Equal(got, written(t, reporttest.Audit())) {
		t.Error("two pages of one audit differ")
	}
}

func TestWriteNothingAudited(t *testing.T) {
	reporttest.Golden(t, "empty.html", bare(written(t, reporttest.Empty())), *update)
}

// Nothing audited is no pass, and says so where a reader looks first.
func TestNothingAudited(t *testing.T) {
	root := tree(t, written(t, reporttest.Empty()))
	for id, want := range map[string]string{
		"headline":    "No item in this export could be audited",
		"development": "Nothing was audited, so nothing can be said of practice.",
		"teams":       "No team had an audited item.",
	} {
		if got := words(byID(t, root, id)); !strings.Contains(got, want) {
			t.Errorf("%s does not say %q:\n%s", id, want, got)
		}
	}
	if got := words(byID(t, root, "headline")); strings.Contains(got, "100%") || strings.Contains(got, "0%") {
		t.Errorf("a share of nothing: %s", got)
	}
}

// A letter is not needed: all is then unclassed, and nothing reads like a pass.
func TestWithoutALetter(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, reporttest.Audit(), nil, Options{}); err != nil {
		t.Fatal(err)
	}
	root := tree(t, b.Bytes())
	if got := words(byID(t, root, "letter")); !strings.Contains(got, "There is no letter.") {
		t.Error(got)
	}
	if got := words(byID(t, root, "criterion-AS-02").Parent); !strings.Contains(got, "Not classed") || strings.Contains(got, "Satisfactory") {
		t.Error(got)
	}
}

// The marking is the council's own where it has one, and else the workbook's.
func TestMarking(t *testing.T) {
	if DefaultMarking != workbook.DefaultMarking {
		t.Errorf("the page is marked %q, the workbook %q", DefaultMarking, workbook.DefaultMarking)
	}
	var b bytes.Buffer
	const own = "<b>OFFICIAL</b> & ours"
	if err := Write(&b, reporttest.Audit(), nil, Options{Marking: own}); err != nil {
		t.Fatal(err)
	}
	marked := 0
	for n := range tree(t, b.Bytes()).Descendants() {
		if n.Data == "p" && words(n) == own {
			marked++
		}
	}
	if marked != 2 {
		t.Errorf("marked %d times, want at the head and the foot", marked)
	}
}

// waived is the fixture with waivers: one in force, one expired, one that matches
// nothing; and a baseline.
func waived() *audit.Audit {
	a := reporttest.Audit()
	a.Waivers = []audit.Waiver{
		{Criterion: "AS-02", CaseID: "C-1002", Item: "A-2", Reason: "seen at hospital", Approver: "head of service", Expires: "2026-12-31", Where: "waivers.yaml row 1", Findings: 1},
		{Criterion: "MO-03", Team: reporttest.South, Reason: "no manager", Approver: "director", Expires: "2026-09-30", Where: "waivers.yaml row 6", Findings: 1, Expired: true},
		{Criterion: "CR-01", CaseID: "C-0", Reason: "mistyped", Approver: "director", Expires: "2026-12-31", Where: "waivers.yaml row 11"},
	}
	about := &criteria.Criterion{ID: "WV-01", Title: "Waivers in date", Area: criteria.Area{Name: "waivers", Code: "WV", Title: "Waivers"},
		Level: criteria.Development, Footing: criteria.Local, Unit: "waivers", Action: "Ask the approver again."}
	a.Extra = []audit.Outcome{{Criterion: about, CaseID: audit.ServiceCase, Item: "MO-03 " + reporttest.South, Team: reporttest.South, Finding: "feed",
		Message: "the waiver of MO-03 for team Assessment South expired on 30/09/2026 and 1 finding stands"}}
	for i := range a.Outcomes {
		if o := &a.Outcomes[i]; !o.Met {
			o.State, o.Waived = audit.Open, o.CaseID == "C-1002" && o.Criterion.ID == "AS-02"
		}
	}
	return a
}

// What is waived stays not met, and says that it is waived.
func TestWaivers(t *testing.T) {
	root := tree(t, written(t, waived()))
	for id, want := range map[string][]string{
		"child-C-1002": {"Waived", "Still open", "does not record that the child was seen"},
		"service":      {"Waivers in date", "The waiver of MO-03 for team Assessment South expired"},
		"method":       {"In force: accepts 1 finding", "Expired: 1 finding stands", "Matches no finding", "head of service"},
	} {
		got := words(byID(t, root, id))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s does not say %q:\n%s", id, w, got)
			}
		}
	}
	if got := words(byID(t, root, "child-C-1003")); strings.Contains(got, "Waived") {
		t.Errorf("not waived: %s", got)
	}
	with, without := words(byID(t, root, "areas")), words(byID(t, tree(t, written(t, reporttest.Audit())), "areas"))
	if with != without {
		t.Errorf("a waiver changed the figures:\n%s\n%s", with, without)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteError(t *testing.T) {
	if err := Write(full{}, reporttest.Empty(), nil, Options{}); err == nil || err.Error() != "page: disk full" {
		t.Errorf("got %v", err)
	}
}
