package intake_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake"
)

var update = flag.Bool("update", false, "write the golden files anew")

// open surveys the export at a path and reads its records.
func open(t *testing.T, path string) (*casefile.Survey, []*casefile.Record) {
	t.Helper()
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	e, err := intake.Open(t.Context(), d, []string{path})
	if err != nil {
		t.Fatal(err)
	}
	s, err := e.Survey(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var records []*casefile.Record
	if err := e.Records(t.Context(), func(r *casefile.Record) error {
		records = append(records, r)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if len(records) != s.Records {
		t.Errorf("survey counts %d records and %d were read", s.Records, len(records))
	}
	return s, records
}

// The public fake files of each return, whole: accounts, supply, notes, and the
// first few records.
func TestStatutoryReturns(t *testing.T) {
	for name, c := range map[string]struct {
		path    string
		records int // shown
	}{
		"cin-2022":     {"cin/BAR_cin_2022.xml", 9},
		"cin-2026":     {"cin/CIN_Census_2026.xml", 9},
		"ssda903":      {"ssda903", 3},
		"dfe-daily":    {"dfe", 9},
		"annex-a-2024": {"annexa/Annex_A_2024_Jan.xlsx", 12},
		"annex-a-2019": {"annexa/sfdata-2016-02-sample.xlsx", 2},
	} {
		t.Run(name, func(t *testing.T) {
			s, records := open(t, filepath.Join("testdata", c.path))
			var b bytes.Buffer
			describe(&b, s)
			for _, r := range records[:min(len(records), c.records)] {
				shown, err := json.MarshalIndent(map[string]any{"values": filled(r), "source": r.Source.String(), "where": places(r)}, "", " ")
				if err != nil {
					t.Fatal(err)
				}
				fmt.Fprintf(&b, "\n%s\n", shown)
			}
			golden := filepath.Join("testdata", "golden", name+".txt")
			if *update {
				if err := os.WriteFile(golden, b.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), b.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func places(r *casefile.Record) map[string][]string {
	where := map[string][]string{}
	for entity, list := range r.Where {
		for _, at := range list {
			where[entity] = append(where[entity], at.String())
		}
	}
	return where
}

// describe writes a survey in lines.
func describe(b *bytes.Buffer, s *casefile.Survey) {
	fmt.Fprintf(b, "format %s, %d records, newest %s\n", s.Format, s.Records, s.Newest)
	for _, in := range s.Inputs {
		fmt.Fprintf(b, "input %s (%s, %s): %d rows, %d read, %d repeated, %d refused\n", in.Name, in.Entity, in.Encoding, in.Rows, in.Read, in.Duplicates, in.Refused)
	}
	for _, line := range s.Ignored {
		fmt.Fprintf(b, "ignored %s\n", line)
	}
	reasons := map[string]bool{}
	for _, r := range s.Refusals {
		if line := r.At.File + " [" + r.Column + "] " + r.Reason; !reasons[line] {
			reasons[line] = true
			fmt.Fprintf(b, "refused %s [%s] %s\n", r.At, r.Column, r.Reason)
		}
	}
	for _, n := range s.Notes {
		fmt.Fprintf(b, "note %s, %d times, %s %s: %s\n", n.Kind, n.Count, n.At, n.Field, n.Text)
	}
	fmt.Fprintf(b, "supplies %s\n", strings.Join(s.Supply.Paths(), "\n  "))
	for _, kind := range []string{"plans=child_protection", "plans=child_in_need", "plans=care", "conferences=initial", "conferences=review"} {
		if len(s.Supply.Missing([]string{kind})) == 0 {
			fmt.Fprintf(b, "holds %s\n", kind)
		}
	}
}
