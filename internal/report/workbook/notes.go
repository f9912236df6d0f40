package workbook

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// notesByKind counts notes that say the same of the same field of a file, in the
// order of their first sight; each shows the place where it was met first.
func notesByKind(notes []casefile.Note) []problem {
	type key struct{ kind, file, field, text string }
	position := map[key]int{}
	var list []problem
	for _, n := range notes {
		k := key{n.Kind, n.At.File, n.Field, n.Text}
		i, seen := position[k]
		if !seen {
			i = len(list)
			position[k] = i
			list = append(list, problem{
				check: capital(n.Kind), file: n.At.File, row: n.At.Row, field: n.Field, caseID: n.CaseID,
				what: capital(n.Text), effect: noteEffect(n.Kind),
			})
		}
		list[i].count += max(1, n.Count)
	}
	for i := range list {
		if list[i].count > 1 && list[i].row > 0 {
			list[i].what += " (" + thousands(list[i].count) + " times; the first is shown)"
		}
	}
	return list
}

// noteEffect is what a kind of note means for the audit. Kinds are those of the
// readers; one that is not known here gets the words that hold for all.
func noteEffect(kind string) string {
	switch strings.ToLower(kind) {
	case "unmatched value":
		return "Not one of the known values: criteria that look for one do not find it here."
	case "unknown column", "unknown field":
		return "Not used: no criterion reads it."
	case "not used":
		return "Not used: counts as lacking in the export."
	case "duplicate row", "duplicate item":
		return "Counted once."
	case "date out of range", "lone date":
		return "Does not move the date of the audit. Look at the record before acting on a finding that rests on it."
	case "encoding":
		return "Read on; letters in text may be wrong."
	case "stray quotation mark", "rows inside a cell":
		return "Read on, but rows may have run together: check the file."
	case "conflicting values", "repeated key":
		return "Judged on one of them: look at the record before acting on a finding."
	}
	return "Did not stop the reading; judged on what could be read."
}
