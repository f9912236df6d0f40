package page

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// chip is a class or a level as the page shows it: a symbol, a word and a tint, of
// which the word alone would do.
type chip struct{ Symbol, Words, Tint string }

func classChip(c letter.Class) chip {
	switch c {
	case letter.Strength:
		return chip{"●", c.Words(), "good"}
	case letter.Satisfactory:
		return chip{"○", c.Words(), "fair"}
	case letter.Development:
		return chip{"▲", c.Words(), "warn"}
	case letter.Priority:
		return chip{"■", c.Words(), "alert"}
	case letter.TooFew:
		return chip{"◊", c.Words(), "muted"}
	case letter.NotAssessable:
		return chip{"□", c.Words(), "muted"}
	case "":
		return chip{"–", "Not classed", "muted"}
	}
	return chip{"–", c.Words(), "muted"}
}

func levelChip(l criteria.Level) chip {
	switch l {
	case criteria.Priority:
		return chip{"■", "Priority", "alert"}
	case criteria.Development:
		return chip{"▲", "Development", "warn"}
	}
	return chip{"○", capital(strings.ToLower(string(l))), "muted"}
}

// levelWords is the level of a criterion in a line of text.
func levelWords(c *criteria.Criterion) string {
	if c.Measure {
		return "Measure"
	}
	return capital(string(c.Level)) + " level"
}
