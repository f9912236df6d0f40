package story

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// preProceedings tells, of some protection plans, that the family was warned of
// court: a letter, meetings, and an end within sixteen weeks.
func (c *tale) preProceedings(start, end string) {
	decided := timing.Days(start, 20+c.r.IntN(160))
	if c.r.IntN(4) > 0 || !c.clock.Happened(decided) || (end != "" && decided >= end) {
		return
	}
	p := c.add("pre_proceedings", Item{"decision_date": decided})
	sent := c.by(decided, timing.LetterWD)
	if c.put(p, "letter_date", sent) {
		c.put(p, "first_meeting_date", c.by(sent, 10))
	}
	if c.put(p, "end_date", timing.Days(decided, c.upTo(timing.PreProceedingsDays))) {
		p["outcome"] = pick(c.r, "NFA", "NO PROCEEDINGS")
	}
}
