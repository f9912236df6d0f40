package fault

import (
	"fmt"
	"math/rand/v2"
	"sort"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// Answer is one item that the audit must find not met.
type Answer struct {
	Criterion string `json:"criterion"`
	CaseID    string `json:"case_id"` // "service" for criteria that judge the service
	Entity    string `json:"entity"`
	Item      string `json:"item"`  // the item's own id, or "record"
	Fault     string `json:"fault"` // the fault that made it fail
}

// Planter plants faults by their shares. It is safe for use by one goroutine.
type Planter struct {
	all    []Expectation
	shares map[string]float64
	keys   map[string]string
}

// NewPlanter makes a planter. A share is the part of the items that a fault
// could be planted in, from 0 to 1; a name that is no fault's is an error.
func NewPlanter(d *casefile.Dictionary, shares map[string]float64, supplied func(path string) bool) (*Planter, error) {
	p := &Planter{shares: shares, keys: keys(d)}
	p.keys[teamMonth] = "name"
	known := map[string]bool{}
	for _, e := range All() {
		for _, f := range e.Faults {
			known[f.Name] = true
		}
		if e.Assessable(supplied) {
			p.all = append(p.all, e)
		}
	}
	names := make([]string, 0, len(shares))
	for name := range shares {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		if !known[name] {
			return nil, fmt.Errorf("there is no fault %q", name)
		}
		if s := shares[name]; s < 0 || s > 1 {
			return nil, fmt.Errorf("fault %s: share %g is not from 0 to 1", name, s)
		}
	}
	return p, nil
}

// finding is a not-met item within one record; item is 0 for the record itself.
type finding struct {
	criterion, entity string
	item              uintptr
}

// Plant plants faults in a record (or in the service) and gives the answers, in
// order of criterion and item. The scale multiplies every share. It fails when
// the record was not sound, or when a planted fault broke nothing: both are
// faults in this program.
func (p *Planter) Plant(v *View, caseID string, service bool, scale float64, r *rand.Rand) ([]Answer, error) {
	cause := map[finding]string{}
	now := p.failing(v, service)
	for f := range now {
		if !(f.criterion == "RE-04" && v.Twin) {
			return nil, fmt.Errorf("case %s: %s %s %s fails before any fault is planted", caseID, f.criterion, f.entity, p.name(v, f))
		}
		cause[f] = SecondRecord
	}
	for i := range p.all {
		e := &p.all[i]
		if e.Service != service {
			continue
		}
		for _, f := range e.Faults {
			planted, err := p.plant(v, e, f, p.shares[f.Name]*scale, r)
			if err != nil {
				return nil, fmt.Errorf("case %s: %w", caseID, err)
			}
			if !planted {
				continue
			}
			now = p.failing(v, service)
			for found := range now {
				if cause[found] == "" {
					cause[found] = f.Name
				}
			}
		}
	}
	var answers []Answer
	names := map[string]map[uintptr]string{}
	for f := range now {
		answers = append(answers, Answer{f.criterion, caseID, f.entity, p.nameIn(names, v, f), cause[f]})
	}
	sort.Slice(answers, func(i, j int) bool {
		a, b := answers[i], answers[j]
		if a.Criterion != b.Criterion {
			return a.Criterion < b.Criterion
		}
		return a.Item < b.Item
	})
	return answers, nil
}

// plant plants one fault in its share of the items that meet the expectation, and
// reports whether there was any.
func (p *Planter) plant(v *View, e *Expectation, f Fault, share float64, r *rand.Rand) (planted bool, err error) {
	if share == 0 {
		return false, nil
	}
	for _, item := range e.items(v) {
		if e.Judge(v, item) != Met || r.Float64() >= share || !f.Plant(v, item, r) {
			continue
		}
		if planted = true; e.Judge(v, item) != NotMet {
			return true, fmt.Errorf("fault %s left %s %s standing", f.Name, e.ID, p.name(v, p.finding(e, item)))
		}
	}
	return planted, nil
}

// failing is the set of items that fail any expectation.
func (p *Planter) failing(v *View, service bool) map[finding]bool {
	found := map[finding]bool{}
	for i := range p.all {
		e := &p.all[i]
		if e.Service != service {
			continue
		}
		for _, item := range e.items(v) {
			if e.Judge(v, item) == NotMet {
				found[p.finding(e, item)] = true
			}
		}
	}
	return found
}

func (p *Planter) finding(e *Expectation, item Item) finding {
	if e.Unit == "record" {
		return finding{e.ID, "record", 0}
	}
	return finding{e.ID, e.Unit, itself(item)}
}

// name is what a finding calls its item.
func (p *Planter) name(v *View, f finding) string {
	return p.nameIn(map[string]map[uintptr]string{}, v, f)
}

// nameIn is the same, with the names made so far, by entity and anchor.
func (p *Planter) nameIn(names map[string]map[uintptr]string, v *View, f finding) string {
	if f.item == 0 {
		return "record"
	}
	anchor := ""
	for i := range p.all {
		if p.all[i].ID == f.criterion {
			anchor = p.all[i].Anchor
		}
	}
	id := f.entity + "/" + anchor
	if names[id] == nil {
		names[id] = map[uintptr]string{}
		items := v.Items(f.entity)
		for i, name := range ItemNames(items, p.keys[f.entity], anchor) {
			names[id][itself(items[i])] = name
		}
	}
	return names[id][f.item]
}
