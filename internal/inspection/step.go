package inspection

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Step is something that could be added to the export, and the criteria that it
// would bring nearer.
type Step struct {
	// Add is what to add: of one more column the field's path, or "entity=kind"; any
	// of several will do. Of one more table the fields that it must have.
	Add     []string
	Entity  string                // that it belongs to; "" for the record's own
	Table   bool                  // a whole table, and not a column
	Unlocks []*criteria.Criterion // can be judged with it
	Helps   []*criteria.Criterion // lack something else too
}

// Rule says how steps are ranked.
const Rule = "ranked by the criteria that it unlocks by itself, then by those that it brings nearer; " + weights

const weights = "a priority criterion counts 3, a development one 2, an advisory one 1"

// Words names what to add: "visits.seen_alone or visits.alone_date"; "plans of
// type care"; "homelessness with assessed_date, presented_date".
func (s Step) Words() string {
	if s.Table {
		names := make([]string, len(s.Add))
		for i, path := range s.Add {
			names[i] = strings.Replace(strings.TrimPrefix(path, s.Entity+"."), s.Entity+"=", "type ", 1)
		}
		return s.Entity + " with " + strings.Join(names, ", ")
	}
	names := make([]string, len(s.Add))
	for i, path := range s.Add {
		names[i] = path
		if entity, kind, is := strings.Cut(path, "="); is {
			names[i] = entity + " of type " + kind
		}
	}
	return strings.Join(names, " or ")
}

// Short is Words, of a table without its columns.
func (s Step) Short() string {
	if s.Table {
		return fmt.Sprintf("%s (%d columns)", s.Entity, len(s.Add))
	}
	return s.Words()
}

// weigh is what criteria count for.
func weigh(list []*criteria.Criterion) int {
	sum := 0
	for _, c := range list {
		switch c.Level {
		case criteria.Priority:
			sum += 3
		case criteria.Development:
			sum += 2
		default:
			sum++
		}
	}
	return sum
}

// lacking are the criteria that more fields would help, with the needs that they
// lack, each as its alternatives. One for which the export would have to hold more
// than the latest items is not among them: no column gives those.
func lacking(supply *casefile.Supply, all []Criterion) map[*criteria.Criterion][][]string {
	list := map[*criteria.Criterion][][]string{}
	for _, c := range all {
		missing := supply.Missing(c.Needs)
		if len(missing) == 0 || len(missing) < len(c.Missing) {
			continue
		}
		needs := make([][]string, len(missing))
		for i, need := range missing {
			for alternative := range strings.SplitSeq(need, "|") {
				needs[i] = append(needs[i], strings.TrimSpace(alternative))
			}
		}
		list[c.Criterion] = needs
	}
	return list
}

// columns gives what one more column, or one more kind of an entity, would do.
func columns(supply *casefile.Supply, all []Criterion) []Step {
	short := lacking(supply, all)
	met := map[string]string{} // candidate: the needs that it meets, as one text
	steps := map[string]*Step{}
	for _, c := range all { // in the catalogue's order
		needs := short[c.Criterion]
		meets := map[string]int{}
		for n, alternatives := range needs {
			for _, candidate := range alternatives {
				meets[candidate]++
				met[candidate] += c.ID + "\x00" + strings.Join(needs[n], "|") + "\n"
				if steps[candidate] == nil {
					steps[candidate] = &Step{Add: []string{candidate}, Entity: entityOf(candidate)}
				}
			}
		}
		for candidate, n := range meets {
			if n == len(needs) {
				steps[candidate].Unlocks = append(steps[candidate].Unlocks, c.Criterion)
			} else {
				steps[candidate].Helps = append(steps[candidate].Helps, c.Criterion)
			}
		}
	}
	// Candidates that meet the very same needs are each other's alternatives.
	alike := map[string]*Step{}
	for _, candidate := range sortedKeys(steps) {
		if first := alike[met[candidate]]; first != nil {
			first.Add = append(first.Add, candidate)
			continue
		}
		alike[met[candidate]] = steps[candidate]
	}
	return ranked(alike)
}

// tables gives what a table of an entity would do of which the export has nothing.
// One that would need a single column is among the columns.
func tables(d *casefile.Dictionary, supply *casefile.Supply, all []Criterion) []Step {
	steps := map[string]*Step{}
	short := lacking(supply, all)
	for _, f := range fields(d, supply) {
		if len(f.Supplied) > 0 || f.Entity == "" {
			continue
		}
		step := &Step{Entity: f.Entity, Table: true}
		for _, c := range all {
			step.take(c.Criterion, short[c.Criterion])
		}
		if slices.Sort(step.Add); len(step.Add) > 1 {
			steps[f.Entity] = step
		}
	}
	return ranked(steps)
}

// take adds what a criterion needs of the table.
func (s *Step) take(c *criteria.Criterion, needs [][]string) {
	own := 0
	for _, alternatives := range needs {
		at := slices.IndexFunc(alternatives, func(a string) bool { return entityOf(a) == s.Entity })
		if at < 0 {
			continue
		}
		own++
		if !slices.Contains(s.Add, alternatives[at]) {
			s.Add = append(s.Add, alternatives[at])
		}
	}
	switch {
	case own == 0:
	case own == len(needs):
		s.Unlocks = append(s.Unlocks, c)
	default:
		s.Helps = append(s.Helps, c)
	}
}

// ranked sorts steps by Rule, then by name, and leaves out those that do nothing.
func ranked(steps map[string]*Step) []Step {
	list := make([]Step, 0, len(steps))
	for _, s := range steps {
		if len(s.Unlocks)+len(s.Helps) > 0 {
			list = append(list, *s)
		}
	}
	slices.SortFunc(list, func(a, b Step) int {
		return cmp.Or(cmp.Compare(weigh(b.Unlocks), weigh(a.Unlocks)), cmp.Compare(weigh(b.Helps), weigh(a.Helps)),
			cmp.Compare(a.Entity, b.Entity), slices.Compare(a.Add, b.Add))
	})
	return list
}

// entityOf is the entity that a path or a kind belongs to.
func entityOf(path string) string {
	if entity, _, is := strings.Cut(path, "="); is {
		return entity
	}
	entity, _, dotted := strings.Cut(path, ".")
	if !dotted {
		return ""
	}
	return entity
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
