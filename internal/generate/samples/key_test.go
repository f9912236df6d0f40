package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/generate"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/policies"
)

// The audit of each sample, seen from its newest event, finds what its key says,
// dirt and all.
func TestSamplesAuditAsTheirKeysSay(t *testing.T) {
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	specs, err := readSpecs()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range specs {
		t.Run(s.Name, func(t *testing.T) {
			export, err := intake.Open(t.Context(), dictionary, []string{filepath.Join(committed, s.Name)})
			if err != nil {
				t.Fatal(err)
			}
			a, err := audit.Run(t.Context(), dictionary, catalogue, export, audit.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if a.AsAt != s.AsAt || a.Records != s.Cases || len(a.Errors) > 0 {
				t.Errorf("as at %s, %d records, errors %v; the specification says %s, %d", a.AsAt, a.Records, a.Errors, s.AsAt, s.Cases)
			}
			var found []string
			for _, o := range a.Outcomes {
				if !o.Met {
					found = append(found, o.Criterion.ID+" "+o.CaseID+" "+o.Entity+" "+o.Item)
				}
			}
			slices.Sort(found)
			if diff := cmp.Diff(key(t, s), found); diff != "" {
				t.Errorf("key (-) and audit (+) differ:\n%s", diff)
			}
		})
	}
}

// key is the committed answer key of a sample, sorted.
func key(t *testing.T, s *spec) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(committed, answers, s.Name+".ndjson"))
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		var a generate.Answer
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		want = append(want, strings.Join([]string{a.Criterion, a.CaseID, a.Entity, a.Item}, " "))
	}
	slices.Sort(want)
	return want
}
