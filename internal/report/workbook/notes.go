package workbook

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// notesByKind counts notes that say the same of the same field of a file, in the
// order of their first sight; each shows the place where it was met first.
func notesByKind(notes []casefile.Note) []problem {
	type key struct{ kind, page, field, text string }
	position := map[key]int{}
	var list []problem
	for _, n := range notes {
		k := key{n.Kind, n.At.Page(), n.Field, n.Text}
		i, seen := position[k]
		if !seen {
			i = len(list)
			position[k] = i
			list = append(list, problem{
				check: capital(n.Kind), file: n.At.Page(), row: n.At.Row, field: n.Field, caseID: n.CaseID,
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
	case "error in a cell", "formula without value":
		return "Not read. Where the value was an id, a date or a number that is needed, its row was refused."
	case "hidden sheet", "hidden rows", "hidden columns", "active filter":
		return "Audited like the rest: nothing is left out because Excel does not show it."
	case "macros", "link to another file", "dde link", "embedded object", "data connection":
		return "Nothing was run or fetched: judged on the values saved in the workbook."
	case "merged cells":
		return "Judged on the values as read: look at the sheet where a finding seems wrong."
	case "dates from 1904":
		return "None, if dates in findings are right: compare one with the record."
	case "no such date":
		return "Its rows were refused where the date is one that is read."
	case "number of more than 15 digits":
		return "An id may have lost its last digits: check it against the record."
	case "encoding":
		return "Read on; letters in text may be wrong."
	case "stray quotation mark", "rows inside a cell":
		return "Read on, but rows may have run together: check the file."
	case "conflicting values", "repeated key":
		return "Judged on one of them: look at the record before acting on a finding."
	}
	return "Did not stop the reading; judged on what could be read."
}
