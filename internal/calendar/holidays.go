package calendar

import "time"

// oneOff are the days added or moved by royal proclamation: a date and its name,
// or an empty name for a day that was moved away. Names from 2012 on are GOV.UK's.
// Source: GOV.UK bank holidays; before 2012 the proclamations in the London Gazette.
var oneOff = map[int]map[string]string{
	1995: {"1995-05-01": "", "1995-05-08": "Early May bank holiday (VE day)"},
	1999: {"1999-12-31": "Millennium bank holiday"},
	2002: {"2002-05-27": "", "2002-06-03": "Queen’s Golden Jubilee", "2002-06-04": "Spring bank holiday"},
	2011: {"2011-04-29": "Wedding of the Duke and Duchess of Cambridge"},
	2012: {"2012-05-28": "", "2012-06-04": "Spring bank holiday", "2012-06-05": "Queen’s Diamond Jubilee"},
	2020: {"2020-05-04": "", "2020-05-08": "Early May bank holiday (VE day)"},
	2022: {"2022-05-30": "", "2022-06-02": "Spring bank holiday", "2022-06-03": "Platinum Jubilee bank holiday",
		"2022-09-19": "Bank Holiday for the State Funeral of Queen Elizabeth II"},
	2023: {"2023-05-08": "Bank holiday for the coronation of King Charles III"},
}

// Holidays gives the bank holidays of England and Wales in a year: name by ISO
// date. A holiday that falls on a weekend stands on its substitute day only.
func Holidays(year int) map[string]string {
	days := map[string]string{}
	add := func(d time.Time, name string) { days[d.Format(Layout)] = name }
	add(firstWorkday(date(year, time.January, 1)), "New Year’s Day")
	easter := easterSunday(year)
	add(easter.AddDate(0, 0, -2), "Good Friday")
	add(easter.AddDate(0, 0, 1), "Easter Monday")
	add(monday(date(year, time.May, 1)), "Early May bank holiday")
	add(monday(date(year, time.May, 25)), "Spring bank holiday")
	add(monday(date(year, time.August, 25)), "Summer bank holiday")
	christmas, boxing := date(year, time.December, 25), date(year, time.December, 26)
	switch christmas.Weekday() {
	case time.Friday: // Boxing Day on Saturday
		boxing = date(year, time.December, 28)
	case time.Saturday:
		christmas, boxing = date(year, time.December, 27), date(year, time.December, 28)
	case time.Sunday:
		christmas = date(year, time.December, 27)
	}
	add(christmas, "Christmas Day")
	add(boxing, "Boxing Day")
	for d, name := range oneOff[year] {
		if name == "" {
			delete(days, d)
		} else {
			days[d] = name
		}
	}
	return days
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// monday is the first Monday on or after a day.
func monday(d time.Time) time.Time {
	return d.AddDate(0, 0, (8-int(d.Weekday()))%7)
}

// firstWorkday is the day itself, or the Monday after when it falls on a weekend.
func firstWorkday(d time.Time) time.Time {
	if weekend(d) {
		return monday(d)
	}
	return d
}

// easterSunday is the date of Easter in the Gregorian calendar (the anonymous
// algorithm, Nature, 20 April 1876).
func easterSunday(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return date(year, time.Month(n/31), n%31+1)
}
