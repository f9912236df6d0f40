package story

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// leaving tells of what is done for a young person who leaves care or will soon.
func (c *tale) leaving() {
	at := c.clock.AsAt
	if c.turns(16) > at {
		return
	}
	l := Item{"eligibility": "ELIGIBLE", "entitlements_given_date": c.day(min(c.turns(16), at), at)}
	planned := c.day(c.turns(16), timing.Months(c.turns(16), timing.PathwayMonths))
	c.put(l, "pathway_plan_date", planned)
	half := timing.Months(at, -timing.PathwayReviewMonths)
	switch reviewed := c.day(half, at); {
	case planned < half:
		l["pathway_plan_review_date"] = reviewed
	case planned < reviewed && c.r.IntN(2) == 0:
		l["pathway_plan_review_date"] = reviewed
	}
	if c.turns(17) <= at {
		l["accommodation"], l["accommodation_suitable"] = pick(c.r, "B", "E", "K", "T", "U", "Y"), true
		l["activity"] = pick(c.r, "F1", "F2", "F4", "F5", "P1", "P2", "P4")
	}
	if c.turns(18) <= at {
		l["eligibility"], l["in_touch"], l["personal_adviser"] = "FORMER_RELEVANT", "YES", c.worker
		l["health_history_given_date"] = c.day(timing.Days(c.turns(18), -60), min(timing.Days(c.turns(18), 60), at))
		l["last_contact_date"] = c.day(timing.Days(at, -timing.InTouchDays), at)
	}
	if c.turns(22) <= at && c.r.IntN(2) == 0 {
		l["activity"] = pick(c.r, "G4", "G5", "G6")
	}
	c.add("care_leaver", l)
}
