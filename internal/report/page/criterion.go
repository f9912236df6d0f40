package page

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// criterionDetail is what stands behind a criterion's figures: what it asks for
// and on what footing, which teams, and which children.
type criterionDetail struct {
	ID, Ref, Title string
	Class          chip
	Facts          []term
	Gap            string // why it could not be judged, wholly or in part
	Teams          []teamCount
	TeamsLeft      string
	FindingsID     string // empty without findings
	Findings       []ref
	Total          string
	FindingsLeft   string
}

// term is a word with what is to be said of it.
type term struct{ Name, Text string }

type teamCount struct{ Team, NotMet, Audited, Percent string }

func (b *builder) criterionDetail(r audit.CriterionResult) criterionDetail {
	c := r.Criterion
	d := criterionDetail{
		ID: anchor("criterion", c.ID), Ref: c.ID, Title: c.Title, Class: classChip(b.letter.Classes[c.ID]),
		Facts: b.criterionFacts(r), Gap: b.whyNotJudged(r), FindingsID: b.toFindings(c),
	}
	worst, left := first(worstTeams(r), teamsBehind)
	for _, t := range worst {
		d.Teams = append(d.Teams, teamCount{teamName(t.Team), thousands(t.NotMet), thousands(t.Audited()), heatWords(t.Count)})
	}
	d.TeamsLeft = leftOut(left, "Teams by criterion")
	if d.FindingsID != "" {
		d.Total = plural(b.count[c.ID], "finding", "findings")
		d.Findings, _ = first(b.listed[c.ID], perCriterion)
		d.FindingsLeft = leftOut(b.count[c.ID]-len(d.Findings), "Findings")
	}
	return d
}

func (b *builder) criterionFacts(r audit.CriterionResult) []term {
	c := r.Criterion
	result := "Nothing audited"
	if r.Audited() > 0 {
		result = percent(r.Count) + " met: " + thousands(r.Met) + " of " + thousands(r.Audited()) + " " + c.UnitWords() +
			"; 95% interval " + interval(r.Count)
	}
	facts := []term{{"Result", result}, {"What it says", c.Description}, {"Why it matters", c.Why},
		{"Level and footing", levelWords(c) + ", " + c.Footing.Words()}}
	if c.Measure {
		facts = append(facts, term{"Measure", "Judged on its rate alone: its items are nobody's findings."})
	}
	facts = append(facts, term{"Target", targetWords(r.Target)}, term{"What to do", c.Action}, term{"Limits in force", b.limits(c)},
		term{"Answers", strings.Join(c.Sources, ", ")}, term{"National framework", capital(c.Framework)})
	var known []term
	for _, f := range facts {
		if f.Text != "" {
			known = append(known, f)
		}
	}
	return known
}

// limits are the settings that a criterion goes by, as they are in force.
func (b *builder) limits(c *criteria.Criterion) string {
	var words []string
	for _, name := range c.Settings {
		for _, s := range b.audit.Settings {
			if s.Name == name {
				words = append(words, s.Title+": "+s.Value+" ("+s.Footing+")")
			}
		}
	}
	return strings.Join(words, "; ")
}

// whyNotJudged says what kept a criterion from being judged, wholly or in part.
func (b *builder) whyNotJudged(r audit.CriterionResult) string {
	if !r.Assessable() {
		return "Could not be judged, which is not a pass: " + b.because(r.Missing) + "."
	}
	if r.Error != "" {
		return "The policy failed, so this result is incomplete: " + r.Error
	}
	return ""
}
