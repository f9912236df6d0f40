package generate

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake"
)

// What is written is what the readers read: every value of every record, and no note.
func TestReadersGiveBackWhatWasWritten(t *testing.T) {
	for name, o := range map[string]Options{
		"text":  {Cases: 150, Seed: 31, AsAt: "2026-10-31", Faults: everyFault(0.15)},
		"flags": {Cases: 100, Seed: 32, AsAt: "2010-05-04", Faults: everyFault(0.15), Flags: true, Without: []string{"assessments.child_seen_date"}},
		"no practice of care": {Cases: 150, Seed: 33, AsAt: "2026-10-31", Faults: everyFault(0.15),
			Stories: map[string]float64{"settled in care": 1, "adoption": 1, "care leaver": 1, "private fostering": 1}, // once in care each
			Without: []string{"care_reviews.reviewer_met_child_date", "permanence.permanence_plan_date", "permanence.life_story_started_date",
				"permanence.siblings_assessed_date", "care_leaver.pathway_plan_date", "care_leaver.health_history_given_date",
				"care_leaver.entitlements_given_date"}},
	} {
		t.Run(name, func(t *testing.T) {
			g, err := New(o)
			if err != nil {
				t.Fatal(err)
			}
			for format, write := range map[string]func(dir, answers string) error{"native": g.WriteNative, "ssd": g.WriteSSD} {
				dir := filepath.Join(t.TempDir(), "export")
				if err := write(dir, ""); err != nil {
					t.Fatal(err)
				}
				t.Run(format, func(t *testing.T) { readBack(t, g, dir, format) })
			}
		})
	}
}

func readBack(t *testing.T, g *Generator, dir, format string) {
	t.Helper()
	export, err := intake.Open(context.Background(), g.dict, []string{dir})
	if err != nil {
		t.Fatal(err)
	}
	survey, err := export.Survey(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	notes := slices.DeleteFunc(survey.Notes, func(n casefile.Note) bool {
		return n.Kind == "rows inside a cell" // a guess of the reader's about text of two lines
	})
	if len(notes) > 0 || len(survey.Refusals) > 0 || len(survey.Ignored) > 0 || survey.Newest != g.options.AsAt {
		t.Errorf("notes %v, refusals %v, ignored %v, newest %s", notes, survey.Refusals, survey.Ignored, survey.Newest)
	}
	for _, path := range g.Supplied() {
		if !survey.Supply.Has(path) {
			t.Errorf("%s is not supplied", path)
		}
	}
	if diff := cmp.Diff(plain(t, g.teller.Staff.Values), plain(t, survey.Service.Values)); diff != "" {
		t.Errorf("service (-made +read):\n%s", diff)
	}
	read := map[string]any{}
	if err := export.Records(context.Background(), func(r *casefile.Record) error {
		read[r.CaseID] = byKey(t, g.dict, plain(t, r.Values))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for c, err := range g.Cases() {
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(byKey(t, g.dict, plain(t, c.Record.Values)), read[c.Record.CaseID]); diff != "" && wrong < 3 {
			wrong++
			t.Errorf("case %s (-made +read):\n%s", c.Record.CaseID, diff)
		}
	}
	if len(read) != g.options.Cases {
		t.Errorf("%d cases read of %d", len(read), g.options.Cases)
	}
}

// byKey is a record whose items are held by what they say, since formats with
// several tables for one entity give them in another order.
func byKey(t *testing.T, d *casefile.Dictionary, record any) any {
	t.Helper()
	out := map[string]any{}
	for name, value := range record.(map[string]any) {
		items, ok := value.([]any)
		if !ok {
			out[name] = value
			continue
		}
		count := map[string]int{}
		for _, item := range items {
			text, err := json.Marshal(item)
			if err != nil {
				t.Fatal(err)
			}
			count[string(text)]++
		}
		out[name] = count
	}
	return out
}

// The same options give the same bytes, and the key is kept apart from the export.
func TestSameBytes(t *testing.T) {
	o := Options{Cases: 60, Seed: 41, AsAt: "2026-10-31", Faults: everyFault(0.1)}
	for _, format := range []string{"native", "ssd"} {
		var runs [2]map[string]string
		for i := range runs {
			g, err := New(o)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			write := g.WriteNative
			if format == "ssd" {
				write = g.WriteSSD
			}
			if err := write(filepath.Join(dir, "export"), filepath.Join(dir, "answers.ndjson")); err != nil {
				t.Fatal(err)
			}
			runs[i] = files(t, dir)
		}
		if diff := cmp.Diff(runs[0], runs[1]); diff != "" {
			t.Errorf("%s: two runs differ:\n%s", format, diff)
		}
		if n := strings.Count(runs[0]["answers.ndjson"], "\n"); n != len(key(t, o)) {
			t.Errorf("%s: %d answers written of %d", format, n, len(key(t, o)))
		}
	}
}

// files are the contents of the files in a folder; each must be for its owner only.
func files(t *testing.T, root string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, pattern := range []string{"*.*", "export/*"} {
		paths, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%s has mode %v", path, info.Mode())
			}
			name, _ := filepath.Rel(root, path)
			all[name] = string(text)
		}
	}
	return all
}
