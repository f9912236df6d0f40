package fault

import (
	"math/rand/v2"
	"time"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

const clockTime = "2006-01-02T15:04:05"

// protectionDecided is CR-02: a child protection contact is decided within four hours.
func protectionDecided() Expectation {
	return Expectation{
		ID: "CR-02", Unit: "contacts", Needs: []string{"contacts.received", "contacts.decided", "contacts.protection_concern"},
		Judge: func(v *View, c Item) Verdict {
			received, decided := text(c, "received"), text(c, "decided")
			if !v.Clock.Audited(received) || !yes(c, "protection_concern") {
				return NotAudited
			}
			due := hoursAfter(received, timing.ProtectionDecisionHours)
			if !v.Clock.Happened(decided) {
				return deadline(v.Clock, timing.Day(due), "")
			}
			if !timed(received) || !timed(decided) {
				return NotAudited
			}
			return verdict(decided <= due)
		},
		Faults: []Fault{
			{Name: "protection-contact-decided-late", About: "The decision on a child protection contact takes more than four hours.",
				Plant: func(v *View, c Item, r *rand.Rand) bool {
					late := hoursAfter(text(c, "received"), timing.ProtectionDecisionHours)
					at, _ := time.Parse(clockTime, late)
					late = at.Add(time.Duration(over(r, 200)) * time.Minute).Format(clockTime)
					if !v.Clock.Happened(late) {
						return false
					}
					c["decided"] = late
					return true
				}},
			{Name: "protection-contact-undecided", About: "Nobody decides what to do about a child protection contact.",
				Plant: func(v *View, c Item, _ *rand.Rand) bool {
					if timing.Day(hoursAfter(text(c, "received"), timing.ProtectionDecisionHours)) >= v.Clock.AsAt {
						return false
					}
					delete(c, "decided")
					return true
				}},
		},
	}
}

func timed(date string) bool { return len(date) > len(time.DateOnly) }

// hoursAfter reads a date without a time of day as its midnight.
func hoursAfter(received string, hours int) string {
	if !timed(received) {
		received += "T00:00:00"
	}
	at, err := time.Parse(clockTime, received)
	if err != nil {
		panic("fault: " + received + " is no clock time")
	}
	return at.Add(time.Duration(hours) * time.Hour).Format(clockTime)
}
