package generate

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/generate/fault"
	"github.com/caseaudit/caseaudit/internal/generate/story"
)

// Every fault is planted somewhere, each on its own, and breaks its own criterion.
func TestEveryFaultIsPlanted(t *testing.T) {
	for _, e := range fault.All() {
		for _, f := range e.Faults {
			asAt := "2026-10-31"
			if f.Name == "initial-assessment-late" {
				asAt = "2009-07-29"
			}
			n := 0
			for _, a := range key(t, Options{Cases: 400, Seed: 21, AsAt: asAt, Faults: map[string]float64{f.Name: 0.5}}) {
				if a.Fault != f.Name {
					t.Errorf("%s: an answer names fault %q", f.Name, a.Fault)
				}
				if a.Criterion == e.ID {
					n++
				}
			}
			if n == 0 {
				t.Errorf("%s was planted nowhere", f.Name)
			}
		}
	}
}

// A share is the part of the items that could be spoilt, and none at all is none.
func TestShares(t *testing.T) {
	if answers := key(t, Options{Cases: 300, Seed: 3, AsAt: "2026-10-31", Faults: everyFault(0)}); len(answers) > 0 {
		t.Errorf("with no share at all there are %d answers", len(answers))
	}
	half := len(key(t, Options{Cases: 400, Seed: 3, AsAt: "2026-10-31", Faults: map[string]float64{"no-analysis": 0.5}}))
	full := len(key(t, Options{Cases: 400, Seed: 3, AsAt: "2026-10-31", Faults: map[string]float64{"no-analysis": 1}}))
	if half < full*2/5 || half > full*3/5 {
		t.Errorf("a share of a half plants %d of %d", half, full)
	}
}

// A team named as worse has more of the faults.
func TestWorseTeam(t *testing.T) {
	o := Options{Cases: 400, Seed: 5, AsAt: "2026-10-31", Teams: []string{"North", "South"},
		Faults: map[string]float64{"supervision-lapsed": 0.2}, Worse: map[string]float64{"North": 4, "South": 0}}
	g, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	for c, err := range g.Cases() {
		if err != nil {
			t.Fatal(err)
		}
		if c.Record.Team == "South" && len(c.Answers) > 0 {
			t.Errorf("case %s of the sound team has answers %v", c.Record.CaseID, c.Answers)
		}
	}
}

// Options that cannot be are refused by name.
func TestRefusedOptions(t *testing.T) {
	for name, o := range map[string]Options{
		"no cases":      {AsAt: "2026-10-31"},
		"bad date":      {Cases: 1, AsAt: "31/10/2026"},
		"unknown fault": {Cases: 1, AsAt: "2026-10-31", Faults: map[string]float64{"no-such-fault": 0.1}},
		"bad share":     {Cases: 1, AsAt: "2026-10-31", Faults: map[string]float64{"no-analysis": 1.1}},
		"unknown story": {Cases: 1, AsAt: "2026-10-31", Stories: map[string]float64{"a fairy tale": 1}},
		"unknown field": {Cases: 1, AsAt: "2026-10-31", Without: []string{"assessments.colour"}},
		"required":      {Cases: 1, AsAt: "2026-10-31", Without: []string{"case_id"}},
		"unknown team":  {Cases: 1, AsAt: "2026-10-31", Worse: map[string]float64{"Nowhere": 2}},
	} {
		if _, err := New(o); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// The columns of the export are exactly the fields that stories fill in.
func TestFieldsAreTold(t *testing.T) {
	told := map[string]bool{"case_id": true, "team": true, "child.date_of_death": true} // nobody dies in these stories
	note := func(entity string, item map[string]any) {
		for field := range item {
			told[entity+"."+field] = true
		}
	}
	for _, asAt := range []string{"2026-10-31", "2009-07-29"} {
		g, err := New(Options{Cases: 600, Seed: 8, AsAt: asAt})
		if err != nil {
			t.Fatal(err)
		}
		service, _, err := g.Service()
		if err != nil {
			t.Fatal(err)
		}
		for c, err := range g.Cases() {
			if err != nil {
				t.Fatal(err)
			}
			note("child", c.Record.Child())
			for _, e := range g.dict.Entities {
				for _, item := range c.Record.Items(e.Name) {
					note(e.Name, item.(map[string]any))
				}
			}
		}
		for entity, items := range service {
			for _, item := range items.([]any) {
				note(entity, item.(map[string]any))
			}
		}
		for _, path := range story.Fields() {
			if _, ok := g.dict.Field(path); !ok {
				t.Errorf("%s is not in the dictionary", path)
			}
		}
	}
	var names []string
	for path := range told {
		names = append(names, path)
	}
	slices.Sort(names)
	want := story.Fields()
	slices.Sort(want)
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("fields listed and told differ (-listed +told):\n%s", diff)
	}
}

// key makes an export and gives all its answers.
func key(t *testing.T, o Options) []Answer {
	t.Helper()
	g, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	var answers []Answer
	for c, err := range g.Cases() {
		if err != nil {
			t.Fatal(err)
		}
		answers = append(answers, c.Answers...)
	}
	_, ofService, err := g.Service()
	if err != nil {
		t.Fatal(err)
	}
	return append(answers, ofService...)
}
