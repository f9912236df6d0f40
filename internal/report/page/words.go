package page

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// visible drops a character that is no part of what a person wrote: control
// characters, and the marks that turn the direction of text, which can make a name
// or a date read as another. Joiners (U+200C, U+200D) are kept: they are part of
// names in some scripts.
func visible(r rune) rune {
	switch {
	case r == '\n', r == '\t':
		return r
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r),
		r == '\u200b', '\u2060' <= r && r <= '\u2069', r == '\u2028', r == '\u2029',
		r == '\ufeff', r&0xfffe == 0xfffe, '\ufdd0' <= r && r <= '\ufdef':
		return -1
	}
	return r
}

// longDate is an ISO date in a sentence: "31 October 2026".
func longDate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t.Format("2 January 2006")
}

// shortDate is an ISO date as forms write it, "31/10/2026", with the time of day
// where there is one.
func shortDate(iso string) string {
	if t, err := time.Parse(time.DateOnly, iso); err == nil {
		return t.Format("02/01/2006")
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, iso); err == nil {
			return t.Format("02/01/2006 15:04")
		}
	}
	return iso
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

// percent is the share met. It never rounds up to all or down to none.
func percent(c audit.Count) string {
	rate, ok := c.Rate()
	if !ok {
		return "–"
	}
	return shareWords(rate)
}

func shareWords(rate float64) string {
	if rate > 0 && rate < 0.005 || rate >= 0.995 && rate < 1 {
		return fmt.Sprintf("%.1f%%", min(99.9, max(0.1, rate*100)))
	}
	return fmt.Sprintf("%.0f%%", rate*100)
}

// interval is the 95 % interval in words; empty when nothing was audited.
func interval(c audit.Count) string {
	low, high, ok := c.Interval()
	if !ok {
		return ""
	}
	return shareWords(low) + " to " + shareWords(high)
}

// teamName is a team as the page shows it.
func teamName(team string) string {
	if strings.TrimSpace(team) == "" {
		return "(no team)"
	}
	return team
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

// shorten cuts text to so many characters with an ellipsis.
func shorten(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:limit-1])) + "…"
}
