package fault

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// Item is one thing in a record, in the dictionary's shape. Blank fields are left out.
type Item = map[string]any

// View is what an expectation sees: one record, or the service.
type View struct {
	Values      map[string]any
	Clock       *timing.Clock
	Registered  map[string]bool        // professionals with a registration number
	Supplied    func(path string) bool // whether the export has a column for a field; nil: all
	Unqualified string                 // a professional without registration
	Listed      map[string]bool        // professionals on the list, by id
	Agency      map[string]bool        // agency workers, by id
	Locum       string                 // a registered agency worker
	Others      []string               // two registered professionals who have no part in the case
	Twin        bool                   // the same child is also another case
	Twinnable   bool                   // another case may still be made of this child
	Tally       *Tally                 // of all cases, where the view is of the service

	lists  map[string]listed // by entity
	groups map[string]grouped
	months []Item // see teamMonths
}

// Supplies reports whether the export has a column for a field.
func (v *View) Supplies(path string) bool { return v.Supplied == nil || v.Supplied(path) }

// Items is the list of an entity.
func (v *View) Items(entity string) []Item {
	if entity == teamMonth {
		return v.teamMonths()
	}
	list, _ := v.Values[entity].([]any)
	if l, ok := v.lists[entity]; ok && l.of(list) {
		return l.items
	}
	items := make([]Item, 0, len(list))
	for _, x := range list {
		items = append(items, x.(Item))
	}
	if v.lists == nil {
		v.lists = map[string]listed{}
	}
	v.lists[entity] = listed{list, items}
	return items
}

// Keep drops the items of an entity that do not pass, and reports how many went.
func (v *View) Keep(entity string, pass func(Item) bool) int {
	kept := []any{}
	all := v.Items(entity)
	for _, item := range all {
		if pass(item) {
			kept = append(kept, item)
		}
	}
	v.Values[entity] = kept
	return len(all) - len(kept)
}

// Child is the object that describes the child.
func (v *View) Child() Item {
	child, _ := v.Values["child"].(Item)
	return child
}

// find is the item of an entity with a value in a field; nil when there is none.
func (v *View) find(entity, field, value string) Item {
	for _, item := range v.Items(entity) {
		if value != "" && text(item, field) == value {
			return item
		}
	}
	return nil
}

// openReferral and openPlan: begun, not ended, on as-at.
func (v *View) openReferral(r Item) bool {
	return !yes(r, "no_further_action") && v.open(text(r, "date"), text(r, "close_date"))
}

func (v *View) openPlan(p Item) bool { return v.open(text(p, "start_date"), text(p, "end_date")) }

func (v *View) open(start, end string) bool {
	return !v.Clock.Happened(text(v.Child(), "date_of_death")) &&
		(start == "" || v.Clock.Happened(start)) && !v.Clock.Happened(end)
}

// openFor reports whether some referral or plan has been open for at least n days.
func (v *View) openFor(n int) bool {
	for _, r := range v.Items("referrals") {
		if v.openReferral(r) && v.Clock.Ago(text(r, "date"), n) {
			return true
		}
	}
	for _, p := range v.Items("plans") {
		if v.openPlan(p) && v.Clock.Ago(text(p, "start_date"), n) {
			return true
		}
	}
	return false
}

// since is the day the record's first referral came.
func (v *View) since() string {
	first := ""
	for _, ref := range v.Items("referrals") {
		if date := text(ref, "date"); first == "" || date < first {
			first = date
		}
	}
	return first
}

func text(item Item, field string) string {
	s, _ := item[field].(string)
	return strings.TrimSpace(s)
}

func yes(item Item, field string) bool { return item[field] == true }
