package fault

import "math/rand/v2"

// SecondRecord is the fault of keeping one child under two case ids. It takes
// two records, so whoever makes records makes the second one of the same child.
const SecondRecord = "second-record"

// oneRecord is RE-04: one child has one record. Both records of a child fail.
func oneRecord() Expectation {
	return Expectation{
		ID: "RE-04", Unit: "record", Needs: []string{"child.nhs_number | child.upn | child.surname"},
		Judge: func(v *View, _ Item) Verdict { return verdict(!v.Twin) },
		Faults: []Fault{{Name: SecondRecord, About: "The same child is on record under two case ids.",
			Plant: func(v *View, _ Item, _ *rand.Rand) bool {
				v.Twin = v.Twinnable
				return v.Twinnable
			}}},
	}
}
