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

// Write drafts the letter of an audit in the words of a profile.
func Write(a *audit.Audit, p *Profile) *Letter {
	l := &Letter{
		Profile: p.Name,
		Title:   title(a, p),
		Notice:  notice,
		Classes: make(map[string]Class, len(a.Summary.Criteria)),
	}
	byClass := map[Class][]audit.CriterionResult{}
	for _, r := range a.Summary.Criteria {
		class := p.Classify(r)
		l.Classes[r.Criterion.ID] = class
		byClass[class] = append(byClass[class], r)
	}
	d := newDraft(a, p)
	for _, heading := range p.Sections {
		results := byClass[heading.Class]
		slices.SortFunc(results, WorstFirst)
		section := Section{Heading: heading.Heading, Class: heading.Class}
		for i, r := range results {
			section.Items = append(section.Items, d.item(fmt.Sprintf("%s-%02d", heading.Class.ref(), i+1), heading.Class, r))
		}
		l.Sections = append(l.Sections, section)
	}
	return l
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
