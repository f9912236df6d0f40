package page

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// letterPart is the letter as drafted, in its order and word for word, each
// sentence leading to what it rests on.
type letterPart struct {
	Title    string
	Opening  []letterItem
	Sections []letterSection
	Blanks   letter.Blanks
}

type letterSection struct {
	Heading             string
	Items               []letterItem
	Nothing, More, Note string
}

type letterItem struct {
	Ref, Text, Detail string
	Evidence          []link
}

func (b *builder) letterPart() letterPart {
	part := letterPart{Title: b.letter.Title, Opening: b.letterItems(b.letter.Opening), Blanks: b.letter.Blanks}
	for _, s := range b.letter.Sections {
		part.Sections = append(part.Sections, letterSection{
			Heading: s.Heading, Items: b.letterItems(s.Items), Nothing: s.Nothing, More: s.More, Note: s.Note,
		})
	}
	return part
}

func (b *builder) letterItems(items []letter.Item) []letterItem {
	var list []letterItem
	for _, item := range items {
		i := letterItem{Ref: item.Ref, Text: item.Text, Detail: item.Detail}
		for _, p := range item.Places {
			if to, ok := b.evidence(p); ok {
				i.Evidence = append(i.Evidence, to)
			}
		}
		list = append(list, i)
	}
	return list
}

// evidence is where the page has what the workbook has on a sheet.
func (b *builder) evidence(p letter.Place) (link, bool) {
	name := string(p.Sheet)
	switch p.Sheet {
	case letter.Criteria:
		for _, area := range b.audit.Summary.Areas {
			if area.Area.Title == p.Value {
				return link{p.Value, anchor("area", area.Area.Name)}, true
			}
		}
		if c, ok := b.audit.Catalogue.Criterion(p.Value); ok {
			return link{c.ID, anchor("criterion", c.ID)}, true
		}
		return link{name, "criteria"}, true
	case letter.Findings:
		if c, ok := b.audit.Catalogue.Criterion(p.Value); ok {
			return link{plural(b.count[c.ID], "finding", "findings"), b.toFindings(c)}, b.toFindings(c) != ""
		}
		return link{"Priority findings", "priority"}, true
	case letter.Children:
		return link{name, "children"}, true
	case letter.DataQuality:
		return link{name, "quality"}, true
	case letter.Method:
		return link{name, "method"}, true
	}
	return link{}, false
}

// needsWork are the criteria that call for action: priority action first, else in
// the letter's order, which is worst first. A profile may leave a class, or some of
// one, out of the letter; the page does not.
func needsWork(a *audit.Audit, l *letter.Letter) []letter.Item {
	var items []letter.Item
	for _, class := range []letter.Class{letter.Priority, letter.Development} {
		listed := map[string]bool{}
		for _, s := range l.Sections {
			for _, item := range s.All() {
				if item.Class == class && item.Criterion != nil {
					item.Text = strings.TrimSpace(item.Text + " " + item.Detail)
					items = append(items, item)
					listed[item.Criterion.ID] = true
				}
			}
		}
		for _, r := range a.Summary.Criteria {
			if c := r.Criterion; l.Classes[c.ID] == class && !listed[c.ID] {
				items = append(items, letter.Item{
					Ref: c.ID, Criterion: c, Class: class, Count: r.Count, Action: c.Action,
					Text: c.Title + ": not met for " + thousands(r.NotMet) + " of " + thousands(r.Audited()) + " " + c.UnitWords() + ".",
				})
			}
		}
	}
	return items
}
