package fault

import (
	"math/rand/v2"
	"strings"
)

// housed is CL-06: a care leaver lives somewhere suitable.
func housed() Expectation {
	return ofLeavers("CL-06", 17, 0, func(_ *View, l Item) bool { return yes(l, "accommodation_suitable") },
		[]string{"care_leaver.accommodation_suitable", "child.date_of_birth"},
		Fault{Name: "unsuitable-accommodation", About: "A care leaver lives somewhere unsuitable.", Plant: func(_ *View, l Item, _ *rand.Rand) bool {
			l["accommodation_suitable"] = false
			return true
		}},
		Fault{Name: "accommodation-unjudged", About: "Nobody says whether a care leaver's home is suitable.", Plant: without("accommodation_suitable")})
}

// occupied is CL-07: a care leaver studies, trains or works. A measure.
func occupied() Expectation {
	return ofLeavers("CL-07", 17, 22, func(_ *View, l Item) bool {
		activity := strings.ToUpper(text(l, "activity"))
		return strings.HasPrefix(activity, "F") || strings.HasPrefix(activity, "P")
	}, []string{"care_leaver.activity", "child.date_of_birth"},
		Fault{Name: "out-of-work-and-study", About: "A care leaver is neither at work nor in education or training.",
			Plant: func(_ *View, l Item, r *rand.Rand) bool {
				l["activity"] = []string{"G4", "G5", "G6"}[r.IntN(3)]
				return true
			}},
		Fault{Name: "activity-unrecorded", About: "Nobody knows what a care leaver does.", Plant: without("activity")})
}

// ofLeavers is a criterion of care leavers from one age to the day before another;
// 0 is no limit.
func ofLeavers(id string, from, before int, met func(*View, Item) bool, needs []string, faults ...Fault) Expectation {
	return Expectation{ID: id, Unit: "care_leaver", Needs: needs, Faults: faults,
		Judge: func(v *View, l Item) Verdict {
			at := v.Clock.AsAt
			if v.Clock.Happened(text(v.Child(), "date_of_death")) || (from > 0 && !v.aged(from, at)) || (before > 0 && v.aged(before, at)) {
				return NotAudited
			}
			return verdict(met(v, l))
		}}
}

// named reports whether a field names somebody or something.
func named(item Item, field string) bool {
	name := strings.ToLower(strings.Trim(text(item, field), " ."))
	for _, p := range placeholders {
		if name == strings.ToLower(strings.Trim(p, ".")) {
			return false
		}
	}
	return name != ""
}
