package workbook

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// longDate is an ISO date in a sentence: "31 October 2026".
func longDate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t.Format("2 January 2006")
}

// shortDate is an ISO date as forms write it: "31/10/2026".
func shortDate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t.Format("02/01/2006")
}

// thousands is a whole number with commas: "1,204".
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// plural is a number with its noun: "1 row", "1,204 rows".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// percent is a share in words. It never rounds up to all or down to none.
func percent(c audit.Count) string {
	rate, ok := c.Rate()
	if !ok {
		return "none audited"
	}
	return shareWords(rate)
}

func shareWords(rate float64) string {
	if roundsAway(rate) {
		return fmt.Sprintf("%.1f%%", min(99.9, max(0.1, rate*100)))
	}
	return fmt.Sprintf("%.0f%%", rate*100)
}

// roundsAway reports a share that would print as 0% or 100% and is neither.
func roundsAway(rate float64) bool {
	return rate > 0 && rate < 0.005 || rate >= 0.995 && rate < 1
}

// teamName is a team as the sheets show it.
func teamName(team string) string {
	if name := oneLine(team); name != "" {
		return name
	}
	return "(no team)"
}

// capital starts a sentence with a capital letter.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// uncapital starts a title inside a sentence with a small letter, unless its first
// word is an abbreviation.
func uncapital(s string) string {
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}
