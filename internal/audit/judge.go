package audit

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/caseaudit/caseaudit/internal/calendar"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// judge turns what a criterion said into outcomes.
type judge struct {
	dictionary *casefile.Dictionary
	calendar   *calendar.Calendar
	settings   map[string]string // in force on as-at, as text
	asAt       string
}

// subject is what a criterion judged: a record, or the service.
type subject struct {
	caseID string
	team   string
	values map[string]any
	where  map[string][]casefile.Location
	source casefile.Location
	names  map[string][]string // item names by entity and anchor, made once
}

// said is one criterion's rules on one subject, by the position of the item.
type said struct {
	applies, met           map[int]bool
	start, due, done, note map[int]string
	doubts                 map[int][]string
}

// outcomes judges a subject by one criterion.
func (j *judge) outcomes(c *criteria.Criterion, s *subject, rules map[string]any) ([]Outcome, []Doubt, error) {
	v, err := read(c, rules)
	if err != nil {
		return nil, nil, err
	}
	items := []any{s.values}
	if c.Unit != criteria.Record {
		items, _ = s.values[c.Unit].([]any)
	}
	var outcomes []Outcome
	var doubts []Doubt
	for _, i := range v.positions() {
		if i < 0 || i >= len(items) {
			return nil, nil, fmt.Errorf("position %d is outside %s, which has %d", i, c.Unit, len(items))
		}
		o := j.outcome(c, s, v, i, items)
		texts := append(slices.Clone(v.doubts[i]), j.doubts(v, i)...)
		for _, text := range texts {
			doubts = append(doubts, Doubt{Criterion: c, CaseID: o.CaseID, Item: o.Item, Text: ukDates(text), Where: o.Where})
		}
		if !v.applies[i] {
			continue
		}
		o.Doubt = ukDates(strings.Join(texts, "; "))
		outcomes = append(outcomes, o)
	}
	return outcomes, doubts, nil
}

func (j *judge) outcome(c *criteria.Criterion, s *subject, v *said, i int, items []any) Outcome {
	item, _ := items[i].(map[string]any)
	o := Outcome{Criterion: c, CaseID: s.caseID, Entity: c.Unit, Team: s.team, Met: v.met[i],
		Start: v.start[i], Due: v.due[i], Done: v.done[i]}
	if c.Unit == criteria.Record {
		o.Item, o.Where = criteria.Record, s.source.String()
	} else {
		o.Item = s.name(j.dictionary, c, items)[i]
		if at := s.where[c.Unit]; i < len(at) {
			o.Where = at[i].String()
		}
		o.Worker, _ = item["worker_id"].(string)
		o.Anchor, _ = item[c.Anchor].(string)
		if team, _ := item["team"].(string); c.Service {
			o.Team = team
		}
	}
	if day(o.Done) > j.asAt { // a date after as-at reads as blank
		o.Done = ""
	}
	o.Finding = identity(c.ID, o.CaseID, o.Item)
	if o.Met {
		return o
	}
	entity, ok := j.dictionary.Entity(c.Unit)
	if !ok {
		entity = &casefile.Entity{} // the record as a whole: its findings name no field
	}
	parts := []string{fill(c.Finding, entity, item, j.settings)}
	if o.Due != "" {
		late := arithmetic(j.calendar, o.Due, o.Done, j.asAt)
		o.DaysOver = late.days
		parts = append(parts, late.words)
	}
	if n := v.note[i]; n != "" {
		parts = append(parts, n)
	}
	o.Message = ukDates(strings.Join(parts, "; "))
	return o
}

// doubts are the faults that show in any deadline, whatever the criterion.
func (j *judge) doubts(v *said, i int) []string {
	var texts []string
	start, due, done := v.start[i], v.due[i], v.done[i]
	if start != "" && due == "" && !j.calendar.Contains(day(start)) {
		texts = append(texts, fmt.Sprintf("the deadline cannot be worked out: %s lies outside the calendar (%s to %s)", start, calendar.First, calendar.Last))
	}
	if start != "" && done != "" && day(done) < day(start) {
		texts = append(texts, fmt.Sprintf("done on %s, before the event of %s that it follows", done, start))
	}
	return texts
}

func (s *subject) name(d *casefile.Dictionary, c *criteria.Criterion, items []any) []string {
	id := c.Unit + "/" + c.Anchor
	if names, ok := s.names[id]; ok {
		return names
	}
	key := ""
	if entity, ok := d.Entity(c.Unit); ok {
		if f, ok := entity.Key(); ok {
			key = f.Name
		}
	}
	if s.names == nil {
		s.names = map[string][]string{}
	}
	s.names[id] = itemNames(items, key, c.Anchor)
	return s.names[id]
}

// positions are those of every item that the criterion had something to say of.
func (v *said) positions() []int {
	all := map[int]bool{}
	for i := range v.applies {
		all[i] = true
	}
	for i := range v.doubts {
		all[i] = true
	}
	for i := range v.start {
		all[i] = true
	}
	positions := make([]int, 0, len(all))
	for i := range all {
		positions = append(positions, i)
	}
	slices.Sort(positions)
	return positions
}

// read takes a policy's answer apart, and refuses one of the wrong shape.
func read(c *criteria.Criterion, rules map[string]any) (*said, error) {
	v := &said{}
	var err error
	record := c.Unit == criteria.Record
	for _, set := range []struct {
		rule string
		into *map[int]bool
	}{{"applies", &v.applies}, {"met", &v.met}} {
		if *set.into, err = readSet(rules[set.rule], record); err != nil {
			return nil, fmt.Errorf("%s: %w", set.rule, err)
		}
	}
	for _, table := range []struct {
		rule string
		into *map[int]string
	}{{"start", &v.start}, {"due", &v.due}, {"done", &v.done}, {"note", &v.note}} {
		if *table.into, err = readTexts(rules[table.rule], record); err != nil {
			return nil, fmt.Errorf("%s: %w", table.rule, err)
		}
	}
	if v.doubts, err = readDoubts(rules["doubt"], record); err != nil {
		return nil, fmt.Errorf("doubt: %w", err)
	}
	return v, nil
}

// readSet reads a set of positions; for a record, a boolean stands for position 0.
func readSet(value any, record bool) (map[int]bool, error) {
	set := map[int]bool{}
	switch x := value.(type) {
	case nil:
	case bool:
		if !record {
			return nil, fmt.Errorf("is a boolean: want a set of positions")
		}
		if x {
			set[0] = true
		}
	case []any:
		for _, member := range x {
			n, ok := member.(json.Number)
			i, err := strconv.Atoi(string(n))
			if record || !ok || err != nil {
				return nil, fmt.Errorf("holds %v: want positions", member)
			}
			set[i] = true
		}
	default:
		return nil, fmt.Errorf("is a %T: want a set of positions", value)
	}
	return set, nil
}

// readTexts reads texts by position; for a record, a text stands for position 0.
func readTexts(value any, record bool) (map[int]string, error) {
	texts := map[int]string{}
	switch x := value.(type) {
	case nil:
	case string:
		if !record {
			return nil, fmt.Errorf("is a text: want texts by position")
		}
		texts[0] = x
	case map[string]any:
		for key, member := range x {
			i, err := strconv.Atoi(key)
			if err != nil || record {
				return nil, fmt.Errorf("has the key %q: want positions", key)
			}
			if text, ok := member.(string); ok { // a stray null or flag where a date should be is no date
				texts[i] = text
			}
		}
	default:
		return nil, fmt.Errorf("is a %T: want texts by position", value)
	}
	return texts, nil
}

// readDoubts reads sets of texts by position; for a record, one set.
func readDoubts(value any, record bool) (map[int][]string, error) {
	doubts := map[int][]string{}
	add := func(i int, list []any) error {
		for _, x := range list {
			text, ok := x.(string)
			if !ok {
				return fmt.Errorf("holds %v: want sentences", x)
			}
			doubts[i] = append(doubts[i], text)
		}
		return nil
	}
	switch x := value.(type) {
	case nil:
	case []any:
		if !record {
			return nil, fmt.Errorf("is a set: want sets by position")
		}
		return doubts, add(0, x)
	case map[string]any:
		for key, member := range x {
			i, err := strconv.Atoi(key)
			list, ok := member.([]any)
			if err != nil || !ok {
				return nil, fmt.Errorf("has the key %q: want sets of sentences by position", key)
			}
			if err := add(i, list); err != nil {
				return nil, err
			}
		}
	default:
		return nil, fmt.Errorf("is a %T: want sets of sentences", value)
	}
	return doubts, nil
}
