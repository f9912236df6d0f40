package audit

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Fault is a fault in the data that a check found.
type Fault struct {
	Check  *criteria.Check
	CaseID string   // ServiceCase for what stands beside the cases
	Entity string   // of the dictionary; "child" for the child
	Item   string   // its name, as outcomes have it; "child" for the child
	Fields []string // paths, in the order of the policy
	Text   string   // what was found, without capital and full stop
	Where  string   // where in the export
}

// CheckResult is one check over the whole export.
type CheckResult struct {
	Check   *criteria.Check
	Faults  int
	Cases   int    // how many cases have one
	Error   string // the policy failed; the records it failed on were not looked through
	CaseID  string // the first of them
	Records int    // how many
}

// child is the entity, and the name, of the child in a fault.
const child = "child"

// placedFault is a fault with the position of its item in the entity.
type placedFault struct {
	Fault
	position int
}

type checkFailure struct {
	check  *criteria.Check
	caseID string
	err    error
}

// faults reads what a check found in a subject. Nothing is kept of an answer of
// the wrong shape: half an answer would look like a whole one.
func (j *judge) faults(c *criteria.Check, s *subject, value any) ([]placedFault, error) {
	list, ok := value.([]any)
	if value != nil && !ok {
		return nil, fmt.Errorf("fault: is %s: want a set of objects", kind(value))
	}
	var found []placedFault
	for _, x := range list {
		said, ok := x.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("fault: holds %s: want objects", kind(x))
		}
		f, err := j.fault(c, s, said)
		if err != nil {
			return nil, fmt.Errorf("fault: %w", err)
		}
		found = append(found, f)
	}
	slices.SortFunc(found, func(a, b placedFault) int { return compareFaults(a.Fault, b.Fault) })
	return found, nil
}

func (j *judge) fault(c *criteria.Check, s *subject, said map[string]any) (placedFault, error) {
	f := placedFault{Fault: Fault{Check: c, CaseID: s.caseID}}
	f.Entity, _ = said["entity"].(string)
	entity, ok := j.dictionary.Entity(f.Entity)
	if !ok || entity.Service != c.Service {
		return f, fmt.Errorf("entity %q: want one that the check looks through", f.Entity)
	}
	number, _ := said["item"].(json.Number)
	at, err := strconv.Atoi(string(number))
	if err != nil {
		return f, fmt.Errorf("item: is %s: want a position", kind(said["item"]))
	}
	f.position = at
	names, _ := said["fields"].([]any)
	for _, x := range names {
		name, _ := x.(string)
		field, ok := entity.Field(name)
		if !ok {
			return f, fmt.Errorf("fields: %q is no field of %s", name, f.Entity)
		}
		f.Fields = append(f.Fields, field.Path())
	}
	text, _ := said["text"].(string)
	if len(f.Fields) == 0 || text == "" {
		return f, errors.New("want fields, a list of names, and a text")
	}
	f.Text = ukDates(text)
	return f, j.locate(&f, entity, s)
}

// locate names the faulty item and says where it stands.
func (j *judge) locate(f *placedFault, entity *casefile.Entity, s *subject) error {
	if f.Entity == child {
		if f.position != 0 {
			return fmt.Errorf("position %d: there is one child, at position 0", f.position)
		}
		f.Item, f.Where = child, s.source.String()
		return nil
	}
	items, _ := s.values[f.Entity].([]any)
	if f.position < 0 || f.position >= len(items) {
		return fmt.Errorf("position %d is outside %s, which has %d", f.position, f.Entity, len(items))
	}
	f.Item = s.name(entity, j.anchors[f.Entity], items)[f.position]
	if at := s.where[f.Entity]; f.position < len(at) {
		f.Where = at[f.position].String()
	}
	return nil
}

// anchors are the dates by which the items of each entity are named: that of the
// criteria that judge them; else the first date of the entity.
func anchors(dictionary *casefile.Dictionary, list []*criteria.Criterion) map[string]string {
	names := map[string]string{}
	for _, c := range list {
		names[c.Unit] = cmp.Or(names[c.Unit], c.Anchor)
	}
	for _, e := range slices.Concat(dictionary.Entities, dictionary.Service) {
		if _, judged := names[e.Name]; judged {
			continue
		}
		if i := slices.IndexFunc(e.Fields, (*casefile.Field).Dated); i >= 0 {
			names[e.Name] = e.Fields[i].Name
		}
	}
	return names
}

func compareFaults(a, b Fault) int {
	return cmp.Or(cmp.Compare(a.Check.ID, b.Check.ID), cmp.Compare(a.CaseID, b.CaseID), cmp.Compare(a.Entity, b.Entity),
		cmp.Compare(a.Item, b.Item), cmp.Compare(a.Text, b.Text), slices.Compare(a.Fields, b.Fields), cmp.Compare(a.Where, b.Where))
}

// countChecks sums up what each check found and where it failed. Faults and
// failures are sorted.
func countChecks(list []*criteria.Check, faults []Fault, failures []checkFailure) []CheckResult {
	var results []CheckResult
	for _, c := range list {
		r := CheckResult{Check: c}
		last := ""
		for _, f := range faults {
			if f.Check != c {
				continue
			}
			if r.Faults++; f.CaseID != ServiceCase && (r.Cases == 0 || f.CaseID != last) {
				r.Cases++
			}
			last = f.CaseID
		}
		for _, f := range failures {
			if f.check != c {
				continue
			}
			if r.Records++; r.Records == 1 {
				r.CaseID, r.Error = f.caseID, safeText(f.err)
			} else if unasked(f.err) == 1 && !strings.HasSuffix(r.Error, askedNoMore) {
				r.Error += askedNoMore
			}
		}
		results = append(results, r)
	}
	return results
}
