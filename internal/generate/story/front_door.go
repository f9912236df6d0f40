package story

import (
	"fmt"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// contact tells of a contact and the decision on it. A worry about protection is
// decided within four hours.
func (c *tale) contact(date string, protection bool) Item {
	hour := 7 + c.r.IntN(12)
	contact := Item{"contact_id": c.id("contacts"), "received": fmt.Sprintf("%sT%02d:%02d:00", date, hour, c.r.IntN(60)),
		"source": pick(c.r, "1A", "2A", "3A", "3C", "4", "5B", "6", "6", "9"), "protection_concern": protection}
	contact["consent"] = pick(c.r, "obtained", "obtained", "dispensed")
	if !c.clock.Happened(date) {
		return contact
	}
	c.add("contacts", contact)
	if day := c.by(date, timing.ContactDecisionWD); protection || day == date {
		contact["decided"] = fmt.Sprintf("%sT%02d:%02d:00", date, hour+1+c.r.IntN(3), c.r.IntN(5))
	} else if c.clock.Happened(day) {
		contact["decided"] = fmt.Sprintf("%sT%02d:%02d:00", day, 9+c.r.IntN(8), c.r.IntN(60))
	}
	return contact
}

// refer tells of a contact that became a referral, and of its allocation.
func (c *tale) refer(date string, protection bool) Item {
	c.contact(date, protection)
	ref := c.add("referrals", Item{"referral_id": c.id("referrals"), "date": date, "source": pick(c.r, "1A", "2A", "3A", "3C", "5B", "6"),
		"primary_need": pick(c.r, "N1", "N1", "N1", "N2", "N3", "N4", "N5", "N6"), "no_further_action": false,
		"worker_id": c.worker, "team": c.team, "protection_concern": protection})
	allocated := c.by(date, timing.AllocationWD)
	c.put(ref, "allocated_date", allocated)
	if protection {
		ref["concern"] = c.say("concern", c.r)
		c.put(ref, "partners_told_date", c.by(date, timing.ReferrerToldWD))
	}
	c.put(ref, "referrer_told_date", c.by(date, timing.ReferrerToldWD))
	c.entry(date, true)
	return ref
}

// work tells who worked on a referral until a day; open when the day is to come.
func (c *tale) work(ref Item, until string) {
	began, _ := ref["allocated_date"].(string)
	ended := func(i Item, day string) Item {
		if day != "" && c.clock.Happened(day) {
			i["end_date"] = day
		}
		return c.add("involvements", i)
	}
	date := ref["date"].(string)
	if began == "" || began > date {
		ended(Item{"professional_id": c.colleague, "role": "DUTY", "team": c.team, "start_date": date}, began)
	}
	if began == "" {
		return
	}
	main := Item{"professional_id": c.worker, "role": "SW", "team": c.team, "start_date": began}
	if to := c.past(until); timing.Between(began, to) > 120 && c.r.IntN(4) == 0 {
		change := timing.Days(began, 60+c.r.IntN(timing.Between(began, to)-90))
		ended(Item{"professional_id": c.colleague, "role": "SW", "team": c.team, "start_date": began}, change)
		main["start_date"] = change
	}
	ended(main, until)
}

// finish closes a referral: work complete, signed off, closed, and the family asked.
// It gives the day, which may be to come.
func (c *tale) finish(ref Item, ready string) string {
	closed := c.by(ready, timing.ClosureWD)
	c.put(ref, "closure_ready_date", ready)
	if c.put(ref, "close_date", closed) {
		ref["closure_signed_off_date"] = closed
		ref["close_reason"] = pick(c.r, "RC7", "RC8", "RC3")
		c.add("feedback", Item{"date": closed, "source": pick(c.r, "parent", "child", "carer"), "satisfied": true})
	}
	return closed
}
