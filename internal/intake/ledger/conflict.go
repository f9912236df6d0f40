package ledger

import (
	"fmt"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// Conflict notes that two places give a field of one thing different values, of
// which the first stands. Values that are personal, dates of birth and what
// people wrote are not shown.
func (l *Ledger) Conflict(f *casefile.Field, stands, value any, at, also casefile.Location, caseID string) {
	text := fmt.Sprintf("%s differs between %s and %s; the first stands", f.Label, at, also)
	if !f.Personal && f.Type != casefile.Narrative && !strings.HasSuffix(f.Name, "date_of_birth") {
		text = fmt.Sprintf("%s is %s in %s and %s in %s; the first stands", f.Label, shown(stands), at, shown(value), also)
	}
	l.Note(casefile.Note{Kind: Conflict, At: also, Field: f.Path(), CaseID: caseID, Text: text})
}

func shown(v any) string {
	switch v := v.(type) {
	case string:
		return casefile.Quote(v)
	case []any:
		parts := make([]string, len(v))
		for i, each := range v {
			parts[i] = fmt.Sprint(each)
		}
		return casefile.Quote(strings.Join(parts, ", "))
	}
	return fmt.Sprint(v)
}
