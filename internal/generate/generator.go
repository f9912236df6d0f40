package generate

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/generate/fault"
	"github.com/caseaudit/caseaudit/internal/generate/story"
	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// Answer is one item that the audit must find not met.
type Answer = fault.Answer

// Case is a record and what must be found in it, in order of criterion and item.
// The record was made, not read, so that it has no places in a file.
type Case struct {
	Record  *casefile.Record
	Answers []Answer
}

// Generator makes one export. Its methods may be called as often as one likes.
type Generator struct {
	options  Options
	dict     *casefile.Dictionary
	clock    *timing.Clock
	teller   *story.Teller
	planter  *fault.Planter
	supplied map[string]bool
	settled  bool     // the service is as the export has it
	answers  []Answer // of the service
}

// New makes a generator.
func New(o Options) (*Generator, error) {
	dict, err := casefile.NewDictionary()
	if err != nil {
		return nil, err
	}
	if o, err = o.complete(dict); err != nil {
		return nil, fmt.Errorf("generate: %w", err)
	}
	g := &Generator{options: o, dict: dict, supplied: map[string]bool{}}
	for _, path := range o.supplied() {
		g.supplied[path] = true
	}
	if g.clock, err = timing.New(o.AsAt); err != nil {
		return nil, fmt.Errorf("generate: %w", err)
	}
	unnamed := !g.has("child.surname") || !g.has("child.forename") || !g.has("child.date_of_birth")
	if g.teller, err = story.NewTeller(g.clock, dict, story.Config{Cases: o.Cases, Seed: o.Seed, Teams: o.Teams, Flags: o.Flags,
		Depth: o.Depth, Weights: o.Stories, Unnamed: unnamed}); err != nil {
		return nil, fmt.Errorf("generate: %w", err)
	}
	if g.planter, err = fault.NewPlanter(dict, o.Faults, g.has); err != nil {
		return nil, fmt.Errorf("generate: %w", err)
	}
	return g, nil
}

// Supplied lists the fields that the export has, in a fixed order.
func (g *Generator) Supplied() []string { return g.options.supplied() }

// Service is what the export says of the council beside its cases, in the
// dictionary's shape, and what must be found in it. How many cases a worker has is
// known only after the last one, so that all are made for it unless they were before.
func (g *Generator) Service() (map[string]any, []Answer, error) {
	if !g.settled {
		for _, err := range g.Cases() {
			if err != nil {
				return nil, nil, err
			}
		}
	}
	return g.teller.Staff.Values, g.answers, nil
}

// settle plants the faults of the service, once.
func (g *Generator) settle(tally *fault.Tally) (err error) {
	if g.settled {
		return nil
	}
	g.settled = true
	service := g.view(g.teller.Staff.Values)
	service.Tally = tally
	g.teller.Staff.Share(tally.Held)
	g.strip(service.Values)
	g.answers, err = g.planter.Plant(service, "service", true, 1, g.dice(0))
	g.strip(service.Values)
	return err
}

// Cases makes the cases one after the other. It stops after an error, which is a
// fault in this package: a sound case that fails, or a fault that breaks nothing.
func (g *Generator) Cases() iter.Seq2[*Case, error] {
	return func(yield func(*Case, error) bool) {
		var twin *story.Person // whose second record comes next
		tally := fault.NewTally()
		for n := range g.options.Cases {
			told := g.teller.Tell(n, twin)
			values := told.Record.Values
			g.strip(values)
			v := g.view(values)
			known := g.known(told.Person)
			v.Others, v.Locum = told.Others, told.Locum
			v.Twin = twin != nil
			v.Twinnable = twin == nil && n+1 < g.options.Cases && g.teller.Recognisable(known)
			answers, err := g.planter.Plant(v, told.Record.CaseID, false, g.scale(told.Team), g.dice(n+1))
			g.strip(values)
			tally.Count(v)
			clear(told.Record.Where)
			told.Record.Team, _ = values["team"].(string)
			if twin != nil || !v.Twin {
				twin = nil
			} else {
				twin = &known
			}
			if !yield(&Case{told.Record, answers}, err) || err != nil {
				return
			}
		}
		if err := g.settle(tally); err != nil {
			yield(nil, err)
		}
	}
}

func (g *Generator) view(values map[string]any) *fault.View {
	staff := g.teller.Staff
	return &fault.View{Values: values, Clock: g.clock, Registered: staff.Registered, Listed: staff.Listed,
		Agency: staff.Agency, Unqualified: staff.Unqualified, Supplied: g.has}
}

// dice are the random numbers for the faults of a case, apart from those of its story.
func (g *Generator) dice(n int) *rand.Rand {
	return rand.New(rand.NewPCG(g.options.Seed^0x9e3779b97f4a7c15, uint64(n)))
}

func (g *Generator) has(path string) bool { return g.supplied[path] }

func (g *Generator) scale(team string) float64 {
	if worse, ok := g.options.Worse[team]; ok {
		return worse
	}
	return 1
}

// known is a person as far as the export has the columns.
func (g *Generator) known(p story.Person) story.Person {
	if !g.has("child.nhs_number") {
		p.NHS = ""
	}
	if !g.has("child.upn") {
		p.UPN = ""
	}
	return p
}

// strip takes out the fields that the export lacks.
func (g *Generator) strip(values map[string]any) {
	for _, path := range g.options.Without {
		entity, name, dotted := strings.Cut(path, ".")
		if !dotted {
			delete(values, path)
			continue
		}
		if child, ok := values[entity].(map[string]any); ok {
			delete(child, name)
		}
		items, _ := values[entity].([]any)
		for _, item := range items {
			delete(item.(map[string]any), name)
		}
	}
}
