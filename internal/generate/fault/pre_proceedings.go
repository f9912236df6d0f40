package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// preProceedings is CP-16: the letter before proceedings goes out in time, and the
// work does not go on for more than sixteen weeks.
func preProceedings() Expectation {
	letter := func(v *View, p Item) string { return v.Clock.Working(text(p, "decision_date"), timing.LetterWD) }
	last := func(p Item) string { return timing.Days(text(p, "decision_date"), timing.PreProceedingsDays) }
	return Expectation{
		ID: "CP-16", Unit: "pre_proceedings", Anchor: "decision_date",
		Needs: []string{"pre_proceedings.decision_date", "pre_proceedings.letter_date", "pre_proceedings.end_date"},
		Judge: func(v *View, p Item) Verdict {
			if !v.Clock.Audited(text(p, "decision_date")) {
				return NotAudited
			}
			work := deadline(v.Clock, last(p), text(p, "end_date"))
			if work == NotAudited { // ongoing, and the sixteen weeks are not up
				work = Met
			}
			return all(deadline(v.Clock, letter(v, p), text(p, "letter_date")), work)
		},
		Faults: append(lateOrNever("letter-before-proceedings-late", "The letter before proceedings goes out weeks after the decision.",
			"no-letter-before-proceedings", "Nothing shows that a letter before proceedings was sent.", "letter_date", letter, 10),
			Fault{Name: "pre-proceedings-too-long", About: "The work before proceedings ends after more than sixteen weeks.",
				Plant: func(v *View, p Item, r *rand.Rand) bool {
					late := timing.Days(last(p), over(r, 30))
					if !v.Clock.Happened(late) {
						return false
					}
					p["end_date"] = late
					return true
				}},
			Fault{Name: "pre-proceedings-unended", About: "The work before proceedings is not ended after sixteen weeks.",
				Plant: func(v *View, p Item, _ *rand.Rand) bool {
					if last(p) >= v.Clock.AsAt {
						return false
					}
					delete(p, "end_date")
					return true
				}}),
	}
}
