package audit_test

import (
	"slices"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
)

// everything applies to every item and is never met.
func everything(unit, anchor, field string) fake {
	return fake{name: "everything", unit: unit, anchor: anchor, needs: unit + "." + field,
		rules: "applies contains i if some i, _ in input." + unit + "\n\nmet contains i if { some i, x in input." + unit + "; x." + field + " == \"never\" }"}
}

func TestItemsAreNamed(t *testing.T) {
	for _, test := range []struct {
		name, unit, anchor string
		items              []item
		want               []string // in the order of the items
	}{
		{"by id", "assessments", "completed_date", []item{{"assessment_id": "A2", "completed_date": "2026-01-01"}, {"assessment_id": "A1"}}, []string{"A2", "A1"}},
		{"by anchor without an id", "assessments", "completed_date", []item{{"completed_date": "2026-01-02"}, {"completed_date": "2026-01-01"}}, []string{"2026-01-02", "2026-01-01"}},
		{"by the day of an anchor", "contacts", "received", []item{{"received": "2026-01-02T09:30:00"}}, []string{"2026-01-02"}},
		{"undated", "assessments", "completed_date", []item{{"type": "core"}}, []string{"undated"}},
		{"undated without an anchor", "assessments", "", []item{{"completed_date": "2026-01-02"}}, []string{"undated"}},
		{"numbered by contents", "assessments", "completed_date",
			[]item{{"completed_date": "2026-01-01", "type": "single"}, {"completed_date": "2026-01-01", "type": "core"}, {"completed_date": "2026-01-01", "type": "initial"}},
			[]string{"2026-01-01#3", "2026-01-01", "2026-01-01#2"}},
		{"numbered undated", "assessments", "", []item{{"type": "core"}, {"type": "initial"}}, []string{"undated", "undated#2"}},
		{"an id twice", "assessments", "", []item{{"assessment_id": "A", "type": "core"}, {"assessment_id": "A", "type": "initial"}}, []string{"A", "A#2"}},
		{"an id like a number", "assessments", "",
			[]item{{"assessment_id": "A", "type": "core"}, {"assessment_id": "A#2"}, {"assessment_id": "A", "type": "initial"}}, []string{"A", "A#2", "A#3"}},
		{"an id like a date", "assessments", "completed_date",
			[]item{{"assessment_id": "2026-01-01"}, {"completed_date": "2026-01-01"}}, []string{"2026-01-01", "2026-01-01#2"}},
		{"alike to the last", "case_notes", "date", []item{{"date": "2026-01-01"}, {"date": "2026-01-01"}}, []string{"2026-01-01", "2026-01-01#2"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			field := "type"
			switch test.unit {
			case "contacts":
				field = "received"
			case "case_notes":
				field = "date"
			}
			cat := fakes(t, everything(test.unit, test.anchor, field))
			forward := run(t, cat, &export{records: []*casefile.Record{record(t, "C1", test.unit, test.items...)}})
			turned := slices.Clone(test.items)
			slices.Reverse(turned)
			backward := run(t, cat, &export{records: []*casefile.Record{record(t, "C1", test.unit, turned...)}})
			want := slices.Clone(test.want)
			slices.Sort(want)
			for _, a := range []*audit.Audit{forward, backward} {
				var names []string
				for _, o := range a.Outcomes {
					names = append(names, o.Item)
				}
				if !slices.Equal(names, want) {
					t.Errorf("got %q, want %q", names, want)
				}
			}
			n := len(test.items)
			for i, name := range test.want { // the row shows which item has which name
				if got := rowOf(forward, name); got != i+2 && test.name != "alike to the last" {
					t.Errorf("%s is row %d, want %d", name, got, i+2)
				}
				if got := rowOf(backward, name); got != n-i+1 && test.name != "alike to the last" {
					t.Errorf("%s is row %d of the reversed rows, want %d", name, got, n-i+1)
				}
			}
		})
	}
}

func rowOf(a *audit.Audit, name string) int {
	for _, o := range a.Outcomes {
		if o.Item == name {
			return int(o.Where[len(o.Where)-1] - '0')
		}
	}
	return 0
}

// A finding keeps its identity from month to month, and no two share one.
func TestIdentity(t *testing.T) {
	identity := func(id, caseID string, x item) string {
		f := everything("assessments", "completed_date", "type")
		f.id = id
		a := run(t, fakes(t, f), &export{records: []*casefile.Record{record(t, caseID, "assessments", x)}})
		return a.Outcomes[0].Finding
	}
	base := identity("AS-91", "C1", item{"assessment_id": "A1"})
	// It is in past months' histories: were this to change, every finding would be new.
	if want := "f8bf39886ae70ff1"; base != want {
		t.Errorf("the identity of AS-91, C1, A1 is %s, want %s", base, want)
	}
	if again := identity("AS-91", "C1", item{"assessment_id": "A1", "type": "core", "completed_date": "2026-01-01"}); again != base {
		t.Error("the identity changes with what the item says")
	}
	seen := map[string]string{}
	for name, id := range map[string]string{
		"AS-91 C1 A1": base,
		"AS-92 C1 A1": identity("AS-92", "C1", item{"assessment_id": "A1"}),
		"AS-91 C2 A1": identity("AS-91", "C2", item{"assessment_id": "A1"}),
		"AS-91 C1 A2": identity("AS-91", "C1", item{"assessment_id": "A2"}),
		"AS-91 C1A 1": identity("AS-91", "C1A", item{"assessment_id": "1"}),
		"AS-91 C 1A1": identity("AS-91", "C", item{"assessment_id": "1A1"}),
	} {
		if other, taken := seen[id]; taken {
			t.Errorf("%s and %s have one identity", name, other)
		}
		seen[id] = name
	}
}
