package workbook

import (
	"fmt"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// needsWork are the criteria that call for action: priority action first, else in
// the letter's order, which is worst first. A profile may leave a class out of
// the letter; the workbook does not.
func needsWork(a *audit.Audit, l *letter.Letter) []letter.Item {
	var items []letter.Item
	for _, class := range []letter.Class{letter.Priority, letter.Development} {
		listed := map[string]bool{}
		for _, s := range l.Sections {
			for _, item := range s.All() {
				if item.Class == class && item.Criterion != nil {
					items = append(items, item)
					listed[item.Criterion.ID] = true
				}
			}
		}
		for _, r := range a.Summary.Criteria {
			if c := r.Criterion; l.Classes[c.ID] == class && !listed[c.ID] {
				items = append(items, letter.Item{
					Ref: c.ID, Criterion: c, Class: class, Count: r.Count, Action: c.Action,
					Text: fmt.Sprintf("%s: not met for %s of %s %s.", c.Title, thousands(r.NotMet), thousands(r.Audited()), c.UnitWords()),
				})
			}
		}
	}
	return items
}

// urgentListed is how many of the most urgent criteria Summary shows.
const urgentListed = 12

func (b *book) urgent() []letter.Item {
	return b.places.items[:min(urgentListed, len(b.places.items))]
}

// lead is the one sentence that a reader with no time reads.
func (b *book) lead() string {
	judged, missing, failed := 0, 0, 0
	for _, r := range b.audit.Summary.Criteria {
		switch {
		case !r.Assessable():
			missing++
		case r.Audited() > 0:
			judged++
		}
		if r.Error != "" {
			failed++
		}
	}
	sentence := "No item in this export could be audited"
	if judged > 0 {
		sentence = b.attention(judged)
	}
	if missing > 0 {
		sentence += "; " + plural(missing, "criterion", "criteria") + " could not be judged for want of data"
	}
	if failed > 0 {
		sentence += "; " + plural(failed, "policy", "policies") + " failed, so the audit is incomplete"
	}
	return sentence + "."
}

func (b *book) attention(judged int) string {
	items := b.places.items
	if len(items) == 0 {
		return "None of the " + plural(judged, "criterion", "criteria") + " judged is classed as an area for development or for priority action"
	}
	urgent := items[0]
	verb, priority := "need", 0
	if len(items) == 1 {
		verb = "needs"
	}
	for _, item := range items {
		if item.Class == letter.Priority {
			priority++
		}
	}
	sentence := fmt.Sprintf("%s of the %s judged %s attention", thousands(len(items)), plural(judged, "criterion", "criteria"), verb)
	if priority > 0 {
		sentence += fmt.Sprintf(", %s for priority action", thousands(priority))
	}
	return sentence + fmt.Sprintf("; most urgent: %s (%s), not met for %s of %s", uncapital(urgent.Criterion.Title), urgent.Criterion.ID,
		thousands(urgent.Count.NotMet), thousands(urgent.Count.Audited()))
}
