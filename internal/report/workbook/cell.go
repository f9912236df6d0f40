package workbook

import (
	"strings"
	"time"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// cell is a value with its look: string, int or float64, or nil for a blank one.
// Text is cleaned when it is written.
type cell struct {
	value any
	style style
	link  string // a place in the workbook; may be empty
}

// text is a cell of untrusted words.
func text(s string) cell { return cell{value: s, style: textStyle} }

// words is a cell of the program's own words.
func words(s string) cell { return cell{value: s, style: wordStyle} }

func bold(s string) cell { return cell{value: s, style: boldStyle} }

func number(n int) cell { return cell{value: n, style: numberStyle} }

// id is a cell with an identifier, which is text even when it is all digits.
func id(s string) cell { return cell{value: s, style: idStyle} }

// linked makes a number or an id lead to a place; without a place it stays as it is.
func (c cell) linked(place string) cell {
	if place == "" {
		return c
	}
	c.link = place
	switch c.style {
	case numberStyle:
		c.style = numberLinkStyle
	case idStyle:
		c.style = idLinkStyle
	}
	return c
}

// share is the rate of a count; blank when nothing was audited.
func share(c audit.Count) cell {
	rate, ok := c.Rate()
	if !ok {
		return cell{style: percentStyle}
	}
	if roundsAway(rate) {
		return cell{value: rate, style: fineStyle}
	}
	return cell{value: rate, style: percentStyle}
}

// day is an ISO date or time as a real date. What is not a date that Excel can
// count (before 1901, or not a date at all) stays text.
func day(iso string) cell {
	if iso == "" {
		return cell{style: dateStyle}
	}
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		t, err := time.Parse(layout, iso)
		if err != nil || t.Year() < 1901 {
			continue
		}
		age := t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC))
		if layout == time.DateOnly {
			return cell{value: int(age / (24 * time.Hour)), style: dateStyle}
		}
		return cell{value: age.Hours() / 24, style: timeStyle}
	}
	return text(iso)
}

// chip is the class of a criterion: symbol, words and tint.
func chip(c letter.Class) cell {
	switch c {
	case letter.Strength:
		return cell{value: "● " + c.Words(), style: goodStyle}
	case letter.Satisfactory:
		return cell{value: "○ " + c.Words(), style: fairStyle}
	case letter.Development:
		return cell{value: "▲ " + c.Words(), style: warnStyle}
	case letter.Priority:
		return cell{value: "■ " + c.Words(), style: alertStyle}
	case letter.TooFew:
		return cell{value: "◊ " + c.Words(), style: mutedStyle}
	case letter.NotAssessable:
		return cell{value: "□ " + c.Words(), style: mutedStyle}
	case "":
		return cell{value: "– Not classed", style: mutedStyle}
	}
	return cell{value: "– " + c.Words(), style: mutedStyle}
}

// levelChip is what a finding means for a child: symbol, word and tint.
func levelChip(l criteria.Level) cell {
	switch l {
	case criteria.Priority:
		return cell{value: "■ Priority", style: alertStyle}
	case criteria.Development:
		return cell{value: "▲ Development", style: warnStyle}
	}
	return cell{value: "○ " + capital(strings.ToLower(string(l))), style: mutedStyle}
}
