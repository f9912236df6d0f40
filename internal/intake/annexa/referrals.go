package annexa

import (
	"maps"
	"time"
)

// sameEpisode is how many days after a referral an episode of need may begin and
// be taken to have begun with it: the 45 working days that an assessment may
// last.
const sameEpisode = 63

// referrals joins the referrals of list 3 with the episodes of need of list 6,
// which say whether they are closed. An episode belongs to the latest referral
// that needed action and was made on the day it began or up to nine weeks before;
// one without such a referral is a referral of its own. Of the other referrals that
// needed action, one that an episode followed had ended when that began, and one
// made during an episode ended with it.
func (c *joining) referrals() {
	items := c.items("referrals")
	merged, gone := map[int]bool{}, map[int]bool{}
	for i, need := range items {
		if c.of("referrals", i) != 6 || text(need, "date") == "" {
			continue
		}
		latest := -1
		for k, referral := range items {
			if c.of("referrals", k) != 3 || referral["no_further_action"] == true || merged[k] {
				continue
			}
			days, known := daysBetween(text(referral, "date"), text(need, "date"))
			if known && days >= 0 && days <= sameEpisode && (latest < 0 || text(referral, "date") > text(items[latest], "date")) {
				latest = k
			}
		}
		if latest >= 0 {
			more := maps.Clone(need)
			maps.Copy(more, items[latest]) // the referral's own date stands
			maps.Copy(items[latest], more)
			merged[latest], gone[i] = true, true
		}
	}
	for k, referral := range items {
		if c.of("referrals", k) == 3 && !merged[k] && referral["no_further_action"] != true && text(referral, "date") != "" {
			if ended := c.ended(items, text(referral, "date")); ended != "" {
				referral["close_date"] = ended
			}
		}
	}
	c.drop("referrals", gone)
}

// ended is the day by which a referral had ended for which list 6 has no episode
// of its own; "" when it has not, as far as the lists tell.
func (c *joining) ended(items []map[string]any, referred string) string {
	next, during := "", ""
	for i, need := range items {
		if c.of("referrals", i) != 6 {
			continue
		}
		began, closed := text(need, "date"), text(need, "close_date")
		switch {
		case began > referred && (next == "" || began < next):
			next = began
		case began != "" && began <= referred && closed >= referred:
			during = closed
		}
	}
	if next != "" {
		return next
	}
	return during
}

func daysBetween(from, to string) (days int, known bool) {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	if errA != nil || errB != nil {
		return 0, false
	}
	return int(b.Sub(a) / (24 * time.Hour)), true
}
