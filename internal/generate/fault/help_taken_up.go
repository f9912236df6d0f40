package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// stepDownTakenUp is EH-04: early help takes up a case that is closed and handed to it.
func stepDownTakenUp() Expectation {
	due := func(v *View, ref Item) string { return v.Clock.Working(text(ref, "close_date"), timing.HelpTakenUpWD) }
	return Expectation{
		ID: "EH-04", Unit: "referrals",
		Needs: []string{"referrals.close_date", "referrals.close_reason", "early_help.start_date", "early_help.end_date"},
		Judge: func(v *View, ref Item) Verdict {
			closed := text(ref, "close_date")
			if !v.Clock.Audited(closed) || code(ref, "close_reason") != "rc9" {
				return NotAudited
			}
			helped := ""
			for _, e := range v.Items("early_help") {
				if day := max(text(e, "start_date"), closed); helpAfter(e, closed) && (helped == "" || day < helped) {
					helped = day
				}
			}
			return deadline(v.Clock, due(v, ref), helped)
		},
		Faults: []Fault{
			{Name: "step-down-taken-up-late", About: "Early help begins weeks after the case that was handed to it closed.",
				Plant: func(v *View, ref Item, r *rand.Rand) bool {
					last, late := due(v, ref), v.Clock.Working(due(v, ref), over(r, 15))
					intime := func(e Item) bool { return helpAfter(e, text(ref, "close_date")) && text(e, "start_date") <= last }
					var kept Item
					for _, e := range v.Items("early_help") {
						if end := text(e, "end_date"); intime(e) && (end == "" || end >= late) {
							kept = e
						}
					}
					if kept == nil || !v.Clock.Happened(late) {
						return false
					}
					v.Keep("early_help", func(e Item) bool { return !intime(e) || itself(e) == itself(kept) })
					kept["start_date"] = late
					return true
				}},
			{Name: "step-down-help-had-ended", About: "A case is handed to early help that had already ended.",
				Plant: func(v *View, ref Item, r *rand.Rand) bool {
					closed := text(ref, "close_date")
					for _, e := range v.Items("early_help") {
						if helpAfter(e, closed) && text(e, "start_date") > closed {
							return false
						}
					}
					if due(v, ref) >= v.Clock.AsAt {
						return false
					}
					for _, e := range v.Items("early_help") {
						if helpAfter(e, closed) {
							e["end_date"] = max(timing.Days(closed, -r.IntN(2)*r.IntN(12)), text(e, "start_date"))
						}
					}
					return true
				}},
			{Name: "step-down-not-taken-up", About: "A case is closed and handed to early help, which never begins.",
				Plant: func(v *View, ref Item, _ *rand.Rand) bool {
					if due(v, ref) >= v.Clock.AsAt {
						return false
					}
					v.Keep("early_help", func(e Item) bool { return !helpAfter(e, text(ref, "close_date")) })
					return true
				}},
		},
	}
}

// helpAfter reports whether an episode of early help has a start and goes on after a day.
func helpAfter(e Item, day string) bool {
	end := text(e, "end_date")
	return text(e, "start_date") != "" && (end == "" || end > day)
}
