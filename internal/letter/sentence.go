package letter

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// draft words the criteria of one audit.
type draft struct {
	audit   *audit.Audit
	profile *Profile
	classes map[string]Class // by criterion id
	words   Words
	asAt    string
	worst   map[string]audit.Outcome // by criterion id, the item longest past its due date
	failed  map[string]int           // by criterion id, records its policy failed on
}

func newDraft(a *audit.Audit, p *Profile) *draft {
	d := &draft{audit: a, profile: p, classes: map[string]Class{}, words: p.Words, asAt: a.AsAt, worst: map[string]audit.Outcome{}, failed: map[string]int{}}
	for _, o := range a.Outcomes {
		if !o.Met && o.DaysOver > d.worst[o.Criterion.ID].DaysOver {
			d.worst[o.Criterion.ID] = o
		}
	}
	for _, e := range a.Errors {
		d.failed[e.Criterion.ID] += e.Records
	}
	return d
}

func (d *draft) item(ref string, form Form, class Class, r audit.CriterionResult) Item {
	c := r.Criterion
	item := Item{
		Ref:       ref,
		Criterion: c,
		Class:     class,
		Count:     r.Count,
		Basis:     c.ID + " " + c.Title,
		Where:     where(r),
		Places:    ofCriterion(c.ID, r.NotMet > 0 && !c.Measure),
	}
	subject, counts := d.sentence(class, r)
	if form == Phrase {
		item.Text, item.Detail = subject+"."+framework(c), capital(counts)
	} else {
		item.Text = subject + ": " + counts
	}
	if class == Development || class == Priority {
		item.Action = c.Action
	}
	return item
}

// framework is the part of the children's social care national framework that a
// criterion speaks to, as inspectors' letters have it since 2025.
func framework(c *criteria.Criterion) string {
	if c.Framework == "" {
		return ""
	}
	return " (" + capital(c.Framework) + ", national framework)"
}

// sentence is the noun phrase or the strength, and what the counts say of it, so
// that no praise and no blame stands without them.
func (d *draft) sentence(class Class, r audit.CriterionResult) (subject, counts string) {
	c := r.Criterion
	phrase := cmp.Or(c.Phrase, c.Title)
	switch class {
	case Strength:
		return cmp.Or(c.Strength, phrase), d.metIn(r) + "."
	case Satisfactory:
		return phrase, d.metIn(r) + "." + target(r)
	case Development, Priority:
		return phrase, d.notMetIn(r) + "." + target(r) + d.longest(c) + d.incomplete(c)
	case TooFew:
		if r.Audited() == 0 {
			return phrase, "nothing to audit, too few to say."
		}
		return phrase, fmt.Sprintf("met %s %d of %d %s, too few to say.", preposition(c), r.Met, r.Audited(), c.UnitWords())
	case NoneAudited:
		return phrase, "nothing to audit in the period."
	}
	if !r.Assessable() {
		return phrase, "could not be judged, because " + Because(r.Missing) + "."
	}
	return phrase, "could not be judged." + d.incomplete(c)
}

// target is what a measure was held to.
func target(r audit.CriterionResult) string {
	if r.Target == nil {
		return ""
	}
	return " The target is " + r.Target.Words + "."
}

func (d *draft) metIn(r audit.CriterionResult) string {
	c, n := r.Criterion, r.Audited()
	if r.NotMet == 0 {
		return fmt.Sprintf("met %s %s %d %s", preposition(c), d.words.All, n, c.UnitWords())
	}
	return fmt.Sprintf("met %s %s of the %s, %d of %d (%s)", preposition(c), d.words.word(r.Met, n), c.UnitWords(), r.Met, n, PerCent(r.Met, n))
}

func (d *draft) notMetIn(r audit.CriterionResult) string {
	c, n := r.Criterion, r.Audited()
	if r.Met == 0 {
		return fmt.Sprintf("not met %s any of the %d %s%s", preposition(c), n, c.UnitWords(), d.mostly(r))
	}
	return fmt.Sprintf("not met %s %d of %d %s (%s)%s", preposition(c), r.NotMet, n, c.UnitWords(), PerCent(r.NotMet, n), d.mostly(r))
}

// mostly names the team where at least half of what was not met stands, when it
// is more than the team's part of the work: a large team is not worse than
// others for having more of everything.
func (d *draft) mostly(r audit.CriterionResult) string {
	teams := notMetTeams(r)
	if len(r.Teams) < 2 || len(teams) == 0 {
		return ""
	}
	top := teams[0]
	outstanding := 2*top.NotMet >= r.NotMet && top.NotMet*r.Audited() > top.Audited()*r.NotMet
	tied := len(teams) > 1 && teams[1].NotMet == top.NotMet
	if !outstanding || tied {
		return ""
	}
	place := "in " + top.Team
	if top.Team == "" {
		place = "without a team"
	}
	if r.NotMet == 1 {
		return ", " + place
	}
	return fmt.Sprintf(", %s of them %s", d.words.word(top.NotMet, r.NotMet), place)
}

// longest is the worst delay, with the dates it is counted from.
func (d *draft) longest(c *criteria.Criterion) string {
	o, ok := d.worst[c.ID]
	if !ok || o.Due == "" {
		return ""
	}
	done := "not done by " + Date(d.asAt)
	if o.Done != "" {
		done = "done " + Date(o.Done)
	}
	return fmt.Sprintf(" The longest delay is %s: due %s, %s.", plural(o.DaysOver, "day"), Date(o.Due), done)
}

func (d *draft) incomplete(c *criteria.Criterion) string {
	n := d.failed[c.ID]
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" The rule failed on %s, not counted here.", plural(n, "record"))
}

// where lists the teams with something not met, most first, ties by name.
func where(r audit.CriterionResult) string {
	var parts []string
	for _, t := range notMetTeams(r) {
		parts = append(parts, fmt.Sprintf("%s (%d)", cmp.Or(t.Team, "no team"), t.NotMet))
	}
	return strings.Join(parts, "; ")
}

func notMetTeams(r audit.CriterionResult) []audit.TeamCount {
	teams := slices.DeleteFunc(slices.Clone(r.Teams), func(t audit.TeamCount) bool { return t.NotMet == 0 })
	// r.Teams stands by name with the unnamed team last, and a stable sort keeps that among equals.
	slices.SortStableFunc(teams, func(a, b audit.TeamCount) int { return cmp.Compare(b.NotMet, a.NotMet) })
	return teams
}

// Lacks puts the needs that an export does not supply in words: "a | b" is
// either, "visits=child_protection" a kind of an entity.
func Lacks(missing []string) string {
	words := make([]string, len(missing))
	for i, need := range missing {
		alternatives := strings.Split(need, "|")
		for j, a := range alternatives {
			a = strings.TrimSpace(a)
			if entity, kind, ok := strings.Cut(a, "="); ok {
				a = fmt.Sprintf("%s of type %s", entity, kind)
			}
			alternatives[j] = a
		}
		words[i] = strings.Join(alternatives, " or ")
	}
	return strings.Join(words, "; ")
}

// Because says why a criterion could not be judged: "the export lacks plans.type",
// "the export holds each child's latest visit and no earlier one", or both.
func Because(missing []string) string {
	var fields, reasons []string
	for _, m := range missing {
		if why, is := casefile.LatestOnly(m); is {
			reasons = append(reasons, why)
		} else {
			fields = append(fields, m)
		}
	}
	if len(fields) > 0 {
		reasons = slices.Insert(reasons, 0, "the export lacks "+Lacks(fields))
	}
	return strings.Join(reasons, "; ")
}

// preposition is "for" where the unit is people, else "in".
func preposition(c *criteria.Criterion) string {
	switch c.Unit {
	case criteria.Record, "professionals", "care_leaver":
		return "for"
	}
	return "in"
}

// PerCent is a share in words, rounded to the whole: "30 per cent". It never
// rounds to all or to none what is not.
func PerCent(n, of int) string {
	if of == 0 {
		return "none"
	}
	rounded := (200*n + of) / (2 * of)
	switch {
	case rounded == 100 && n < of:
		return "over 99 per cent"
	case rounded == 0 && n > 0:
		return "under 1 per cent"
	}
	return fmt.Sprintf("%d per cent", rounded)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
