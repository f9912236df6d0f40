package mapping

import (
	"strings"
	"testing"
)

func TestDateFormat(t *testing.T) {
	for _, c := range []struct{ format, cell, want string }{
		{"mm/dd/yyyy", "10/31/2026", "2026-10-31"},
		{"mm/dd/yyyy", "1/2/2026", "2026-01-02"},
		{"mm/dd/yyyy", "31/10/2026", "no day"},
		{"mm/dd/yyyy", " 10/31/2026 00:00 ", "2026-10-31"},
		{"mm/dd/yyyy", "10/31/2026 09:30", "not a date"},
		{"mm/dd/yyyy", "2026-10-31", "2026-10-31"},
		{"mm/dd/yyyy", "2026-10-31T09:30:00", "2026-10-31T09:30:00"},
		{"mm/dd/yyyy hh:mm", "10/31/2026 09:30", "2026-10-31T09:30:00"},
		{"dd/mm/yyyy h:mm am/pm", "31/10/2026 1:05 PM", "2026-10-31T13:05:00"},
		{"dd/mm/yyyy h:mm am/pm", "31/10/2026 12:05am", "2026-10-31T00:05:00"},
		{"dd/mm/yyyy h:mm am/pm", "31/10/2026 13:05 PM", "not a date"},
		{"d-mmm-yy", "5-Oct-26", "2026-10-05"},
		{"d-mmm-yy", "05-october-31", "1931-10-05"},
		{"d-mmm-yy", "5-Oct-2026", "not a date"},
		{"d mmmm yyyy", "5 October 2026", "2026-10-05"},
		{"dddd, d mmmm yyyy", "Monday, 5 October 2026", "2026-10-05"},
		{"yyyymmdd", "20261031", "2026-10-31"},
		{"yyyymmdd", "2026103", "not a date"},
		{"dd.mm.yy", "31.10.99", "1999-10-31"},
		{"dd/mm/yyyy", "31/02/2026", "no day of the calendar by the format dd/mm/yyyy"},
		{"dd/mm/yyyy", "", "not a date"},
		{"dd/mm/yyyy", "31/10/2026 x", "not a date"},
		{"serial", "45231", "2023-11-01"},
		{"serial", "1", "1900-01-01"},
		{"serial", "59", "1900-02-28"},
		{"serial", "61", "1900-03-01"},
		{"serial", "60", "day number"},
		{"serial", "45231.5", "2023-11-01T12:00:00"},
		{"serial", "45231.0", "2023-11-01"},
		{"serial", "soon", "day number"},
		{"serial", "2026-10-31", "2026-10-31"},
	} {
		f, err := ParseDateFormat(c.format)
		if err != nil {
			t.Fatal(err)
		}
		got, err := f.ISO(c.cell)
		if err != nil {
			got = err.Error()
			if cell := strings.TrimSpace(c.cell); cell != "" && strings.Contains(got, cell) {
				t.Errorf("%s quotes the cell: %s", c.format, got)
			}
		}
		if err == nil && got != c.want || err != nil && !strings.Contains(got, c.want) {
			t.Errorf("%s, %q: got %s, want %s", c.format, c.cell, got, c.want)
		}
	}
}

func TestDateFormatsRefused(t *testing.T) {
	for _, format := range []string{"", "dd/mm", "dd/mm/yyyy/dd", "date", "dd/mm/yyyyy", "dd/mm/yyyy hh", "dd/mm/yyyy ss", "yyyy-dd-mm", "dmyyyy", "%d/%m/%Y", "dd/mmmmm/yyyy"} {
		if _, err := ParseDateFormat(format); err == nil {
			t.Errorf("%q was taken", format)
		}
	}
}
