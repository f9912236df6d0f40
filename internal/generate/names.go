package generate

import (
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/fault"
)

// FaultNames lists the faults that can be planted, sorted.
func FaultNames() []string {
	var names []string
	for _, e := range fault.All() {
		for _, f := range e.Faults {
			names = append(names, f.Name)
		}
	}
	slices.Sort(names)
	return names
}
