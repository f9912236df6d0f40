package workbook

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// notesByKind counts notes by kind, file and field, in the order of their first
// sight, each with its first example.
func notesByKind(notes []casefile.Note) []problem {
	type key struct{ kind, file, field string }
	position := map[key]int{}
	var list []problem
	for _, n := range notes {
		k := key{n.Kind, n.At.File, n.Field}
		i, seen := position[k]
		if !seen {
			i = len(list)
			position[k] = i
			list = append(list, problem{
				check: capital(n.Kind), file: n.At.File, row: n.At.Row, field: n.Field, caseID: n.CaseID,
				what: n.Text, effect: noteEffect(n.Kind),
			})
		}
		list[i].count += max(1, n.Count)
	}
	for i := range list {
		if list[i].count > 1 {
			list[i].what = "First of " + thousands(list[i].count) + ": " + list[i].what
		}
	}
	return list
}

// noteEffect is what a kind of note means for the audit.
func noteEffect(kind string) string {
	kind = strings.ToLower(kind)
	for _, known := range []struct{ part, effect string }{
		{"unmatched code", "Read as blank: criteria that need the value find nothing there."},
		{"unknown column", "Not used: no criterion knows this column."},
		{"duplicate", "Counted once."},
		{"orphan", "Not audited: the case it belongs to is not in the export."},
		{"future", "Never evidence: a date after the audit date counts as not yet happened."},
		{"encoding", "Read on; letters may be wrong in text, dates and ids are not touched."},
		{"date", "Judged with the value as read; look at the record before acting on a finding."},
	} {
		if strings.Contains(kind, known.part) {
			return known.effect
		}
	}
	return "Did not stop the reading; judged on what could be read."
}
