package casefile_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

func supplying(paths ...string) *casefile.Supply {
	s := casefile.NewSupply()
	for _, path := range paths {
		s.Add(path)
	}
	return s
}

func TestLatest(t *testing.T) {
	lists := supplying("visits.date", "visits.type", "care_reviews.date", "contacts.received")
	lists.AddLatest("visits", "child_protection")
	lists.AddLatest("care_reviews", "")
	for _, test := range []struct {
		name    string
		history []string
		want    []string
	}{
		{"nothing", nil, nil},
		{"in full", []string{"contacts"}, nil},
		{"the kind", []string{"visits=child_protection"}, []string{"latest only: the export holds each child's latest visit and no earlier one"}},
		{"another kind", []string{"visits=care"}, nil},
		{"any kind", []string{"visits"}, []string{"latest only: the export holds each child's latest visit and no earlier one"}},
		{"once", []string{"visits", "visits=child_protection"}, []string{"latest only: the export holds each child's latest visit and no earlier one"}},
		{"no kinds", []string{"care_reviews"}, []string{"latest only: the export holds each child's latest care review and no earlier one"}},
		{"a kind of what has none", []string{"care_reviews=any"}, []string{"latest only: the export holds each child's latest care review and no earlier one"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := lists.Short(test.history)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
			if slices.ContainsFunc(got, func(s string) bool { _, is := casefile.LatestOnly(s); return !is }) {
				t.Error("is not told from a field")
			}
		})
	}
	if !lists.HasKind("visits", "child_protection") || lists.HasKind("visits", "care") {
		t.Error("what is held of visits is the latest of one kind")
	}
	if _, is := casefile.LatestOnly("visits.date"); is {
		t.Error("a field is no latest")
	}
}

// Two exports read as one: what one of them has in full is had in full.
func TestMergedSupply(t *testing.T) {
	annex := func() *casefile.Supply {
		s := supplying("visits.date", "visits.type", "care_reviews.date", "plans.type", "plans.start_date")
		s.AddLatest("visits", "child_protection")
		s.AddLatest("visits", "care")
		s.AddLatest("care_reviews", "")
		s.AddKind("plans", "child_protection")
		return s
	}
	log := supplying("visits.date", "visits.type", "visits.recorded_date")
	log.AddKind("visits", "child_protection")
	log.AddKind("visits", "child_in_need")
	reviews := supplying("care_reviews.date", "plans.end_date", "plans.type")
	for name, merged := range map[string]func() *casefile.Supply{
		"lists first": func() *casefile.Supply {
			s := annex()
			s.Merge(log)
			s.Merge(reviews)
			return s
		},
		"lists last": func() *casefile.Supply {
			s := supplying("care_reviews.date", "plans.end_date", "plans.type")
			s.Merge(log)
			s.Merge(annex())
			return s
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := merged()
			for _, c := range []struct {
				entity, kind string
				want         bool
			}{{"visits", "child_protection", false}, {"visits", "care", true}, {"visits", "child_in_need", false}, {"visits", "", true}, {"care_reviews", "", false}} {
				if got := s.Latest(c.entity, c.kind); got != c.want {
					t.Errorf("latest %s of kind %q: %v", c.entity, c.kind, got)
				}
			}
			if !s.HasKind("plans", "care") {
				t.Error("one of the two holds plans of every kind")
			}
			if s.HasKind("visits", "private_fostering") || !s.HasKind("visits", "child_in_need") {
				t.Error("kinds of visits are not those of both")
			}
			if !s.Has("visits.recorded_date") || !s.Has("plans.end_date") {
				t.Error("fields are lost")
			}
		})
	}
	if log.Latest("visits", "") || log.HasKind("visits", "care") {
		t.Error("merging changed what was merged in")
	}
}

// Items that do not say of what kind they are bring no kind with them.
func TestMergedWithoutKinds(t *testing.T) {
	for _, order := range []string{"untyped last", "untyped first"} {
		s := supplying("visits.date", "visits.type")
		s.AddKind("visits", "child_protection")
		s.AddLatest("visits", "care")
		untyped := supplying("visits.date", "visits.recorded_date")
		if order == "untyped last" {
			s.Merge(untyped)
		} else {
			untyped.Merge(s)
			s = untyped
		}
		if s.HasKind("visits", "child_in_need") || !s.HasKind("visits", "child_protection") {
			t.Errorf("%s: visits without a type give a kind", order)
		}
		if !s.Latest("visits", "care") {
			t.Errorf("%s: visits without a type are all of a kind", order)
		}
	}
}

func TestCopiesAreNotCompared(t *testing.T) {
	s := supplying("assessments.signed_off_date")
	s.AddCopy("assessments.completed_date", "assessments.signed_off_date")
	both := []string{"assessments.completed_date", "assessments.signed_off_date"}
	if got := s.Missing(both); !slices.Equal(got, both[:1]) {
		t.Errorf("of a date and its copy %q is missing", got)
	}
	for _, needs := range [][]string{both[:1], both[1:], {"assessments.completed_date | assessments.signed_off_date"}} {
		if got := s.Missing(needs); got != nil {
			t.Errorf("%q: missing %q", needs, got)
		}
	}
	s.Merge(supplying("assessments.completed_date"))
	if got := s.Missing(both); got != nil {
		t.Errorf("the other export has a date of its own: missing %q", got)
	}
	s.AddCopy("assessments.completed_date", "assessments.signed_off_date")
	if got := s.Missing(both); got != nil {
		t.Errorf("a copy beside a date of its own: missing %q", got)
	}
}
