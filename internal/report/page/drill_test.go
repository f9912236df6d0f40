package page

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

// TestDrillDown goes from an area to a criterion to a child, and finds there what
// was found, with the dates, the arithmetic and the place in the export.
func TestDrillDown(t *testing.T) {
	root := tree(t, written(t, reporttest.Audit()))
	at := byID(t, root, "areas")
	for _, step := range []string{"Management oversight and supervision", "MO-03 Completed work signed off on time"} {
		at = follow(t, root, at, step)
	}
	if got := words(at); !strings.Contains(got, "Working days from completion to the manager's sign-off: 5 working days (local standard)") || !strings.Contains(got, "2 findings") {
		t.Errorf("the criterion says: %s", got)
	}
	finding := words(follow(t, root, at, "C-1005"))
	for _, want := range []string{"Development", "MO-03", "not signed off by 31/10/2026, 40 days over", "Counted from14/09/2026", "Due21/09/2026",
		"Donenot by 31/10/2026", "Over40 calendar days", "In the exportassessments.csv row 6", "To doRead the assessment"} {
		if !strings.Contains(strings.ReplaceAll(finding, " "+want, want), want) {
			t.Errorf("the finding does not say %q: %s", want, finding)
		}
	}
}

// follow takes the first link of these words below an element.
func follow(t *testing.T, root, from *html.Node, text string) *html.Node {
	t.Helper()
	for n := range from.Descendants() {
		if n.Data == "a" && words(n) == text {
			return byID(t, root, strings.TrimPrefix(attribute(n, "href"), "#"))
		}
	}
	t.Fatalf("no link %q in %s", text, words(from))
	return nil
}

// What could not be judged is never shown as met, and names what would unlock it.
func TestNotJudged(t *testing.T) {
	root := tree(t, written(t, reporttest.Audit()))
	for id, wants := range map[string][]string{
		"gap-AS-04":       {"AS-04 Risk and protective factors recorded", "Risk factors (assessments), or analysis (assessments)", "assessments.risk_factors", "visits with type child_protection"},
		"not-judged":      {"RE-01 Chronology present", "eval_conflict_error", "C-1007", "ME-02 Return interview in time", "None audited", "CC-14 Private fostering visited", "Too few to say"},
		"criterion-AS-04": {"Could not be judged, which is not a pass"},
		"criterion-RE-01": {"The policy failed, so this result is incomplete"},
		"headline":        {"1 criterion could not be judged for want of data; 1 policy failed, so the audit is incomplete."},
	} {
		got := words(byID(t, root, id))
		for _, want := range wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s does not say %q:\n%s", id, want, got)
			}
		}
	}
	for n := range byID(t, root, "criteria").Descendants() {
		if row := words(n); n.Data == "tr" && strings.HasPrefix(row, "AS-04") && (strings.Contains(row, "%") || !strings.Contains(row, "Not assessable")) {
			t.Errorf("AS-04 has a share, or a class: %s", row)
		}
	}
}

// Text of an export stays text, and what could turn a line round is gone.
func TestHostileText(t *testing.T) {
	a := reporttest.Audit()
	const planted = "</title></style><script>alert(1)</script>\"'><svg onload=alert(1)> {{.Marking}} \u202egnitset\u202c \x00\x1b[2J\u2028\ufeff\xff"
	a.Council, a.Program, a.Policies = planted, planted, planted
	for i := range a.Outcomes {
		o := &a.Outcomes[i]
		o.Where, o.Item, o.Doubt, o.Team = planted, planted+o.Item, planted, planted+o.Team
		o.Finding = planted + o.Finding
		if !o.Met {
			o.Message = planted
		}
	}
	for i := range a.Survey.Notes {
		a.Survey.Notes[i].Text, a.Survey.Notes[i].Field = planted, planted
	}
	a.Survey.Inputs[0].Name, a.Survey.Ignored[0], a.Settings[0].Value = planted, planted, planted
	a.Summary.Children[0].CaseID, a.Summary.Children[0].Team = planted, planted
	document := written(t, a)
	plain := flatten(tree(t, written(t, reporttest.Audit())))
	hostile := flatten(tree(t, document))
	if strings.Count(strings.Join(hostile, " "), "script") > 0 || len(hostile) > 2*len(plain) {
		t.Error("planted text became elements")
	}
	elements(t, document) // still strict XML, without a control character
	if strings.ContainsAny(string(document), "\u202e\u202c\u2028\ufeff\x00\x1b") {
		t.Error("control characters are left")
	}
	if got := strings.Count(string(document), "&lt;script&gt;"); got < 20 {
		t.Errorf("the planted text stands %d times, want it shown as text", got)
	}
	if strings.Contains(string(document), "ZgotmplZ") {
		t.Error("the template refused a value and left a gap")
	}
}

// The page says what the letter says, in its order and word for word, whatever the
// profile; and its sentences lead to what they rest on.
func TestLetter(t *testing.T) {
	for _, name := range letter.BuiltInNames() {
		profile, err := letter.BuiltIn(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range []*audit.Audit{reporttest.Audit(), reporttest.Empty()} {
			l := letter.Write(a, profile)
			var b bytes.Buffer
			if err := Write(&b, a, l, Options{Profile: profile}); err != nil {
				t.Fatal(err)
			}
			part := byID(t, tree(t, b.Bytes()), "letter")
			rest := words(part)
			for _, line := range l.Text() {
				line, _, _ = strings.Cut(line, " [") // the reference stands before the sentence
				line = strings.Join(strings.Fields(line), " ")
				_, after, ok := strings.Cut(rest, line)
				if !ok && line != l.Notice && line != l.Title {
					t.Errorf("%s: not there, or not in its place: %q", name, line)
					continue
				}
				if ok && line != l.Notice && line != l.Title {
					rest = after
				}
			}
			evidence := 0
			for n := range part.Descendants() {
				if attribute(n, "class") == "evidence" {
					evidence++
				}
			}
			if len(l.Listed()) < 1 || evidence < len(l.Listed()) {
				t.Errorf("%s: %d of %d sentences lead to what they rest on", name, evidence, len(l.Listed()))
			}
		}
	}
}
