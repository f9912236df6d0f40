package database

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // so that London is known everywhere
)

// decimal writes a number without an exponent, in as few digits as give it back.
func decimal(f float64, bits int) string { return strconv.FormatFloat(f, 'f', -1, bits) }

// moment writes a day and a time of day as they stand on the clock.
func moment(t time.Time) string { return t.Format("2006-01-02T15:04:05") }

// london gives a moment that has a zone as London's clocks showed it, which is
// how casefile.Field.Read takes such a text too.
func london(t time.Time) string {
	if place, err := time.LoadLocation("Europe/London"); err == nil {
		return moment(t.In(place))
	}
	return t.Format(time.RFC3339)
}

// quoted writes a name between quotation marks, those inside it doubled.
func quoted(name, first, last string) string {
	return first + strings.ReplaceAll(name, last, last+last) + last
}

// order gives the columns that rows are ordered by: those of the primary key, or
// all when there is no key.
func order(columns []column) []column {
	var key []column
	for _, c := range columns {
		if c.key > 0 {
			key = append(key, c)
		}
	}
	if len(key) == 0 {
		return columns
	}
	slices.SortFunc(key, func(a, b column) int { return cmp.Compare(a.key, b.key) })
	return key
}
