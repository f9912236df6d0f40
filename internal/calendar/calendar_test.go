package calendar

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
	"time"
)

func TestDays(t *testing.T) {
	c := New()
	for _, test := range []struct {
		from, to      string
		days, working int
	}{
		{"2026-03-11", "2026-03-11", 0, 0},
		{"2026-03-11", "2026-03-18", 7, 5},
		{"2026-03-18", "2026-03-11", -7, -5},
		{"2026-03-13", "2026-03-15", 2, 0},
		{"2026-03-14", "2026-03-16", 2, 1},
		{"2028-02-28", "2028-03-01", 2, 2},
		{"2026-02-28", "2026-03-01", 1, 0},
		{"2026-12-24", "2027-01-04", 11, 4},
		{First, Last, 16801, 11626},
	} {
		if n, ok := c.Days(test.from, test.to); !ok || n != test.days {
			t.Errorf("from %s to %s are %d days, %v, want %d", test.from, test.to, n, ok, test.days)
		}
		if n, ok := c.WorkingDays(test.from, test.to); !ok || n != test.working {
			t.Errorf("from %s to %s are %d working days, %v, want %d", test.from, test.to, n, ok, test.working)
		}
	}
}

func TestDaysOutsideTheCalendar(t *testing.T) {
	c := New()
	for _, d := range []string{"1994-12-31", "2041-01-01", "", "2026-02-29", "2026-3-1"} {
		if c.Contains(d) {
			t.Errorf("the calendar contains %q", d)
		}
		for _, pair := range [][2]string{{d, "2026-01-01"}, {"2026-01-01", d}} {
			if n, ok := c.Days(pair[0], pair[1]); ok {
				t.Errorf("from %q to %q are %d days, want none", pair[0], pair[1], n)
			}
			if n, ok := c.WorkingDays(pair[0], pair[1]); ok {
				t.Errorf("from %q to %q are %d working days, want none", pair[0], pair[1], n)
			}
		}
	}
}

func TestWorking(t *testing.T) {
	for day, want := range map[string]bool{
		"2026-10-30": true, "2026-10-31": false, "2026-11-01": false, "2026-12-25": false,
		"2026-12-28": false, "2026-12-29": true, "2022-05-30": true, "2022-06-02": false,
		"2002-05-27": true, "2020-05-04": true, "1995-05-01": true, "1999-12-31": false,
	} {
		d, err := time.Parse(Layout, day)
		if err != nil {
			t.Fatal(err)
		}
		if Working(d) != want {
			t.Errorf("%s working is %v", day, !want)
		}
	}
}

func TestPoliciesHaveThisCalendar(t *testing.T) {
	text, err := os.ReadFile("../../policies/calendar/data.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(text, New().Data()) {
		t.Error("policies/calendar/data.json is stale: run go generate ./policies")
	}
}

// Policies count with these tables; they must count as this package does.
func TestDataCountsAlike(t *testing.T) {
	c := New()
	var data struct {
		Day         map[string]int
		Date        []string
		WorkingDay  map[string]int `json:"working_day"`
		WorkingDate []string       `json:"working_date"`
		Month       map[string]int
		Months      []string
		MonthEnd    map[string]string `json:"month_end"`
	}
	if err := json.Unmarshal(c.Data(), &data); err != nil {
		t.Fatal(err)
	}
	for i, date := range data.Date {
		if data.Day[date] != i {
			t.Fatalf("%s is day %d, stands at %d", date, data.Day[date], i)
		}
		want, ok := c.AddWorkingDays(date, 1)
		if next := data.WorkingDay[date] + 1; ok && data.WorkingDate[next] != want {
			t.Fatalf("first working day after %s is %s, want %s", date, data.WorkingDate[next], want)
		}
	}
	for i, month := range data.Months {
		want, _ := c.AddMonths("1900-01-31", i)
		if data.Month[month] != i || data.MonthEnd[month] != want {
			t.Fatalf("%s is month %d and ends %s, want %d and %s", month, data.Month[month], data.MonthEnd[month], i, want)
		}
	}
}
