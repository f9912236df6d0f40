package generate_test

import (
	"bufio"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/generate"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/policies"
)

// The audit of a generated export finds every planted fault and nothing else,
// whichever format it was written in.
func TestAuditFindsWhatWasPlanted(t *testing.T) {
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	faults := map[string]float64{}
	for _, name := range generate.FaultNames() {
		faults[name] = 0.2
	}
	var broken sync.Map // criteria of which a fault was planted in any of the exports
	t.Cleanup(func() {
		for _, criterion := range catalogue.Criteria {
			if _, ok := broken.Load(criterion.ID); !ok {
				t.Errorf("no fault of %s was planted", criterion.ID)
			}
		}
	})
	for _, c := range []struct {
		name  string
		asAt  string
		seed  uint64
		flags bool
		write func(g *generate.Generator, dir, answers string) error
	}{
		{"native", "2026-10-31", 1, false, (*generate.Generator).WriteNative},
		{"ssd", "2026-10-31", 2, false, (*generate.Generator).WriteSSD},
		{"native, flags, leap day", "2024-02-29", 3, true, (*generate.Generator).WriteNative},
		{"ssd, initial and core assessments", "2010-05-31", 4, false, (*generate.Generator).WriteSSD},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			g, err := generate.New(generate.Options{Cases: 400, Seed: c.seed, AsAt: c.asAt, Faults: faults, Flags: c.flags})
			if err != nil {
				t.Fatal(err)
			}
			folder, answers := filepath.Join(t.TempDir(), "export"), filepath.Join(t.TempDir(), "answers.ndjson")
			if err := c.write(g, folder, answers); err != nil {
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
			if len(a.Errors) > 0 || len(a.Survey.Refusals) > 0 {
				t.Fatalf("errors %v, refusals %v", a.Errors, a.Survey.Refusals)
			}
			found := map[item]bool{}
			for _, o := range a.Outcomes {
				if !o.Met {
					found[item{o.Criterion.ID, o.CaseID, o.Entity, o.Item}] = true
				}
			}
			planted := readAnswers(t, answers)
			if diff := cmp.Diff(sortedItems(planted), sortedItems(found)); diff != "" {
				t.Errorf("planted (-) and found (+) differ:\n%s", diff)
			}
			for i := range planted {
				broken.Store(i.Criterion, true)
			}
		})
	}
}

type item struct {
	Criterion string `json:"criterion"`
	CaseID    string `json:"case_id"`
	Entity    string `json:"entity"`
	Item      string `json:"item"`
}

func readAnswers(t *testing.T, path string) map[item]bool {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	answers := map[item]bool{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var i item
		if err := json.Unmarshal(lines.Bytes(), &i); err != nil {
			t.Fatal(err)
		}
		answers[i] = true
	}
	return answers
}

func sortedItems(set map[item]bool) []item {
	return slices.SortedFunc(maps.Keys(set), func(a, b item) int {
		return slices.Compare([]string{a.Criterion, a.CaseID, a.Entity, a.Item}, []string{b.Criterion, b.CaseID, b.Entity, b.Item})
	})
}
