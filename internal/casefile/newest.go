package casefile

import (
	"fmt"
	"slices"
	"time"
)

// Lone dates: those more than loneGapDays after all others, and fewer than one
// in loneShare of all dates. They are likelier slips of the pen than events.
const (
	loneGapDays = 92
	loneShare   = 100
)

// LoneDate is the kind of note that Newest makes.
const LoneDate = "lone date"

// Newest finds the date of the newest event in an export, the default for the
// date of the audit. One wrong year must not move the audit into the future, so
// it counts every date and leaves out the lone ones at the far end.
type Newest struct {
	dates map[string]int
	total int
}

// NewNewest makes an empty counter.
func NewNewest() *Newest { return &Newest{dates: map[string]int{}} }

// Event reports whether a field's date tells when something happened: it is
// dated, may not lie ahead, is no date of birth and belongs to a case.
func (d *Dictionary) Event(f *Field) bool {
	if !f.Dated() || f.LooksAhead() || f.Name == "date_of_birth" {
		return false
	}
	e, ok := d.Entity(f.Entity)
	return !ok || !e.Service
}

// Add counts a date, or the day of a datetime.
func (n *Newest) Add(date string) {
	if len(date) < len(time.DateOnly) {
		return
	}
	n.dates[date[:len(time.DateOnly)]]++
	n.total++
}

// Date gives the newest date that is not lone, "" when there is none, and a
// note for each lone date left out.
func (n *Newest) Date() (newest string, lone []Note) {
	dates := make([]string, 0, len(n.dates))
	for date := range n.dates {
		dates = append(dates, date)
	}
	if len(dates) == 0 {
		return "", nil
	}
	slices.Sort(dates)
	last, above := len(dates)-1, 0
	for i := len(dates) - 1; i > 0; i-- {
		above += n.dates[dates[i]]
		if above*loneShare >= n.total {
			break
		}
		if daysBetween(dates[i-1], dates[i]) > loneGapDays {
			last = i - 1
		}
	}
	for _, date := range dates[last+1:] {
		lone = append(lone, Note{Kind: LoneDate, Count: n.dates[date],
			Text: fmt.Sprintf("%s lies more than %d days after the other dates and is not taken for the newest event, which is %s", date, loneGapDays, dates[last])})
	}
	return dates[last], lone
}

// daysBetween counts the days from one ISO date to a later one.
func daysBetween(from, to string) int {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	if errA != nil || errB != nil {
		return 0
	}
	return int(b.Sub(a) / (24 * time.Hour))
}
