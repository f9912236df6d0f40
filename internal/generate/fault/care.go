package fault

// inCare are the expectations of early help, children missing and at risk of
// exploitation, children in care and care leavers.
func inCare() []Expectation {
	return []Expectation{}
}
