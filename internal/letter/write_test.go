package letter_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// plain is the letter as plain text, everything of it.
func plain(l *letter.Letter, cat *criteria.Catalogue) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s (%s)\n%s\n%s\n\n", l.Title, l.Profile, l.Notice, l.Identity())
	for _, item := range l.Opening {
		writePlain(&b, item)
	}
	for _, section := range l.Sections {
		fmt.Fprintf(&b, "\n%s [%s]\n", section.Heading, cmp.Or(string(section.Class), string(section.Form)))
		for _, item := range section.Items {
			writePlain(&b, item)
		}
		for _, text := range []string{section.Nothing, section.More, section.Note} {
			if text != "" {
				fmt.Fprintf(&b, "    %s\n", text)
			}
		}
		for _, item := range section.Rest {
			fmt.Fprintf(&b, "(%s %s)\n", item.Ref, item.Text)
		}
	}
	if len(l.Blanks.Items) > 0 {
		fmt.Fprintf(&b, "\n%s: %s\n", l.Blanks.Heading, l.Blanks.Intro)
	}
	for _, blank := range l.Blanks.Items {
		fmt.Fprintf(&b, "%s %s [%s]: %s\n", blank.Ref, blank.Heading, blank.Area, blank.Prompt)
		fmt.Fprintf(&b, "      ask: %s\n      forms: %s; findings: %s\n", strings.Join(blank.Questions, " "), strings.Join(blank.Forms, ", "), strings.Join(blank.Findings, ", "))
	}
	for _, table := range []letter.Table{l.Evidence(), l.SignOff()} {
		fmt.Fprintf(&b, "\n%s: %s\n%s\n", table.Heading, table.Intro, strings.Join(table.Header, " | "))
		for _, row := range table.Rows {
			fmt.Fprintf(&b, "%s\n", strings.Join(row, " | "))
		}
	}
	fmt.Fprintln(&b)
	for _, c := range cat.Criteria {
		fmt.Fprintf(&b, "%s %s\n", c.ID, l.Classes[c.ID].Words())
	}
	return b.Bytes()
}

func writePlain(b *bytes.Buffer, item letter.Item) {
	if item.Criterion == nil {
		fmt.Fprintf(b, "%s %d/%d %s\n", item.Ref, item.Count.Met, item.Count.Audited(), item.Text)
	} else {
		fmt.Fprintf(b, "%s %s %d/%d %s\n", item.Ref, item.Criterion.ID, item.Count.Met, item.Count.Audited(), item.Text)
	}
	for _, line := range []struct{ name, text string }{{"detail", item.Detail}, {"where", item.Where}, {"action", item.Action}} {
		if line.text != "" {
			fmt.Fprintf(b, "      %s: %s\n", line.name, line.text)
		}
	}
}

func TestWrite(t *testing.T) {
	for _, profile := range letter.BuiltInNames() {
		a := reporttest.Audit()
		reporttest.Golden(t, profile+".txt", plain(reporttest.LetterBy(t, a, profile), a.Catalogue), *update)
	}
}

func TestWriteNothingAudited(t *testing.T) {
	a := reporttest.Empty()
	reporttest.Golden(t, "empty.txt", plain(reporttest.Letter(t, a), a.Catalogue), *update)
	reporttest.Golden(t, "empty-ilacs.txt", plain(reporttest.LetterBy(t, a, "ilacs"), a.Catalogue), *update)
}

func TestWriteEveryClass(t *testing.T) {
	profile, err := letter.ReadProfile("full.yaml", full(t))
	if err != nil {
		t.Fatal(err)
	}
	a := reporttest.Audit()
	reporttest.Golden(t, "full.txt", plain(letter.Write(a, profile), a.Catalogue), *update)
}

func TestWriteTwiceAlike(t *testing.T) {
	a, b := reporttest.Audit(), reporttest.Audit()
	if !bytes.Equal(plain(reporttest.Letter(t, a), a.Catalogue), plain(reporttest.Letter(t, b), b.Catalogue)) {
		t.Error("two letters of one audit differ")
	}
}

// sentence is the sentence for one criterion with the given counts by team.
func sentence(t *testing.T, c criteria.Criterion, teams ...audit.TeamCount) string {
	t.Helper()
	var outcomes []audit.Outcome
	c.Area = criteria.Area{Name: "assessment"}
	for _, team := range teams {
		for i := range team.Audited() {
			outcomes = append(outcomes, audit.Outcome{Criterion: &c, CaseID: "C-1", Team: team.Team, Met: i < team.Met})
		}
	}
	cat := &criteria.Catalogue{Criteria: []*criteria.Criterion{&c}}
	l := reporttest.Letter(t, &audit.Audit{Catalogue: cat, Summary: audit.Summarise(cat, outcomes, nil)})
	for _, section := range l.Sections {
		for _, item := range section.Items {
			return item.Text
		}
	}
	return string(l.Classes[c.ID])
}

func team(name string, met, notMet int) audit.TeamCount {
	return audit.TeamCount{Team: name, Count: audit.Count{Met: met, NotMet: notMet}}
}

func TestSentence(t *testing.T) {
	seen := criteria.Criterion{ID: "AS-02", Level: criteria.Priority, Unit: "assessments", Title: "Child seen",
		Phrase: "Seeing children during their assessments", Strength: "Children are seen during their assessments"}
	bare := criteria.Criterion{ID: "AS-02", Level: criteria.Advisory, Unit: criteria.Record, Title: "Chronology present"}
	for name, test := range map[string]struct {
		criterion criteria.Criterion
		teams     []audit.TeamCount
		want      string
	}{
		"many in one team": {seen, []audit.TeamCount{team("North", 13, 9), team("South", 20, 5)},
			"Seeing children during their assessments: not met in 14 of 47 assessments (30 per cent), many of them in North."},
		"a large team with its share only": {seen, []audit.TeamCount{team("North", 30, 10), team("South", 3, 1)},
			"Seeing children during their assessments: not met in 11 of 44 assessments (25 per cent)."},
		"two teams alike": {seen, []audit.TeamCount{team("East", 2, 4), team("North", 2, 4), team("South", 8, 0)},
			"Seeing children during their assessments: not met in 8 of 20 assessments (40 per cent)."},
		"the only team": {seen, []audit.TeamCount{team("North", 3, 7)},
			"Seeing children during their assessments: not met in 7 of 10 assessments (70 per cent)."},
		"no team": {seen, []audit.TeamCount{team("", 0, 3), team("South", 7, 0)},
			"Seeing children during their assessments: not met in 3 of 10 assessments (30 per cent), all of them without a team."},
		"one": {seen, []audit.TeamCount{team("North", 4, 1), team("South", 4, 0)},
			"Seeing children during their assessments: not met in 1 of 9 assessments (11 per cent), in North."},
		"none met": {seen, []audit.TeamCount{team("North", 0, 6)},
			"Seeing children during their assessments: not met in any of the 6 assessments."},
		"all met": {seen, []audit.TeamCount{team("North", 6, 0)},
			"Children are seen during their assessments: met in all 6 assessments."},
		"nearly all met": {seen, []audit.TeamCount{team("North", 49, 1)},
			"Children are seen during their assessments: met in nearly all of the assessments, 49 of 50 (98 per cent)."},
		"never rounded to all": {seen, []audit.TeamCount{team("North", 999, 1)},
			"Children are seen during their assessments: met in nearly all of the assessments, 999 of 1000 (over 99 per cent)."},
		"nor to none": {bare, []audit.TeamCount{team("North", 1, 999)},
			"Chronology present: not met for 999 of 1000 children (over 99 per cent)."},
		"satisfactory praises no further": {seen, []audit.TeamCount{team("North", 19, 1)},
			"Seeing children during their assessments: met in nearly all of the assessments, 19 of 20 (95 per cent)."},
		"without a phrase": {bare, []audit.TeamCount{team("North", 5, 0)},
			"Chronology present: met for all 5 children."},
		"too few": {seen, []audit.TeamCount{team("North", 0, 4)}, "too few"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := sentence(t, test.criterion, test.teams...); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestWorstFirst(t *testing.T) {
	result := func(id string, met, notMet int) audit.CriterionResult {
		return audit.CriterionResult{Criterion: &criteria.Criterion{ID: id}, Count: audit.Count{Met: met, NotMet: notMet}}
	}
	order := []audit.CriterionResult{
		result("E", 0, 5), result("D", 20, 20), result("B", 1, 1), result("C", 1, 1), result("A", 3, 0), result("F", 0, 0), result("G", 0, 0),
	}
	for i := range order {
		for j := range order {
			if got := letter.WorstFirst(order[i], order[j]); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("WorstFirst(%s, %s) = %d", order[i].Criterion.ID, order[j].Criterion.ID, got)
			}
		}
	}
}

func TestDate(t *testing.T) {
	for iso, want := range map[string]string{
		"2026-10-31": "31/10/2026", "2026-10-31T09:15:00": "31/10/2026", "": "", "2026": "2026", "31/10/2026": "31/10/2026",
	} {
		if got := letter.Date(iso); got != want {
			t.Errorf("Date(%q) = %q, want %q", iso, got, want)
		}
	}
}
