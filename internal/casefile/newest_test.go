package casefile

import (
	"fmt"
	"testing"
	"time"
)

func TestNewest(t *testing.T) {
	day := func(n int) string { return time.Date(2024, 1, 1+n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly) }
	for name, c := range map[string]struct {
		days []int // after 1 January 2024, beside 300 dates in its first 30 days
		want string
		lone int
	}{
		"nothing beyond":           {nil, day(29), 0},
		"a day beyond a short gap": {[]int{29 + 92}, day(29 + 92), 0},
		"a day beyond a long gap":  {[]int{29 + 93}, day(29), 1},
		"two days far apart":       {[]int{400, 3000}, day(29), 2},
		"a day beyond a near one":  {[]int{60, 3000}, day(60), 1},
		"too many to be slips":     {[]int{400, 401, 402, 403}, day(403), 0},
	} {
		t.Run(name, func(t *testing.T) {
			n := NewNewest()
			for i := range 300 {
				n.Add(day(i%30) + "T10:00:00")
			}
			for _, d := range c.days {
				n.Add(day(d))
			}
			got, lone := n.Date()
			if got != c.want || len(lone) != c.lone {
				t.Errorf("got %s, lone %v; want %s", got, lone, c.want)
			}
		})
	}
	if got, lone := NewNewest().Date(); got != "" || lone != nil {
		t.Error(got, lone)
	}
}

func TestEvent(t *testing.T) {
	d, err := NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{
		"contacts.received": true, "child.date_of_death": true, "child.date_of_birth": false, "child.expected_date_of_birth": false,
		"conferences.due_date": false, "plans.end_date": false, "missing.end": false, "professionals.record_check_date": false, "contacts.source": false,
	} {
		f, ok := d.Field(path)
		if !ok || d.Event(f) != want {
			t.Errorf("%s: an event is %v", path, !want)
		}
	}
}

func TestTwins(t *testing.T) {
	twins := NewTwins()
	child := func(nhs, upn, surname, forename, born string) map[string]any {
		c := map[string]any{}
		for name, v := range map[string]string{"nhs_number": nhs, "upn": upn, "surname": surname, "forename": forename, "date_of_birth": born} {
			if v != "" {
				c[name] = v
			}
		}
		return c
	}
	twins.Add("1", child("943 476 5919", "A1", "Müller-Ó Néill", "Zoë", "2015-01-01"))
	twins.Add("2", child("9434765919", "a1", "", "", ""))
	twins.Add("3", child("", "A-1", "", "", ""))
	twins.Add("4", child("", "", "MULLER ONEILL", "zoe", "2015-01-01"))
	twins.Add("5", child("", "", "MULLER ONEILL", "zoe", ""))
	twins.Add("6", child("", "", "Strasse", "x", "2015-01-01"))
	twins.Add("7", child("", "", "Straße", "X", "2015-01-01"))
	twins.Add("8", child("-", "", "-", "-", "2015-01-01"))
	twins.Add("9", child("-", "", "-", "-", "2015-01-01"))
	want := map[string]string{
		"1": "[{2 NHS number} {3 UPN} {4 name and date of birth}]", "2": "[{1 NHS number} {3 UPN}]", "3": "[{1 UPN} {2 UPN}]",
		"4": "[{1 name and date of birth}]", "6": "[{7 name and date of birth}]", "7": "[{6 name and date of birth}]",
	}
	got := twins.Find()
	if len(got) != len(want) {
		t.Error(got)
	}
	for id, list := range want {
		if fmt.Sprint(got[id]) != list {
			t.Errorf("%s: got %v, want %s", id, got[id], list)
		}
	}
}

func TestTwinsAreCapped(t *testing.T) {
	twins := NewTwins()
	for i := range 5000 {
		twins.Add(fmt.Sprint(i), map[string]any{"nhs_number": "0000000000"})
	}
	got := twins.Find()
	if len(got) != 5000 || len(got["17"]) != MaxTwins {
		t.Error(len(got), got["17"])
	}
}
