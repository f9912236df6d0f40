package story

import (
	"fmt"
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// begin makes some of the staff new: whoever began less than five weeks ago need not
// have been supervised yet.
func (t *Teller) begin(s *Staff, r *rand.Rand) {
	days := timing.StaffSupervisionDays - 4 + r.IntN(8)
	if r.IntN(3) > 0 {
		return
	}
	s.last("professionals")["start_date"] = timing.Days(t.clock.AsAt, -days)
	if list := s.list("staff_supervision"); days < timing.StaffSupervisionDays {
		s.Values["staff_supervision"] = list[:len(list)-1]
	}
}

// Share makes some of the social workers part-time, each with exactly as many cases
// as the time allows, once it is known how many they hold.
func (s *Staff) Share(held map[string]int) {
	for i, x := range s.list("professionals") {
		person := x.(map[string]any)
		id, _ := person["professional_id"].(string)
		if cases := held[id]; s.Registered[id] && i%6 == 1 && cases >= timing.CaseloadMax/4 && cases <= timing.CaseloadMax {
			person["fte"] = float64(cases*100/timing.CaseloadMax) / 100
		}
	}
}

// quality adds two or more case audits a team and whole month, and what came of some.
func (t *Teller) quality(s *Staff, r *rand.Rand) {
	for m, month := range timing.WholeMonths(t.clock.AsAt) {
		first := month + "-01"
		last := timing.Between(first, timing.Days(timing.Months(first, 1), -1))
		for i, team := range t.teams {
			for k := range timing.AuditsMonthly + r.IntN(6)/5 {
				date := timing.Days(first, pick(r, 0, last, r.IntN(last+1), r.IntN(last+1)))
				s.add("file_audits", map[string]any{"case_id": t.CaseID((i*53 + m*7 + k*3) % t.cases), "date": date, "team": team,
					"grade": pick(r, "good", "good", "requires_improvement", "outstanding")})
				if k == 0 {
					t.followUp(s, r, date, team, t.CaseID((i*53+m*7)%t.cases))
				}
			}
		}
	}
}

// followUp is an action that an audit led to: done by its day, or not due yet.
func (t *Teller) followUp(s *Staff, r *rand.Rand, raised, team, caseID string) {
	due := timing.Days(raised, 28)
	if r.IntN(20) == 0 {
		due = max(raised, t.clock.AsAt) // on the last day
	}
	action := map[string]any{"action_id": fmt.Sprintf("A%04d", len(s.list("audit_actions"))+1), "case_id": caseID,
		"raised_date": raised, "due_date": due, "owner": "Team manager, " + team}
	if done := timing.Days(due, -pick(r, 0, r.IntN(20), r.IntN(20))); done < t.clock.AsAt {
		action["done_date"] = max(done, raised)
	}
	s.add("audit_actions", action)
}
