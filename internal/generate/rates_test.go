package generate

import (
	"fmt"
	"os"
	"path/filepath"
	"go.yaml.in/yaml/v3"
	"testing"

	"github.com/caseaudit/caseaudit/internal/generate/fault"
)

func Rates(o Options) string {
	g, err := New(o)
	if err != nil { return err.Error() }
	met, all := map[string]int{}, map[string]int{}
	count := func(v *fault.View, service bool, twin bool) {
		for _, e := range fault.All() {
			if e.Service != service || !e.Assessable(g.has) { continue }
			items := v.Items(e.Unit)
			if e.Unit == "record" { items = []map[string]any{v.Values} }
			for _, it := range items {
				switch e.Judge(v, it) {
				case fault.Met: met[e.ID]++; all[e.ID]++
				case fault.NotMet: all[e.ID]++
				}
			}
		}
	}
	count(g.view(g.teller.Staff.Values), true, false)
	for c, err := range g.Cases() {
		if err != nil { return err.Error() }
		v := g.view(c.Record.Values)
		for _, a := range c.Answers { if a.Criterion == "RE-04" { v.Twin = true } }
		count(v, false, false)
	}
	s := ""
	for _, e := range fault.All() {
		if all[e.ID] > 0 { s += fmt.Sprintf("%s %d/%d=%d%%  ", e.ID, met[e.ID], all[e.ID], 100*met[e.ID]/all[e.ID]) }
	}
	return s
}

func TestRates(t *testing.T) {
	if os.Getenv("RATES") == "" { t.Skip() }
	fmt.Println(Rates(Options{Cases: 1000, Seed: 1, AsAt: "2026-10-31"}))
}

func TestSampleRates(t *testing.T) {
	if os.Getenv("RATES") == "" { t.Skip() }
	files, _ := filepath.Glob("samples/*.yaml")
	for _, f := range files {
		text, _ := os.ReadFile(f)
		var s struct { AsAt string `yaml:"as_at"`; Cases int; Seed uint64; Teams []string; Faults, Worse, Stories map[string]float64; Without []string; Flags bool; Depth int }
		if err := yaml.Unmarshal(text, &s); err != nil { t.Fatal(err) }
		fmt.Println("==", f)
		fmt.Println(Rates(Options{Cases: s.Cases, Seed: s.Seed, AsAt: s.AsAt, Teams: s.Teams, Faults: s.Faults, Worse: s.Worse, Stories: s.Stories, Without: s.Without, Flags: s.Flags, Depth: s.Depth}))
	}
}
