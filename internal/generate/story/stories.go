package story

import (
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// Story is a way in which a case can go.
type Story struct {
	Name   string
	Share  float64 // how often it is told in the usual mix
	Back   [2]int  // how many days before as-at it begins, at least and at most
	Unborn bool    // it begins before the child is born
	Tell   func(c *tale, start string)
}

// Stories lists them. The usual mix has many short ones, as councils do: of the
// referrals in England about six in ten of the children become children in need
// and one in ten of those has a protection plan; here protection is told more
// often, because much is asked of it.
func Stories() []Story {
	return slices.Concat(ofReferrals(), careStories(), reportedStories())
}

func ofReferrals() []Story {
	return []Story{
		{"contact only", 0.14, [2]int{0, 430}, false, contactOnly},
		{"no further action", 0.09, [2]int{0, 430}, false, noFurtherAction},
		{"advice", 0.07, [2]int{5, 420}, false, advice},
		{"assessed and closed", 0.18, [2]int{0, 460}, false, assessedAndClosed},
		{"child in need", 0.19, [2]int{10, 560}, false, childInNeed},
		{"child protection", 0.17, [2]int{4, 620}, false, childProtection},
		{"unborn", 0.04, [2]int{4, 220}, true, unborn},
		{"long open", 0.12, [2]int{420, 1000}, false, longOpen},
	}
}

func contactOnly(c *tale, start string) {
	c.contact(start, false)
	if c.r.IntN(3) == 0 {
		c.contact(timing.Days(start, 20+c.r.IntN(90)), c.r.IntN(4) == 0)
	}
}

func noFurtherAction(c *tale, start string) {
	ref := c.refer(start, false)
	ref["no_further_action"] = true
	delete(ref, "allocated_date")
	c.put(ref, "close_date", c.by(start, 3))
}

// advice: a worker visits, the family gets advice, the referral is closed without an assessment.
func advice(c *tale, start string) {
	ref := c.refer(start, false)
	ready := timing.Days(start, 7+c.r.IntN(20))
	closed := c.finish(ref, ready)
	seen := c.day(start, ready)
	if c.r.IntN(3) == 0 {
		seen = closed // on the last day
	}
	if c.clock.Happened(seen) {
		visit := c.add("visits", Item{"visit_id": c.id("visits"), "type": "child_in_need", "date": seen, "child_seen": true})
		c.put(visit, "recorded_date", c.by(seen, timing.RecordingWD))
		if c.r.IntN(2) == 0 {
			ref["closure_child_seen_date"] = seen
		}
	}
	c.stepDown(ref, closed)
	c.work(ref, closed)
	c.upkeep(start, closed)
}

func assessedAndClosed(c *tale, start string) {
	c.earlier(start)
	ref := c.refer(start, false)
	told := c.assess(ref, false, start)
	closed := c.finish(ref, told.sign)
	c.put(ref, "closure_child_seen_date", c.day(start, closed))
	c.stepDown(ref, closed)
	c.work(ref, closed)
	c.upkeep(start, closed)
}

func childInNeed(c *tale, start string) {
	c.earlier(start)
	protection := c.r.IntN(5) == 0
	ref := c.refer(start, protection)
	if protection {
		c.enquire(ref, false, false)
	}
	told := c.assess(ref, true, start)
	begun := c.planFrom(told)
	closed := c.finish(ref, timing.Days(begun, 100+c.r.IntN(220)))
	plan := c.needPlan(begun, closed)
	c.refersTo(told, plan)
	c.stepDown(ref, closed)
	c.work(ref, closed)
	c.upkeep(start, closed)
}

func childProtection(c *tale, start string) {
	ref := c.refer(start, true)
	planned := c.r.IntN(7) > 0
	held, day := c.enquire(ref, true, planned)
	told := c.assess(ref, true, day)
	if !planned {
		begun := c.planFrom(told)
		closed := c.finish(ref, timing.Days(begun, 90+c.r.IntN(120)))
		c.refersTo(told, c.needPlan(begun, closed))
		c.work(ref, closed)
		c.upkeep(start, closed)
		return
	}
	end := timing.Days(day, 200+c.r.IntN(420))
	helped := c.takeOver(end)
	closed := c.finish(ref, timing.Days(helped, 90+c.r.IntN(120)))
	if c.r.IntN(6) == 0 { // safe enough for the case to be closed with the plan
		helped, end = "", closed
	}
	if held != nil {
		c.refersTo(told, c.protectionPlan(held, day, end))
	}
	if helped != "" {
		c.needPlan(helped, closed)
	}
	c.stepDown(ref, closed)
	c.work(ref, closed)
	c.upkeep(start, closed)
}

// takeOver is the day one plan takes over from another, within ten working days.
// There is a plan on as-at.
func (c *tale) takeOver(end string) string {
	next := c.by(end, timing.StepDownWD)
	if c.clock.Happened(end) && !c.clock.Happened(next) {
		return end
	}
	if c.r.IntN(6) == 0 {
		return timing.Days(end, -c.r.IntN(10)) // a little before
	}
	return next
}

// unborn: the assessment ends four weeks before the birth is expected; a child in
// need plan follows and stays open.
func unborn(c *tale, start string) {
	ref := c.refer(start, false)
	last := min(c.clock.Working(start, timing.SingleWD), timing.Days(c.person.Expected, -timing.PreBirthDays))
	if c.person.Born != "" {
		last = min(last, timing.Days(c.person.Born, -1))
	}
	if c.r.IntN(6) == 0 {
		delete(c.record.Child(), "expected_date_of_birth") // nobody wrote it
	}
	told := c.assessment(ref, "pre_birth", c.by(start, timing.ResponseWD), max(c.day(timing.Days(start, 14), last), timing.Days(start, 2)), true)
	plan := c.needPlan(c.planFrom(told), "")
	c.refersTo(told, plan)
	c.work(ref, "")
	c.upkeep(start, "")
}

// longOpen: help goes on for years, and the child is assessed anew.
func longOpen(c *tale, start string) {
	ref := c.refer(start, false)
	told := c.assess(ref, true, start)
	plan := c.needPlan(c.planFrom(told), "")
	c.refersTo(told, plan)
	again := c.workday(timing.Days(c.clock.AsAt, -20-c.r.IntN(300)))
	if plan != nil && again > timing.Days(told.done, 60) {
		kind, limit := "single", timing.SingleWD
		if again < timing.FirstSingle {
			kind, limit = "core", timing.CoreWD
		}
		done := c.by(again, limit)
		if c.r.IntN(3) == 0 {
			c.entry(timing.Months(done, -timing.ChronologyBeforeMonths), true)
		}
		anew := c.assessment(nil, kind, again, done, true) // of no referral: its own clock
		if anew.item != nil && anew.item["completed_date"] != nil {
			anew.item["plan_id"] = plan["plan_id"]
		}
	}
	c.work(ref, "")
	c.upkeep(start, "")
}

// earlier tells, for some children, of a referral closed years ago.
func (c *tale) earlier(start string) {
	date := c.workday(timing.Days(start, -900-c.r.IntN(400)))
	if c.r.IntN(6) > 0 || c.person.Born == "" || c.person.Born > date {
		return
	}
	ref := c.refer(date, false)
	told := c.assess(ref, false, date)
	c.work(ref, c.finish(ref, told.sign))
	if c.r.IntN(3) == 0 {
		c.add("feedback", Item{"date": timing.Days(told.sign, 9), "source": "parent", "satisfied": false}) // too long ago to matter
	}
}

// refersTo names the plan in the assessment that led to it. Some assessments
// leave it unsaid where the plan's dates say it.
func (c *tale) refersTo(told assessing, plan Item) {
	if told.item == nil || plan == nil || told.item["completed_date"] == nil {
		return
	}
	if plan["type"] == "child_protection" || c.r.IntN(3) > 0 {
		told.item["plan_id"] = plan["plan_id"]
	}
}
