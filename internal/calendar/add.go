package calendar

import "time"

// AddWorkingDays is the day n working days after a date, both ISO. Day 0 is the
// date itself, whatever day of the week; day 1 is the first working day after it.
// So n = 0 gives the same day back, a Sunday too. It is false when n is negative
// or a day lies outside the calendar's range.
func (c *Calendar) AddWorkingDays(date string, n int) (string, bool) {
	day, ok := c.day[date]
	if !ok || n < 0 {
		return "", false
	}
	if n == 0 {
		return date, true
	}
	i := c.working[day] + n
	if i >= len(c.workDate) {
		return "", false
	}
	return c.workDate[i], true
}

// AddMonths is the day n calendar months after a date, both ISO, or before it
// when n is negative: the same day of the month, or the month's last day when it
// has no such day. From 31 January one month on is 28 or 29 February, and from
// there one month back is 28 or 29 January. It is false when date is not an ISO
// date or either month lies outside 1900 to 2100.
func (c *Calendar) AddMonths(date string, n int) (string, bool) {
	d, err := time.Parse(Layout, date)
	if err != nil || !inMonths(d) {
		return "", false
	}
	first := time.Date(d.Year(), d.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	if !inMonths(first) {
		return "", false
	}
	end := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(d.Day(), end)-1).Format(Layout), true
}

func inMonths(d time.Time) bool {
	return d.Year() >= firstMonthYear && d.Year() <= lastMonthYear
}
