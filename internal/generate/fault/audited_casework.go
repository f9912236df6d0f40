package fault

import (
	"math/rand/v2"
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// teamMonth is the unit of QA-01, whose items are in no export.
const teamMonth = "team-month"

// teamMonths are each team with open work and each of the last twelve whole months.
func (v *View) teamMonths() []Item {
	if v.months != nil || v.Tally == nil {
		return v.months
	}
	teams := make([]string, 0, len(v.Tally.Open))
	for team := range v.Tally.Open {
		teams = append(teams, team)
	}
	slices.Sort(teams)
	for _, team := range teams {
		for _, month := range timing.WholeMonths(v.Clock.AsAt) {
			v.months = append(v.months, Item{"name": team + " " + month, "team": team, "month": month})
		}
	}
	return v.months
}

// caseworkAudited is QA-01, a measure: two files of each team are audited each month.
func caseworkAudited() Expectation {
	return Expectation{
		ID: "QA-01", Unit: teamMonth, Service: true, Needs: []string{"file_audits.date", "file_audits.team"},
		Judge: func(v *View, m Item) Verdict { return verdict(len(auditsOf(v, m)) >= timing.AuditsMonthly) },
		Faults: []Fault{
			{Name: "audit-a-month-early", About: "One of a team's file audits was made in another month.", Plant: func(v *View, m Item, _ *rand.Rand) bool {
				made := auditsOf(v, m)
				for _, a := range made[timing.AuditsMonthly-1:] {
					a["date"] = timing.Days(text(m, "month")+"-01", -1)
				}
				return true
			}},
			{Name: "audits-missed", About: "A team's files were not audited in a month.", Plant: func(v *View, m Item, r *rand.Rand) bool {
				keep := r.IntN(timing.AuditsMonthly)
				v.Keep("file_audits", func(a Item) bool {
					if !ofTeamMonth(a, m) {
						return true
					}
					keep--
					return keep >= 0
				})
				return true
			}},
		},
	}
}

func ofTeamMonth(a, m Item) bool {
	date := text(a, "date")
	return text(a, "team") == text(m, "team") && len(date) > 7 && date[:7] == text(m, "month")
}

func auditsOf(v *View, m Item) []Item {
	var made []Item
	for _, a := range v.with("file_audits", "team", text(m, "team")) {
		if ofTeamMonth(a, m) && v.Clock.Happened(text(a, "date")) {
			made = append(made, a)
		}
	}
	return made
}

// auditActions is QA-02: what came of an audit is done on time.
func auditActions() Expectation {
	due := func(_ *View, a Item) string { return text(a, "due_date") }
	return Expectation{
		ID: "QA-02", Unit: "audit_actions", Service: true, Needs: []string{"audit_actions.due_date", "audit_actions.done_date"},
		Judge: func(v *View, a Item) Verdict {
			if !v.Clock.Audited(text(a, "due_date")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, a), text(a, "done_date"))
		},
		Faults: lateOrNever("audit-action-late", "What came of an audit is done late.", "audit-action-not-done", "What came of an audit is not done.",
			"done_date", due, 20),
	}
}
