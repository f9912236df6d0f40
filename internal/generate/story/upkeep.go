package story

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// upkeep is what keeps an open case sound from day to day: decisions with their
// reasons, supervision, case notes and a chronology, up to a day or to as-at.
func (c *tale) upkeep(from, until string) {
	to := c.past(until)
	young := func(days int) bool { return timing.Between(from, c.clock.AsAt) < days && c.r.IntN(2) == 0 }
	if !c.overseen && young(timing.ChronologyDays) {
		if !c.assessed() {
			c.record.Values["chronology"] = []any{} // nobody has begun one yet
		}
		return
	}
	c.decisions(from, to, young(timing.OversightDays))
	for _, day := range c.every(timing.SupervisionDays, from, to) {
		if young(timing.SupervisionDays) {
			break
		}
		c.add("supervision", Item{"date": day, "supervisor_id": c.manager, "worker_id": c.worker,
			"recorded_date": c.past(c.by(day, 3)), "actions": c.say("actions", c.r), "reflection": c.say("reflection", c.r)})
	}
	for _, day := range c.every(timing.ActivityDays, from, to) {
		c.add("case_notes", Item{"date": day, "recorded_date": c.past(c.by(day, 2)), "next_actions": c.say("next_actions", c.r)})
	}
	c.lastNotes(to)
	half := timing.Between(timing.Months(to, -timing.ChronologyMonths), to)
	for _, day := range c.every(half, from, to) {
		c.entry(day, c.r.IntN(2) == 0)
	}
}

// decisions tells what managers decided, and why. Where a helper holds a plan, they oversee it.
func (c *tale) decisions(from, to string, young bool) {
	if young && !c.overseen {
		return
	}
	for _, day := range c.every(timing.OversightDays, from, to) {
		kind := pick(c.r, "oversight", "direction")
		if c.overseen {
			kind = "oversight"
		}
		c.decide(kind, day)
	}
	if c.r.IntN(12) > 0 || timing.Between(from, to) < 100 || to < c.clock.AsAt {
		return
	}
	for _, action := range c.record.Items("plan_actions") { // waits for others, as a manager allows
		if a := action.(Item); a["done_date"] == nil {
			a["due_date"] = timing.Days(to, -timing.DriftDays-1-c.r.IntN(30))
			c.decide("drift_authorised", timing.Days(to, -c.upTo(timing.DriftDays)))
			return
		}
	}
}

func (c *tale) decide(kind, day string) {
	d := c.add("decisions", Item{"date": day, "by_id": c.manager, "by_role": "team_manager", "kind": kind,
		"in_supervision": c.r.IntN(2) == 0, "rationale": c.say("rationale", c.r)})
	c.put(d, "recorded_date", c.by(day, timing.DecisionRecordedWD))
}

// lastNotes adds, to some cases, a note that says nothing of what is next: an early
// one, or one beside another of the same day.
func (c *tale) lastNotes(to string) {
	notes := c.record.Items("case_notes")
	if len(notes) == 0 || c.r.IntN(6) > 0 {
		return
	}
	of := notes[pick(c.r, 0, len(notes)-1)].(Item)
	c.add("case_notes", Item{"date": of["date"], "recorded_date": to})
	if c.r.IntN(2) == 0 {
		c.add("case_notes", Item{"date": of["date"], "next_actions": c.say("next_actions", c.r)})
	}
}

// assessed reports whether an assessment has been completed.
func (c *tale) assessed() bool {
	for _, a := range c.record.Items("assessments") {
		if a.(Item)["completed_date"] != nil {
			return true
		}
	}
	return false
}

// entry adds to the chronology what happened on a day, recorded on that day.
func (c *tale) entry(day string, significant bool) {
	if c.clock.Happened(day) {
		c.add("chronology", Item{"date": day, "recorded_date": day, "significant": significant})
	}
}

// visits tells of visits at least every n days; an unborn child is not seen.
func (c *tale) visits(kind string, n int, from, until string) {
	for _, day := range c.every(n, from, c.past(until)) {
		visit := c.add("visits", Item{"visit_id": c.id("visits"), "type": kind, "date": day})
		c.put(visit, "recorded_date", c.by(day, timing.RecordingWD))
		if visit["child_seen"] = c.person.Born != "" && c.person.Born <= day; visit["child_seen"] == true {
			visit["seen_alone"] = c.r.IntN(3) > 0
		}
	}
}

// meetings tells of meetings about a plan: the first by a day, then at least every n days.
func (c *tale) meetings(kind string, plan Item, first string, n int, until string) {
	if !c.clock.Happened(first) {
		return
	}
	c.add("meetings", Item{"type": kind, "date": first, "plan_id": plan["plan_id"]})
	for _, day := range c.every(n, first, c.past(until)) {
		c.add("meetings", Item{"type": kind, "date": day, "plan_id": plan["plan_id"]})
	}
}
