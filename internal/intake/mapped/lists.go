package mapped

import "github.com/caseaudit/caseaudit/internal/intake/mapping"

// ListsCases reports whether the mapping reads anything of the child or of the
// case itself. One that does not, such as one of a supervision log, names cases
// and lists none: alone it is read all the same, and beside an export that lists
// cases it adds to those.
func (e *Export) ListsCases() bool {
	for _, t := range e.mapping.Tables {
		for _, items := range t.Items {
			if items.Entity == mapping.Case || items.Entity == e.dictionary.Child.Name {
				return true
			}
		}
	}
	return false
}
