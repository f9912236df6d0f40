package fault

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// Verdict of an expectation on an item.
type Verdict int

// An item is met or not met when it is audited.
const (
	NotAudited Verdict = iota
	Met
	NotMet
)

// Expectation is a criterion, read a second time.
type Expectation struct {
	ID      string   // the criterion's
	Unit    string   // what is judged: an entity, or "record"
	Anchor  string   // the field whose date names an item without an id
	Service bool     // judges the service, not the cases
	Needs   []string // fields without which nothing is judged; "a | b": one is enough
	Judge   func(v *View, item Item) Verdict
	Faults  []Fault
}

// Fault is a way in which practice falls short of one criterion.
type Fault struct {
	Name  string // as options and the answer key write it
	About string // one sentence
	// Plant changes the record so that the item no longer meets the criterion,
	// and reports whether it could. It must not change anything when it could
	// not. The item is one that the expectation holds to be met. It may drop
	// items of other entities than the unit's own.
	Plant func(v *View, item Item, r *rand.Rand) bool
}

// All are the expectations, in the order in which their faults are planted:
// faults that move a date come before those that leave something out.
func All() []Expectation {
	return slices.Concat(frontLine(), practice(), inCare(), service(), reported())
}

func frontLine() []Expectation {
	return []Expectation{
		contactDecided(), referralAllocated(),
		assessmentTimescale(), childSeen(), agencyChecks(), analysis(), assessmentPlan(), identity(), childViews(),
		signedOffComplete(), signedOffSeen(), signOff(),
		conferenceTimescale(), reportChronology(), decisionsSent(), planWritten(), qualifiedWorker(), childVisited(),
		chronologyPresent(), chronologyCurrent(), oneRecord(),
		oversight(), supervision(), closedSeen(), recordCheck(),
	}
}

// Assessable reports whether the export supplies what the criterion needs.
func (e *Expectation) Assessable(supplied func(path string) bool) bool {
	if supplied == nil {
		return true
	}
	for _, need := range e.Needs {
		found := false
		for path := range strings.SplitSeq(need, "|") {
			found = found || supplied(strings.TrimSpace(path))
		}
		if !found {
			return false
		}
	}
	return true
}

// items are what the expectation judges in a view; for a record, the record itself.
func (e *Expectation) items(v *View) []Item {
	if e.Unit == "record" {
		return []Item{v.Values}
	}
	return v.Items(e.Unit)
}

// deadline judges something due by a day: done by then, met; past, not met;
// else not due yet.
func deadline(c *timing.Clock, due, done string) Verdict {
	switch {
	case c.Happened(done) && timing.Day(done) <= due:
		return Met
	case due < c.AsAt:
		return NotMet
	}
	return NotAudited
}

func verdict(met bool) Verdict {
	if met {
		return Met
	}
	return NotMet
}

// keys are the fields that name the items of each entity.
func keys(d *casefile.Dictionary) map[string]string {
	names := map[string]string{}
	for _, list := range [][]*casefile.Entity{d.Entities, d.Service} {
		for _, e := range list {
			if f, ok := e.Key(); ok {
				names[e.Name] = f.Name
			}
		}
	}
	return names
}
