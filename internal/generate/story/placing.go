package story

import (
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// placements tells where the child lived: seldom enough in one place for less than
// seven months that nobody moves three times in a year.
func (c *tale) placements(s *stay) {
	to := c.past(s.left)
	s.moves = []move{{kind: pick(c.r, "U6", "U6", "U3", "K2", "P1", "R3"), start: s.entered}}
	switch {
	case s.stopgap > 0:
		s.moves[0].kind, s.moves[0].unregistered = "Z1", true
		s.moves = append(s.moves, move{kind: pick(c.r, "U6", "K2"), start: timing.Days(s.entered, s.stopgap)})
	case s.lasting != "":
		s.moves = append(s.moves, move{kind: s.lasting, start: timing.Days(s.entered, 60+c.r.IntN(150))})
	case s.placed != "":
		s.moves = append(s.moves, move{kind: "A5", start: s.placed})
	default:
		for day := timing.Days(s.entered, 200+c.r.IntN(300)); day < to; day = timing.Days(day, 200+c.r.IntN(300)) {
			s.moves = append(s.moves, move{kind: pick(c.r, "U6", "U5", "K2", "H5", "P2", "R3"), start: day})
		}
	}
	s.moves = slices.DeleteFunc(s.moves, func(m move) bool { return m.start > to || (m.start == s.left && m.start != s.entered) })
	for i, m := range s.moves {
		end := s.left
		if i+1 < len(s.moves) {
			end = s.moves[i+1].start
		}
		p := c.add("placements", Item{"placement_id": c.id("placements"), "start_date": m.start, "type": m.kind, "out_of_area": c.r.IntN(6) == 0})
		if end != "" {
			p["end_date"] = end
		}
		c.aside(func() { c.unregistered(p, m); c.connected(p) })
	}
}

// episodes tells of the episodes of a stay: a new one with each placement and with
// each legal status.
func (c *tale) episodes(s stay) {
	begins := []string{}
	for _, m := range s.moves {
		begins = append(begins, m.start)
	}
	changed := timing.Days(s.entered, 40+c.r.IntN(60))
	if s.decided != "" {
		changed = timing.Days(s.decided, 10)
	}
	if s.later == "" || changed >= c.past(s.left) {
		changed = "9"
	} else {
		begins = append(begins, changed)
	}
	slices.Sort(begins)
	begins = slices.Compact(begins)
	for i, day := range begins {
		e := c.add("care_episodes", Item{"episode_id": c.id("care_episodes"), "entered_care_date": s.entered, "start_date": day, "legal_status": s.status})
		if day >= changed {
			e["legal_status"] = s.later
		}
		if i == 0 {
			c.approve(e)
		}
		if i+1 < len(begins) {
			e["end_date"], e["end_reason"] = begins[i+1], "X1"
		} else if s.left != "" {
			e["end_date"], e["end_reason"] = s.left, s.reason
		}
	}
}

// approve tells of a senior manager's approval of the entry to care.
func (c *tale) approve(e Item) {
	if c.put(e, "entry_approved_date", c.by(e["entered_care_date"].(string), timing.EntryApprovedWD)) {
		e["entry_approved_by_role"] = pick(c.r, "SERVICE_MANAGER", "HEAD_OF_SERVICE")
	}
}

// breaks tells of short breaks from a day on: a series, or one under section 20
// that goes on or has ended, the last two with reviews.
func (c *tale) breaks(from string) {
	entered := timing.Days(from, 5+c.r.IntN(30))
	if !c.clock.Happened(entered) {
		return
	}
	e := c.add("care_episodes", Item{"episode_id": c.id("care_episodes"), "entered_care_date": entered, "start_date": entered,
		"legal_status": pick(c.r, "V3", "V4", "V4")})
	c.approve(e)
	left := ""
	if c.r.IntN(3) == 0 && c.put(e, "end_date", timing.Days(entered, 50+c.r.IntN(200))) {
		left = e["end_date"].(string)
		e["end_reason"] = pick(c.r, "E4A", "E4B")
	}
	if e["legal_status"] == "V4" {
		c.careReviews(entered, left, true)
	}
}
