package audit_test

import (
	"slices"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

func TestWhatIsMissingIsNamed(t *testing.T) {
	for _, test := range []struct {
		name, needs string
		without     []string
		kinds       map[string]string
		want        []string
	}{
		{"nothing", "assessments.type", nil, nil, nil},
		{"one field", "assessments.type", []string{"assessments.type"}, nil, []string{"assessments.type"}},
		{"one of two alternatives", "assessments.type | assessments.child_seen", []string{"assessments.type"}, nil, nil},
		{"both alternatives", "assessments.type | assessments.child_seen", []string{"assessments.type", "assessments.child_seen"}, nil,
			[]string{"assessments.type | assessments.child_seen"}},
		{"a kind", "assessments.type, visits=child_protection", nil, map[string]string{"visits": "child_in_need"}, []string{"visits=child_protection"}},
		{"a kind there is", "assessments.type, visits=child_protection", nil, map[string]string{"visits": "child_protection"}, nil},
		{"every kind", "assessments.type, visits=child_protection", nil, map[string]string{"visits": "*"}, nil},
		{"no kinds told apart", "assessments.type, visits=child_protection", nil, nil, nil},
		{"a kind or another", "assessments.type, visits=child_protection | visits=care", nil, map[string]string{"visits": "care"}, nil},
		{"a field and a kind", "assessments.type, visits=child_protection", []string{"assessments.type"}, map[string]string{"visits": "care"},
			[]string{"assessments.type", "visits=child_protection"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := fake{name: "some", needs: test.needs, rules: `applies contains i if some i, _ in input.assessments

met contains i if { some i, a in input.assessments; told(a) }

told(a) if a.type`}
			if slices.Contains([]string{"one of two alternatives", "both alternatives"}, test.name) {
				f.rules += "\n\ntold(a) if a.child_seen"
			}
			a := run(t, fakes(t, f), &export{without: test.without, kinds: test.kinds,
				records: []*casefile.Record{record(t, "C1", "assessments", item{"type": "core"})}})
			result := a.Summary.Criteria[0]
			if !slices.Equal(result.Missing, test.want) {
				t.Errorf("missing %q, want %q", result.Missing, test.want)
			}
			if assessed := len(a.Outcomes) == 1; assessed != (test.want == nil) || result.Assessable() != assessed {
				t.Errorf("outcomes %v, missing %q", a.Outcomes, result.Missing)
			}
		})
	}
}

// An export that supplies nothing still gives an audit: one that says so.
func TestNothingAssessable(t *testing.T) {
	a := run(t, fakes(t, typed), &export{without: []string{"assessments.type"}, records: []*casefile.Record{record(t, "C1", "assessments", item{})}})
	if len(a.Outcomes) != 0 || a.Records != 1 || a.Summary.Criteria[0].Assessable() {
		t.Errorf("got %+v", a)
	}
}

// A criterion that has to see every item is not judged on each child's latest; one
// that looks at the latest alone is.
func TestLatestOnly(t *testing.T) {
	rules := `applies contains i if some i, _ in input.assessments

met contains i if {
	some i, _ in input.assessments
	some visit in input.visits
	visit.type == "care"
}`
	for _, test := range []struct {
		name, history string
		latest        map[string]string
		want          []string
	}{
		{"every visit, of which the latest is there", "visits=care", map[string]string{"visits": "care"},
			[]string{"latest only: the export holds each child's latest visit and no earlier one"}},
		{"every visit, of which all are there", "visits=care", nil, nil},
		{"the latest visit", "", map[string]string{"visits": "care"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := fakes(t, fake{name: "some", needs: "visits.type, visits=care", history: test.history, rules: rules})
			a := run(t, c, &export{latest: test.latest,
				records: []*casefile.Record{record(t, "C1", "assessments", item{})}})
			result := a.Summary.Criteria[0]
			if !slices.Equal(result.Missing, test.want) {
				t.Errorf("missing %q, want %q", result.Missing, test.want)
			}
			if assessed := len(a.Outcomes) == 1; assessed != (test.want == nil) || result.Assessable() != assessed {
				t.Errorf("outcomes %v", a.Outcomes)
			}
		})
	}
}
