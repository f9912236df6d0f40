package generate

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/caseaudit/caseaudit/internal/generate/fault"
)

// The policies and the expectations say the same of every item: met, not met or not
// audited. The key alone would not tell what is met from what is not audited.
func TestPoliciesAgreeOnEveryItem(t *testing.T) {
	policies := newJudge(t)
	for _, opts := range []Options{
		{Cases: 400, Seed: 71, AsAt: "2026-10-31", Faults: everyFault(0.1)},
		{Cases: 300, Seed: 72, AsAt: "2009-08-31", Faults: everyFault(0.25)},
		{Cases: 300, Seed: 73, AsAt: "2024-02-29"},
		{Cases: 250, Seed: 74, AsAt: "2025-12-28", Faults: everyFault(0.6), Flags: true},
	} {
		t.Run(opts.AsAt, func(t *testing.T) {
			m := export(t, opts)
			judged := map[fault.Verdict]int{}
			twin := twins(m.cases)
			said := policies.verdicts(t, m, false, twin, nil)
			for _, c := range m.cases {
				v := m.g.view(c.Record.Values)
				v.Twin = twin[c.Record.CaseID] != nil
				policies.agree(t, said, v, c.Record.CaseID, false, judged)
			}
			tally := fault.NewTally()
			for _, c := range m.cases {
				tally.Count(m.g.view(c.Record.Values))
			}
			v := m.g.view(m.service)
			v.Tally = tally
			policies.agree(t, policies.verdicts(t, m, true, nil, policies.gather(t, m.g, m.cases)), v, "service", true, judged)
			t.Logf("%d met, %d not met, %d not audited", judged[fault.Met], judged[fault.NotMet], judged[fault.NotAudited])
		})
	}
}

// verdicts asks, for each criterion of a scope, what applies and what is met.
func (j *judge) verdicts(t *testing.T, m *made, service bool, twins, gathered map[string]any) rego.PreparedEvalQuery {
	t.Helper()
	var parts []string
	for _, id := range j.criteriaOf(service, m.g.has) {
		rule := "data." + j.queries[id].pkg
		one := fmt.Sprintf(`{"applies": [i | some i in %s.applies], "met": [i | some i in %s.met]}`, rule, rule)
		if j.queries[id].unit == "record" {
			one = fmt.Sprintf(`{"applies": [-1 | %s.applies], "met": [-1 | %s.met]}`, rule, rule)
		}
		parts = append(parts, fmt.Sprintf("%q: %s", id, one))
	}
	return j.query(t, parts, j.dataOf(t, m.g, m.service, twins, gathered))
}

// agree compares what the policies and the expectations say of a record or of the service.
func (j *judge) agree(t *testing.T, query rego.PreparedEvalQuery, v *fault.View, caseID string, service bool, judged map[fault.Verdict]int) {
	t.Helper()
	result, err := query.Eval(context.Background(), rego.EvalInput(plain(t, v.Values)))
	if err != nil || len(result) != 1 {
		t.Fatalf("case %s: %v, %d results", caseID, err, len(result))
	}
	said := result[0].Bindings["x"].(map[string]any)
	for _, e := range fault.All() {
		one, ok := said[e.ID].(map[string]any)
		if !ok || e.Service != service {
			continue
		}
		applies, met := places(one["applies"]), places(one["met"])
		items, names := v.Items(e.Unit), []string{"-1"}
		if e.Unit == "record" {
			items = []fault.Item{v.Values}
		} else if names = names[:0]; len(items) > 0 {
			for i := range items {
				names = append(names, fmt.Sprint(i))
			}
		}
		for i, item := range items {
			if name, ok := item["name"].(string); ok && strings.Contains(e.Unit, "-") {
				names[i] = name
			}
			want, got := e.Judge(v, item), fault.NotAudited
			if applies[names[i]] {
				if got = fault.NotMet; met[names[i]] {
					got = fault.Met
				}
			}
			if judged[want]++; got != want {
				t.Errorf("%s case %s item %s: the policy says %v, the expectation %v: %v", e.ID, caseID, names[i], got, want, item)
			}
		}
	}
}

func places(list any) map[string]bool {
	set := map[string]bool{}
	for _, x := range list.([]any) {
		if n, ok := x.(json.Number); ok {
			set[n.String()] = true
		} else {
			set[x.(string)] = true
		}
	}
	return set
}
