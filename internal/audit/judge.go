package audit

import (
	"fmt"
	"math/big"
	"slices"
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
	anchors    map[string]string // by entity, the date that names an item of a fault
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

// outcomes judges a subject by one criterion.
// Each outcome comes with the position of its item.
func (j *judge) outcomes(c *criteria.Criterion, s *subject, rules map[string]any) ([]placed, []Doubt, error) {
	if c.Unit == criteria.TeamMonth {
		outcomes, err := teamMonths(c, s, rules, j.settings)
		return outcomes, nil, err
	}
	v, err := read(c, rules)
	if err != nil {
		return nil, nil, err
	}
	items := []any{s.values}
	if c.Unit != criteria.Record {
		items, _ = s.values[c.Unit].([]any)
	}
	var outcomes []placed
	var doubts []Doubt
	for _, i := range v.positions() {
		if i < 0 || i >= len(items) {
			return nil, nil, fmt.Errorf("position %d is outside %s, which has %d", i, c.Unit, len(items))
		}
		o := j.outcome(c, s, v, i, items)
		texts := append(slices.Clone(v.doubts[i]), j.doubts(v, i)...)
		if text := j.tooLate(&o, s); text != "" && v.applies[i] {
			texts = append(texts, text)
		}
		for _, text := range texts {
			doubts = append(doubts, Doubt{Criterion: c, CaseID: o.CaseID, Item: o.Item, Text: ukDates(text), Where: o.Where})
		}
		if !v.applies[i] {
			continue
		}
		o.Doubt = ukDates(strings.Join(texts, "; "))
		outcomes = append(outcomes, placed{Outcome: o, position: i})
	}
	return outcomes, doubts, nil
}

// placed is an outcome with the position of its item in the entity.
type placed struct {
	Outcome
	position int
}

func (j *judge) outcome(c *criteria.Criterion, s *subject, v *said, i int, items []any) Outcome {
	item, _ := items[i].(map[string]any)
	entity, ok := j.dictionary.Entity(c.Unit)
	if !ok {
		entity = &casefile.Entity{Name: c.Unit} // the record as a whole: its findings name no field
	}
	o := Outcome{Criterion: c, CaseID: s.caseID, Entity: c.Unit, Team: s.team, Met: v.met[i],
		Start: v.start[i], Due: v.due[i], Done: v.done[i]}
	if c.Unit == criteria.Record {
		o.Item, o.Where, o.At = criteria.Record, s.source.String(), s.source
	} else {
		o.Item = s.name(entity, c.Anchor, items)[i]
		if at := s.where[c.Unit]; i < len(at) {
			o.Where, o.At = at[i].String(), at[i]
		}
		o.Worker, _ = item["worker_id"].(string)
		o.Anchor, _ = item[c.Anchor].(string)
		if team, _ := item["team"].(string); c.Service {
			o.Team = team
		}
		if fte, ok := item["fte"]; ok && c.Target != nil && c.Target.Weighted {
			o.Weight, _ = new(big.Rat).SetString(fmt.Sprint(fte))
		}
	}
	if day(o.Done) > j.asAt { // a date after as-at reads as blank
		o.Done = ""
	}
	o.Finding = Identity(c.ID, o.CaseID, o.Item)
	if o.Met {
		return o
	}
	parts := []string{fill(c.Finding, entity, item, j.settings)}
	if o.Due != "" {
		late := arithmetic(j.calendar, o.Due, o.Done, j.asAt)
		o.DaysOver = late.days
		parts = append(parts, ukDates(late.words))
	}
	if n := v.note[i]; n != "" {
		parts = append(parts, ukDates(n))
	}
	o.Message = strings.Join(parts, "; ")
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

// name names the items of an entity by their ids, or by a date.
func (s *subject) name(entity *casefile.Entity, anchor string, items []any) []string {
	id := entity.Name + "/" + anchor
	if names, ok := s.names[id]; ok {
		return names
	}
	key := ""
	if f, ok := entity.Key(); ok {
		key = f.Name
	}
	if s.names == nil {
		s.names = map[string][]string{}
	}
	s.names[id] = itemNames(items, key, anchor)
	return s.names[id]
}
