package handbook

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// traceabilityPage is traceability.md: from every finding to what answers it, the
// way back, and the counts.
func (b *Book) traceabilityPage() string {
	var page strings.Builder
	page.WriteString(generated)
	fmt.Fprintf(&page, "\n# From findings to criteria, and back\n\nThe %d findings of %d source documents, in our own words, and what answers each.\n\n", len(b.findings), len(b.documents))
	page.WriteString(head("Mode", "What answers the finding"))
	for _, m := range modeMeanings() {
		page.WriteString(row(modeWords(m.mode), m.means))
	}
	page.WriteString("\nA test fails when a finding has no answer, when a criterion and a finding do not name each other, and when this page is\nstale.\n\n")
	for _, d := range b.documents {
		fmt.Fprintf(&page, "- %s, %d findings\n", link(documentName(d), "#"+anchor(d.ID)), len(b.findingsOf(d)))
	}
	page.WriteString("- [From criteria to findings](#from-criteria-to-findings)\n- [Questions on the audit form](#questions-on-the-audit-form)\n- [Counts](#counts)\n")
	for _, d := range b.documents {
		page.WriteString(b.documentPart(d))
	}
	page.WriteString(b.wayBack())
	page.WriteString(b.formsPart())
	page.WriteString(b.countsPart())
	return page.String()
}

// documentName is a document for a person: "Plymouth, Unannounced inspection ... (PLY09)".
func documentName(d criteria.Document) string {
	return fmt.Sprintf("%s, %s (%s)", d.Authority, d.Title, d.ID)
}

// documentDates says when a document was published, and when the inspectors came.
func documentDates(d criteria.Document) string {
	days := make([]string, len(d.Visited))
	for i, day := range d.Visited {
		days[i] = date(day)
	}
	text := "Published " + date(d.Published)
	if len(days) > 0 {
		text += "; visited " + strings.Join(days, " to ")
	}
	return text
}

func (b *Book) documentPart(d criteria.Document) string {
	var part strings.Builder
	fmt.Fprintf(&part, "\n%s\n\n## %s\n\n%s.\n\n", mark(anchor(d.ID)), escape(documentName(d)), documentDates(d))
	part.WriteString(head("Finding", "Kind", "What was found", "Mode", "Answered by"))
	for _, f := range b.findingsOf(d) {
		var lines []string
		for _, fact := range b.answers(f) {
			cell := fact.markdown()
			if fact.Name != "Criteria" {
				cell = fact.Name + ": " + cell
			}
			lines = append(lines, cell)
		}
		part.WriteString(row(mark(anchor(f.ID))+f.ID, f.Kind, escape(f.Gist), modes(f), strings.Join(lines, "<br>")))
	}
	return part.String()
}

// wayBack is from each criterion to its sources.
func (b *Book) wayBack() string {
	var part strings.Builder
	part.WriteString("\n## From criteria to findings\n\n" + head("Criterion", "Title", "Answers"))
	for _, c := range b.catalogue.Criteria {
		sources := make([]string, len(c.Sources))
		for i, id := range c.Sources {
			sources[i] = link(id, strings.TrimPrefix(b.sourceLink(id), "traceability.md"))
		}
		part.WriteString(row(link(c.ID, "criteria.md#"+anchor(c.ID)), escape(c.Title), strings.Join(sources, ", ")))
	}
	return part.String()
}

// formsPart is from each question of the audit form to the findings it answers.
func (b *Book) formsPart() string {
	var part strings.Builder
	part.WriteString("\n## Questions on the audit form\n\n" + head("Name", "Question", "Answers"))
	for _, name := range slices.Sorted(maps.Keys(b.forms)) {
		var answers []string
		for _, f := range b.findings {
			if f.Form == name {
				answers = append(answers, link(f.ID, "#"+anchor(f.ID)))
			}
		}
		part.WriteString(row(mark(formAnchor(name))+code(name), escape(b.forms[name]), strings.Join(answers, ", ")))
	}
	return part.String()
}
