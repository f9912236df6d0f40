package fault

import (
	"math/rand/v2"
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// repeatedMissing is ME-07: the agencies meet when a child goes missing repeatedly.
func repeatedMissing() Expectation {
	due := func(v *View, m Item) string { return v.Clock.Working(text(m, "start"), timing.RepeatMissingWD) }
	meets := func(v *View, m, i Item) bool { // in time
		return text(i, "type") == "strategy" && text(i, "date") >= timing.Day(text(m, "start")) && text(i, "date") <= due(v, m)
	}
	// talked: a strategy discussion was in time, so that it does not matter what became of the meeting.
	talked := func(v *View, m Item) bool {
		return slices.ContainsFunc(v.Items("section_47"), func(s Item) bool {
			day := text(s, "strategy_discussion_date")
			return day >= timing.Day(text(m, "start")) && day <= due(v, m)
		})
	}
	return Expectation{
		ID: "ME-07", Unit: "missing", Needs: []string{"missing.start", "meetings.date", "meetings.type", "section_47.strategy_discussion_date"},
		Judge: func(v *View, m Item) Verdict {
			if !v.Clock.Audited(text(m, "start")) || v.timesMissing(m) < timing.RepeatMissingTimes {
				return NotAudited
			}
			first := ""
			for _, day := range v.strategyDays() {
				if day >= timing.Day(text(m, "start")) {
					first = day
					break
				}
			}
			return deadline(v.Clock, due(v, m), first)
		},
		Faults: []Fault{
			{Name: "repeatedly-missing-met-late", About: "A child goes missing repeatedly and the strategy meeting is weeks late.",
				Plant: func(v *View, m Item, r *rand.Rand) bool {
					late := v.Clock.Working(due(v, m), over(r, 10))
					if talked(v, m) || !v.Clock.Happened(late) || slices.Contains(v.strategyDays(), late) {
						return false
					}
					kept := 0
					v.Keep("meetings", func(i Item) bool {
						if !meets(v, m, i) {
							return true
						}
						kept++
						i["date"] = late
						return kept == 1
					})
					return true
				}},
			{Name: "repeatedly-missing-not-met-about", About: "A child goes missing repeatedly and no strategy meeting is held.",
				Plant: func(v *View, m Item, _ *rand.Rand) bool {
					if talked(v, m) || due(v, m) >= v.Clock.AsAt {
						return false
					}
					v.Keep("meetings", func(i Item) bool { return !meets(v, m, i) })
					return true
				}},
		},
	}
}

// strategyDays are the days on which the agencies met about the child, the first one first.
func (v *View) strategyDays() []string {
	var days []string
	for _, i := range v.Items("meetings") {
		if text(i, "type") == "strategy" && text(i, "date") != "" {
			days = append(days, text(i, "date"))
		}
	}
	for _, s := range v.Items("section_47") {
		if day := text(s, "strategy_discussion_date"); day != "" {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	return days
}

// timesMissing counts an episode and those before it that are not too old and about
// which nobody had met by the day before it. Of two that began at one moment the one
// that stands first in the record came first.
func (v *View) timesMissing(m Item) int {
	began := text(m, "start")
	held := ""
	for _, day := range v.strategyDays() {
		if day < timing.Day(began) {
			held = day
		}
	}
	times, here := 0, false
	for _, i := range v.Items("missing") {
		start := text(i, "start")
		before := start != "" && (start < began || (start == began && !here))
		here = here || itself(i) == itself(m)
		if before && timing.Day(start) > held && timing.Day(start) >= timing.Days(began, -timing.RepeatMissingDays) {
			times++
		}
	}
	return times
}
