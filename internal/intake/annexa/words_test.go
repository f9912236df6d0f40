package annexa

import (
	"context"
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/intake/tables"
)

func TestWordsAreWhole(t *testing.T) {
	lists, err := readWords()
	if err != nil {
		t.Fatal(err)
	}
	clear, unclear := 0, 0
	for name, w := range lists {
		clear, unclear = clear+len(w.codes), unclear+len(w.unclear)
		for word, why := range w.unclear {
			if why == "" {
				t.Errorf("%s: nothing says why %q is not clear", name, word)
			}
			if _, both := w.codes[word]; both {
				t.Errorf("%s: %q is clear and not", name, word)
			}
		}
	}
	if len(lists) != 33 || clear < 8000 || unclear < 70 || unclear > 120 {
		t.Errorf("%d lists, %d words with a code and %d without", len(lists), clear, unclear)
	}
}

// Every word of every coded column that the audit reads becomes its code, or is
// listed as not known and read as blank: through the whole reader, a child a word.
func TestEveryWordBecomesItsCode(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	all, err := readLists()
	if err != nil {
		t.Fatal(err)
	}
	codes, err := readWords()
	if err != nil {
		t.Fatal(err)
	}
	done := map[string]bool{}
	for _, l := range all {
		for _, g := range items(l.Number) {
			for _, field := range slices.Sorted(maps.Keys(g.fields)) {
				c := l.column(g.fields[field])
				if key := c.Words + " " + field; c.Words == "" || done[key] {
					continue
				} else {
					done[key] = true
				}
				t.Run(fmt.Sprintf("%s as %s.%s", c.Words, g.entity, field), func(t *testing.T) {
					everyWord(t, d, l, g, c, field, codes)
				})
			}
		}
	}
	if len(done) < 20 {
		t.Errorf("only %d columns were tried", len(done))
	}
}

func everyWord(t *testing.T, d *casefile.Dictionary, l *list, g gives, c *column, field string, codes map[string]*words) {
	w := codes[c.Words]
	want := codesOf(c, field, codes)
	all := slices.Sorted(maps.Keys(want))
	all = append(all, slices.Sorted(maps.Keys(w.unclear))...)
	path := filepath.Join(t.TempDir(), fmt.Sprintf("list_%d.csv", l.Number))
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	out := csv.NewWriter(file)
	header := make([]string, len(l.Columns))
	for i, column := range l.Columns {
		header[i] = column.Name
	}
	_ = out.Write(header)
	for i, word := range all {
		row := make([]string, len(l.Columns))
		for k, column := range l.Columns {
			switch {
			case k == 0:
				row[k] = fmt.Sprintf("C%05d", i)
			case column == c:
				row[k] = "  " + strings.ToUpper(word) + "\u00a0" // capitals and spaces do not matter
			case column.Type == "date" && column.Name != reversed:
				row[k] = "2026-01-02"
			}
		}
		_ = out.Write(row)
	}
	out.Flush()
	if err := file.Close(); err != nil || out.Error() != nil {
		t.Fatal(err, out.Error())
	}
	s, records := readPath(t, d, path)
	dictionaryField, _ := d.Field(g.entity + "." + field)
	listed := 0
	for _, n := range s.Notes {
		if n.Kind == ledger.UnmatchedValue {
			if n.Field != dictionaryField.Path() {
				t.Errorf("noted: %+v", n)
			}
			listed += n.Count
		}
	}
	if listed != len(w.unclear) {
		t.Errorf("%d words are listed as not known, and %d are", listed, len(w.unclear))
	}
	for i, word := range all {
		read := valueOf(records[fmt.Sprintf("C%05d", i)], g.entity, field)
		code := want[word] // "" for a word that is not clear
		expected, _, err := dictionaryField.Read(code)
		if err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(read) != fmt.Sprint(expected) {
			t.Errorf("%q is read as %v, want %v", word, read, expected)
		}
	}
}

func readPath(t *testing.T, d *casefile.Dictionary, path string) (*casefile.Survey, map[string]*casefile.Record) {
	t.Helper()
	found, err := tables.Find(t.Context(), []string{path}, nil)
	if err != nil {
		t.Fatal(err)
	}
	lists, err := Recognise(t.Context(), found.Tables)
	if err != nil {
		t.Fatal(err)
	}
	e, err := New(d, lists, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	// Without the joining, which may know better than the column.
	s, err := e.Export.Survey(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	records := map[string]*casefile.Record{}
	if err := e.Export.Records(context.Background(), func(r *casefile.Record) error {
		records[r.CaseID] = r
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return s, records
}

func valueOf(r *casefile.Record, entity, field string) any {
	if r == nil {
		return "no record"
	}
	if entity == "child" {
		return r.Child()[field]
	}
	for _, item := range r.Items(entity) {
		return item.(map[string]any)[field]
	}
	return nil
}
