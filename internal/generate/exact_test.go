package generate

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/caseaudit/caseaudit/internal/generate/fault"
)

// everyFault gives each fault a share.
func everyFault(share float64) map[string]float64 {
	shares := map[string]float64{}
	for _, e := range fault.All() {
		for _, f := range e.Faults {
			shares[f.Name] = share
		}
	}
	return shares
}

// The policies find what the key says, item by item, and nothing else.
func TestPoliciesFindExactlyTheKey(t *testing.T) {
	policies := newJudge(t)
	for _, tc := range []struct {
		name string
		opts Options
	}{
		{"clean", Options{Cases: 400, Seed: 1, AsAt: "2026-10-31"}},
		{"clean in 2009", Options{Cases: 250, Seed: 2, AsAt: "2009-07-29"}},
		{"clean across the change of 2013", Options{Cases: 250, Seed: 3, AsAt: "2013-12-02"}},
		{"few faults", Options{Cases: 400, Seed: 4, AsAt: "2026-10-31", Faults: everyFault(0.05)}},
		{"many faults", Options{Cases: 300, Seed: 5, AsAt: "2026-02-28", Faults: everyFault(0.3)}},
		{"many faults in 2009", Options{Cases: 300, Seed: 6, AsAt: "2009-10-07", Faults: everyFault(0.3)}},
		{"many faults in 2014", Options{Cases: 200, Seed: 7, AsAt: "2014-01-04", Faults: everyFault(0.25)}},
		{"every fault everywhere", Options{Cases: 150, Seed: 8, AsAt: "2024-02-29", Faults: everyFault(1)}},
		{"flags", Options{Cases: 200, Seed: 9, AsAt: "2026-10-31", Faults: everyFault(0.2), Flags: true}},
		{"no date of seeing the child, no names", Options{Cases: 250, Seed: 10, AsAt: "2026-10-31", Faults: everyFault(0.2),
			Without: []string{"assessments.child_seen_date", "child.surname", "referrals.closure_child_seen_date"}}},
		{"no flag of seeing the child", Options{Cases: 250, Seed: 11, AsAt: "2026-10-31", Faults: everyFault(0.2),
			Without: []string{"assessments.child_seen", "child.nhs_number", "section_47.strategy_discussion_date"}}},
	} {
		t.Run(tc.name, func(t *testing.T) { compare(t, policies, tc.opts) })
	}
}

func compare(t *testing.T, policies *judge, opts Options) {
	t.Helper()
	g, err := New(opts)
	if err != nil {
		t.Fatal(err)
	}
	service, key := g.Service()
	var cases []*Case
	for c, err := range g.Cases() {
		if err != nil {
			t.Fatal(err)
		}
		cases = append(cases, c)
		key = append(key, c.Answers...)
	}
	ids, missing := policies.criteriaOf(false, g.has)
	serviceIDs, missingToo := policies.criteriaOf(true, g.has)
	if missing = append(missing, missingToo...); len(missing) > 0 {
		t.Errorf("no policy for %v", missing)
	}
	query := policies.prepare(t, ids, g, service, twins(cases))
	found := policies.notMet(t, policies.prepare(t, serviceIDs, g, service, nil), "service", service)
	for _, c := range cases {
		found = append(found, policies.notMet(t, query, c.Record.CaseID, c.Record.Values)...)
	}
	want := map[string]string{}
	for _, a := range key {
		want[line(a)] = a.Fault
	}
	for _, a := range found {
		if _, ok := want[line(a)]; !ok {
			t.Errorf("the policies find %s, which is not in the key", line(a))
		}
		delete(want, line(a))
	}
	for a, by := range want {
		if !slices.Contains(missing, a[:5]) {
			t.Errorf("the key has %s (%s), which the policies do not find", a, by)
		}
	}
	t.Logf("%d cases, %d items in the key", len(cases), len(key))
}

func line(a Answer) string {
	return fmt.Sprint(a.Criterion, " ", a.CaseID, " ", a.Entity, " ", a.Item)
}

var notLetter = regexp.MustCompile(`[^\pL\pN]`)

// twins finds the children with two records, by number or by name, from the records alone.
func twins(cases []*Case) map[string]any {
	fold := func(v any) string {
		s, _ := v.(string)
		return notLetter.ReplaceAllString(strings.ToLower(norm.NFKD.String(s)), "")
	}
	by := map[string][]string{}
	for _, c := range cases {
		child := c.Record.Child()
		add := func(kind string, parts ...any) {
			name := kind
			for _, part := range parts {
				if fold(part) == "" {
					return
				}
				name += "|" + fold(part)
			}
			by[name] = append(by[name], c.Record.CaseID)
		}
		add("NHS number", child["nhs_number"])
		add("UPN", child["upn"])
		add("name and date of birth", child["surname"], child["forename"], child["date_of_birth"])
	}
	out := map[string]any{}
	for name, ids := range by {
		for _, id := range ids {
			for _, other := range ids {
				if other != id {
					list, _ := out[id].([]any)
					out[id] = append(list, map[string]any{"case_id": other, "by": strings.Split(name, "|")[0]})
				}
			}
		}
	}
	return out
}
