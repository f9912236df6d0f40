package story

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// upkeep is what keeps an open case sound from day to day: decisions with their
// reasons, supervision, case notes and a chronology, up to a day or to as-at.
func (c *tale) upkeep(from, until string) {
	to := c.past(until)
	young := func(days int) bool { return timing.Between(from, c.clock.AsAt) < days && c.r.IntN(2) == 0 }
	if young(timing.ChronologyDays) {
		c.record.Values["chronology"] = []any{} // nobody has begun one yet
		return
	}
	for _, day := range c.every(timing.OversightDays, from, to) {
		if young(timing.OversightDays) {
			break
		}
		supervised := c.r.IntN(2) == 0
		c.add("decisions", Item{"date": day, "by_id": c.manager, "by_role": "team_manager", "kind": pick(c.r, "oversight", "direction"),
			"in_supervision": supervised, "rationale": c.say("rationale", c.r), "recorded_date": c.past(c.by(day, 2))})
	}
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
	half := timing.Between(timing.Months(to, -timing.ChronologyMonths), to)
	for _, day := range c.every(half, from, to) {
		c.entry(day, c.r.IntN(2) == 0)
	}
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
