package fault

// conclusion is AS-06.
func conclusion() Expectation {
	return assessmentSays("AS-06", "conclusion", "no-conclusion", "The assessment comes to no conclusion.")
}

// history is AS-10.
func history() Expectation {
	return assessmentSays("AS-10", "history", "no-history", "The assessment does not consider earlier involvement.")
}

// riskAndProtection is AS-08: both what harms and what protects is said.
func riskAndProtection() Expectation {
	return says("AS-08", "assessments", []string{"assessments.completed_date"}, completed, []string{"risk_factors", "protective_factors"},
		Fault{Name: "no-risk-factors", About: "The assessment does not say what the risks are.", Plant: silent("risk_factors")},
		Fault{Name: "no-protective-factors", About: "The assessment does not say what protects the child.", Plant: silent("protective_factors")})
}
