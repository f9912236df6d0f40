package story

import (
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// work tells who worked on a referral until a day; open when the day is to come.
func (c *tale) work(ref Item, until string) {
	began, _ := ref["allocated_date"].(string)
	date := ref["date"].(string)
	switch {
	case began == "": // the worker who took it in holds it
		c.holds(c.colleague, "SW", date, until)
		return
	case until != "" && until < began: // closed before anybody else took it on
		c.holds(c.colleague, "DUTY", date, until)
		return
	case began > date:
		c.holds(c.colleague, "DUTY", date, began)
	}
	days := append(c.handovers(date, began, c.past(until)), until)
	from := began
	for i, to := range days {
		worker := c.worker
		if (len(days)-i)%2 == 0 {
			worker = c.colleague
		}
		c.holds(worker, pick(c.r, "SW", "SW", "SW", ""), from, to)
		from = to
	}
	c.aside(func() { c.covered(until) })
	if c.r.IntN(4) == 0 {
		c.transfer(c.day(date, c.past(until)))
	}
}

// holds tells of an involvement; without a role where nobody wrote it.
func (c *tale) holds(worker, role, from, to string) {
	i := Item{"professional_id": worker, "team": c.team, "start_date": from}
	if role != "" {
		i["role"] = role
	}
	c.put(i, "end_date", to)
	c.add("involvements", i)
}

// handovers are the days on which a case changed hands: no more than twice in the
// last twelve months, unless it is younger than six.
func (c *tale) handovers(referred, began, to string) []string {
	var days []string
	lately := timing.Months(c.clock.AsAt, -12)
	if began < timing.Days(lately, -60) && c.r.IntN(3) == 0 {
		days = append(days, timing.Days(lately, -1-c.upTo(40)))
	}
	if span := timing.Between(began, to); span > 120 {
		most := timing.MostWorkerChanges
		if referred > timing.Months(c.clock.AsAt, -timing.ContinuityMonths) {
			most += 2
		}
		for range pick(c.r, 0, 0, 0, 1, 1, most) {
			days = append(days, timing.Days(began, 60+c.r.IntN(span-90)))
		}
		if began < lately && to == c.clock.AsAt && len(days) > 0 && days[len(days)-1] > lately && c.r.IntN(2) == 0 {
			days[len(days)-1] = lately // the first day that counts
		}
	}
	days = slices.DeleteFunc(days, func(day string) bool { return day <= began || day >= to })
	slices.Sort(days)
	return slices.Compact(days)
}

// transfer tells that the case was handed over between teams.
func (c *tale) transfer(asked string) {
	other := c.teams[(c.teamNo+1)%len(c.teams)]
	t := Item{"requested_date": asked, "from_team": c.team, "to_team": other}
	if c.put(t, "accepted_date", c.by(asked, timing.TransferWD)) {
		t["from_team"], t["to_team"] = other, c.team
	}
	c.add("transfers", t)
}

// feedback tells what the family said when work ended. A complaint is acted on.
func (c *tale) feedback(day string) {
	f := Item{"date": day, "source": pick(c.r, "parent", "child", "carer"), "satisfied": true}
	if c.r.IntN(6) == 0 && c.put(f, "acted_on_date", c.by(day, 15)) {
		f["satisfied"] = false
	}
	c.add("feedback", f)
}
