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
			export, err := s.open(t, dictionary, filepath.Join(committed, s.Name))
			if err != nil {
				t.Fatal(err)
			}
			a, err := audit.Run(t.Context(), dictionary, catalogue, export, s.asAt())
			if err != nil {
				t.Fatal(err)
			}
			records := s.Cases
			if s.Format == "annex-a" {
				records = a.Records // children on no list are not in it
			}
			if a.AsAt != s.AsAt || a.Records != records || len(a.Errors) > 0 {
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

// open opens a sample; reports in a council's own columns by the mapping beside them.
func (s *spec) open(t *testing.T, d *casefile.Dictionary, folder string) (casefile.Export, error) {
	t.Helper()
	r := intake.Request{Paths: []string{folder}}
	if s.Format == "own" {
		r.Mapping = filepath.Join(folder, mappingName)
	}
	return r.Open(t.Context(), d)
}

// asAt is the day to audit from: the newest event, save of reports, which do not
// have every event.
func (s *spec) asAt() audit.Options {
	if s.Format == "own" || s.Format == "annex-a" {
		return audit.Options{AsAt: s.AsAt}
	}
	return audit.Options{}
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
