package calendar

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// published is the england-and-wales part of GOV.UK's bank-holidays.json.
func published(t *testing.T) map[int]map[string]string {
	t.Helper()
	text, err := os.ReadFile("testdata/bank-holidays-england-and-wales.json")
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Events []struct{ Title, Date string }
	}
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	years := map[int]map[string]string{}
	for _, e := range list.Events {
		y := yearOf(e.Date)
		if years[y] == nil {
			years[y] = map[string]string{}
		}
		years[y][e.Date] = e.Title
	}
	return years
}

func TestHolidaysAreThosePublished(t *testing.T) {
	years := published(t)
	covered := slices.Sorted(maps.Keys(years))
	for y := 2012; y <= yearOf(KnownTo); y++ {
		compare(t, Holidays(y), years[y])
	}
	if last := covered[len(covered)-1]; covered[0] != 2012 || last != yearOf(KnownTo) || !strings.HasSuffix(KnownTo, "-12-31") {
		t.Errorf("published are %d to %d, KnownTo is %s", covered[0], last, KnownTo)
	}
}

func compare(t *testing.T, got, want map[string]string) {
	t.Helper()
	for _, d := range slices.Sorted(maps.Keys(want)) {
		if got[d] != want[d] {
			t.Errorf("%s is %q, published is %q", d, got[d], want[d])
		}
	}
	for _, d := range slices.Sorted(maps.Keys(got)) {
		if want[d] == "" {
			t.Errorf("%s is %q, not published", d, got[d])
		}
	}
}

// The bank holidays of England and Wales from 1995 to 2011, written out by hand
// from Schedule 1 to the Banking and Financial Dealings Act 1971 (Easter Monday,
// the last Mondays of May and August, 26 December, 27 December where 25 or 26 is
// a Sunday), the common-law holidays Good Friday and Christmas Day, and the royal
// proclamations under section 1 (New Year's Day, the first Monday in May, the
// substitute days, and the days added or moved in 1995, 1999, 2002 and 2011).
// Easter Sundays from the table in the Book of Common Prayer.
var older = map[int]string{
	1995: "01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26", // VE day for May Day
	1996: "01-01 04-05 04-08 05-06 05-27 08-26 12-25 12-26",
	1997: "01-01 03-28 03-31 05-05 05-26 08-25 12-25 12-26",
	1998: "01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28",
	1999: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31", // millennium
	2000: "01-03 04-21 04-24 05-01 05-29 08-28 12-25 12-26",
	2001: "01-01 04-13 04-16 05-07 05-28 08-27 12-25 12-26",
	2002: "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26", // Golden Jubilee
	2003: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
	2004: "01-01 04-09 04-12 05-03 05-31 08-30 12-27 12-28",
	2005: "01-03 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
	2006: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
	2007: "01-01 04-06 04-09 05-07 05-28 08-27 12-25 12-26",
	2008: "01-01 03-21 03-24 05-05 05-26 08-25 12-25 12-26",
	2009: "01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28",
	2010: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
	2011: "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27", // royal wedding
}

func TestOlderHolidays(t *testing.T) {
	for y := yearOf(First); y < 2012; y++ {
		var got []string
		for _, d := range slices.Sorted(maps.Keys(Holidays(y))) {
			got = append(got, d[len("2006-"):])
		}
		if strings.Join(got, " ") != older[y] {
			t.Errorf("%d has %v, want %s", y, got, older[y])
		}
	}
}

// Eight a year and none on a weekend, as far as the calendar goes.
func TestFutureHolidays(t *testing.T) {
	for y := yearOf(KnownTo) + 1; y <= yearOf(Last); y++ {
		days := Holidays(y)
		if len(days) != 8 {
			t.Errorf("%d has %d bank holidays: %v", y, len(days), days)
		}
		for d, name := range days {
			if on, err := time.Parse(Layout, d); err != nil || weekend(on) {
				t.Errorf("%s falls on a weekend, %s", name, d)
			}
		}
	}
}
