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

// NotPlanted lists the criteria drawn from published reports for which there are
// no stories and no faults yet. A test keeps the list true.
func NotPlanted() []string {
	return []string{"EH-04", "AS-21", "AS-22", "CP-17", "CP-18", "CP-19", "PL-07", "PL-08", "MO-11", "ME-07", "CC-18", "CC-19", "CC-20", "CC-21"}
}
