package page

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// noteProblems counts notes that say the same of the same field of a file, in the
// order of their first sight; each shows the place where it was met first.
func noteProblems(notes []casefile.Note) []problem {
	type key struct{ kind, file, field, text string }
	position := map[key]int{}
	var list []problem
	for _, n := range notes {
		k := key{n.Kind, n.At.File, n.Field, n.Text}
		i, seen := position[k]
		if !seen {
			i = len(list)
			position[k] = i
			list = append(list, problem{Kind: capital(n.Kind), Title: n.Field, What: capital(n.Text), Effect: noteEffect(n.Kind)})
			if at := n.At.String(); at != "" {
				list[i].What += " (" + at + ")"
			}
		}
		list[i].Count += max(1, n.Count)
	}
	shown, left := first(list, perKind)
	if left == 0 {
		return list
	}
	rest := problem{Kind: "More notes", What: leftOut(left, allSheets), Effect: "As above."}
	for _, p := range list[perKind:] {
		rest.Count += p.Count
	}
	return append(shown[:perKind:perKind], rest)
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
