package story

import (
	"fmt"
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// casesEach is how many cases a worker is given: fewer than any caseload limit.
const casesEach = 12

// Staff is who works for the council.
type Staff struct {
	Values      map[string]any  // the service, in the dictionary's shape
	Registered  map[string]bool // by professional id
	Listed      map[string]bool // likewise, whoever is on the list
	Unqualified string          // a practitioner without registration
	workers     [][]string      // registered practitioners in post, by team
	managers    []string        // by team
	helpers     []string        // practitioners without registration, by team
	Agency      map[string]bool // agency workers, by professional id
	locums      [][]string      // registered agency workers without a post, by team
}

// staff makes enough workers for a number of cases: in each team a manager,
// social workers, a family support worker and one who left; beside the teams the
// contact centre, business support and the chair of conferences.
func (t *Teller) staff(cases int, r *rand.Rand) *Staff {
	s := &Staff{Values: map[string]any{}, Registered: map[string]bool{}, Listed: map[string]bool{}, Agency: map[string]bool{}}
	each := (cases + len(t.teams)*casesEach - 1) / (len(t.teams) * casesEach)
	for _, team := range t.teams {
		manager := t.hire(s, r, team, "TEAM MANAGER", "first_line_manager", true)
		s.managers = append(s.managers, manager)
		var workers []string
		for range max(each, 2) {
			workers = append(workers, t.hire(s, r, team, "SOCIAL WORKER", "practitioner", true))
		}
		s.workers = append(s.workers, workers)
		s.Unqualified = t.hire(s, r, team, "FAMILY SUPPORT WORKER", "practitioner", false)
		s.helpers = append(s.helpers, s.Unqualified)
		t.hire(s, r, team, "SOCIAL WORKER", "", true)
		t.leave(s.last("professionals"), r)
	}
	for range 4 + cases/100 {
		t.hire(s, r, "Contact Centre", "CONTACT CENTRE", "support", false)
		t.begin(s, r)
	}
	for range 2 {
		t.hire(s, r, "Business Support", "BUSINESS SUPPORT", "support", false)
		person := s.last("professionals")
		person["contact_with_children"] = false
		delete(person, "record_check_date")
	}
	t.hire(s, r, "Safeguarding Unit", "CONFERENCE CHAIR", "senior_manager", true)
	s.last("staff_supervision")["date"] = t.clock.AsAt // so that the newest event of the export is on as-at
	t.quality(s, r)
	side := rand.New(rand.NewPCG(t.seed^0xa0761d6478bd642f, 0))
	t.standIns(s, side, cases)
	t.allegations(s, side, cases)
	for _, x := range s.list("professionals") {
		if person := x.(Item); person["agency"] == true {
			s.Agency[person["professional_id"].(string)] = true
		}
	}
	for _, e := range t.dict.Service {
		s.Values[e.Name] = append([]any{}, s.list(e.Name)...)
	}
	return s
}

// hire adds a professional and the post they hold.
func (t *Teller) hire(s *Staff, r *rand.Rand, team, role, level string, registered bool) string {
	n := len(s.list("professionals")) + 1
	id := fmt.Sprintf("%05d", n)
	began := timing.Days(t.clock.AsAt, -60-r.IntN(2500))
	person := map[string]any{"professional_id": id, "name": "Worker " + id, "role": role, "team": team, "fte": pick(r, 1.0, 1.0, 1.0, 0.8, 0.6),
		"agency": !registered && r.Float64() < 0.2, "contact_with_children": true, "start_date": began}
	s.Listed[id] = true
	if registered {
		person["registration_number"] = "SW" + fmt.Sprintf("%06d", 900000+n)
		s.Registered[id] = true
		person["fte"] = 1.0
	}
	oldest := timing.Months(t.clock.AsAt, -timing.RecordCheckMonths)
	checked := timing.Days(oldest, r.IntN(timing.Between(oldest, t.clock.AsAt)+1))
	if r.IntN(8) == 0 {
		checked = oldest // good for one last day
	}
	person["record_check_date"] = checked
	s.add("professionals", person)
	if level != "" {
		s.add("posts", map[string]any{"post_id": "P" + id, "team": team, "level": level, "qualified_post": registered,
			"fte": person["fte"], "holder_id": id})
		s.add("staff_supervision", map[string]any{"professional_id": id, "date": timing.Days(t.clock.AsAt, -r.IntN(timing.SupervisionDays+1))})
	}
	return id
}

// leave ends somebody's employment; their check may be as old as it likes.
func (t *Teller) leave(person Item, r *rand.Rand) {
	left := timing.Days(t.clock.AsAt, -r.IntN(50))
	person["end_date"], person["agency"] = left, r.IntN(2) == 0
	person["record_check_date"] = timing.Days(t.clock.AsAt, -1200-r.IntN(600))
}

func (s *Staff) add(entity string, item map[string]any) {
	s.Values[entity] = append(s.list(entity), item)
}

func (s *Staff) list(entity string) []any {
	list, _ := s.Values[entity].([]any)
	return list
}

func (s *Staff) last(entity string) map[string]any {
	list := s.list(entity)
	return list[len(list)-1].(map[string]any)
}
