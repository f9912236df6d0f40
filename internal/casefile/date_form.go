package casefile

import (
	"slices"
	"strings"
)

// DateForm is a way of writing dates that was met in a column.
type DateForm struct {
	Form  string // "dd/mm/yyyy", "yyyy-mm-dd", "d mmm yyyy", each with " hh:mm" when a time follows
	Count int
}

// maxDateForms is how many ways of writing dates are told apart in one column.
const maxDateForms = 8

// SawDate counts the form of a date that the column holds, before it is read.
// Blank text is no date.
func (c *Column) SawDate(raw string) {
	raw = Trim(raw)
	if raw == "" {
		return
	}
	form := dateForm(raw)
	at := slices.IndexFunc(c.Dates, func(f DateForm) bool { return f.Form == form })
	switch {
	case at >= 0:
	case len(c.Dates) < maxDateForms:
		c.Dates = append(c.Dates, DateForm{Form: form})
		at = len(c.Dates) - 1
	default:
		at = maxDateForms - 1
		c.Dates[at].Form = otherForm
	}
	c.Dates[at].Count++
}

const otherForm = "other"

// dateForm says how a date is written. The parts are read day first or as ISO, as
// Field.Read does; text in which no date is found is "other".
func dateForm(s string) string {
	if digits(s) {
		return "serial number"
	}
	day, clock := splitDay(s)
	form := dayForm(day)
	if form != otherForm && clock != "" {
		form += " hh:mm"
	}
	return form
}

func dayForm(s string) string {
	if len(s) == len("2006-01-02") { // the two that nearly all exports have
		switch {
		case s[4] == '-' && s[7] == '-' && digits(s[:4]) && digits(s[5:7]) && digits(s[8:]):
			return "yyyy-mm-dd"
		case s[2] == '/' && s[5] == '/' && digits(s[:2]) && digits(s[3:5]) && digits(s[6:]):
			return "dd/mm/yyyy"
		}
	}
	at := strings.IndexAny(s, "/-. ")
	if at < 0 {
		return otherForm
	}
	mark := s[at : at+1]
	parts := strings.Split(s, mark)
	if mark == " " {
		parts = strings.Fields(s)
	}
	if len(parts) != 3 {
		return otherForm
	}
	month := "mm"
	if monthNamed(parts[1]) > 0 {
		month = "mmm"
	} else if !digits(parts[1]) {
		return otherForm
	}
	switch {
	case !digits(parts[0]) || !digits(parts[2]):
		return otherForm
	case len(parts[0]) == 4 && len(parts[2]) <= 2:
		return "yyyy" + mark + month + mark + "dd"
	case len(parts[0]) <= 2 && len(parts[2]) == 4:
		return "dd" + mark + month + mark + "yyyy"
	case len(parts[0]) <= 2 && len(parts[2]) == 2:
		return "dd" + mark + month + mark + "yy"
	}
	return otherForm
}
