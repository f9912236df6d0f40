package page

import (
	"fmt"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// headline is the page's first screen: six figures, one sentence, the most urgent
// criteria and the areas. Every figure leads to what it counts.
type headline struct {
	Intro   []link
	Tiles   []tile
	Lead    []link
	Urgent  []urgentRow
	More    string // how many urgent criteria there are besides
	None    string // why there are none
	Areas   []areaRow
	NoAreas string
}

// tile is a figure with what it counts.
type tile struct {
	Figure, Label, To string
	Alarm             bool // something in it needs somebody today
}

type urgentRow struct {
	Chip           chip
	Criterion      link
	Missed         *bar
	Percent, Count string
	Findings       string
}

type areaRow struct {
	Area           link
	Share          *bar
	Percent, Items string
}

func (b *builder) headline() headline {
	a := b.audit
	h := headline{
		Intro: []link{{"The audit of ", ""}, {plural(a.Records, "case record", "case records"), "children"},
			{", work of " + shortDate(a.From) + " to " + shortDate(a.AsAt) + ". Each figure leads to what it counts.", ""}},
		Tiles: b.tiles(), Lead: b.lead(),
	}
	items, left := first(b.items, urgentListed)
	for _, item := range items {
		h.Urgent = append(h.Urgent, b.urgentRow(item))
	}
	if left > 0 {
		h.More = "The first " + thousands(len(items)) + " of " + thousands(len(b.items)) + "."
	}
	h.None = b.noneUrgent()
	for _, area := range a.Summary.Areas {
		if area.Audited() > 0 {
			h.Areas = append(h.Areas, areaRow{
				Area: link{area.Area.Title, anchor("area", area.Area.Name)}, Share: shareBar(area.Count),
				Percent: percent(area.Count), Items: plural(area.Audited(), "item", "items"),
			})
		}
	}
	if len(h.Areas) == 0 {
		h.NoAreas = "Nothing was audited in any area."
	}
	return h
}

// noneUrgent says why nothing needs to improve; empty when something does. Nothing
// judged is no pass.
func (b *builder) noneUrgent() string {
	switch {
	case len(b.items) > 0:
		return ""
	case b.audit.Summary.All.Audited() == 0:
		return "Nothing was audited, so nothing can be said of practice."
	}
	return "None is classed as an area for development or for priority action."
}

func (b *builder) urgentRow(item letter.Item) urgentRow {
	c := item.Criterion
	return urgentRow{
		Chip: classChip(item.Class), Criterion: link{c.ID + " " + c.Title, anchor("criterion", c.ID)}, Missed: missedBar(item.Count),
		Percent: percent(audit.Count{Met: item.Count.NotMet, NotMet: item.Count.Met}),
		Count:   thousands(item.Count.NotMet) + " of " + thousands(item.Count.Audited()), Findings: b.toResult(item),
	}
}

// toResult is where the items of a criterion stand that needs to improve: its
// findings, or for a measure, which has none, the criterion.
func (b *builder) toResult(item letter.Item) string {
	if to := b.toFindings(item.Criterion); to != "" {
		return to
	}
	return anchor("criterion", item.Criterion.ID)
}

// tiles are the figures of the workbook's Summary.
func (b *builder) tiles() []tile {
	a := b.audit
	priority := b.priority()
	return []tile{
		{Figure: thousands(a.Records), Label: "case records audited", To: "children"},
		{Figure: thousands(a.Summary.All.Audited()), Label: "items judged by " + plural(b.judged(), "criterion", "criteria"), To: "areas"},
		{Figure: percent(a.Summary.All), Label: "of the items met", To: "areas"},
		{Figure: thousands(len(b.items)), Label: "areas for development or priority action", To: "development"},
		{Figure: thousands(priority), Label: "priority findings: a child may be unsafe", To: "priority", Alarm: priority > 0},
		{Figure: thousands(b.problemCount()), Label: "problems in the data", To: "problems"},
	}
}

// judged is how many criteria judged anything.
func (b *builder) judged() int {
	n := 0
	for _, r := range b.audit.Summary.Criteria {
		if r.Audited() > 0 {
			n++
		}
	}
	return n
}

// lead is the one sentence that a reader with no time reads.
func (b *builder) lead() []link {
	missing, failed, judged := 0, 0, b.judged()
	for _, r := range b.audit.Summary.Criteria {
		if !r.Assessable() {
			missing++
		}
		if r.Error != "" {
			failed++
		}
	}
	sentence := []link{{"No item in this export could be audited", ""}}
	if judged > 0 {
		sentence = b.attention(judged)
	}
	if missing > 0 {
		sentence = append(sentence, link{"; ", ""}, link{plural(missing, "criterion", "criteria"), "not-judged"},
			link{" could not be judged for want of data", ""})
	}
	if failed > 0 {
		sentence = append(sentence, link{"; ", ""}, link{plural(failed, "policy", "policies"), "failed"},
			link{" failed, so the audit is incomplete", ""})
	}
	return append(sentence, link{".", ""})
}

func (b *builder) attention(judged int) []link {
	all := link{plural(judged, "criterion", "criteria"), "criteria"}
	if len(b.items) == 0 {
		return []link{{"None of the ", ""}, all, {" judged is classed as an area for development or for priority action", ""}}
	}
	verb, priority := " judged need attention", 0
	if len(b.items) == 1 {
		verb = " judged needs attention"
	}
	for _, item := range b.items {
		if item.Class == letter.Priority {
			priority++
		}
	}
	sentence := []link{{thousands(len(b.items)), "development"}, {" of the ", ""}, all, {verb, ""}}
	if priority > 0 {
		sentence = append(sentence, link{", ", ""}, link{thousands(priority), "development"}, link{" for priority action", ""})
	}
	urgent := b.items[0]
	return append(sentence, link{"; most urgent: ", ""},
		link{fmt.Sprintf("%s (%s)", uncapital(urgent.Criterion.Title), urgent.Criterion.ID), anchor("criterion", urgent.Criterion.ID)},
		link{", not met for ", ""}, link{thousands(urgent.Count.NotMet) + " of " + thousands(urgent.Count.Audited()), b.toResult(urgent)})
}
