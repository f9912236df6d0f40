package story

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// earlyHelp: help without a social worker, assessed, checked and reviewed.
func earlyHelp(c *tale, start string) {
	c.contact(timing.Days(start, -c.r.IntN(10)), false)
	c.help(start)
}

// help tells of an episode of early help from its first day.
func (c *tale) help(start string) {
	e := c.add("early_help", Item{"episode_id": c.id("early_help"), "start_date": start, "organisation": pick(c.r, "Children's centre", "School", "Health visiting")})
	assessed := c.by(start, 25)
	if c.put(e, "assessed_date", assessed) {
		e["child_views"] = c.say("child_views", c.r)
		c.put(e, "quality_assured_date", c.by(assessed, timing.EarlyHelpCheckedWD))
	}
	ended := timing.Days(assessed, 40+c.r.IntN(300))
	if c.r.IntN(2) == 0 && c.put(e, "end_date", ended) {
		e["last_review_date"] = c.day(assessed, ended)
		return
	}
	since := timing.Months(c.clock.AsAt, -timing.EarlyHelpReviewMonths)
	if start <= since || c.r.IntN(2) == 0 {
		e["last_review_date"] = c.day(max(start, since), c.clock.AsAt)
	}
}

// privatelyFostered: a child lives with people who are not close family.
func privatelyFostered(c *tale, start string) {
	c.contact(start, false)
	p := c.add("private_fostering", Item{"notified_date": start})
	c.put(p, "assessed_date", c.by(start, timing.FosteringAssessedWD))
	ended := ""
	if day := timing.Days(start, 150+c.r.IntN(1200)); c.put(p, "end_date", day) {
		ended = day
	}
	anniversary := timing.Months(start, 12)
	for day := timing.Days(start, c.upTo(timing.FosteringVisitDays)); day <= c.past(ended); {
		visit := c.add("visits", Item{"visit_id": c.id("visits"), "type": "private_fostering", "date": day, "child_seen": true, "seen_alone": c.r.IntN(4) > 0})
		c.put(visit, "recorded_date", c.by(day, timing.RecordingWD))
		limit := timing.FosteringVisitDays
		if day > anniversary {
			limit = timing.FosteringLaterDays
		}
		day = c.onEdge(day, timing.Days(day, limit-c.upTo(limit/3)), limit)
	}
}
