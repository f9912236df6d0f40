package generate

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/generate/timing"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/policies"
)

const annexAsAt = "2026-10-31"

// audited reads an export and audits it.
func audited(t *testing.T, path string) *audit.Audit {
	t.Helper()
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	cat, err := criteria.Load(policies.FS, d)
	if err != nil {
		t.Fatal(err)
	}
	e, err := intake.Open(t.Context(), d, []string{path})
	if err != nil {
		t.Fatal(err)
	}
	a, err := audit.Run(t.Context(), d, cat, e, audit.Options{AsAt: annexAsAt})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Errors) > 0 {
		t.Errorf("policies failed: %v", a.Errors)
	}
	return a
}

func assessable(a *audit.Audit) []string {
	var ids []string
	for _, r := range a.Summary.Criteria {
		if r.Assessable() {
			ids = append(ids, r.Criterion.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// verdicts gives the verdict of each item of some criteria.
func verdicts(a *audit.Audit, only []string, name func(o audit.Outcome) string) map[string]bool {
	v := map[string]bool{}
	for _, o := range a.Outcomes {
		if slices.Contains(only, o.Criterion.ID) {
			v[o.Criterion.ID+" "+o.CaseID+" "+name(o)] = o.Met
		}
	}
	return v
}

// Three readings of the same cases agree item by item: the audit of the lists, the
// key, and the audit of what the lists hold of each case written in caseaudit's own
// format.
func TestAnnexAAgreesWithTheKeyAndWithTheCases(t *testing.T) {
	g, err := New(Options{Cases: 900, Seed: 11, AsAt: annexAsAt, Faults: everyFault(0.12)})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	annex, native, key := filepath.Join(dir, "annex"), filepath.Join(dir, "native"), filepath.Join(dir, "key.ndjson")
	if err := g.WriteAnnexA(annex, key); err != nil {
		t.Fatal(err)
	}
	a := audited(t, annex)
	only := annexCriteria()
	if diff := cmp.Diff(only, assessable(a)); diff != "" {
		t.Errorf("what can be judged on Annex A (-said +is):\n%s", diff)
	}
	byID := func(o audit.Outcome) string { return o.Entity + " " + o.Item }
	got := verdicts(a, only, byID)

	var want []string
	text, err := os.ReadFile(key)
	if err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		var answer Answer
		if err := json.Unmarshal(lines.Bytes(), &answer); err != nil {
			t.Fatal(err)
		}
		want = append(want, answer.Criterion+" "+answer.CaseID+" "+answer.Entity+" "+answer.Item)
	}
	slices.Sort(want)
	var found []string
	for item, met := range got {
		if !met {
			found = append(found, item)
		}
	}
	slices.Sort(found)
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("key (-) and audit (+) differ:\n%s", diff)
	}
	if len(found) < 60 || len(got)-len(found) < 200 {
		t.Errorf("only %d items not met and %d met: the test shows little", len(found), len(got)-len(found))
	}

	g.writeHeld(t, native)
	if diff := cmp.Diff(verdicts(audited(t, native), only, byID), got); diff != "" {
		t.Errorf("the cases (-) and the lists (+) differ:\n%s", diff)
	}
	for _, id := range only {
		if !slices.ContainsFunc(found, func(item string) bool { return strings.HasPrefix(item, id) }) {
			t.Errorf("no item of %s is not met", id)
		}
	}
	for _, n := range a.Survey.Notes {
		if n.Kind == ledger.UnmatchedValue && n.Field != "assessments.no_further_action" || n.Kind == ledger.UnknownColumn {
			t.Errorf("%s: %s", n.At, n.Text)
		}
	}
	if _, _, _, refused := a.Survey.Rows(); refused > 0 {
		t.Errorf("%d rows are refused: %v", refused, a.Survey.Refusals[0])
	}
}

// writeHeld writes what the lists hold of each case as a native export.
func (g *Generator) writeHeld(t *testing.T, dir string) {
	t.Helper()
	g.writeCases(t, dir, func(r *casefile.Record) map[string]any { return g.held(r).values(g.clock) })
}

// writeCases writes cases as a native export without child_seen_date.
func (g *Generator) writeCases(t *testing.T, dir string, values func(*casefile.Record) map[string]any) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	line := func(value any) {
		text, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s\n", text)
	}
	line(map[string]any{"supplies": []string{"assessments.referral_id", "assessments.child_seen", "assessments.completed_date", "assessments.signed_off_date", "referrals.referral_id",
		"visits.child_seen", "plans.end_date", "care_episodes.end_date", "care_episodes.legal_status", "care_reviews.date", "permanence.placed_date"}})
	for c, err := range g.Cases() {
		if err != nil {
			t.Fatal(err)
		}
		line(values(c.Record))
	}
	if err := os.WriteFile(filepath.Join(dir, "cases.ndjson"), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// The lists against the whole cases: where an item stands in both, the verdict is
// the same, save that an assessment whose referral is older than list 3 is timed
// from its own start, which gives it longer. Of an assessment the whole cases are
// taken to know what the lists ask: the day of its authorisation, and whether the
// child was seen. The lists have one column for the day of birth and the one that was
// expected, so that a child who is not born by then seems to be.
func TestAnnexAAgreesWithTheWholeCases(t *testing.T) {
	g, err := New(Options{Cases: 900, Seed: 11, AsAt: annexAsAt, Faults: everyFault(0.12)})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	annex, native := filepath.Join(dir, "annex"), filepath.Join(dir, "native")
	if err := g.WriteAnnexA(annex, ""); err != nil {
		t.Fatal(err)
	}
	older := map[string]bool{}   // assessments, by case and start, whose referral is not in list 3
	overdue := map[string]bool{} // cases of children who were expected and are not born
	g.writeCases(t, native, func(r *casefile.Record) map[string]any {
		view := g.view(r.Values)
		child := r.Child()
		overdue[r.CaseID] = of(child, "date_of_birth") == "" && of(child, "expected_date_of_birth") < annexAsAt
		for _, a := range view.Items("assessments") {
			seen := seenDuring(a)
			delete(a, "completed_date")
			delete(a, "child_seen")
			delete(a, "child_seen_date")
			if signed := of(a, "signed_off_date"); signed != "" {
				a["completed_date"] = signed
			}
			if seen != "unknown" {
				a["child_seen"] = seen == "yes"
			}
			for _, ref := range view.Items("referrals") {
				if of(ref, "referral_id") == of(a, "referral_id") && of(ref, "date") < timing.Months(annexAsAt, -6) {
					older["AS-01 "+r.CaseID+" assessments "+of(a, "start_date")] = true
				}
			}
		}
		return r.Values
	})
	lists, whole := verdicts(audited(t, annex), annexCriteria(), byDay), verdicts(audited(t, native), annexCriteria(), byDay)
	both, timed := map[string]int{}, 0
	for item, met := range lists {
		other, has := whole[item]
		switch {
		case has && other == met:
			both[item[:5]]++
		case older[item] && (!has || met):
			timed++
		case !has && overdue[strings.Fields(item)[1]]:
		default:
			t.Errorf("%s: met %v in the lists; in the cases it is there %v, and met %v", item, met, has, other)
		}
	}
	for _, id := range annexCriteria() {
		if both[id] < 10 {
			t.Errorf("%s: %d items agree", id, both[id])
		}
	}
	if timed > both["AS-01"]/10 {
		t.Errorf("%d assessments are timed otherwise, %d alike", timed, both["AS-01"])
	}
}

// byDay names an item by its entity and the day that both exports have of it: ids
// differ.
func byDay(o audit.Outcome) string {
	if o.Criterion.ID == "CP-03" {
		return o.Entity + " " + o.Start
	}
	return o.Entity + " " + o.Anchor
}

func TestAnnexAIsTheSameEachTime(t *testing.T) {
	var made [2][]byte
	for i := range made {
		g, err := New(Options{Cases: 40, Seed: 5, AsAt: annexAsAt})
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := g.WriteAnnexA(dir, ""); err != nil {
			t.Fatal(err)
		}
		if made[i], err = os.ReadFile(filepath.Join(dir, AnnexAFile)); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(made[0], made[1]) {
		t.Error("two runs give other bytes")
	}
	g, err := New(Options{Cases: 4, AsAt: "2010-01-31"})
	if err != nil {
		t.Fatal(err)
	}
	if err := g.WriteAnnexA(t.TempDir(), ""); err == nil {
		t.Error("lists of continuous assessments are written of a time that had none")
	}
}
