package audit

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/caseaudit/caseaudit/internal/calendar"
	"github.com/caseaudit/caseaudit/internal/casefile"
)

var isoDate = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2})?)?\b`)

// ukDates writes every ISO date in a text as dd/mm/yyyy.
func ukDates(text string) string { return isoDate.ReplaceAllString(text, "$3/$2/$1") }

var slot = regexp.MustCompile(`\{[^}]*\}|\[[a-z0-9_]+\]`)

// fill puts an item's fields and the settings in force into a finding's template.
// The entity says how a field reads: a date in the British order, a code in plain
// words, an id as it stands, even one that looks like a date.
func fill(template string, entity *casefile.Entity, item map[string]any, settings map[string]string) string {
	return slot.ReplaceAllStringFunc(template, func(s string) string {
		name := s[1 : len(s)-1]
		if s[0] == '[' {
			return settings[name]
		}
		field, ok := entity.Field(name)
		if !ok {
			return s
		}
		switch v := item[name].(type) {
		case nil:
			return "(no " + field.Label + ")"
		case bool:
			if v {
				return "yes"
			}
			return "no"
		case string:
			return inWords(field, v)
		case []any:
			list := make([]string, len(v))
			for i, x := range v {
				list[i] = inWords(field, fmt.Sprint(x))
			}
			return strings.Join(list, ", ")
		default:
			return fmt.Sprint(v)
		}
	})
}

func inWords(field *casefile.Field, text string) string {
	switch {
	case field.Dated():
		return ukDates(text)
	case field.Type == casefile.Code, field.Type == casefile.Codes:
		return strings.ReplaceAll(strings.ToLower(text), "_", " ")
	}
	return text
}

// overdue is how far past its last day a thing was done, or stands undone.
type overdue struct {
	days  int
	words string
}

// arithmetic works a broken deadline out, in days and in words: "due 19/03/2026,
// done 25/03/2026, 6 days over (4 working days)".
func arithmetic(cal *calendar.Calendar, due, done, asAt string) overdue {
	end, fact := asAt, "not done by "+asAt
	if d := day(done); d != "" && d <= asAt {
		end, fact = d, "done "+d
	}
	due = day(due)
	words := fmt.Sprintf("due %s, %s", due, fact)
	days, ok := cal.Days(due, end)
	if !ok || days <= 0 {
		return overdue{words: words}
	}
	working, _ := cal.WorkingDays(due, end)
	return overdue{days: days, words: fmt.Sprintf("%s, %s over (%s)", words, count(days, "day"), count(working, "working day"))}
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// day is the day of a date or datetime.
func day(date string) string { return date[:min(len(date), len(calendar.Layout))] }
