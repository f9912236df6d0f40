// Package samples_test audits every sample and compares what the letter would
// say with a golden list: each sample is made so that its audit shows what its
// source document found.
package samples_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/policies"
)

var update = flag.Bool("update", false, "rewrite the golden lists")

func TestSamples(t *testing.T) {
	folders, err := filepath.Glob("*")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, folder := range folders {
		if info, err := os.Stat(folder); err != nil || !info.IsDir() || folder == "testdata" {
			continue
		}
		count++
		t.Run(folder, func(t *testing.T) {
			golden := filepath.Join("testdata", folder+".golden")
			got := findings(t, folder)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
	if count < 6 {
		t.Errorf("%d samples audited: want northmoor and one for each source document", count)
	}
}

// findings is what the letter would say of a sample, a line a sentence.
func findings(t *testing.T, folder string) string {
	t.Helper()
	a := audited(t, folder)
	rows, read, duplicates, refused := a.Survey.Rows()
	if rows != read+duplicates+refused {
		t.Errorf("%d rows, but %d read, %d duplicates and %d refused", rows, read, duplicates, refused)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "as at %s: %d records, %d rows, %d duplicates, %d refused\n", a.AsAt, a.Records, rows, duplicates, refused)
	for _, section := range letter.Write(a, profile(t)).Sections {
		fmt.Fprintf(&b, "\n%s\n", section.Heading)
		for _, item := range section.Items {
			fmt.Fprintf(&b, "  %s %s %d of %d met\n", item.Criterion.ID, item.Criterion.Title, item.Count.Met, item.Count.Audited())
		}
	}
	return b.String()
}

// audited is the audit of a sample, seen from its newest event.
func audited(t *testing.T, folder string) *audit.Audit {
	t.Helper()
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	r := intake.Request{Paths: []string{folder}}
	if mapping := filepath.Join(folder, "mapping.yaml"); exists(mapping) {
		r.Mapping = mapping
	}
	export, err := r.Open(t.Context(), dictionary)
	if err != nil {
		t.Fatal(err)
	}
	a, err := audit.Run(t.Context(), dictionary, catalogue, export, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Errors) > 0 {
		t.Errorf("policy errors: %v", a.Errors)
	}
	return a
}

func profile(t *testing.T) *letter.Profile {
	t.Helper()
	p, err := letter.BuiltIn(letter.DefaultProfile)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
