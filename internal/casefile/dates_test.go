package casefile

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"testing"
)

func TestDateTablesAreFresh(t *testing.T) {
	const path = "../../policies/dictionary/data.json"
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, dictionary(t).DateTables()) {
		t.Errorf("%s is stale: run go generate ./internal/casefile", path)
	}
}

func TestDateTables(t *testing.T) {
	var tables struct{ Dates, Events, Service map[string][]string }
	if err := json.Unmarshal(dictionary(t).DateTables(), &tables); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name      string
		got, want []string
	}{
		{"all dates", tables.Dates["care_reviews"], []string{"due_date", "date", "reviewer_met_child_date"}},
		{"what is due is no event", tables.Events["care_reviews"], []string{"date", "reviewer_met_child_date"}},
		{"nor is an end", tables.Events["placements"][:1], []string{"start_date"}},
		{"times", tables.Events["contacts"][:2], []string{"received", "decided"}},
		{"of the service", tables.Service["audit_actions"], []string{"raised_date", "done_date"}},
	} {
		if !slices.Equal(test.got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, test.got, test.want)
		}
	}
	if _, ok := tables.Service["posts"]; ok {
		t.Error("an entity without dates has a table")
	}
}

func TestKinds(t *testing.T) {
	s := NewSupply()
	s.AddKind("plans", "child_protection")
	s.AddKind("plans", "care")
	s.AddKind("visits", "care")
	s.AddEveryKind("visits")
	kinds := s.Kinds()
	if len(kinds) != 1 || !slices.Equal(kinds["plans"], []string{"care", "child_protection"}) {
		t.Errorf("got %v", kinds)
	}
}
