package fault

// Tally counts over all cases, for the criteria that judge the service by them.
type Tally struct {
	Held map[string]int // by professional, the cases with an open involvement of theirs
	Open map[string]int // by team, the cases with an open referral or plan
}

// NewTally has counted nothing.
func NewTally() *Tally { return &Tally{map[string]int{}, map[string]int{}} }

// Count takes in a case.
func (t *Tally) Count(v *View) {
	mine := map[string]bool{}
	for _, i := range v.Items("involvements") {
		if id := text(i, "professional_id"); id != "" && v.running(i) {
			mine[id] = true
		}
	}
	for id := range mine {
		t.Held[id]++
	}
	if team := text(v.Values, "team"); team != "" && v.openWork() {
		t.Open[team]++
	}
}

// openWork reports whether the record has a referral or plan open on as-at.
func (v *View) openWork() bool {
	for _, r := range v.Items("referrals") {
		if v.openReferral(r) {
			return true
		}
	}
	for _, p := range v.Items("plans") {
		if v.openPlan(p) {
			return true
		}
	}
	return false
}
