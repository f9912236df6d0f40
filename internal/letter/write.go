package letter

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// notice stands on every letter. It is not part of the profile, so that no
// profile can leave it out.
const notice = "Drafted from rules, not an inspection judgement."

// nothing stands under a heading without items. It does not say that all is well.
const nothing = "No criterion that could be judged stands under this heading."

// Write drafts the letter of an audit in the words of a profile.
func Write(a *audit.Audit, p *Profile) *Letter {
	d := newDraft(a, p)
	byClass := map[Class][]audit.CriterionResult{}
	for _, r := range a.Summary.Criteria {
		class := p.Classify(r)
		d.classes[r.Criterion.ID] = class
		byClass[class] = append(byClass[class], r)
	}
	l := &Letter{
		Profile:  p.Name,
		Title:    title(a, p),
		Notice:   notice,
		Opening:  d.opening(),
		Blanks:   p.blanks(a.Catalogue),
		Classes:  d.classes,
		AsAt:     a.AsAt,
		Policies: a.Policies,
	}
	for _, heading := range p.Sections {
		l.Sections = append(l.Sections, d.section(heading, byClass[heading.Class]))
	}
	return l
}

func (d *draft) section(h Heading, results []audit.CriterionResult) Section {
	s := Section{Heading: h.Heading, Form: h.form(), Class: h.Class}
	if s.Form == Headline {
		s.Items = d.headline()
	} else {
		slices.SortFunc(results, WorstFirst)
		for i, r := range results {
			s.Items = append(s.Items, d.item(fmt.Sprintf("%s-%02d", h.Class.ref(), i+1), s.Form, h.Class, r))
		}
	}
	if len(s.Items) == 0 {
		s.Nothing = nothing
		return s
	}
	s.Note = h.Note
	if h.AtMost > 0 && len(s.Items) > h.AtMost {
		s.Items, s.Rest = s.Items[:h.AtMost:h.AtMost], s.Items[h.AtMost:]
		s.More = more(h.Class, len(s.Rest))
	}
	return s
}

// more counts what a section leaves out, and says where it is.
func more(class Class, n int) string {
	sheet := "Criteria"
	if class == Development {
		sheet = "Areas for development"
	}
	if n == 1 {
		return "1 more is on the sheet " + sheet + " of the audit workbook."
	}
	return fmt.Sprintf("%d more are on the sheet %s of the audit workbook.", n, sheet)
}

// WorstFirst orders criteria by the share met, lowest first, then by how many
// are not met, then by id. Shares are compared as fractions; where nothing was
// audited there is none, and the criterion stands last.
func WorstFirst(a, b audit.CriterionResult) int {
	if none := cmp.Compare(noneAudited(a), noneAudited(b)); none != 0 {
		return none
	}
	return cmp.Or(
		cmp.Compare(a.Met*b.Audited(), b.Met*a.Audited()),
		cmp.Compare(b.NotMet, a.NotMet),
		cmp.Compare(a.Criterion.ID, b.Criterion.ID))
}

func noneAudited(r audit.CriterionResult) int {
	if r.Audited() == 0 {
		return 1
	}
	return 0
}

func title(a *audit.Audit, p *Profile) string {
	text := p.Title
	if a.Council != "" {
		text += ": " + a.Council
	}
	return text + ", " + Date(a.From) + " to " + Date(a.AsAt)
}

// Date is an ISO day as a letter prints it, dd/mm/yyyy; of a time its day. What
// is no ISO date comes back as it is.
func Date(iso string) string {
	if len(iso) < 10 || iso[4] != '-' || iso[7] != '-' {
		return iso
	}
	return iso[8:10] + "/" + iso[5:7] + "/" + iso[:4]
}
