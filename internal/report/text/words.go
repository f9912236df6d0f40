package text

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// clean makes text of the export safe for a terminal and keeps it on one line:
// control characters could move the cursor, marks of writing direction could
// turn a line round.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t', r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return '\uFFFD'
		}
		return r
	}, text)
}

// share is a share for a table: "30 %".
func share(n, of int) string {
	return strings.ReplaceAll(letter.PerCent(n, of), "per cent", "%")
}

func plural(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case noun == "child":
		return fmt.Sprintf("%d children", n)
	case noun == "criterion":
		return fmt.Sprintf("%d criteria", n)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// levels is how many findings there are of each level.
type levels struct{ all, priority, development, advisory int }

func countLevels(findings []audit.Outcome) levels {
	n := levels{all: len(findings)}
	for _, f := range findings {
		switch f.Criterion.Level {
		case criteria.Priority:
			n.priority++
		case criteria.Development:
			n.development++
		default:
			n.advisory++
		}
	}
	return n
}

func (n levels) String() string {
	if n.all == 0 {
		return "none"
	}
	return fmt.Sprintf("%d: %d priority, %d development, %d advisory", n.all, n.priority, n.development, n.advisory)
}
