package audit

import (
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

var teamMonth = regexp.MustCompile(`^.+ \d{4}-(0[1-9]|1[0-2])$`)

// teamMonths judges each team in each month. The items are no rows of the export:
// the policy names them, "<team> <yyyy-mm>", in place of positions.
func teamMonths(c *criteria.Criterion, s *subject, rules map[string]any, settings map[string]string) ([]placed, error) {
	applies, err := readNames(rules["applies"])
	if err != nil {
		return nil, fmt.Errorf("applies: %w", err)
	}
	met, err := readNames(rules["met"])
	if err != nil {
		return nil, fmt.Errorf("met: %w", err)
	}
	var outcomes []placed
	for _, name := range slices.Sorted(maps.Keys(applies)) {
		team := len(name) - len(" 2006-01")
		if !teamMonth.MatchString(name) {
			return nil, fmt.Errorf("applies: %q: want \"<team> <yyyy-mm>\"", name)
		}
		message := ""
		if !met[name] {
			message = fill(c.Finding, &casefile.Entity{}, nil, settings)
		}
		outcomes = append(outcomes, placed{Outcome: Outcome{Message: message, Criterion: c, CaseID: s.caseID, Entity: c.Unit, Item: name, Team: name[:team],
			Anchor: name[team+1:] + "-01", Met: met[name], Finding: Identity(c.ID, s.caseID, name)}})
	}
	return outcomes, nil
}

func readNames(value any) (map[string]bool, error) {
	list, ok := value.([]any)
	if value != nil && !ok {
		return nil, fmt.Errorf("is %s: want a set of texts", kind(value))
	}
	names := map[string]bool{}
	for _, x := range list {
		name, ok := x.(string)
		if !ok {
			return nil, fmt.Errorf("holds %s: want texts", kind(x))
		}
		names[name] = true
	}
	return names, nil
}
