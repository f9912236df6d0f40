package mapping

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// DateFormat is how a column writes its dates, in the letters a spreadsheet uses:
//
//	d, dd      the day, of one or two digits
//	ddd, dddd  the day of the week, which is passed over
//	m, mm      the month; after h the minutes
//	mmm, mmmm  the month by name
//	yyyy       the year
//	yy         the year by two digits: 00 to 29 is 2000 to 2029, 30 to 99 is 1930 to
//	           1999, as spreadsheets have it
//	h, hh, ss  the time of day; am/pm after it makes it one of twelve hours
//	serial     a spreadsheet's day number, 1 being 1 January 1900
//
// Every other character stands for itself. A time of day that the format does not
// name is an error, save one of midnight, which programs add to every day. A day
// written as ISO (yyyy-mm-dd) is read whatever the format: dates of a workbook
// come so, and nothing else is written so.
type DateFormat struct {
	text   string
	parts  []datePart
	serial bool
}

// datePart is a part of a date, or the text that stands between two.
type datePart struct {
	kind    string // "d", "m", "y", "h", "i" (minutes), "s", "half", "week"; "" for text
	width   int    // letters of the kind
	literal string
}

// ParseDateFormat reads a format. It must tell the day, the month and the year,
// each once.
func ParseDateFormat(text string) (DateFormat, error) {
	f := DateFormat{text: text}
	s := strings.ToLower(casefile.Trim(text))
	if s == "serial" {
		f.serial = true
		return f, nil
	}
	last := ""
	for s != "" {
		part := nextPart(s, last)
		if part.kind != "" {
			last = part.kind
			s = s[part.width:]
		} else {
			s = s[len(part.literal):]
		}
		f.parts = append(f.parts, part)
	}
	return f, f.check()
}

// nextPart takes the first part of a format; last is the kind of the part before.
func nextPart(s, last string) datePart {
	for _, half := range [...]string{"am/pm", "am"} {
		if strings.HasPrefix(s, half) {
			return datePart{kind: "half", width: len(half)}
		}
	}
	letter, width := s[0], 0
	for width < len(s) && s[width] == letter {
		width++
	}
	switch {
	case letter == 'm' && last == "h":
		return datePart{kind: "i", width: width}
	case letter == 'd' && width > 2:
		return datePart{kind: "week", width: width}
	case strings.IndexByte("dmyhs", letter) >= 0:
		return datePart{kind: s[:1], width: width}
	}
	return datePart{literal: s[:1]}
}

var errDateFormat = errors.New(`is no format of a date: write it with d, m and y, such as dd/mm/yyyy, d-mmm-yy, yyyymmdd or "mm/dd/yyyy hh:mm", or serial for a spreadsheet's day numbers`)

func (f DateFormat) check() error {
	count := map[string]int{}
	order := ""
	for i, p := range f.parts {
		count[p.kind]++
		switch {
		case p.kind == "" && strings.Trim(p.literal, "abcdefghijklmnopqrstuvwxyz") == "" && p.literal != "t":
			return fmt.Errorf("%q %w", f.text, errDateFormat)
		case p.kind == "y" && p.width != 2 && p.width != 4, p.kind == "m" && p.width > 4,
			p.kind == "week" && p.width > 4, strings.Contains("h i s", p.kind) && p.width > 2:
			return fmt.Errorf("%q %w", f.text, errDateFormat)
		case p.kind != "" && i > 0 && f.parts[i-1].kind != "" && f.parts[i-1].width == 1:
			return fmt.Errorf("%q %w", f.text, errDateFormat)
		}
		if strings.Contains("d m y", p.kind) {
			order += p.kind
		}
	}
	for kind, times := range map[string]int{"d": 1, "m": 1, "y": 1} {
		if count[kind] != times {
			return fmt.Errorf("%q %w", f.text, errDateFormat)
		}
	}
	if count["h"] > 1 || count["i"] != count["h"] || count["s"] > count["i"] || count["half"] > count["h"] {
		return fmt.Errorf("%q %w", f.text, errDateFormat)
	}
	if order == "ydm" && strings.Contains(f.text, "-") {
		return fmt.Errorf("%q cannot be told from yyyy-mm-dd, which is always read as it stands: export the column another way", f.text)
	}
	return nil
}

// ISO gives a date as the dictionary reads it: yyyy-mm-dd, with Thh:mm:ss where
// there is a time of day. The error says what is wrong and does not quote the cell.
func (f DateFormat) ISO(cell string) (string, error) {
	s := casefile.Trim(cell)
	if ISO(s) {
		return s, nil
	}
	if f.serial {
		return serialDate(s)
	}
	day, err := f.scan(s)
	if err != nil {
		return "", err
	}
	return day.String(), nil
}

// ISO reports whether text is a date as ISO writes it, with a time of day or without.
func ISO(s string) bool {
	_, err := time.Parse(time.DateOnly, s[:min(len(s), len(time.DateOnly))])
	return err == nil && (len(s) == len(time.DateOnly) || s[len(time.DateOnly)] == 'T' || s[len(time.DateOnly)] == ' ')
}

// moment is the parts of a date.
type moment struct {
	d, m, y, h, i, s int
	timed            bool
}

func (t moment) String() string {
	day := fmt.Sprintf("%04d-%02d-%02d", t.y, t.m, t.d)
	if !t.timed {
		return day
	}
	return fmt.Sprintf("%sT%02d:%02d:%02d", day, t.h, t.i, t.s)
}

// scan reads a cell by the format.
func (f DateFormat) scan(s string) (moment, error) {
	wrong := fmt.Errorf("is not a date of the format %s that the mapping says", f.text)
	var t moment
	half := ""
	for at, p := range f.parts {
		if p.kind == "" {
			if p.literal == " " {
				s = strings.TrimLeft(s, " \u00a0")
			} else if strings.HasPrefix(strings.ToLower(s), p.literal) {
				s = s[len(p.literal):]
			} else {
				return t, wrong
			}
			continue
		}
		text, rest := f.cut(s, at)
		ok := text != ""
		switch p.kind {
		case "week":
		case "half":
			half = strings.ToLower(text)
			ok = half == "am" || half == "pm"
		case "m":
			if p.width > 2 {
				t.m = int(monthNamed(text))
				ok = t.m > 0
				break
			}
			ok = number(text, &t.m) && f.fits(text, at)
		case "y":
			ok = number(text, &t.y) && len(text) == p.width
			if p.width == 2 {
				t.y = century(t.y)
			}
		default:
			ok = number(text, map[string]*int{"d": &t.d, "h": &t.h, "i": &t.i, "s": &t.s}[p.kind]) && f.fits(text, at)
			t.timed = t.timed || p.kind == "h"
		}
		if !ok {
			return t, wrong
		}
		s = rest
	}
	if !midnight(s) {
		return t, wrong
	}
	if half != "" {
		if t.h < 1 || t.h > 12 {
			return t, wrong
		}
		if t.h %= 12; half == "pm" {
			t.h += 12
		}
	}
	if day := time.Date(t.y, time.Month(t.m), t.d, 0, 0, 0, 0, time.UTC); t.m < 1 || t.m > 12 || day.Day() != t.d || t.h > 23 || t.i > 59 || t.s > 59 {
		return t, fmt.Errorf("is no day of the calendar by the format %s that the mapping says", f.text)
	}
	return t, nil
}

// cut takes the text of a part off the front of a cell.
func (f DateFormat) cut(s string, at int) (text, rest string) {
	p := f.parts[at]
	letters := p.kind == "week" || p.kind == "half" || p.kind == "m" && p.width > 2
	most := len(s)
	if !letters {
		most = min(most, max(p.width, 2))
	} else if p.kind == "half" {
		most = min(most, 2)
	}
	n := 0
	for n < most && (s[n] >= '0' && s[n] <= '9') != letters && (!letters || isLetter(s[n])) {
		n++
	}
	return s[:n], s[n:]
}

// fits reports whether a number has the digits of its part: as many as letters
// where another number stands right beside it, else one or two.
func (f DateFormat) fits(text string, at int) bool {
	beside := at > 0 && f.parts[at-1].kind != "" || at+1 < len(f.parts) && f.parts[at+1].kind != ""
	return !beside || len(text) == f.parts[at].width
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func number(text string, into *int) bool {
	if text == "" || strings.Trim(text, "0123456789") != "" {
		return false
	}
	n, err := strconv.Atoi(text)
	*into = n
	return err == nil
}

// century reads a year of two digits as spreadsheets do.
func century(year int) int {
	if year < 30 {
		return 2000 + year
	}
	return 1900 + year
}

// midnight reports whether what follows a day is nothing, or the time of midnight.
func midnight(rest string) bool {
	rest = casefile.Trim(strings.TrimPrefix(rest, "T"))
	return rest == "" || strings.Trim(rest, "0:.") == "" && strings.HasPrefix(rest, "0") && strings.Contains(rest, ":")
}

// monthNamed knows a month by its English name or the first three letters of it.
func monthNamed(s string) time.Month {
	for m := time.January; m <= time.December; m++ {
		name := m.String()
		if strings.EqualFold(s, name) || strings.EqualFold(s, name[:3]) || m == time.September && strings.EqualFold(s, "sept") {
			return m
		}
	}
	return 0
}

// serialDate reads a spreadsheet's day number. Day 60 is the 29 February 1900
// that never was.
func serialDate(s string) (string, error) {
	days, fraction, _ := strings.Cut(s, ".")
	var n int
	if len(days) > 6 || !number(days, &n) || n < 1 || n == 60 || fraction != "" && strings.Trim(fraction, "0123456789") != "" {
		return "", errors.New("is not a spreadsheet's day number, as the mapping says")
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if n < 60 {
		n++
	}
	day := first.AddDate(0, 0, n)
	if strings.Trim(fraction, "0") == "" {
		return day.Format(time.DateOnly), nil
	}
	part, err := strconv.ParseFloat("0."+fraction, 64)
	if err != nil {
		return "", errors.New("is not a spreadsheet's day number, as the mapping says")
	}
	return day.Add((time.Duration(part*86400+0.5) * time.Second)).Format("2006-01-02T15:04:05"), nil
}

// String is the format as it was written.
func (f DateFormat) String() string { return f.text }
