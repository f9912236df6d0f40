package story

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// reportedStories are those that only criteria drawn from published inspection reports
// ask for. They are chosen aside (see choose).
func reportedStories() []Story {
	return []Story{
		{"homeless at 16 or 17", 0.04, [2]int{2, 420}, false, homeless},
		{"unregistered home", 0.05, [2]int{5, 430}, false, ofAge(11, 17, unregisteredHome)},
	}
}

// homeless: a child of 16 or 17 comes to the council with nowhere to live.
func homeless(c *tale, start string) {
	if c.second {
		if c.person.Born > timing.Birthday(start, -16) || c.person.Born <= timing.Birthday(start, -18) {
			contactOnly(c, start)
			return
		}
	} else {
		sixteen, eighteen := timing.Birthday(start, -16), timing.Birthday(start, -18)
		born := timing.Days(sixteen, -c.r.IntN(700))
		if c.r.IntN(3) == 0 {
			born = pick(c.r, sixteen, timing.Days(sixteen, 1), eighteen, timing.Days(eighteen, 1)) // a birthday, or the day before
		}
		c.bornOn(born, start)
	}
	ref := c.refer(start, false)
	c.present(start)
	if again := timing.Days(start, 60+c.r.IntN(200)); c.r.IntN(4) == 0 && c.clock.Happened(again) {
		c.present(again)
	}
	told := c.assess(ref, true, start)
	begun := c.planFrom(told)
	closed := c.finish(ref, timing.Days(begun, 100+c.r.IntN(220)))
	c.refersTo(told, c.needPlan(begun, closed))
	c.work(ref, closed)
	c.upkeep(start, closed)
}

// present tells of a homeless child's coming to the council, and what was done. Of a
// child who is younger, or an adult, this is not asked, and not always done.
func (c *tale) present(day string) {
	h := c.add("homelessness", Item{"homelessness_id": c.id("homelessness"), "presented_date": day})
	asked := c.turns(16) <= day && day < c.turns(18)
	if !asked && c.r.IntN(2) == 0 {
		return
	}
	if c.put(h, "assessed_date", c.by(day, timing.HomelessAssessedWD)) {
		h["housing_joined"] = true
	}
	c.put(h, "section_20_told_date", c.by(day, timing.HomelessToldWD))
}

// unregisteredHome: no registered home could be found on the day, so that the child
// is in another for a time, visited weekly.
func unregisteredHome(c *tale, start string) {
	s := stay{status: pick(c.r, "V2", "C1", "C2"), left: c.turns(18), stopgap: max(2, c.upTo(timing.UnregisteredDays))}
	if days := timing.UnregisteredVisitDays - 1 + c.r.IntN(timing.UnregisteredDays-timing.UnregisteredVisitDays+2); c.r.IntN(2) == 0 && !c.second {
		s.entered = timing.Days(c.clock.AsAt, -days) // and still is
		s.stopgap = days + 1 + c.r.IntN(3)
		start = c.workday(timing.Days(s.entered, -4))
		s.entered = max(s.entered, start)
	}
	c.intoCare(start, s)
	c.leaving()
}

// unregistered says of a placement that it is in an unregistered home, which the
// regulator is told.
func (c *tale) unregistered(p Item, m move) {
	if !m.unregistered {
		return
	}
	p["unregistered"] = true
	c.put(p, "regulator_told_date", c.by(m.start, timing.RegulatorToldWD))
}

// connected tells of the approval of a relative or friend with whom the child is placed:
// in sixteen weeks or, where it was extended, in twenty-four, or the placement ends first.
func (c *tale) connected(p Item) {
	if p["type"] == "U6" && c.r.IntN(4) > 0 {
		p["type"] = "U3"
	}
	if p["type"] != "U3" {
		return
	}
	start := p["start_date"].(string)
	end, ended := p["end_date"].(string)
	p["temporary_approval_date"] = start
	due := timing.Days(start, timing.ConnectedApprovalDays)
	approved := c.day(timing.Days(start, 20), due)
	if extended := c.day(timing.Days(start, 60), due); c.r.IntN(2) == 0 && (!ended || extended < end) && c.put(p, "approval_extended_date", extended) {
		approved = c.day(timing.Days(due, 1), timing.Days(due, timing.ConnectedExtensionDays))
	}
	if !ended || approved <= end {
		c.put(p, "approved_date", approved)
	}
}
