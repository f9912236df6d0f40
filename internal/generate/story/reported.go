package story

import (
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// stepDown tells, of some closed referrals, that early help took the family on: it
// begins soon, or has run all along. Nobody asks what became of those of long ago.
func (c *tale) stepDown(ref Item, closed string) {
	c.aside(func() {
		if ref["close_date"] == nil || c.r.IntN(3) > 0 {
			return
		}
		ref["close_reason"] = "RC9"
		begun := c.by(closed, timing.HelpTakenUpWD)
		if c.r.IntN(4) == 0 {
			begun = max(c.day(timing.Days(closed, -90), closed), ref["date"].(string))
		}
		if !c.clock.Happened(begun) || (closed < c.clock.Begins && c.r.IntN(2) == 0) {
			return
		}
		c.help(begun)
		e := c.record.Items("early_help")[len(c.record.Items("early_help"))-1].(Item)
		if end, ended := e["end_date"].(string); ended && end <= closed { // before it was asked to go on
			delete(e, "end_date")
			e["last_review_date"] = c.day(max(begun, timing.Months(c.clock.AsAt, -timing.EarlyHelpReviewMonths)), c.clock.AsAt)
		}
	})
}

// seenAlone makes sure that a child with a plan was seen alone in the last eight weeks:
// now and then on the last day that counts, and not since.
func (c *tale) seenAlone() {
	edge := timing.Days(c.clock.AsAt, -timing.SeenAloneDays)
	if c.person.Born == "" || c.turns(timing.SeenAloneAge) > c.clock.AsAt {
		return
	}
	plans := slices.DeleteFunc(slices.Clone(c.record.Items("plans")), func(x any) bool {
		p := x.(Item)
		return (p["type"] != "child_in_need" && p["type"] != "child_protection") || p["end_date"] != nil || p["start_date"].(string) > edge
	})
	if len(plans) == 0 {
		return
	}
	var last Item // of those who saw the child lately
	alone, onEdge := false, c.r.IntN(5) == 0
	for _, x := range c.record.Items("visits") {
		v := x.(Item)
		if v["child_seen"] != true || v["date"].(string) < edge {
			continue
		}
		if last = v; onEdge {
			v["seen_alone"] = false
		}
		alone = alone || v["seen_alone"] == true
	}
	switch {
	case alone:
	case last != nil && !onEdge:
		last["seen_alone"] = true
	default:
		v := c.add("visits", Item{"visit_id": c.id("visits"), "type": plans[0].(Item)["type"], "date": edge, "child_seen": true, "seen_alone": true})
		c.put(v, "recorded_date", c.by(edge, timing.RecordingWD))
	}
}

// covered tells, of some open cases, that their worker left lately and an agency worker
// holds them since, where the child has not had too many workers by then.
func (c *tale) covered(until string) {
	items := c.record.Items("involvements")
	last := items[len(items)-1].(Item)
	from, half := last["start_date"].(string), timing.Months(c.clock.AsAt, -timing.PermanentWorkerMonths)
	adult := c.person.Born != "" && c.turns(18) <= c.clock.AsAt // a personal adviser takes over
	if c.r.IntN(5) > 0 || c.clock.Happened(until) || adult {
		return
	}
	lately := 0
	for _, x := range items {
		if i := x.(Item); i["role"] != "DUTY" && i["start_date"].(string) >= timing.Months(c.clock.AsAt, -12) {
			lately++
		}
	}
	day := c.day(timing.Days(max(from, half), 10), c.clock.AsAt)
	if from < half && c.r.IntN(2) == 0 {
		day = half
	}
	if lately > 1 || day <= from || day > c.clock.AsAt {
		return
	}
	last["end_date"] = day
	c.holds(c.locum, "SW", day, "")
}

// challenged tells of challenges to how a case is worked, answered within a week. What
// others than a reviewer or a chair ask is not always answered.
func (c *tale) challenged(role, from, until string) {
	if from > c.past(until) {
		return
	}
	for range pick(c.r, 0, 0, 1, 1, 2) {
		ch := Item{"challenge_id": c.id("challenges"), "raised_date": c.day(from, c.past(until)), "by_role": role}
		if c.r.IntN(6) == 0 {
			ch["by_role"] = "other"
		} else {
			c.put(ch, "answered_date", c.by(ch["raised_date"].(string), timing.ChallengeWD))
		}
		c.add("challenges", ch)
	}
}

// missingAgain tells of some children that they went missing again and again, and that
// the agencies met each time that it had become often.
func (c *tale) missingAgain(until string, care bool) {
	var began []string
	back := false
	for _, x := range c.record.Items("missing") {
		m := x.(Item)
		began, back = append(began, timing.Day(m["start"].(string))), m["end"] != nil
	}
	if back && c.r.IntN(3) > 0 {
		for range 1 + c.r.IntN(4) {
			day := timing.Days(began[len(began)-1], 4+c.r.IntN(28))
			if far := timing.Days(began[max(0, len(began)-2)], timing.RepeatMissingDays+c.r.IntN(2)); c.r.IntN(3) == 0 && far > day {
				day = far // as far back as counts, or a day further
			}
			if day >= c.past(until) {
				break
			}
			began = append(began, day)
			if !c.clock.Happened(c.away(day, care)) {
				break
			}
		}
	}
	var run []string // those since the agencies last met
	met := ""
	for _, day := range began {
		run = slices.DeleteFunc(append(run, day), func(earlier string) bool {
			return earlier < timing.Days(day, -timing.RepeatMissingDays) || (met < day && earlier <= met)
		})
		if len(run) < timing.RepeatMissingTimes || met >= day {
			continue
		}
		if held := c.by(day, timing.RepeatMissingWD); c.clock.Happened(held) {
			c.add("meetings", Item{"type": "strategy", "date": held})
			met = held
		}
	}
}
