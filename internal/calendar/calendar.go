// Package calendar counts days and working days in England and Wales.
//
// Policies never parse a date. They look days up in data.calendar, which the
// program in ./generate writes from this package, so that stock OPA and the
// report's own arithmetic count alike. A working day is Monday to Friday less
// the bank holidays of England and Wales, the one-off ones included.
//
// Bank holidays are computed by the rules of the Banking and Financial Dealings
// Act 1971 and the proclamations listed in holidays.go, and tests hold them
// against GOV.UK's list, which testdata carries for 2012 to 2028. Nobody can know
// a future one-off day, so KnownTo says how far that list reaches; a deadline
// after it may still move.
package calendar

import "time"

// The calendar's range, and the last day for which GOV.UK has published the
// bank holidays that this package was checked against.
const (
	First   = "1995-01-01"
	Last    = "2040-12-31"
	KnownTo = "2028-12-31"
)

// Layout is how every date in caseaudit is written.
const Layout = time.DateOnly

// Calendar holds day and working-day numbers for every date from First to Last.
type Calendar struct {
	dates    []string       // by day number
	day      map[string]int // date to day number, from 0
	working  []int          // by day number: number of the latest working day on or before it
	workDate []string       // by working-day number
}

// New builds the calendar.
func New() *Calendar {
	first, _ := time.Parse(Layout, First)
	last, _ := time.Parse(Layout, Last)
	c := &Calendar{day: map[string]int{}}
	var holidays map[string]string
	for d := first; !d.After(last); d = d.AddDate(0, 0, 1) {
		date := d.Format(Layout)
		if d.YearDay() == 1 {
			holidays = Holidays(d.Year())
		}
		if _, holiday := holidays[date]; !holiday && !weekend(d) {
			c.workDate = append(c.workDate, date)
		}
		c.day[date] = len(c.dates)
		c.dates = append(c.dates, date)
		c.working = append(c.working, len(c.workDate)-1)
	}
	return c
}

// Contains reports whether a date lies in the calendar's range.
func (c *Calendar) Contains(date string) bool { _, ok := c.day[date]; return ok }

// Days is the number of calendar days from one date to another; negative when
// the second is earlier. It is false when a date lies outside the range.
func (c *Calendar) Days(from, to string) (int, bool) {
	a, okA := c.day[from]
	b, okB := c.day[to]
	return b - a, okA && okB
}

// WorkingDays is the number of working days after one date up to and including
// another; negative when the second is earlier. It is false when a date lies
// outside the range.
func (c *Calendar) WorkingDays(from, to string) (int, bool) {
	a, okA := c.day[from]
	b, okB := c.day[to]
	if !okA || !okB {
		return 0, false
	}
	return c.working[b] - c.working[a], true
}

// Working reports whether a day is a working day.
func Working(d time.Time) bool {
	if weekend(d) {
		return false
	}
	_, holiday := Holidays(d.Year())[d.Format(Layout)]
	return !holiday
}

func weekend(d time.Time) bool {
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
}
