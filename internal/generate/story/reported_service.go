package story

import (
	"fmt"
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// casesCovered is how many cases there are to each agency worker: so few that, held all
// at once, they would still be no more than a full-time worker has time for.
const casesCovered = 20

// standIns hires agency workers who hold no post: they cover for those who left.
func (t *Teller) standIns(s *Staff, r *rand.Rand, cases int) {
	each := (cases + len(t.teams)*casesCovered - 1) / (len(t.teams) * casesCovered)
	for _, team := range t.teams {
		var locums []string
		for range each {
			id := t.hire(s, r, team, "SOCIAL WORKER", "", true)
			s.last("professionals")["agency"] = true
			s.add("staff_supervision", map[string]any{"professional_id": id, "date": timing.Days(t.clock.AsAt, -r.IntN(timing.SupervisionDays+1))})
			locums = append(locums, id)
		}
		s.locums = append(s.locums, locums)
	}
}

// allegations are those that the designated officer was told of in the last fourteen
// months or so, each decided on within a day and concluded in three months.
func (t *Teller) allegations(s *Staff, r *rand.Rand, cases int) {
	oldest := timing.Months(t.clock.AsAt, -timing.AllegationMonths)
	for n := range 8 + cases/20 {
		received := timing.Days(t.clock.AsAt, -r.IntN(430))
		if r.IntN(4) == 0 {
			received = timing.Days(oldest, r.IntN(4)-2) // about as long ago as asks for an end
		}
		a := map[string]any{"allegation_id": fmt.Sprintf("L%05d", n+1), "received_date": received}
		if decided := t.clock.Working(received, r.IntN(timing.AllegationDecidedWD+1)); t.clock.Happened(decided) {
			a["decided_date"] = decided
		}
		due := timing.Months(received, timing.AllegationMonths)
		concluded := timing.Days(due, -pick(r, 0, 0, r.IntN(80), r.IntN(80), r.IntN(80)))
		if concluded = max(concluded, timing.Days(received, 4)); t.clock.Happened(concluded) {
			a["concluded_date"] = concluded
			a["outcome"] = pick(r, "substantiated", "unsubstantiated", "unsubstantiated", "unfounded", "false", "malicious")
			a["rationale"] = t.say("allegation", r)
		}
		s.add("allegations", a)
	}
}
