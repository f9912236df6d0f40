package story

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// Item is one thing in a record, in the dictionary's shape.
type Item = map[string]any

// tale is one case while it is being told.
type tale struct {
	*Teller
	r                 *rand.Rand
	side              *rand.Rand // of what is told aside
	record            *casefile.Record
	person            Person
	second            bool // the child has another record too
	no, teamNo        int
	team, manager     string
	worker, colleague string
	helper            string          // of the team, without registration
	locum             string          // an agency worker of the team
	overseen          bool            // a plan is held by the helper, so that a manager oversees it
	used              map[string]int  // ids given out, by entity
	told              map[string]bool // items without an id, so that none is told twice
}

// aside tells something with random numbers of its own, so that the rest of the case is
// told as it would be without it.
func (c *tale) aside(tell func()) {
	main := c.r
	c.r = c.side
	tell()
	c.r = main
}

// id is a new id for an item of an entity.
func (c *tale) id(entity string) string {
	c.used[entity]++
	return fmt.Sprintf("%09d", (10001+c.no)*1000+c.used[entity])
}

// add puts an item into the record. Items that nothing tells apart are told once.
func (c *tale) add(entity string, item Item) Item {
	if e, _ := c.dict.Entity(entity); e != nil {
		if _, keyed := e.Key(); !keyed {
			if seen := entity + fmt.Sprint(item); c.told[seen] {
				return item
			} else {
				c.told[seen] = true
			}
		}
	}
	c.record.Add(entity, item, casefile.Location{})
	return item
}

// put sets a date that has happened; one to come stays blank.
func (c *tale) put(item Item, field, date string) bool {
	if !c.clock.Happened(date) {
		return false
	}
	item[field] = date
	return true
}

// by is a day within n working days of a date: often the last one, sometimes the first.
func (c *tale) by(date string, n int) string { return c.clock.Working(date, c.upTo(n)) }

// upTo is a number from 0 to n: often n, sometimes 0.
func (c *tale) upTo(n int) int {
	switch c.r.IntN(10) {
	case 0, 1, 2:
		return n
	case 3:
		return 0
	}
	return c.r.IntN(n + 1)
}

// day is a day from one date to another, both ends in and likely.
func (c *tale) day(from, to string) string {
	if to <= from {
		return from
	}
	return timing.Days(from, c.upTo(timing.Between(from, to)))
}

// past is the earlier of a date and as-at: how far the telling reaches.
func (c *tale) past(date string) string {
	if date == "" {
		return c.clock.AsAt
	}
	return min(date, c.clock.AsAt)
}

// every gives the latest few days of something done at least every n days, up to
// a day and not before another, the earliest first.
func (c *tale) every(n int, from, to string) []string {
	if to = c.past(to); to < from {
		return nil
	}
	var days []string
	for day := timing.Days(to, -c.upTo(n)); day >= from && len(days) < c.depth; day = timing.Days(day, -(n-n/3)-c.r.IntN(n/3+1)) {
		days = append([]string{day}, days...)
	}
	if len(days) == 0 {
		days = []string{to}
	}
	return days
}

func (c *tale) describe() {
	child, p := c.record.Child(), c.person
	for field, value := range map[string]string{"forename": p.Forename, "surname": p.Surname, "nhs_number": p.NHS, "upn": p.UPN,
		"expected_date_of_birth": p.Expected, "date_of_birth": p.Born, "sex": p.Sex, "ethnicity": p.Ethnicity,
		"religion": p.Religion, "first_language": p.Language} {
		if value = strings.TrimSpace(value); value != "" {
			child[field] = value
		}
	}
	if p.Born == "" && c.r.IntN(2) == 0 {
		delete(child, "religion")
		delete(child, "first_language")
	}
	codes := []any{}
	for _, code := range p.Disabilities {
		codes = append(codes, code)
	}
	child["disabilities"] = codes
}
