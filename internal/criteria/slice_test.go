package criteria_test

import (
	"testing"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// withSlice is the small set with a slice, edited.
func withSlice(old, with string) []change {
	list := []change{{slicePolicy, "", disabled}}
	if old != "" {
		list = append(list, change{slicePolicy, old, with})
	}
	return list
}

func TestSlicesOfThePolicies(t *testing.T) {
	catalogue := mustLoad(t, changed(t, withSlice("", "")...))
	if len(catalogue.Slices) != 1 {
		t.Fatalf("got %d slices, want one", len(catalogue.Slices))
	}
	s := catalogue.Slices[0]
	if s.ID != "disabled" || s.Title != "Disabled children" || s.Description != "Children with a disability of any kind." || s.Of != criteria.Record ||
		len(s.Needs) != 1 || s.Needs[0] != "child.disabilities" || s.Package != "data.slices.disabled" {
		t.Errorf("got %+v", s)
	}
	if len(catalogue.Criteria) != 2 {
		t.Errorf("%d criteria, want two: a slice is none", len(catalogue.Criteria))
	}
	seen, _ := catalogue.Criterion("AS-02")
	if one := catalogue.Only(seen); len(one.Slices) != 0 {
		t.Errorf("the catalogue of one criterion has slices: %+v", one.Slices)
	}
	compiler, err := catalogue.Only(seen).Compile()
	if err != nil {
		t.Fatal(err)
	}
	if compiler.Modules[slicePolicy] != nil {
		t.Error("the catalogue of one criterion keeps a slice's policy")
	}
}

func TestSlicesOfAnEntity(t *testing.T) {
	mustLoad(t, changed(t, change{slicePolicy, "", disabled},
		change{slicePolicy, "of: record", "of: assessments"},
		change{slicePolicy, "inside if count(input.child.disabilities) > 0", "inside contains i if {\n\tsome i, _ in input.assessments\n\tcount(input.child.disabilities) > 0\n}"}))
}

func TestLoadRefusesSlices(t *testing.T) {
	const incomplete = "metadata: a slice has a title, a description, its folder's name as id, and `of`"
	refuse(t, []fault{
		{"no metadata", []change{{slicePolicy, "", "package slices.disabled\n\ninside if count(input.child.disabilities) > 0\n"}},
			[]string{slicePolicy, "no METADATA comment with `scope: package`"}},
		{"no title", withSlice("# title: Disabled children\n", ""), []string{slicePolicy, incomplete}},
		{"no description", withSlice("# description: |\n#   Children with a disability\n#   of any kind.\n", ""), []string{incomplete}},
		{"no id", withSlice("#   id: disabled\n", ""), []string{incomplete}},
		{"another id", withSlice("id: disabled", "id: able"), []string{incomplete}},
		{"no of", withSlice("#   of: record\n", ""), []string{incomplete}},
		{"a property that is none", withSlice("#   of: record", "#   of: record\n#   level: priority"), []string{slicePolicy, `metadata: json: unknown field "level"`}},
		{"needs of the wrong kind", withSlice("needs: [child.disabilities]", "needs: child.disabilities"), []string{slicePolicy, "metadata: json: cannot unmarshal string"}},
		{"another folder", withSlice("package slices.disabled", "package slices.able"), []string{"package data.slices.able belongs in slices/able/policy.rego"}},
		{"of an unknown entity", withSlice("of: record", "of: judgements"), []string{"slice disabled: of: judgements is no entity of a case"}},
		{"of the child", withSlice("of: record", "of: child"), []string{"slice disabled: of: child is no entity of a case"}},
		{"of the service", withSlice("of: record", "of: professionals"), []string{"slice disabled: of: professionals is no entity of a case"}},
		{"a read that needs leave out", withSlice("needs: [child.disabilities]", "needs: []"), []string{"slice disabled: it reads child.disabilities, which is not in needs"}},
		{"a need that it does not read", withSlice("needs: [child.disabilities]", "needs: [child.disabilities, child.sex]"), []string{"slice disabled: needs: it does not read child.sex"}},
		{"a field that is none", withSlice("input.child.disabilities", "input.child.gifts"), []string{"slice disabled: it reads child.gifts, which is not in needs", "it does not read child.disabilities"}},
	})
}
