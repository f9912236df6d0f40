package mapped

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// ids notes cases whose ids differ only in what programs change on the way: case,
// spaces and hyphens, noughts at the front.
func (v *surveyor) ids() {
	first := map[string]*caseRows{}
	for _, c := range v.cases {
		key := likely(c.id)
		one, has := first[key]
		if !has {
			first[key] = c
			continue
		}
		at := v.export.at(c.first)
		v.ledger.Note(casefile.Note{Kind: likelyOne, At: at, CaseID: c.id,
			Text: fmt.Sprintf("the id %s is likely the child of %s in %s, whose rows are kept apart: write the id alike in both, or give case_digits in the mapping",
				casefile.Quote(c.id), casefile.Quote(one.id), v.export.at(one.first))})
	}
}

// likely folds an id to what its likely spellings share.
func likely(id string) string {
	folded := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' {
			return -1
		}
		return unicode.ToLower(r)
	}, id)
	if bare := strings.TrimLeft(folded, "0"); bare != "" {
		return bare
	}
	return folded
}

// at is the place of a row.
func (e *Export) at(r ref) casefile.Location {
	t := e.sources[r.source].table
	return casefile.Location{File: t.Name, Sheet: t.Sheet, Row: int(r.line)}
}
