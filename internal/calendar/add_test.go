package calendar

import "testing"

func TestAddWorkingDays(t *testing.T) {
	c := New()
	for _, test := range []struct {
		name string
		from string
		n    int
		want string
	}{
		{"the same day", "2026-03-11", 0, "2026-03-11"},
		{"the same day, a Saturday", "2026-03-14", 0, "2026-03-14"},
		{"the same day, a bank holiday", "2026-12-25", 0, "2026-12-25"},
		{"in the week", "2026-03-11", 2, "2026-03-13"},
		{"over a weekend", "2026-03-13", 1, "2026-03-16"},
		{"from Saturday, day 1 is Monday", "2026-03-14", 1, "2026-03-16"},
		{"from Sunday, day 1 is Monday", "2026-03-15", 1, "2026-03-16"},
		{"from a bank holiday, day 1 is the day after", "2026-08-31", 1, "2026-09-01"},
		{"over Easter", "2026-04-02", 1, "2026-04-07"},
		{"from Good Friday", "2026-04-03", 1, "2026-04-07"},
		{"over Christmas with a substitute day", "2026-12-24", 1, "2026-12-29"},
		{"over Christmas and New Year", "2026-12-23", 5, "2027-01-04"},
		{"over two substitute days", "2027-12-24", 1, "2027-12-29"},
		{"over the two days of June 2022", "2022-06-01", 1, "2022-06-06"},
		{"fifteen", "2026-03-02", 15, "2026-03-23"},
		{"forty-five, over Easter and two in May", "2026-04-01", 45, "2026-06-09"},
		{"from the first day of the calendar", "1995-01-01", 1, "1995-01-03"},
		{"to the last working day of the calendar", "2040-12-30", 1, "2040-12-31"},
	} {
		got, ok := c.AddWorkingDays(test.from, test.n)
		if !ok || got != test.want {
			t.Errorf("%s: %s and %d working days is %q, %v, want %s", test.name, test.from, test.n, got, ok, test.want)
		}
		if n, ok := c.WorkingDays(test.from, got); !ok || n != test.n {
			t.Errorf("%s: from %s to %s are %d working days, want %d", test.name, test.from, got, n, test.n)
		}
	}
}

func TestAddWorkingDaysOutsideTheCalendar(t *testing.T) {
	c := New()
	for _, test := range []struct {
		from string
		n    int
	}{
		{"1994-12-31", 0}, {"1994-12-31", 1}, {"2041-01-01", 0}, {"2040-12-31", 1},
		{"2026-03-11", -1}, {"", 0}, {"", 1}, {"2026-02-30", 1}, {"11/03/2026", 1},
	} {
		if got, ok := c.AddWorkingDays(test.from, test.n); ok {
			t.Errorf("%q and %d working days is %s, want none", test.from, test.n, got)
		}
	}
}

func TestAddMonths(t *testing.T) {
	c := New()
	for _, test := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-10-31", 0, "2026-10-31"},
		{"2026-10-31", -12, "2025-10-31"},
		{"2026-10-31", 1, "2026-11-30"},
		{"2026-10-31", -1, "2026-09-30"},
		{"2026-01-31", 1, "2026-02-28"},
		{"2028-01-31", 1, "2028-02-29"},
		{"2028-02-29", 12, "2029-02-28"},
		{"2028-02-29", 48, "2032-02-29"},
		{"2028-02-29", -1, "2028-01-29"},
		{"2025-02-28", -12, "2024-02-28"},
		{"2026-12-15", 1, "2027-01-15"},
		{"2026-01-15", -1, "2025-12-15"},
		{"1900-01-31", 1, "1900-02-28"},
		{"2100-11-30", 1, "2100-12-30"},
		{"1972-06-05", 12 * 18, "1990-06-05"},
	} {
		if got, ok := c.AddMonths(test.from, test.n); !ok || got != test.want {
			t.Errorf("%s and %d months is %q, %v, want %s", test.from, test.n, got, ok, test.want)
		}
	}
	for _, test := range []struct {
		from string
		n    int
	}{{"1900-01-31", -1}, {"2100-12-01", 1}, {"1899-12-31", 1}, {"", 1}, {"2026-02-30", 1}, {"2026-1-1", 1}} {
		if got, ok := c.AddMonths(test.from, test.n); ok {
			t.Errorf("%q and %d months is %s, want none", test.from, test.n, got)
		}
	}
}
