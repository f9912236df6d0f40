package handbook

import (
	"fmt"
	"strings"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// criteriaPage is criteria.md: the contents by area, then an entry a criterion.
func (b *Book) criteriaPage() (string, error) {
	var page strings.Builder
	page.WriteString(generated)
	fmt.Fprintf(&page, "\n# The criteria\n\n%d criteria in %d areas. Each is a folder below [policies](../policies); [method.md](method.md) says how\n",
		len(b.catalogue.Criteria), len(b.areas()))
	page.WriteString("they are judged, and [traceability.md](traceability.md) which findings of inspectors they answer. A number in square\n" +
		"brackets is a setting, a name in braces a field of the item.\n\n")
	for _, area := range b.areas() {
		fmt.Fprintf(&page, "- %s\n", link(area.Title, "#"+areaAnchor(area)))
		for _, c := range b.criteriaOf(area) {
			fmt.Fprintf(&page, "  - %s %s\n", link(c.ID, "#"+anchor(c.ID)), escape(c.Title))
		}
	}
	if len(b.catalogue.Slices) > 0 {
		page.WriteString("- [Slices](#slices)\n")
	}
	if len(b.catalogue.Checks) > 0 {
		page.WriteString("- [Checks of the data](#checks-of-the-data)\n")
		for _, c := range b.catalogue.Checks {
			fmt.Fprintf(&page, "  - %s %s\n", link(c.ID, "#"+anchor(c.ID)), escape(c.Title))
		}
	}
	for _, area := range b.areas() {
		fmt.Fprintf(&page, "\n%s\n\n## %s\n", mark(areaAnchor(area)), escape(area.Title))
		for _, c := range b.criteriaOf(area) {
			e, err := b.Entry(c)
			if err != nil {
				return "", err
			}
			page.WriteString(e.markdown())
		}
	}
	page.WriteString(b.slicesPart())
	page.WriteString(b.checksPart())
	return page.String(), nil
}

// areas are those with a criterion, in the catalogue's order.
func (b *Book) areas() []criteria.Area {
	var list []criteria.Area
	for _, a := range b.catalogue.Areas {
		if len(b.criteriaOf(a)) > 0 {
			list = append(list, a)
		}
	}
	return list
}

func (b *Book) criteriaOf(a criteria.Area) []*criteria.Criterion {
	var list []*criteria.Criterion
	for _, c := range b.catalogue.Criteria {
		if c.Area == a {
			list = append(list, c)
		}
	}
	return list
}

// markdown is an entry on the page.
func (e *Entry) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s\n\n### %s: %s\n\n%s\n\n", mark(anchor(e.ID)), e.ID, escape(e.Title), escape(e.Description))
	b.WriteString(head("", ""))
	for _, fact := range e.Facts {
		b.WriteString(row(fact.Name, fact.markdown()))
	}
	fmt.Fprintf(&b, "\n**%s:** %s.\n\n**What to do:** %s\n\n**Why it matters:** %s\n", e.reads(), escape(e.Finding), escape(e.Action), escape(e.Why))
	if len(e.Examples) == 0 {
		return b.String()
	}
	b.WriteString("\n" + head("Example of", "The case", "Verdict", "The finding"))
	for _, x := range e.Examples {
		b.WriteString(row(x.Shows, escape(x.Case), x.Expect, escape(x.Finding)))
	}
	return b.String()
}

// slicesPart lists the groups that criteria are counted in.
func (b *Book) slicesPart() string {
	if len(b.catalogue.Slices) == 0 {
		return ""
	}
	var part strings.Builder
	part.WriteString("\n## Slices\n\nGroups of children, or of items, in which every criterion is counted apart as well.\n\n")
	part.WriteString(head("Slice", "Who is inside", "Needs", "Answers"))
	for _, s := range b.catalogue.Slices {
		var answers []string
		for _, f := range b.findings {
			if named, ok := b.slice(f); ok && named == s {
				answers = append(answers, link(f.ID, "traceability.md#"+anchor(f.ID)))
			}
		}
		needs := Fact{Values: terms(s.Needs)}
		part.WriteString(row(mark(sliceAnchor(s))+escape(s.Title), escape(s.Description), needs.markdown(), strings.Join(answers, ", ")))
	}
	return part.String()
}

// checksPart lists the checks of the data.
func (b *Book) checksPart() string {
	if len(b.catalogue.Checks) == 0 {
		return ""
	}
	var part strings.Builder
	part.WriteString("\n## Checks of the data\n\nFaults in the data, which are nobody's practice. Each stands on the sheet Data quality, and in every finding\n" +
		"that rests on one of its fields. Each check is a folder below [policies/quality](../policies/quality).\n\n")
	part.WriteString(head("Check", "What it looks for", "In", "What a fault may do to the audit", "What to do"))
	for _, c := range b.catalogue.Checks {
		in := "the case"
		if c.Service {
			in = "the service"
		}
		part.WriteString(row(mark(anchor(c.ID))+"**"+c.ID+"** "+escape(c.Title), escape(c.Description), in, escape(c.Effect), escape(c.Do)))
	}
	return part.String()
}
