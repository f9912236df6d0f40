package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// openNeeds are the fields that say whether a referral or plan is open.
func openNeeds(more ...string) []string {
	return append(more, "plans.end_date", "referrals.close_date", "plans.start_date", "referrals.date")
}

// chronologyPresent is RE-01: a case open for four weeks has a chronology.
func chronologyPresent() Expectation {
	return Expectation{
		ID: "RE-01", Unit: "record", Needs: openNeeds("chronology.date"),
		Judge: func(v *View, _ Item) Verdict {
			if !v.openFor(timing.ChronologyDays) {
				return NotAudited
			}
			for _, e := range v.Items("chronology") {
				if v.Clock.Happened(text(e, "date")) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{{Name: "no-chronology", About: "The case has no chronology.", Plant: func(v *View, _ Item, _ *rand.Rand) bool {
			v.Keep("chronology", func(Item) bool { return false })
			return true
		}}},
	}
}

// chronologyCurrent is RE-02: the chronology was added to in the last six months.
func chronologyCurrent() Expectation {
	return Expectation{
		ID: "RE-02", Unit: "record", Needs: openNeeds("chronology.recorded_date"),
		Judge: func(v *View, _ Item) Verdict {
			entries := v.Items("chronology")
			if !v.openFor(timing.ChronologyDays) || len(entries) == 0 {
				return NotAudited
			}
			for _, e := range entries {
				if v.Clock.WithinMonths(text(e, "recorded_date"), timing.ChronologyMonths) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{
			{Name: "chronology-stale", About: "The chronology stops more than six months ago.", Plant: letGoStale},
			{Name: "chronology-undated", About: "Nothing shows when the chronology was written.", Plant: func(v *View, _ Item, _ *rand.Rand) bool {
				for _, e := range v.Items("chronology") {
					delete(e, "recorded_date")
				}
				return true
			}},
		},
	}
}

// letGoStale drops what was recorded in the last six months. Where nothing older
// would be left, the first entry is one of an earlier time.
func letGoStale(v *View, _ Item, r *rand.Rand) bool {
	fresh := func(e Item) bool { return v.Clock.WithinMonths(text(e, "recorded_date"), timing.ChronologyMonths) }
	first := v.Items("chronology")[0]
	v.Keep("chronology", func(e Item) bool { return !fresh(e) })
	if len(v.Items("chronology")) == 0 {
		before := timing.Days(timing.Months(v.Clock.AsAt, -timing.ChronologyMonths), -over(r, 60))
		first["date"], first["recorded_date"] = before, before
		v.Values["chronology"] = []any{first}
	}
	return true
}
