package timing

import (
	"testing"

	"github.com/caseaudit/caseaudit/internal/calendar"
)

func newClock(t *testing.T, asAt string) *Clock {
	t.Helper()
	c, err := New(asAt)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Counting forward here and counting between in package calendar agree, weekends and Christmas included.
func TestWorkingAgreesWithCalendar(t *testing.T) {
	c, days := newClock(t, "2026-10-31"), calendar.New()
	for date := "2026-12-01"; date < "2027-01-15"; date = Days(date, 1) {
		for n := 1; n <= 45; n++ {
			if got, ok := days.WorkingDays(date, c.Working(date, n)); !ok || got != n {
				t.Errorf("%d working days after %s is %s, which the calendar says is %d", n, date, c.Working(date, n), got)
			}
		}
		if c.Working(date, 0) != date {
			t.Errorf("no working days after %s is %s", date, c.Working(date, 0))
		}
	}
}

func TestMonths(t *testing.T) {
	for _, tc := range []struct {
		date string
		n    int
		want string
	}{
		{"2026-08-31", -6, "2026-02-28"},
		{"2024-08-31", -6, "2024-02-29"},
		{"2026-10-31", -12, "2025-10-31"},
		{"2024-02-29", -12, "2023-02-28"},
		{"2026-01-31", 1, "2026-02-28"},
		{"2026-12-15", 1, "2027-01-15"},
	} {
		if got := Months(tc.date, tc.n); got != tc.want {
			t.Errorf("%s and %d months is %s, not %s", tc.date, tc.n, got, tc.want)
		}
	}
}

func TestEdges(t *testing.T) {
	c := newClock(t, "2026-10-31")
	for name, ok := range map[string]bool{
		"the period begins the day after":       c.Begins == "2025-11-01" && c.Audited("2025-11-01") && !c.Audited("2025-10-31"),
		"as-at is in the period":                c.Audited("2026-10-31T23:59:00") && !c.Audited("2026-11-01"),
		"within counts both ends":               c.Within("2026-10-01", 30) && !c.Within("2026-09-30", 30) && c.Within("2026-10-31", 30),
		"ago counts the last day":               c.Ago("2026-10-03", 28) && !c.Ago("2026-10-04", 28) && !c.Ago("", 28),
		"blank has not happened":                !c.Happened(""),
		"born on 29 February, five on the 28th": Birthday("2022-02-28", 4) == "2026-02-28" && Birthday("2020-02-29", 5) == "2025-02-28",
	} {
		if !ok {
			t.Error(name)
		}
	}
}

func TestRefusedDates(t *testing.T) {
	for _, asAt := range []string{"", "31/10/2026", "1999-01-01", "2040-01-01"} {
		if _, err := New(asAt); err == nil {
			t.Errorf("%q accepted", asAt)
		}
	}
}
