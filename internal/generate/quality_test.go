package generate_test

import (
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/generate"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/policies"
)

// An export without planted faults has none in its data either, whichever format
// it was written in: or a check calls faulty what is in order.
func TestCleanExportsHaveNoFaultInTheData(t *testing.T) {
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, asAt string
		seed       uint64
		write      func(g *generate.Generator, dir, answers string) error
	}{
		{"native", "2026-10-31", 21, (*generate.Generator).WriteNative},
		{"ssd", "2026-10-31", 22, (*generate.Generator).WriteSSD},
		{"native in 2009", "2009-07-29", 23, (*generate.Generator).WriteNative},
		{"ssd on a leap day", "2024-02-29", 24, (*generate.Generator).WriteSSD},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			g, err := generate.New(generate.Options{Cases: 300, Seed: c.seed, AsAt: c.asAt})
			if err != nil {
				t.Fatal(err)
			}
			folder := filepath.Join(t.TempDir(), "export")
			if err := c.write(g, folder, filepath.Join(t.TempDir(), "answers.ndjson")); err != nil {
				t.Fatal(err)
			}
			export, err := intake.Open(t.Context(), dictionary, []string{folder})
			if err != nil {
				t.Fatal(err)
			}
			a, err := audit.Run(t.Context(), dictionary, catalogue, export, audit.Options{AsAt: c.asAt})
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range a.Checks {
				if r.Error != "" {
					t.Errorf("%s failed: %s", r.Check.ID, r.Error)
				}
			}
			if len(a.Checks) != len(catalogue.Checks) || len(a.Checks) == 0 {
				t.Errorf("%d of %d checks were made", len(a.Checks), len(catalogue.Checks))
			}
			examples := map[string]int{}
			for _, f := range a.Faults {
				about := f.Check.ID + " " + f.Entity
				if examples[about]++; examples[about] <= 3 {
					t.Errorf("%s %s %s %s: %s", about, f.CaseID, f.Item, f.Where, f.Text)
				}
			}
			for _, about := range slices.Sorted(maps.Keys(examples)) {
				t.Errorf("%s: %d faults", about, examples[about])
			}
		})
	}
}
