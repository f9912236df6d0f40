package story

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// careVisits tells of the visits of a stay: within a week of each move, then every
// six weeks, or every three months once the child has settled for a year. Those of
// long ago are left out.
func (c *tale) careVisits(s stay) {
	to, last := c.past(s.left), ""
	from := timing.Days(to, -400)
	visit := func(day string) {
		if last = day; day < from || day > to {
			return
		}
		v := c.add("visits", Item{"visit_id": c.id("visits"), "type": "care", "date": day, "child_seen": true, "seen_alone": c.r.IntN(3) > 0})
		c.put(v, "recorded_date", c.by(day, timing.RecordingWD))
	}
	limit := timing.CareVisitDays
	for i, m := range s.moves {
		next := timing.Days(to, 1)
		if i+1 < len(s.moves) {
			next = s.moves[i+1].start
		}
		first := c.day(m.start, timing.Days(m.start, timing.PlacementVisitDays))
		if last != "" {
			first = min(first, timing.Days(last, limit))
		}
		for day := first; day < next || day == first; {
			visit(day)
			limit = timing.CareVisitDays
			if m.kind == s.lasting && timing.Months(m.start, 12) < day {
				limit = timing.LongCareVisitDays
			}
			if m.unregistered {
				limit = timing.UnregisteredVisitDays
			}
			again := timing.Days(day, limit-c.upTo(limit/3))
			if m.unregistered {
				again = c.onEdge(day, again, limit)
			}
			day = again
		}
	}
}

// careReviews tells of the reviews of a stay and gives the days of those held.
func (c *tale) careReviews(entered, left string, voluntary bool) []string {
	var held []string
	due := c.clock.Working(entered, timing.FirstCareReviewWD)
	for {
		day := timing.Days(due, -c.upTo(20))
		if day > c.past(left) {
			return held
		}
		from := entered
		if len(held) > 0 {
			from = timing.Days(held[len(held)-1], 1)
		}
		c.add("care_reviews", Item{"due_date": due, "date": day, "participation": pick(c.r, "PN1", "PN2", "PN5"),
			"reviewer_met_child_date": c.day(max(from, timing.Days(day, -21)), day)})
		if held = append(held, day); c.r.IntN(15) == 0 {
			c.add("care_reviews", Item{"due_date": due, "date": day}) // its second part, on the same day
		}
		months := timing.LaterCareReview
		if voluntary || len(held) == 1 {
			months = timing.SecondCareReview
		}
		due = timing.Months(day, months)
	}
}

// health tells of the health and dental checks of a stay.
func (c *tale) health(s stay) {
	to := c.past(s.left)
	day, kind := c.by(s.entered, timing.FirstHealthWD), "initial_assessment"
	for ; day <= to; kind = "review_assessment" {
		h := c.add("health", Item{"type": kind, "date": day})
		if c.r.IntN(3) > 0 {
			h["status"] = "COMPLETED"
		}
		if c.r.IntN(12) == 0 {
			c.add("health", Item{"type": "review_assessment", "date": timing.Days(day, -1), "status": pick(c.r, "REFUSED", "CANCELLED")})
		}
		months := timing.YoungHealthMonths
		if c.turns(timing.SchoolHealthAge) <= day {
			months = timing.HealthMonths
		}
		due := timing.Months(day, months)
		day = c.day(timing.Days(due, -60), due)
	}
	due := timing.Months(s.entered, timing.DentalMonths)
	for day = c.day(timing.Days(s.entered, 20), due); day <= to; day = c.day(timing.Days(due, -150), due) {
		h := c.add("health", Item{"type": "dental", "date": day})
		if c.r.IntN(2) == 0 {
			h["status"] = "COMPLETED"
		}
		due = timing.Months(day, timing.DentalMonths)
	}
}

// education tells of the education plans of a stay from the age of three, a term apart.
func (c *tale) education(s stay) {
	from := max(s.entered, c.turns(3))
	for day := c.day(timing.Days(from, 5), timing.Days(from, 70)); day <= c.past(s.left) && day < c.turns(18); {
		if day >= timing.Days(c.clock.AsAt, -420) {
			c.add("education_plans", Item{"date": day, "child_views": c.say("child_views", c.r), "targets_specific": c.say("targets_specific", c.r)})
		}
		day = c.onEdge(day, timing.Days(day, timing.EducationDays-c.upTo(50)), timing.EducationDays)
	}
	c.aside(func() { c.educationStarted(s) })
}

// educationStarted tells of the first education plan of a stay, within two weeks, and
// of some before it was asked for.
func (c *tale) educationStarted(s stay) {
	day := c.by(s.entered, timing.EducationStartedWD)
	asked := c.turns(timing.EducationStartedFromAge) <= s.entered || c.r.IntN(4) == 0
	if asked && c.turns(18) > s.entered && s.entered >= timing.Days(c.clock.AsAt, -420) && day <= c.past(s.left) {
		c.add("education_plans", Item{"date": day, "child_views": c.say("child_views", c.r), "targets_specific": c.say("targets_specific", c.r)})
	}
}

// onEdge is the day of the next of something done every n days: sometimes the last
// one is done exactly n days before as-at.
func (c *tale) onEdge(day, next string, n int) string {
	edge := timing.Days(c.clock.AsAt, -n)
	switch {
	case day == edge:
		return max(next, timing.Days(c.clock.AsAt, c.r.IntN(2)))
	case day < edge && timing.Days(day, n) >= edge && c.r.IntN(5) == 0:
		return edge
	}
	return next
}

// permanence tells what was planned for the child's future, given the days of the reviews.
func (c *tale) permanence(s stay, held []string) {
	p := Item{"siblings": false}
	if day := c.day(s.entered, timing.Days(s.entered, 40)); c.r.IntN(3) == 0 && day <= c.past(s.left) {
		p["siblings"], p["siblings_assessed_date"] = true, day
	}
	limit := timing.Months(s.entered, timing.PermanenceMonths)
	if len(held) > 1 {
		limit = held[1]
	}
	early := s.entered > timing.Days(c.clock.AsAt, -timing.PermanenceDays) && c.r.IntN(3) == 0 // nobody asks for it yet
	if planned := c.day(timing.Days(s.entered, 20), limit); planned <= c.past(s.left) && !early {
		p["permanence_plan_date"] = planned
		c.put(p, "life_story_started_date", c.day(planned, timing.Months(s.entered, timing.LifeStoryMonths)))
	}
	if s.decided != "" && c.put(p, "decision_date", s.decided) && c.put(p, "placed_date", s.placed) && s.left != "" {
		p["order_date"] = s.left
	}
	c.add("permanence", p)
}
