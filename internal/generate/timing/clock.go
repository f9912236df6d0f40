// Package timing is the arithmetic of made-up cases: the date they are seen
// from, working days, and the limits that sound practice keeps.
//
// It is written apart from the policies' own date library on purpose. The answer
// key is right only if two people who count days in two ways arrive at the same
// day, so nothing here is shared with Rego but the list of bank holidays.
package timing

import (
	"fmt"
	"time"

	"github.com/caseaudit/caseaudit/internal/calendar"
)

// Clock counts from one day, as-at. Dates are ISO text; a blank date is "".
type Clock struct {
	AsAt   string // the day the cases are seen from
	Begins string // the first day of the audit period

	workday map[string]int // number of the latest working day on or before a date
	days    []string       // by working-day number
}

// New makes a clock. The date must leave room for the cases' past and future in
// the calendar of working days.
func New(asAt string) (*Clock, error) {
	at, err := time.Parse(calendar.Layout, asAt)
	if err != nil {
		return nil, fmt.Errorf("as-at %q is not a date yyyy-mm-dd", asAt)
	}
	if y := at.Year(); y < 2001 || y > 2038 {
		return nil, fmt.Errorf("as-at %s: the calendar of working days allows 2001 to 2038", asAt)
	}
	c := &Clock{AsAt: asAt, workday: map[string]int{}}
	first, _ := time.Parse(calendar.Layout, calendar.First)
	last, _ := time.Parse(calendar.Layout, calendar.Last)
	for d := first; !d.After(last); d = d.AddDate(0, 0, 1) {
		date := d.Format(calendar.Layout)
		if calendar.Working(d) {
			c.days = append(c.days, date)
		}
		c.workday[date] = len(c.days) - 1
	}
	c.Begins = Days(Months(asAt, -PeriodMonths), 1)
	return c, nil
}

// Working is the day n working days after a date; 0 is the same day.
func (c *Clock) Working(date string, n int) string {
	if n == 0 {
		return Day(date)
	}
	return c.days[c.workday[Day(date)]+n]
}

// Happened reports whether there is a date and it is not after as-at.
func (c *Clock) Happened(date string) bool { return date != "" && Day(date) <= c.AsAt }

// Audited reports whether a date lies in the audit period.
func (c *Clock) Audited(date string) bool { return c.Happened(date) && Day(date) >= c.Begins }

// Within reports whether a date lies in the n days up to as-at, both ends in.
func (c *Clock) Within(date string, n int) bool {
	return c.Happened(date) && Day(date) >= Days(c.AsAt, -n)
}

// WithinMonths reports whether a date lies in the n months up to as-at, both ends in.
func (c *Clock) WithinMonths(date string, n int) bool {
	return c.Happened(date) && Day(date) >= Months(c.AsAt, -n)
}

// Ago reports whether a date is at least n days before as-at.
func (c *Clock) Ago(date string, n int) bool { return date != "" && Day(date) <= Days(c.AsAt, -n) }

// MonthsAgo reports whether a date is at least n months before as-at.
func (c *Clock) MonthsAgo(date string, n int) bool {
	return date != "" && Day(date) <= Months(c.AsAt, -n)
}

// Day is the date of a date or of a date with a time.
func Day(date string) string {
	if len(date) > len(time.DateOnly) {
		return date[:len(time.DateOnly)]
	}
	return date
}

// Days counts calendar days forward or back.
func Days(date string, n int) string {
	return parse(date).AddDate(0, 0, n).Format(time.DateOnly)
}

// Between is the number of days from one date to another.
func Between(from, to string) int { return int(parse(to).Sub(parse(from)).Hours() / 24) }

// Months counts calendar months forward or back, clipped to the end of the month.
func Months(date string, n int) string {
	d := parse(date)
	first := time.Date(d.Year(), d.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(d.Day(), last)-1).Format(time.DateOnly)
}

// Birthday is the day somebody reaches an age.
func Birthday(born string, age int) string { return Months(born, 12*age) }

// parse reads a date that this package or its callers made; a malformed one is
// a fault in the program.
func parse(date string) time.Time {
	d, err := time.Parse(time.DateOnly, Day(date))
	if err != nil {
		panic(fmt.Sprintf("timing: %q is not a date", date))
	}
	return d
}
