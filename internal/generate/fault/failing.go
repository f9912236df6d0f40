package fault

import (
	"cmp"
	"slices"
	"strings"
)

// Failing gives what an audit must find not met in a record of which an export has
// only a part, by some of the criteria: nothing is planted. The view is of that
// part. An answer's fault is the one by which the criterion fails in the whole
// record, "" where it does not.
func (p *Planter) Failing(v *View, caseID string, only []string, whole []Answer) []Answer {
	var answers []Answer
	names := map[string]map[uintptr]string{}
	for f := range p.failing(v, false) {
		if !slices.Contains(only, f.criterion) {
			continue
		}
		a := Answer{Criterion: f.criterion, CaseID: caseID, Entity: f.entity, Item: p.nameIn(names, v, f)}
		if i := slices.IndexFunc(whole, func(w Answer) bool { return w.Criterion == f.criterion }); i >= 0 {
			a.Fault = whole[i].Fault
		}
		answers = append(answers, a)
	}
	slices.SortFunc(answers, func(a, b Answer) int {
		return cmp.Or(strings.Compare(a.Criterion, b.Criterion), strings.Compare(a.Item, b.Item))
	})
	return answers
}
