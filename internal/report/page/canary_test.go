package page

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/policies"
)

const canary = "Zebedee Canary"

// TestCanary audits a sample in which every name and every narrative is the
// canary's: nothing of it may reach the page.
func TestCanary(t *testing.T) {
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	folder, planted := t.TempDir(), 0
	for _, name := range []string{"cases.ndjson", "service.json"} {
		file, err := os.ReadFile(filepath.Join("..", "..", "..", "samples", "plymouth-2009", name))
		if err != nil {
			t.Fatal(err)
		}
		lines := [][]byte{file} // one document over many lines
		if name == "cases.ndjson" {
			lines = bytes.Split(bytes.TrimSpace(file), []byte("\n"))
		}
		var out bytes.Buffer
		for _, line := range lines {
			var record map[string]any
			if err := json.Unmarshal(line, &record); err != nil {
				t.Fatal(err)
			}
			planted += plant(dictionary, record)
			line, err := json.Marshal(record)
			if err != nil {
				t.Fatal(err)
			}
			out.Write(append(line, '\n'))
		}
		if err := os.WriteFile(filepath.Join(folder, name), out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if planted < 500 {
		t.Fatalf("the canary was planted %d times only", planted)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	export, err := intake.Open(t.Context(), dictionary, []string{folder})
	if err != nil {
		t.Fatal(err)
	}
	a, err := audit.Run(t.Context(), dictionary, catalogue, export, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Findings()) < 20 {
		t.Fatalf("%d findings only", len(a.Findings()))
	}
	document := written(t, a)
	for _, word := range []string{"Zebedee", "Canary", "zebedee", "WmViZWRlZQ"} { // the last in base64
		if bytes.Contains(document, []byte(word)) {
			t.Errorf("%q is on the page", word)
		}
	}
}

// plant puts the canary in the place of every name and narrative of a record, and
// of the service; it says how often.
func plant(dictionary *casefile.Dictionary, record map[string]any) int {
	planted := 0
	for name, value := range record {
		entity, ok := dictionary.Entity(name)
		if !ok {
			continue
		}
		items, ok := value.([]any)
		if !ok {
			items = []any{value}
		}
		for _, item := range items {
			values, _ := item.(map[string]any)
			for _, f := range entity.Fields {
				if text, ok := values[f.Name].(string); ok && (f.Type == casefile.Narrative || f.Personal && f.Type == casefile.Text) {
					values[f.Name] = canary
					if f.Type == casefile.Narrative {
						values[f.Name] = canary + " " + text
					}
					planted++
				}
			}
		}
	}
	return planted
}
