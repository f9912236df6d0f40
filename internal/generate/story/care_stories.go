package story

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// careStories are those of early help, of children missing, exploited, privately
// fostered or in care, and of young people who leave it. Each says how old the
// child is on as-at.
func careStories() []Story {
	return []Story{
		{"early help", 0.05, [2]int{1, 500}, false, earlyHelp},
		{"missing from home", 0.04, [2]int{10, 480}, false, ofAge(11, 17, missingFromHome)},
		{"exploitation", 0.05, [2]int{5, 480}, false, ofAge(10, 17, exploited)},
		{"private fostering", 0.04, [2]int{3, 900}, false, ofAge(5, 15, privatelyFostered)},
		{"short breaks", 0.03, [2]int{100, 700}, false, ofAge(5, 16, shortBreaks)},
		{"child in care", 0.11, [2]int{1, 900}, false, ofAge(1, 17, childInCare)},
		{"settled in care", 0.05, [2]int{700, 1500}, false, ofAge(8, 17, settledInCare)},
		{"adoption", 0.05, [2]int{250, 660}, false, ofAge(1, 6, adopted)},
		{"home from care", 0.05, [2]int{60, 640}, false, ofAge(3, 16, homeFromCare)},
		{"care leaver", 0.05, [2]int{1, 600}, false, ofAge(18, 24, careLeaver)},
	}
}

// ofAge makes the child of a story so old on as-at. A second record of a child of
// another age is only of a contact.
func ofAge(from, to int, tell func(c *tale, start string)) func(c *tale, start string) {
	return func(c *tale, start string) {
		oldest := timing.Days(timing.Birthday(c.clock.AsAt, -to-1), 1)
		youngest := timing.Birthday(c.clock.AsAt, -from)
		if c.second {
			if c.person.Born < oldest || c.person.Born > youngest || c.person.Born > start {
				contactOnly(c, start)
				return
			}
		} else {
			c.person.Born = min(c.day(oldest, youngest), timing.Days(start, -20))
			if quarter := timing.Months(c.clock.AsAt, -16*12-timing.PathwayMonths); from < 16 && to > 16 && c.r.IntN(10) == 0 {
				c.person.Born = timing.Days(quarter, c.r.IntN(60)-30) // 16 and about a quarter
			}
			c.bornOn(c.person.Born, start)
		}
		tell(c, start)
	}
}

// bornOn makes the child of a story that begins on a day one born on another.
func (c *tale) bornOn(born, start string) {
	c.person.Born, c.person.UPN = born, ""
	if timing.Birthday(born, 5) <= start {
		c.person.UPN = pupilNumber(c.no)
	}
	delete(c.record.Child(), "upn")
	c.describe()
}

// turns is the day the child reaches an age.
func (c *tale) turns(age int) string { return timing.Birthday(c.person.Born, age) }

func childInCare(c *tale, start string) {
	s := stay{status: pick(c.r, "V2", "V2", "C1", "C2", "L1"), left: c.turns(18)}
	if c.r.IntN(4) == 0 && s.status != "C2" {
		s.later = "C2"
	}
	if c.r.IntN(4) == 0 && !c.second {
		s.entered = c.careEdge()
		start = c.workday(timing.Days(s.entered, -4))
		s.entered = max(s.entered, start)
	}
	c.formerStay(start)
	c.intoCare(start, s)
	c.leaving()
	if c.person.Born != "" && c.turns(11) <= start && c.r.IntN(3) == 0 {
		c.goMissing(timing.Days(start, 30), "", true)
	}
}

// careEdge is a day on which a child entered care who has now been there for about
// as long as asks for a care plan, a plan for permanence or life-story work.
func (c *tale) careEdge() string {
	asked := timing.Days(c.clock.AsAt, -25)
	for next := asked; c.clock.Working(next, timing.CarePlanWD) <= c.clock.AsAt; next = timing.Days(next, 1) {
		asked = next
	}
	return pick(c.r, asked, c.clock.Working(asked, 1), timing.Days(c.clock.AsAt, -timing.PermanenceDays),
		timing.Days(c.clock.AsAt, -timing.PermanenceDays-c.r.IntN(30)),
		timing.Days(c.clock.AsAt, 1-timing.PermanenceDays), timing.Days(timing.Months(c.clock.AsAt, -timing.LifeStoryMonths), c.r.IntN(25)))
}

func settledInCare(c *tale, start string) {
	c.intoCare(start, stay{status: "C2", left: c.turns(18), lasting: pick(c.r, "U1", "U4")})
	c.leaving()
}

func adopted(c *tale, start string) {
	s := stay{status: "C1", later: "E1", decided: timing.Days(start, 130+c.r.IntN(120))}
	s.placed = c.day(timing.Days(s.decided, 20), timing.Months(s.decided, timing.AdoptionMonths))
	s.left, s.reason = timing.Days(s.placed, 100+c.r.IntN(150)), "E11"
	c.intoCare(start, s)
}

func homeFromCare(c *tale, start string) {
	c.formerStay(start)
	c.intoCare(start, stay{status: pick(c.r, "V2", "V2", "C1"), left: timing.Days(start, 30+c.r.IntN(330)), reason: pick(c.r, "E4A", "E4B", "E13"), home: true})
	c.leaving()
}

// careLeaver: an adult who was in care until the 18th birthday. What is more than
// three years old has gone to the archive.
func careLeaver(c *tale, _ string) {
	adult := c.turns(18)
	if adult > timing.Days(c.clock.AsAt, -1000) {
		c.intoCare(c.workday(timing.Days(adult, -150-c.r.IntN(300))), stay{status: "C2", left: adult, reason: "E15"})
	}
	c.add("involvements", Item{"professional_id": c.worker, "role": "PA", "team": c.team, "start_date": c.past(adult)})
	c.leaving()
}

// shortBreaks: a disabled child has breaks from home while a plan helps the family.
func shortBreaks(c *tale, start string) {
	c.person.Disabilities = []string{pick(c.r, "LD", "AUT", "MOB")}
	c.describe()
	ref := c.refer(start, false)
	told := c.assess(ref, true, start)
	plan := c.needPlan(c.planFrom(told), "")
	c.refersTo(told, plan)
	c.breaks(told.done)
	c.work(ref, "")
	c.upkeep(start, "")
}
