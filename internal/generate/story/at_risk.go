package story

import (
	"fmt"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

func missingFromHome(c *tale, start string) {
	until := c.helped(start)
	c.goMissing(start, until, false)
}

func exploited(c *tale, start string) {
	until := c.helped(start)
	for _, day := range c.someDays(start, until, 3) {
		e := c.add("exploitation", Item{"identified_date": day, "kind": pick(c.r, "sexual", "criminal", "criminal", "radicalisation", "fgm"),
			"level": pick(c.r, "low", "medium", "high")})
		assessed := c.by(day, timing.RiskAssessedWD)
		if !c.put(e, "risk_assessment_date", assessed) {
			continue
		}
		e["analysis"] = c.say("analysis", c.r)
		if worse := timing.Days(assessed, 3+c.r.IntN(60)); c.r.IntN(3) > 0 && c.put(e, "escalated_date", worse) {
			e["level"] = "high"
			c.put(e, "strategy_meeting_date", c.by(worse, timing.EscalationWD))
		}
	}
	if c.r.IntN(3) == 0 {
		c.goMissing(start, until, false)
	}
}

// helped tells of a child in need, and gives the day the help ends, which may be to come.
func (c *tale) helped(start string) string {
	ref := c.refer(start, false)
	told := c.assess(ref, true, start)
	begun := c.planFrom(told)
	closed := c.finish(ref, timing.Days(begun, 150+c.r.IntN(250)))
	c.refersTo(told, c.needPlan(begun, closed))
	c.work(ref, closed)
	c.upkeep(start, closed)
	return closed
}

// goMissing tells of times when nobody knew where the child was, and of what the
// child said on coming back.
func (c *tale) goMissing(from, until string, care bool) {
	for _, day := range c.someDays(from, until, 3) {
		c.away(day, care)
	}
	c.aside(func() { c.missingAgain(until, care) })
}

// away tells of one such time and gives the day the child came back, which may be to come.
func (c *tale) away(day string, care bool) string {
	m := c.add("missing", Item{"missing_id": c.id("missing"), "start": fmt.Sprintf("%sT%02d:%02d:00", day, 15+c.r.IntN(8), c.r.IntN(60)), "from_care": care})
	back := timing.Days(day, 1+c.r.IntN(3))
	if !c.clock.Happened(back) {
		return back // still away
	}
	m["end"], m["interview_offered"] = fmt.Sprintf("%sT%02d:%02d:00", back, 6+c.r.IntN(14), c.r.IntN(60)), true
	if talked := c.day(back, timing.Days(back, timing.ReturnInterviewDays)); c.put(m, "interview_date", talked) {
		m["interview_accepted"] = true
		c.put(m, "shared_date", c.by(talked, timing.InterviewSharedWD))
	}
	return back
}

// someDays are from one to n days up to a day, apart from each other, the earliest first.
func (c *tale) someDays(from, until string, n int) []string {
	var days []string
	to := c.past(until)
	if c.r.IntN(2) == 0 {
		to = min(to, timing.Days(from, 60))
	}
	for day := c.day(from, to); day <= c.past(until) && len(days) < n; day = timing.Days(day, 8+c.r.IntN(90)) {
		days = append(days, day)
	}
	return days
}
