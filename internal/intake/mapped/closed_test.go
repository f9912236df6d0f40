package mapped_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A row with a filled column of unless gives no item, and a closed list of words
// keeps no other: neither a code nor an answer that would be read as it stands.
func TestUnlessAndClosed(t *testing.T) {
	s, records, _ := read(t, `
- file: people.csv
  case: id
  items:
  - entity: child
    closed: true
    fields: {ethnicity: Ethnic, unaccompanied: Alone}
    values:
      ethnicity: {White British: WBRI}
      unaccompanied: {arrived alone: yes, with family: no}
  - {entity: permanence, unless: [Reversed], fields: {decision_date: Decided}}
`, map[string]string{
		"people.csv": "id,Ethnic,Alone,Decided,Reversed\n1,white british,Arrived alone,01/02/2026,\n2,Martian,Y,02/02/2026,\n3,WBRI,,03/02/2026,04/05/2026\n",
	})
	for id, want := range map[string]map[string]any{
		"1": {"case_id": "1", "child": map[string]any{"ethnicity": "WBRI", "unaccompanied": true}, "permanence": []any{map[string]any{"decision_date": "2026-02-01"}}},
		"2": {"case_id": "2", "child": map[string]any{}, "permanence": []any{map[string]any{"decision_date": "2026-02-02"}}},
		"3": {"case_id": "3", "child": map[string]any{"ethnicity": "WBRI"}},
	} {
		if diff := cmp.Diff(want, filled(records[id])); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
	if diff := cmp.Diff([]string{
		`people.csv row 3: ethnicity: "Martian" is none of the words that are known and is read as blank 1`,
		`people.csv row 3: unaccompanied: "Y" is neither yes nor no and is read as blank 1`,
	}, notes(s, "unmatched value")); diff != "" {
		t.Error(diff)
	}
}
