package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// conferenceTimescale is CP-03: the initial conference is held within 15 working
// days of the strategy discussion.
func conferenceTimescale() Expectation {
	return Expectation{
		ID: "CP-03", Unit: "section_47",
		Needs: []string{"section_47.to_conference", "conferences.date", "conferences.enquiry_id", "conferences.type",
			"section_47.enquiry_id", "section_47.start_date"},
		Judge: func(v *View, s Item) Verdict {
			if !v.Clock.Audited(text(s, "start_date")) || !yes(s, "to_conference") {
				return NotAudited
			}
			return deadline(v.Clock, conferenceDue(v, s), text(initialConference(v, s), "date"))
		},
		Faults: []Fault{
			{Name: "conference-late", About: "The initial conference is held after its timescale.", Plant: holdLate},
			{Name: "conference-not-held", About: "The enquiry asked for a conference and none was held.",
				Plant: func(v *View, s Item, _ *rand.Rand) bool {
					held := initialConference(v, s)
					if yes(held, "plan_made") || conferenceDue(v, s) >= v.Clock.AsAt {
						return false // a plan without its conference would be another story
					}
					v.Keep("conferences", func(c Item) bool { return text(c, "conference_id") != text(held, "conference_id") })
					return true
				}},
		},
	}
}

func conferenceDue(v *View, s Item) string {
	from := text(s, "strategy_discussion_date")
	if !v.Clock.Happened(from) {
		from = text(s, "start_date")
	}
	return v.Clock.Working(from, timing.ConferenceWD)
}

// initialConference is the earliest initial conference of an enquiry; nil when there is none.
func initialConference(v *View, s Item) Item {
	var first Item
	for _, c := range v.Items("conferences") {
		id := text(c, "enquiry_id")
		if text(c, "type") == "initial" && id != "" && id == text(s, "enquiry_id") && v.Clock.Happened(text(c, "date")) &&
			(first == nil || text(c, "date") < text(first, "date")) {
			first = c
		}
	}
	return first
}

// holdLate moves the conference past its day, and the plan that it made with it.
func holdLate(v *View, s Item, r *rand.Rand) bool {
	held := initialConference(v, s)
	old, late := text(held, "date"), v.Clock.Working(conferenceDue(v, s), over(r, 8))
	sent := v.Clock.Working(late, timing.DecisionsSentWD)
	if !v.Clock.Happened(sent) {
		return false
	}
	plan := v.find("plans", "plan_id", text(held, "plan_id"))
	if plan != nil && text(plan, "end_date") != "" && text(plan, "end_date") <= late {
		return false
	}
	held["date"] = late
	if v.Supplies("conferences.decisions_sent_date") {
		held["decisions_sent_date"] = sent
	}
	if plan == nil {
		return true
	}
	later := timing.Between(old, late)
	plan["start_date"] = late
	for _, entity := range []string{"meetings", "plan_actions"} {
		for _, item := range v.Items(entity) {
			if text(item, "plan_id") != text(plan, "plan_id") {
				continue
			}
			if moved := timing.Days(orDay(text(item, "date"), late), later); text(item, "date") != "" && v.Clock.Happened(moved) {
				item["date"] = moved
			}
		}
	}
	if written := text(plan, "written_date"); written != "" {
		if moved := timing.Days(written, later); v.Clock.Happened(moved) && moved <= v.Clock.Working(late, timing.WrittenPlanWD) {
			plan["written_date"] = moved
		} else {
			plan["written_date"] = sent
		}
	}
	return true
}

func orDay(date, other string) string {
	if date == "" {
		return other
	}
	return date
}
