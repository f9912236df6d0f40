package criteria_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

func one(value any) []criteria.Value { return []criteria.Value{{Value: value}} }

func TestWithSettingsRefuses(t *testing.T) {
	catalogue := mustLoad(t, changed(t))
	between := func(value any, from, to string) criteria.Value {
		return criteria.Value{Value: value, ValidFrom: from, ValidTo: to}
	}
	for _, test := range []struct {
		name   string
		own    criteria.Settings
		errors []string
	}{
		{"a setting that is none", criteria.Settings{"colour": one(1)}, []string{"settings.colour: no such setting", "criteria list --settings"}},
		{"two letters the wrong way round", criteria.Settings{"seen_dyas": one(1)}, []string{"settings.seen_dyas", "did you mean seen_days?"}},
		{"hyphens", criteria.Settings{"seen-days": one(1)}, []string{"did you mean seen_days?"}},
		{"a part of the name", criteria.Settings{"roles": one(1)}, []string{"did you mean duty_roles?"}},
		{"a timescale", criteria.Settings{"single_assessment": one(10)}, []string{"settings.single_assessment: a timescale of law or guidance cannot be set"}},
		{"a text for a number", criteria.Settings{"seen_days": one("10")}, []string{"settings.seen_days", "want a whole number of days"}},
		{"a flag for a number", criteria.Settings{"seen_days": one(true)}, []string{"true: want a whole number of days"}},
		{"a list for a number", criteria.Settings{"seen_days": one([]any{"x"})}, []string{"want a whole number of days"}},
		{"a fraction", criteria.Settings{"seen_days": one(2.5)}, []string{"2.5: want a whole number of days"}},
		{"less than nought", criteria.Settings{"seen_days": one(-1)}, []string{"-1: want a whole number of days"}},
		{"nothing", criteria.Settings{"seen_days": one(nil)}, []string{"no value: want a whole number of days"}},
		{"no values", criteria.Settings{"seen_days": {}}, []string{"settings.seen_days: give at least one value"}},
		{"a number for a list", criteria.Settings{"duty_roles": one(3)}, []string{"3: want a list of texts"}},
		{"a text for a list", criteria.Settings{"duty_roles": one("duty")}, []string{"duty: want a list of texts"}},
		{"numbers in a list", criteria.Settings{"duty_roles": one([]any{"duty", 3})}, []string{"want a list of texts"}},
		{"a blank in a list", criteria.Settings{"duty_roles": one([]any{" "})}, []string{"want a list of texts"}},
		{"a British date", criteria.Settings{"seen_days": {between(5, "01/04/2026", "")}}, []string{`"01/04/2026": write the date as yyyy-mm-dd`}},
		{"a day that is none", criteria.Settings{"seen_days": {between(5, "", "2026-02-30")}}, []string{`"2026-02-30": write the date as yyyy-mm-dd`}},
		{"an end before its beginning", criteria.Settings{"seen_days": {between(5, "2026-04-02", "2026-04-01")}}, []string{"valid_from 2026-04-02 lies after valid_to 2026-04-01"}},
		{"two without an end", criteria.Settings{"seen_days": {between(5, "", ""), between(6, "", "")}}, []string{"two values are valid on the same day"}},
		{"two that share a day", criteria.Settings{"seen_days": {between(5, "", "2026-04-01"), between(6, "2026-04-01", "")}}, []string{"two values are valid on the same day"}},
		{"several faults", criteria.Settings{"colour": one(1), "seen_days": one(-1)}, []string{"settings.colour", "settings.seen_days"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			changed, err := catalogue.WithSettings(test.own)
			mention(t, err, test.errors...)
			if changed != nil {
				t.Error("a catalogue came with the error")
			}
		})
	}
}

func TestWithSettings(t *testing.T) {
	catalogue := mustLoad(t, changed(t))
	before, err := json.Marshal(catalogue.Data())
	if err != nil {
		t.Fatal(err)
	}
	hash := catalogue.Hash
	own, err := catalogue.WithSettings(criteria.Settings{"seen_days": {
		{Value: 5, ValidTo: "2026-03-31"}, {Value: 7, ValidFrom: "2026-04-01"}}})
	if err != nil {
		t.Fatal(err)
	}
	after, err := json.Marshal(catalogue.Data())
	if err != nil {
		t.Fatal(err)
	}
	if string(before) != string(after) || catalogue.Hash != hash {
		t.Error("the catalogue that was given has changed")
	}
	for _, test := range []struct {
		catalogue *criteria.Catalogue
		on, want  string
		council   bool
	}{
		{catalogue, "2026-03-31", "10", false},
		{own, "1999-01-01", "5", true},
		{own, "2026-03-31", "5", true},
		{own, "2026-04-01", "7", true},
	} {
		s := setting(t, test.catalogue, "seen_days")
		if got, ok := s.InForce(test.on); !ok || got != test.want || s.Council != test.council {
			t.Errorf("on %s it is %s, %v, set by the council %v; want %s, %v", test.on, got, ok, s.Council, test.want, test.council)
		}
	}
}

func TestSettingsAreThoseThatAreRead(t *testing.T) {
	catalogue := mustLoad(t, changed(t))
	list, err := catalogue.Settings()
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 || list[0].Name != "seen_days" || list[0].Unit != "days" || list[0].Footing != criteria.Local {
		t.Errorf("got %+v", list)
	}
	check, _ := catalogue.Criterion("WF-01")
	if list, err := catalogue.Only(check).Settings(); err != nil || len(list) != 0 {
		t.Errorf("got %+v, %v", list, err)
	}
}

func TestInForce(t *testing.T) {
	s := criteria.Setting{Values: []criteria.Value{
		{Value: 3, ValidFrom: "2026-01-01", ValidTo: "2026-01-31"},
		{Value: []any{"duty", "out of hours"}, ValidFrom: "2026-03-01"}}}
	for on, want := range map[string]string{
		"2025-12-31": "", "2026-01-01": "3", "2026-01-31": "3", "2026-02-01": "", "2026-03-01": "duty, out of hours", "2099-01-01": "duty, out of hours",
	} {
		if got, ok := s.InForce(on); got != want || ok != (want != "") {
			t.Errorf("on %s it is %q, %v, want %q", on, got, ok, want)
		}
	}
}

func TestHashIsOfTheSettingsToo(t *testing.T) {
	catalogue := mustLoad(t, changed(t))
	hashes := map[string]string{catalogue.Hash: "none"}
	for name, own := range map[string]criteria.Settings{
		"five":       {"seen_days": one(5)},
		"six":        {"seen_days": one(6)},
		"five dated": {"seen_days": {{Value: 5, ValidFrom: "2020-01-01"}}},
		"roles":      {"duty_roles": one([]any{"duty", "night"})},
		"both":       {"seen_days": one(5), "duty_roles": one([]any{"duty", "night"})},
	} {
		for range 2 {
			changed, err := catalogue.WithSettings(own)
			if err != nil {
				t.Fatal(err)
			}
			if other, taken := hashes[changed.Hash]; taken && other != name {
				t.Errorf("%s and %s have one hash", name, other)
			}
			hashes[changed.Hash] = name
		}
	}
	if len(hashes) != 6 {
		t.Errorf("%d hashes of six catalogues: the same settings must give the same hash", len(hashes))
	}
	if same, err := catalogue.WithSettings(nil); err != nil || same.Hash != catalogue.Hash {
		t.Errorf("no settings give %v, %v", same, err)
	}
	if len(catalogue.Hash) != 64 || strings.Trim(catalogue.Hash, "0123456789abcdef") != "" {
		t.Errorf("%q is no SHA-256", catalogue.Hash)
	}
}

func setting(t *testing.T, catalogue *criteria.Catalogue, name string) criteria.Setting {
	t.Helper()
	list, err := catalogue.Settings()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range list {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no setting %s", name)
	return criteria.Setting{}
}
