package audit_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// filled is a measure of the posts that are filled.
func filled(target, needs string) fake {
	return fake{name: "filled", id: "WF-91", unit: "posts", service: true, target: `"` + target + `"`, needs: needs,
		rules: `applies contains i if some i, p in data.service.posts

met contains i if { some i, p in data.service.posts; p.holder_id }`}
}

// posts are so many filled and so many vacant, each of an fte unless it is empty.
func posts(filled, vacant int, fte string) map[string]any {
	var list []any
	for i := range filled + vacant {
		p := item{}
		if i < filled {
			p["holder_id"] = "W1"
		}
		if fte != "" {
			p["fte"] = json.Number(fte)
		}
		list = append(list, p)
	}
	return map[string]any{"posts": list}
}

func both(a, b map[string]any) map[string]any {
	return map[string]any{"posts": append(append([]any{}, a["posts"].([]any)...), b["posts"].([]any)...)}
}

func TestMeasuresAreHeldToTheirTarget(t *testing.T) {
	const (
		most     = "at most [vacancy_percent] per cent not met"
		weighted = most + " weighted by fte"
		words    = "at most 10 per cent not met"
	)
	for _, test := range []struct {
		name   string
		target string
		posts  map[string]any
		want   audit.TargetResult
	}{
		{"at the bound", most, posts(9, 1, ""), audit.TargetResult{Words: words, Judged: true, Reached: true, Met: 0.9}},
		{"above the bound", most, posts(8, 1, ""), audit.TargetResult{Words: words, Judged: true, Met: 8.0 / 9}},
		{"fte does not count unless the target says so", most, both(posts(9, 0, "0.1"), posts(0, 1, "1")), audit.TargetResult{Words: words, Judged: true, Reached: true, Met: 0.9}},
		{"weighted, above", weighted, both(posts(9, 0, "0.1"), posts(0, 1, "1")), audit.TargetResult{Words: words + ", weighted by full-time equivalent", Judged: true, Met: 9.0 / 19}},
		{"weighted, at the bound", weighted, both(posts(9, 0, "0.1"), posts(0, 1, "0.1")), audit.TargetResult{Words: words + ", weighted by full-time equivalent", Judged: true, Reached: true, Met: 0.9}},
		{"a blank weight counts one", weighted, both(posts(9, 0, "1"), posts(0, 1, "")), audit.TargetResult{Words: words + ", weighted by full-time equivalent", Judged: true, Reached: true, Met: 0.9}},
		{"nothing audited", most, nil, audit.TargetResult{Words: words}},
		{"nothing but weights of nought", weighted, posts(1, 1, "0"), audit.TargetResult{Words: words + ", weighted by full-time equivalent"}},
		{"at least, at the bound", "at least [audit_months_percent] per cent met", posts(9, 1, ""), audit.TargetResult{Words: "at least 90 per cent met", Judged: true, Reached: true, Met: 0.9}},
	} {
		t.Run(test.name, func(t *testing.T) {
			needs := "posts.holder_id"
			if test.target == weighted {
				needs += ", posts.fte"
			}
			a := run(t, fakes(t, filled(test.target, needs)), &export{service: test.posts, records: []*casefile.Record{record(t, "C1", "assessments")}})
			got := a.Summary.Criteria[0].Target
			if got == nil {
				t.Fatal("it is held to nothing")
			}
			if math.Abs(got.Met-test.want.Met) > 1e-12 {
				t.Errorf("met %v, want %v", got.Met, test.want.Met)
			}
			test.want.Met = got.Met
			if *got != test.want {
				t.Errorf("got %+v, want %+v", *got, test.want)
			}
			if len(a.Findings()) != 0 {
				t.Errorf("items of a measure are findings: %v", a.Findings())
			}
		})
	}
}

func TestOnlyMeasuresThatCanBeAssessedHaveATarget(t *testing.T) {
	a := run(t, fakes(t, filled("at most [vacancy_percent] per cent not met", "posts.holder_id"), typed),
		&export{without: []string{"posts.holder_id"}, service: posts(9, 1, ""), records: []*casefile.Record{record(t, "C1", "assessments", item{})}})
	for _, r := range a.Summary.Criteria {
		if r.Target != nil {
			t.Errorf("%s is held to %+v", r.Criterion.ID, r.Target)
		}
	}
}

func TestTheCouncilSetsItsTarget(t *testing.T) {
	catalogue, err := fakes(t, filled("at most [vacancy_percent] per cent not met", "posts.holder_id")).
		WithSettings(criteria.Settings{"vacancy_percent": {{Value: 5}}})
	if err != nil {
		t.Fatal(err)
	}
	got := run(t, catalogue, &export{service: posts(9, 1, "")}).Summary.Criteria[0].Target
	if got.Words != "at most 5 per cent not met" || got.Reached {
		t.Errorf("got %+v", got)
	}
}
