package fault

import (
	"math/rand/v2"
	"strings"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// healthAssessed is CC-05: the health of a child in care is assessed on time.
func healthAssessed() Expectation {
	judge := func(v *View, e Item) Verdict {
		if !v.counted(e) || v.entered(e) == "" {
			return NotAudited
		}
		first, last := v.assessedHealth(e)
		if due := v.Clock.Working(v.entered(e), timing.FirstHealthWD); first == "" || first > due {
			return deadline(v.Clock, due, first)
		}
		if !v.ageKnown() {
			return NotAudited
		}
		months := timing.YoungHealthMonths
		if v.aged(timing.SchoolHealthAge, last) {
			months = timing.HealthMonths
		}
		return verdict(timing.Months(last, months) >= v.Clock.AsAt)
	}
	latest := func(v *View, e Item, change func(Item)) {
		_, last := v.assessedHealth(e)
		for _, h := range v.Items("health") {
			if done(h) && text(h, "type") != "dental" && text(h, "date") == last {
				change(h)
			}
		}
	}
	return Expectation{
		ID: "CC-05", Unit: "care_episodes", Judge: judge,
		Needs: careNeeds("health.type", "health.date", "child.date_of_birth", "care_episodes.entered_care_date"),
		Faults: []Fault{
			{Name: "first-health-assessment-late", About: "The first health assessment of a child in care is late.",
				Plant: trying(judge, "health", func(v *View, e Item, r *rand.Rand) {
					first, _ := v.assessedHealth(e)
					late := v.Clock.Working(v.Clock.Working(v.entered(e), timing.FirstHealthWD), over(r, 30))
					for _, h := range v.Items("health") {
						if text(h, "type") == "initial_assessment" && text(h, "date") == first && v.Clock.Happened(late) {
							h["date"] = late
						}
					}
				})},
			{Name: "health-assessment-overdue", About: "The next health assessment of a child in care is overdue.",
				Plant: trying(judge, "health", func(v *View, e Item, _ *rand.Rand) {
					_, last := v.assessedHealth(e)
					v.Keep("health", func(h Item) bool { return text(h, "type") == "dental" || text(h, "date") != last })
				})},
			{Name: "health-assessment-refused", About: "The latest health assessment of a child in care did not take place.",
				Plant: trying(judge, "health", func(v *View, e Item, r *rand.Rand) {
					if v.Supplies("health.status") {
						latest(v, e, func(h Item) { h["status"] = []string{"REFUSED", "CANCELLED", "PLANNED"}[r.IntN(3)] })
					}
				})},
		},
	}
}

// assessedHealth are the days of the first initial assessment in a period of care
// and of the last assessment of any kind.
func (v *View) assessedHealth(e Item) (first, last string) {
	for _, h := range v.Items("health") {
		day, kind := text(h, "date"), text(h, "type")
		if !done(h) || !v.during(e, day) {
			continue
		}
		if kind == "initial_assessment" && (first == "" || day < first) {
			first = day
		}
		if kind == "initial_assessment" || kind == "review_assessment" {
			last = max(last, day)
		}
	}
	return first, last
}

// done reports whether a health check took place.
func done(h Item) bool {
	status := strings.ToLower(text(h, "status"))
	return status == "" || status == "completed"
}

// dentalChecked is CC-06: a child in care saw the dentist in the last year.
func dentalChecked() Expectation {
	recent := func(v *View, h Item) bool {
		return text(h, "type") == "dental" && done(h) && v.Clock.WithinMonths(text(h, "date"), timing.DentalMonths)
	}
	return Expectation{
		ID: "CC-06", Unit: "care_episodes",
		Needs: careNeeds("health.type", "health.date", "care_episodes.entered_care_date", "child.date_of_birth"),
		Judge: func(v *View, e Item) Verdict {
			if !v.counted(e) || !v.Clock.MonthsAgo(v.entered(e), timing.DentalMonths) || !v.aged(timing.DentalAge, v.Clock.AsAt) {
				return NotAudited
			}
			for _, h := range v.Items("health") {
				if recent(v, h) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{{Name: "dental-check-lapsed", About: "A child in care has not seen a dentist for more than a year.",
			Plant: func(v *View, e Item, r *rand.Rand) bool {
				v.stale("health", timing.Months(v.Clock.AsAt, -timing.DentalMonths), v.entered(e), func(h Item) bool { return recent(v, h) }, r)
				return true
			}}},
	}
}
