package generate

import (
	"fmt"
	"iter"
	"maps"
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

// compare makes an export and reports every difference between its key and what the policies find.
func compare(t *testing.T, policies *judge, opts Options) {
	t.Helper()
	made := export(t, opts)
	if missing := policies.missing(made.g.has); len(missing) > 0 {
		t.Errorf("no policy for %v", missing)
	}
	for difference := range made.differences(t, policies, func(string) bool { return true }) {
		t.Error(difference)
	}
	t.Logf("%d cases, %d items in the key", len(made.cases), len(made.key))
}

// made is an export held whole.
type made struct {
	g       *Generator
	cases   []*Case
	service map[string]any
	// The key is of the cases and the service; the second also stands alone.
	key, ofService []Answer
	gathered       map[string]any // by the policies
}

func export(t *testing.T, opts Options) *made {
	t.Helper()
	g, err := New(opts)
	if err != nil {
		t.Fatal(err)
	}
	m := &made{g: g}
	for c, err := range g.Cases() {
		if err != nil {
			t.Fatal(err)
		}
		m.cases = append(m.cases, c)
		m.key = append(m.key, c.Answers...)
	}
	m.service, m.ofService, err = g.Service()
	if err != nil {
		t.Fatal(err)
	}
	m.key = append(m.key, m.ofService...)
	return m
}

// differences are the items that only the policies find, and those that only the key
// has, by the criteria that are wanted.
func (m *made) differences(t *testing.T, policies *judge, wanted func(id string) bool) iter.Seq[string] {
	t.Helper()
	return func(yield func(string) bool) {
		if m.gathered == nil {
			m.gathered = policies.gather(t, m.g, m.cases)
		}
		ids := func(service bool) []string {
			return slices.DeleteFunc(policies.criteriaOf(service, m.g.has), func(id string) bool { return !wanted(id) })
		}
		answers := func(list []Answer) []Answer {
			return slices.DeleteFunc(slices.Clone(list), func(a Answer) bool { return !wanted(a.Criterion) })
		}
		service := policies.prepare(t, ids(true), m.g, m.service, nil, m.gathered)
		if !differ(answers(m.ofService), policies.notMet(t, service, "service", m.service), yield) {
			return
		}
		query := policies.prepare(t, ids(false), m.g, m.service, twins(m.cases), nil)
		for _, c := range m.cases {
			if !differ(answers(c.Answers), policies.notMet(t, query, c.Record.CaseID, c.Record.Values), yield) {
				return
			}
		}
	}
}

// differ yields what stands in one of two lists of answers only; it is false when nobody wants more.
func differ(key, found []Answer, yield func(string) bool) bool {
	want := map[string]string{}
	for _, a := range key {
		want[line(a)] = a.Fault
	}
	for _, a := range found {
		if _, ok := want[line(a)]; !ok && !yield(fmt.Sprintf("the policies find %s, which is not in the key", line(a))) {
			return false
		}
		delete(want, line(a))
	}
	for _, a := range slices.Sorted(maps.Keys(want)) {
		if !yield(fmt.Sprintf("the key has %s (%s), which the policies do not find", a, want[a])) {
			return false
		}
	}
	return true
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
