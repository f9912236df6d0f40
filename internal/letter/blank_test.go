package letter_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
	"github.com/caseaudit/caseaudit/policies"
)

// What the policies leave to a reader has its place, once, in every letter: each
// question of the audit form, and each finding that no record can decide.
func TestBlanksLeaveNothingOut(t *testing.T) {
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	_, findings, err := catalogue.Findings()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range letter.BuiltInNames() {
		profile, err := letter.BuiltIn(name)
		if err != nil {
			t.Fatal(err)
		}
		forms, narrative := map[string]int{}, map[string]int{}
		for question := range catalogue.Forms() {
			forms[question] = 1
		}
		for _, f := range findings {
			if slices.Contains(f.Mode, "narrative") {
				narrative[f.ID] = 1
			}
		}
		if len(forms) == 0 || len(narrative) == 0 {
			t.Fatal("the policies leave nothing to a reader")
		}
		for _, topic := range profile.Blanks.Topics {
			for _, form := range topic.Forms {
				forms[form]--
			}
			for _, finding := range topic.Findings {
				narrative[finding]--
			}
			if topic.Area != "" && !slices.ContainsFunc(catalogue.Areas, func(a criteria.Area) bool { return a.Name == topic.Area }) {
				t.Errorf("%s: %s: there is no area %s", name, topic.Heading, topic.Area)
			}
		}
		// A finding of which only a part is left, such as the neglect strategy, counts too.
		for _, left := range []map[string]int{forms, narrative} {
			for id, n := range left {
				if n != 0 {
					t.Errorf("%s: %s stands under %d headings, or is not known", name, id, 1-n)
				}
			}
		}
	}
}

// A council's own file may leave no blanks, and say the same classes in either form.
func TestOwnProfile(t *testing.T) {
	own := source(t)
	own = own[:strings.Index(own, "\nblanks:")] + "\nblanks: {topics: []}\n"
	own = strings.Replace(own, "    class: priority\n", "    class: priority\n    form: phrase\n    note: Act on these today.\n", 1)
	own = strings.Replace(own, "  - heading: Strengths\n", "  - {heading: In short, form: headline}\n  - heading: Strengths\n", 1)
	own = strings.Replace(own, "    class: development\n", "    class: development\n    at_most: 2\n", 1)
	profile, err := letter.ReadProfile("ours.yaml", []byte(own))
	if err != nil {
		t.Fatal(err)
	}
	a := reporttest.Audit()
	l := letter.Write(a, profile)
	if len(l.Blanks.Items) != 0 || slices.Contains(l.Text(), l.Blanks.Heading) {
		t.Errorf("blanks: %+v", l.Blanks)
	}
	if len(l.Opening) != 1 || l.Sections[1].Form != letter.Headline || !strings.Contains(l.Sections[1].Items[len(l.Sections[1].Items)-1].Text, "Nothing is concluded from 4 of the 10 criteria") {
		t.Errorf("what nothing is concluded from is not in the headline alone: %+v", l.Sections[1])
	}
	development := l.Sections[3]
	if len(development.Items) != 2 || len(development.Rest) != 1 || development.More != "1 more is on the sheet Areas for development of the audit workbook." {
		t.Errorf("limit: %d listed, %d left, %q", len(development.Items), len(development.Rest), development.More)
	}
	if all := development.All(); len(all) != 3 || all[2].Ref != "AD-03" || !strings.Contains(all[0].Text, "not met in 2 of 5 plans") {
		t.Errorf("all: %+v", all)
	}
	priority := l.Sections[4]
	if item := priority.Items[0]; item.Text != "Seeing children during their assessments. (Outcome 3, national framework)" ||
		item.Detail != "Not met in 3 of 10 assessments (30 per cent), many of them in Assessment North." || priority.Note != "Act on these today." {
		t.Errorf("phrase: %+v", priority)
	}
	if text := strings.Join(l.Text(), "\n"); strings.Contains(text, "AD-03") || !strings.Contains(text, "1 more is on the sheet") {
		t.Error("the text does not keep to the limit, or does not say that it does")
	}
}

// A note stands only where there is something to note.
func TestNoteNeedsItems(t *testing.T) {
	l := reporttest.LetterBy(t, reporttest.Empty(), "ilacs")
	for _, s := range l.Sections {
		if s.Class == letter.Priority && (s.Note != "" || s.Nothing == "" || len(s.Items) > 0) {
			t.Errorf("%+v", s)
		}
	}
}
