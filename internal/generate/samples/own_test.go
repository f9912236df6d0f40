package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/generate"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/policies"
)

// The same facts come to the same, item by item, whether they are written in
// caseaudit's own format or stand in a council's reports.
func TestOwnColumnsComeToTheSame(t *testing.T) {
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	specs, err := readSpecs()
	if err != nil {
		t.Fatal(err)
	}
	s := specs[slices.IndexFunc(specs, func(s *spec) bool { return s.Format == "own" })]
	g, err := generate.New(s.options())
	if err != nil {
		t.Fatal(err)
	}
	native := t.TempDir()
	if err := g.WriteNative(native, ""); err != nil {
		t.Fatal(err)
	}
	outcomes := func(open func() (casefile.Export, error)) (list []string, assessed []string) {
		export, err := open()
		if err != nil {
			t.Fatal(err)
		}
		a, err := audit.Run(t.Context(), dictionary, catalogue, export, s.asAt())
		if err != nil {
			t.Fatal(err)
		}
		if _, _, _, refused := a.Survey.Rows(); refused > 0 || len(a.Errors) > 0 {
			t.Error(a.Survey.Refusals, a.Errors)
		}
		for _, o := range a.Outcomes {
			list = append(list, fmt.Sprintln(o.Criterion.ID, o.CaseID, o.Entity, o.Item, o.Met, o.Due, o.Done))
		}
		slices.Sort(list)
		for _, c := range catalogue.Criteria {
			if len(a.Survey.Supply.Missing(c.Needs)) == 0 {
				assessed = append(assessed, c.ID)
			}
		}
		return list, assessed
	}
	want, wantAssessed := outcomes(func() (casefile.Export, error) { return intake.Open(t.Context(), dictionary, []string{native}) })
	got, gotAssessed := outcomes(func() (casefile.Export, error) {
		return s.open(t, dictionary, filepath.Join(committed, s.Name))
	})
	if diff := cmp.Diff(want, got); diff != "" || len(want) < 300 {
		t.Errorf("%d outcomes; native (-) and own columns (+) differ:\n%s", len(want), diff)
	}
	if diff := cmp.Diff(wantAssessed, gotAssessed); diff != "" || len(wantAssessed) < 10 {
		t.Errorf("criteria that can be assessed from native (-) and own columns (+) differ:\n%s", diff)
	}
}
