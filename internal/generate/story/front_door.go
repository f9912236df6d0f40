package story

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// contact tells of a contact and the decision on it. A worry about protection is
// decided within four hours, at night too.
func (c *tale) contact(date string, protection bool) Item {
	at := timing.Clocked(date, 60*7+c.r.IntN(60*12))
	if protection && c.r.IntN(6) == 0 {
		at = timing.Clocked(date, 60*20+c.r.IntN(60*4))
	}
	contact := Item{"contact_id": c.id("contacts"), "received": at,
		"source": pick(c.r, "1A", "2A", "3A", "3C", "4", "5B", "6", "6", "9"), "protection_concern": protection,
		"consent": pick(c.r, "obtained", "obtained", "dispensed"), "domestic_abuse": c.r.IntN(4) == 0}
	if protection && c.r.IntN(3) == 0 {
		contact["consent"] = "refused" // and not needed
	}
	if contact["domestic_abuse"] == true || c.r.IntN(20) == 0 {
		contact["risk_tool"] = pick(c.r, "DASH", "SafeLives checklist", "Barnardo's matrix")
	}
	if !c.clock.Happened(date) {
		return contact
	}
	c.add("contacts", contact)
	switch day := c.by(date, timing.ContactDecisionWD); {
	case protection:
		c.put(contact, "decided", timing.Later(at, c.upTo(60*timing.ProtectionDecisionHours)))
	case day == date:
		contact["decided"] = timing.Later(at, c.r.IntN(240))
	default:
		c.put(contact, "decided", timing.Clocked(day, 60*9+c.r.IntN(60*8)))
	}
	if c.r.IntN(25) == 0 { // nobody wrote the time of day
		contact["received"] = date
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

// finish closes a referral: work complete, signed off, closed, and the family asked.
// It gives the day, which may be to come.
func (c *tale) finish(ref Item, ready string) string {
	closed := c.by(ready, timing.ClosureWD)
	c.put(ref, "closure_ready_date", ready)
	if c.put(ref, "close_date", closed) {
		ref["closure_signed_off_date"] = closed
		ref["close_reason"] = pick(c.r, "RC7", "RC8", "RC3")
		c.feedback(closed)
	}
	return closed
}
