package story

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// stay is a period of care, as it is to be told.
type stay struct {
	entered, left   string // left may be to come, or blank
	reason          string // why it ended
	status, later   string // legal status, and the one that may follow
	lasting         string // the type of the placement meant to last, if there is one
	decided, placed string // of an adoption
	home            bool   // the child returns home, with help
	stopgap         int    // the days for which the child is in an unregistered home first
	moves           []move
}

// move is a placement: what it is and when it begins.
type move struct {
	kind, start  string
	unregistered bool
}

// intoCare tells of a referral after which the child enters care, and of the stay.
func (c *tale) intoCare(start string, s stay) {
	protection := c.r.IntN(2) == 0
	ref := c.refer(start, protection)
	if protection {
		c.enquire(ref, false, false)
	}
	if s.entered == "" {
		s.entered = c.by(start, timing.ResponseWD)
	}
	if s.left <= timing.Days(s.entered, 25) {
		s.left = timing.Days(s.entered, 25)
	}
	begun := c.by(s.entered, timing.CarePlanWD)
	if start < timing.FirstSingle {
		begun = c.by(s.entered, timing.CarePlanWD-3) // no later than the initial assessment asks for one
	}
	told := c.assess(ref, true, begun)
	closed := ""
	switch {
	case s.home:
		helped := c.by(s.left, timing.StepDownWD)
		if !c.clock.Happened(helped) {
			helped = s.left
		}
		ready := timing.Days(max(helped, told.sign), 60+c.r.IntN(200))
		if c.r.IntN(4) == 0 {
			ready = max(helped, told.sign, timing.Days(s.left, timing.HomeSupportDays))
		}
		closed = c.finish(ref, ready)
		c.stepDown(ref, closed)
		c.needPlan(helped, closed)
		c.carePlan(told, begun, max(s.left, begun))
	case s.reason != "":
		closed = c.finish(ref, max(s.left, told.sign))
		c.carePlan(told, begun, closed)
	default:
		c.carePlan(told, begun, "")
	}
	c.stay(s)
	c.work(ref, closed)
	c.upkeep(start, closed)
}

// carePlan tells of a care plan, which the assessment refers to.
func (c *tale) carePlan(told assessing, begun, end string) {
	p := c.plan("care", begun, end)
	if p != nil && told.item != nil && told.item["completed_date"] != nil {
		told.item["plan_id"] = p["plan_id"]
	}
}

// formerStay tells, for some children, of a time in care that ended long ago.
func (c *tale) formerStay(start string) {
	entered := timing.Days(start, -500-c.r.IntN(200))
	left := timing.Days(entered, 40+c.r.IntN(80))
	if c.r.IntN(5) > 0 || c.person.Born > entered || left > timing.Days(c.clock.Begins, -30) {
		return
	}
	c.stay(stay{entered: entered, left: left, reason: "E4A", status: "V2"})
}

// stay tells of a period of care: where the child lived, under which law, who
// came to see the child, and what was done about health, school and the future.
func (c *tale) stay(s stay) {
	if !c.clock.Happened(s.entered) {
		return
	}
	if !c.clock.Happened(s.left) {
		s.left, s.reason = "", ""
	}
	c.placements(&s)
	c.episodes(s)
	c.careVisits(s)
	c.permanence(s, c.careReviews(s.entered, s.left, s.status == "V2" && s.later == ""))
	c.health(s)
	c.education(s)
	c.convictions(s)
	c.aside(func() { c.challenged("reviewing_officer", max(s.entered, timing.Days(c.clock.AsAt, -400)), s.left) })
}

// convictions tells of some older children's convictions: before the last year, or
// in a time in care that is shorter.
func (c *tale) convictions(s stay) {
	year := timing.Months(c.clock.AsAt, -timing.StableMonths)
	day := timing.Days(year, -1-c.upTo(200))
	if s.entered > year {
		day = c.day(s.entered, c.past(s.left))
	}
	if day >= max(s.entered, c.turns(timing.ConvictionAge)) && c.r.IntN(6) == 0 {
		c.add("convictions", Item{"date": day})
	}
}
