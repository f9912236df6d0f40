package fault

import (
	"math/rand/v2"
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// careNeeds are the fields that say whether the child is in care, and more.
func careNeeds(more ...string) []string { return append(more, "care_episodes.end_date") }

// counted reports whether an episode stands for a period of care that goes on: it
// is the open one of the period, and of several the one that began last.
func (v *View) counted(e Item) bool {
	if !v.inCare(e) {
		return false
	}
	after := false
	for _, other := range v.Items("care_episodes") {
		same := itself(other) == itself(e)
		if !same && v.inCare(other) && v.entered(other) == v.entered(e) {
			a, b := text(other, "start_date"), text(e, "start_date")
			if a > b || (a == b && !after) {
				return false
			}
		}
		after = after || same
	}
	return true
}

// inCare reports whether an episode is open on as-at and no short break.
func (v *View) inCare(e Item) bool {
	return !shortBreak(e) && v.openEpisode(e)
}

func (v *View) openEpisode(e Item) bool { return v.open(text(e, "start_date"), text(e, "end_date")) }

func shortBreak(e Item) bool {
	status := text(e, "legal_status")
	return status == "V3" || status == "V4"
}

// entered is the day a period of care began; "" when nobody knows.
func (v *View) entered(e Item) string {
	if day := text(e, "entered_care_date"); v.Clock.Happened(day) {
		return day
	}
	return ""
}

// began is the day a period of care began or, where nobody knows, the episode.
func (v *View) began(e Item) string {
	if day := v.entered(e); day != "" {
		return day
	}
	return text(e, "start_date")
}

// during reports whether a date has happened and is of the episode's period of care.
func (v *View) during(e Item, date string) bool {
	return v.Clock.Happened(date) && timing.Day(date) >= v.entered(e)
}

// childInCare reports whether the child is in care, and for at least n months.
func (v *View) childInCare(months int) bool {
	return slices.ContainsFunc(v.Items("care_episodes"), func(e Item) bool {
		return v.inCare(e) && (months == 0 || v.Clock.MonthsAgo(v.entered(e), months))
	})
}

// reviews are the days of the reviews in a period of care, the first one first.
func (v *View) reviews(e Item) []string {
	var days []string
	for _, r := range v.Items("care_reviews") {
		if day := text(r, "date"); v.during(e, day) {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// aged reports whether the child has had a birthday by a day.
func (v *View) aged(years int, on string) bool {
	return v.ageKnown() && timing.Birthday(v.born(), years) <= on
}

func (v *View) born() string   { return text(v.Child(), "date_of_birth") }
func (v *View) ageKnown() bool { return v.Clock.Happened(v.born()) }

// try changes a record and takes the change back when the item still stands.
func (v *View) try(judge func(*View, Item) Verdict, item Item, entity string, change func()) bool {
	before := slices.Clone(v.Items(entity))
	fields := make([]Item, len(before))
	for i, x := range before {
		fields[i] = Item{}
		for name, value := range x {
			fields[i][name] = value
		}
	}
	change()
	if judge(v, item) == NotMet {
		return true
	}
	back := make([]any, len(before))
	for i, x := range before {
		clear(x)
		for name, value := range fields[i] {
			x[name] = value
		}
		back[i] = x
	}
	v.Values[entity] = back
	return false
}

// trying is a fault that changes an entity and is planted where that fails the item.
func trying(judge func(*View, Item) Verdict, entity string, change func(*View, Item, *rand.Rand)) func(*View, Item, *rand.Rand) bool {
	return func(v *View, item Item, r *rand.Rand) bool {
		return v.try(judge, item, entity, func() { change(v, item, r) })
	}
}
