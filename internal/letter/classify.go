package letter

import (
	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Classify says what the counts of a criterion amount to. A policy that failed
// on some records still shows a shortfall in the others, but never a pass.
func (p *Profile) Classify(r audit.CriterionResult) Class {
	failed := r.Error != ""
	switch {
	case !r.Assessable(), failed && r.Audited() < p.MinimumItems:
		return NotAssessable
	case r.Target != nil && !r.Target.Judged:
		return TooFew
	case r.Audited() == 0:
		return NoneAudited
	case r.Target != nil && !failed:
		return held(r)
	case r.Audited() < p.MinimumItems:
		return TooFew
	}
	class := p.band(r)
	if failed && (class == Strength || class == Satisfactory) {
		return NotAssessable
	}
	return class
}

// held is the class of a measure: its target says it all, however few the items.
func held(r audit.CriterionResult) Class {
	switch {
	case r.Target.Reached:
		return Satisfactory
	case r.Criterion.Level == criteria.Priority:
		return Priority
	}
	return Development
}

func (p *Profile) band(r audit.CriterionResult) Class {
	level := r.Criterion.Level
	if r.Criterion.Measure {
		level = criteria.Development
	}
	for _, band := range p.Levels[level] {
		if reaches(r.Met, r.Audited(), band.AtLeast) {
			return band.Class
		}
	}
	return NotAssessable // a level that the profile does not have: nothing can be said
}
