package audit

import (
	"cmp"
	"math/big"
)

// TargetResult is a measure held to its target.
type TargetResult struct {
	Words   string // "at most 10 per cent not met, weighted by full-time equivalent"
	Judged  bool   // something was audited; else it is too few to say
	Reached bool
	Met     float64 // the share met, 0 to 1, weighted where the target is
}

// holdMeasures holds each measure of the results to its target, on exact fractions.
func (a *Audit) holdMeasures() {
	one := big.NewRat(1, 1)
	met, notMet := map[string]*big.Rat{}, map[string]*big.Rat{}
	for i := range a.Outcomes {
		o := &a.Outcomes[i]
		if o.Criterion.Target == nil {
			continue
		}
		sums := notMet
		if o.Met {
			sums = met
		}
		if sums[o.Criterion.ID] == nil {
			sums[o.Criterion.ID] = new(big.Rat)
		}
		sums[o.Criterion.ID].Add(sums[o.Criterion.ID], cmp.Or(o.Weight, one))
	}
	zero := new(big.Rat)
	for i := range a.Summary.Criteria {
		r := &a.Summary.Criteria[i]
		t := r.Criterion.Target
		if t == nil || !r.Assessable() {
			continue
		}
		percent := a.values[t.Setting]
		yes, no := cmp.Or(met[r.Criterion.ID], zero), cmp.Or(notMet[r.Criterion.ID], zero)
		result := &TargetResult{Words: t.Words(percent)}
		result.Reached, result.Judged = t.Reached(yes, no, percent)
		if total := new(big.Rat).Add(yes, no); total.Sign() > 0 {
			result.Met, _ = new(big.Rat).Quo(yes, total).Float64()
		}
		r.Target = result
	}
}
