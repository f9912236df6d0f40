package trial

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/cover"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Coverage is how much of one policy file its tests reach.
type Coverage struct {
	File     string // below policies/
	Percent  float64
	NotLines string // the lines that no test reaches: "31, 40-42"; empty when all are
}

// Covered lists the coverage of every policy, by file, the tests themselves left out.
func Covered(cat *criteria.Catalogue, coverage *cover.Cover) []Coverage {
	report := coverage.Report(cat.Modules())
	var list []Coverage
	for _, file := range slices.Sorted(maps.Keys(report.Files)) {
		if strings.HasSuffix(file, "_test.rego") {
			continue
		}
		f := report.Files[file]
		c := Coverage{File: file, Percent: f.Coverage}
		var lines []string
		for _, r := range f.NotCovered {
			if r.Start.Row == r.End.Row {
				lines = append(lines, fmt.Sprint(r.Start.Row))
			} else {
				lines = append(lines, fmt.Sprintf("%d-%d", r.Start.Row, r.End.Row))
			}
		}
		c.NotLines = strings.Join(lines, ", ")
		list = append(list, c)
	}
	return list
}
