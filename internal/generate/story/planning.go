package story

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// plan begins a plan, with actions that are done in time or not yet due; nil
// when it has not begun.
func (c *tale) plan(kind, start, end string) Item {
	if !c.clock.Happened(start) {
		return nil
	}
	p := c.add("plans", Item{"plan_id": c.id("plans"), "type": kind, "start_date": start})
	if end != "" && c.put(p, "end_date", end) {
		p["end_reason"] = c.say("end_reason", c.r)
		c.feedback(end)
	}
	if c.r.IntN(3) == 0 {
		if p["last_updated_date"] = c.day(start, c.past(end)); p["last_updated_date"] != start || c.r.IntN(2) == 0 {
			p["change_reason"] = c.say("change_reason", c.r)
		}
	}
	for range 1 + c.r.IntN(2) {
		c.action(p)
	}
	return p
}

// action adds an action to a plan: done, not yet due, or overdue by a few weeks.
func (c *tale) action(p Item) {
	action := c.add("plan_actions", Item{"plan_id": p["plan_id"], "action_id": c.id("plan_actions"), "action": c.say("action", c.r),
		"owner": pick(c.r, "Social worker", "School", "Health visitor", "Parents"), "measure": c.say("measure", c.r)})
	start, _ := p["start_date"].(string)
	end, ended := p["end_date"].(string)
	switch {
	case ended:
		action["due_date"], action["done_date"] = end, end
	case c.r.IntN(3) == 0:
		action["due_date"] = max(start, timing.Days(c.clock.AsAt, -c.upTo(timing.DriftDays)))
	case c.r.IntN(4) == 0:
		action["due_date"] = c.day(start, c.clock.AsAt)
		action["done_date"] = action["due_date"]
	default:
		action["due_date"] = timing.Days(c.clock.AsAt, 10+c.r.IntN(60))
	}
}

// needPlan tells of a child in need plan after an assessment, with its reviews and visits.
func (c *tale) needPlan(start, end string) Item {
	p := c.plan("child_in_need", start, end)
	if p == nil {
		return nil
	}
	if p["worker_id"] = c.worker; c.r.IntN(6) == 0 {
		p["worker_id"], c.overseen = c.helper, true
	}
	c.meetings("child_in_need_review", p, c.day(start, timing.Days(start, timing.ReviewDays/2)), timing.ReviewDays, end)
	c.visits("child_in_need", 28, start, end)
	return p
}

// enquire tells of a section 47 enquiry and, where it asks for one, of the initial
// conference. It gives the conference, nil when there is none yet, and its day.
func (c *tale) enquire(ref Item, conference, plan bool) (Item, string) {
	strategy := c.by(ref["date"].(string), timing.ResponseWD)
	start := c.by(strategy, 1)
	if !conference && c.r.IntN(3) == 0 {
		start = c.by(strategy, timing.StrategyWD)
	}
	day := c.clock.Working(strategy, 5+c.upTo(timing.ConferenceWD-5))
	if !c.clock.Happened(start) {
		return nil, day
	}
	s := c.add("section_47", Item{"enquiry_id": c.id("section_47"), "referral_id": ref["referral_id"], "start_date": start,
		"worker_id": c.worker, "strategy_discussion_date": strategy, "police_attended": true, "health_attended": true, "conducted": "joint"})
	c.aside(func() { s["concern_date"] = pick(c.r, ref["date"].(string), ref["date"].(string), strategy) })
	if c.r.IntN(5) == 0 {
		s["conducted"], s["single_agency_reason"] = "single_agency", c.say("single_agency_reason", c.r)
	}
	c.entry(start, true)
	if c.put(s, "end_date", c.clock.Working(start, 3)) {
		s["to_conference"] = conference
	}
	if !conference || !c.clock.Happened(day) {
		return nil, day
	}
	held := c.add("conferences", Item{"conference_id": c.id("conferences"), "enquiry_id": s["enquiry_id"], "type": "initial",
		"due_date": c.clock.Working(strategy, timing.ConferenceWD), "date": day, "plan_made": plan,
		"report_chronology": c.say("report_chronology", c.r), "report_history": c.say("report_history", c.r)})
	c.put(held, "decisions_sent_date", c.by(day, timing.DecisionsSentWD))
	c.entry(day, true)
	return held, day
}

// protectionPlan tells of a child protection plan from its conference on.
func (c *tale) protectionPlan(held Item, start, end string) Item {
	p := c.plan("child_protection", start, end)
	if p == nil {
		return nil
	}
	held["plan_id"] = p["plan_id"]
	p["category"], p["previous_plans"] = pick(c.r, "NEG", "NEG", "EMO", "PHY", "SAB"), 0
	if c.r.IntN(12) == 0 {
		delete(p, "previous_plans") // nobody looked
	}
	for _, field := range []string{"risks", "risk_management", "child_focus"} {
		p[field] = c.say(field, c.r)
	}
	c.put(p, "written_date", c.by(start, timing.WrittenPlanWD))
	c.meetings("core_group", p, c.by(start, timing.CoreGroupWD), timing.CoreGroupDays, end)
	c.visits("child_protection", timing.VisitDays, start, end)
	c.preProceedings(start, end)
	c.aside(func() { c.challenged("conference_chair", start, end) })
	for last, months := start, 3; ; months = 6 {
		due := timing.Months(last, months)
		day := timing.Days(due, -c.upTo(20))
		if day > c.past(end) {
			return p
		}
		review := c.add("conferences", Item{"conference_id": c.id("conferences"), "type": "review", "due_date": due, "date": day,
			"plan_id": p["plan_id"]})
		c.put(review, "decisions_sent_date", c.by(day, 3))
		last = day
	}
}
