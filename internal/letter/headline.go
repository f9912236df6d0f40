package letter

import (
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

const allCriteria = "All criteria"

// opening says what the letter rests on. What nothing is concluded from stands
// here too, unless the headline says it: no profile can leave it out.
func (d *draft) opening() []Item {
	items := []Item{d.coverage()}
	if !slices.ContainsFunc(d.profile.Sections, func(h Heading) bool { return h.form() == Headline }) {
		items = append(items, d.silence())
	}
	return numbered("OP", items)
}

// headline is the audit in a few sentences, each of them a count.
func (d *draft) headline() []Item {
	items := []Item{d.children(), d.standing()}
	items = append(items, d.extremes()...)
	return numbered("HL", append(items, d.silence()))
}

func numbered(ref string, items []Item) []Item {
	for i := range items {
		items[i].Ref = fmt.Sprintf("%s-%02d", ref, i+1)
	}
	return items
}

func (d *draft) coverage() Item {
	all := d.audit.Summary.All
	item := Item{Basis: allCriteria, Count: all, Places: []Place{{Sheet: Method}, {Sheet: Criteria}}}
	if all.Audited() == 0 {
		item.Text = "Nothing in the export could be judged, so this draft finds nothing, good or bad."
		return item
	}
	item.Text = fmt.Sprintf("This draft rests on the case records of %s, for work of %s to %s: %s judged.", counted(d.audit.Records, "child", "children"),
		Date(d.audit.From), Date(d.audit.AsAt), counted(all.Audited(), "item was", "items were"))
	return item
}

// silence says what nothing is concluded from, and why, so that no reader takes
// it for a pass.
func (d *draft) silence() Item {
	var missing, failed, few, none int
	for _, r := range d.audit.Summary.Criteria {
		switch d.classes[r.Criterion.ID] {
		case NotAssessable:
			if r.Assessable() {
				failed++
			} else {
				missing++
			}
		case TooFew:
			few++
		case NoneAudited:
			none++
		}
	}
	item := Item{Basis: allCriteria, Places: []Place{{Sheet: Criteria}, {Sheet: DataQuality}}}
	total := counted(len(d.audit.Summary.Criteria), "criterion", "criteria")
	if unsaid := missing + failed + few + none; unsaid == 0 {
		item.Text = "Something is concluded from every criterion, of " + total + "."
	} else {
		var reasons []string
		for _, r := range []struct {
			n   int
			why string
		}{{missing, "for want of fields in the export"}, {failed, "because the rule failed"}, {few, "on too few items"}, {none, "with nothing to audit in the period"}} {
			if r.n > 0 {
				reasons = append(reasons, fmt.Sprintf("%d %s", r.n, r.why))
			}
		}
		item.Text = fmt.Sprintf("Nothing is concluded from %d of the %s, and that is no pass: %s.", unsaid, total, enumerate(reasons))
	}
	if n := len(d.failed); n > 0 {
		item.Text += " The rules of " + counted(n, "criterion", "criteria") + " failed on some records, which are not counted."
	}
	if areas := d.unjudged(); len(areas) > 0 {
		item.Text += " No item was judged under: " + enumerate(areas) + "."
	}
	if d.audit.Survey != nil {
		if _, _, _, refused := d.audit.Survey.Rows(); refused > 0 {
			item.Text += " " + counted(refused, "row of the export could not be read and is", "rows of the export could not be read and are") + " in no count."
		}
	}
	return item
}

// unjudged are the areas of practice without one audited item.
func (d *draft) unjudged() []string {
	var titles []string
	for _, a := range d.audit.Summary.Areas {
		if a.Audited() == 0 {
			titles = append(titles, a.Area.Title)
		}
	}
	return titles
}

// children counts who has a finding of priority level, among the children with an
// item of that level judged: of the others nothing is known.
func (d *draft) children() Item {
	judged, found := map[string]bool{}, map[string]bool{}
	for _, o := range d.audit.Outcomes {
		if o.Criterion.Level != criteria.Priority || o.Criterion.Measure || o.CaseID == audit.ServiceCase {
			continue
		}
		judged[o.CaseID] = true
		if !o.Met {
			found[o.CaseID] = true
		}
	}
	n, wanting := len(judged), len(found)
	item := Item{
		Basis: "Children with an item of priority level judged (met: without a priority finding)", Count: audit.Count{Met: n - wanting, NotMet: wanting},
		Places: []Place{{Sheet: Children}, {Findings, "Level", "Priority"}},
	}
	with := counted(n, "child", "children") + " with an item of priority level judged"
	switch {
	case n == 0:
		item.Text = "No item of priority level could be judged for any child, so nothing is known of priority findings."
		return item
	case wanting == 0:
		item.Text = fmt.Sprintf("No priority finding was made for any of the %s.", with)
	default:
		item.Text = fmt.Sprintf("Of the %s, %d %s at least one priority finding (%s) and %d %s none.", with,
			wanting, either(wanting, "has", "have"), PerCent(wanting, n), n-wanting, either(n-wanting, "has", "have"))
	}
	if rest := d.audit.Records - n; rest > 0 {
		item.Text += " Nothing of that level was judged for " + counted(rest, "other child", "other children") + "."
	}
	return item
}

// standing divides the criteria that something is concluded from by class.
func (d *draft) standing() Item {
	in := map[Class]int{}
	for _, class := range d.classes {
		in[class]++
	}
	item := Item{Basis: allCriteria, Places: []Place{{Sheet: Criteria}}}
	n := in[Priority] + in[Development] + in[Satisfactory] + in[Strength]
	if n == 0 {
		item.Text = "No criterion had items enough to conclude anything from."
		return item
	}
	item.Text = fmt.Sprintf("By the thresholds of this letter, the %s with items enough %s into %s, %s, %d satisfactory and %s.",
		counted(n, "criterion", "criteria"), either(n, "falls", "fall"), counted(in[Priority], "area for priority action", "areas for priority action"),
		counted(in[Development], "area for development", "areas for development"), in[Satisfactory], counted(in[Strength], "strength", "strengths"))
	return item
}
