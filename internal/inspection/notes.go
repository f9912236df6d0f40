package inspection

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
)

// Refused are rows of one input that were refused for one reason.
type Refused struct {
	Page   string // see casefile.Location.Page
	Column string
	Reason string // of the first
	Rows   []int  // where they stand, of those that were listed one by one
	Count  int    // of those
}

// particular is what differs between reasons that are alike: a value that is
// quoted, a row that is named.
var particular = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|[0-9]+`)

func refused(s *casefile.Survey) []Refused {
	type key struct{ page, column, reason string }
	at := map[key]int{}
	var list []Refused
	for _, r := range s.Refusals {
		k := key{r.At.Page(), r.Column, particular.ReplaceAllString(r.Reason, "#")}
		i, seen := at[k]
		if !seen {
			i = len(list)
			at[k] = i
			list = append(list, Refused{Page: k.page, Column: k.column, Reason: r.Reason})
		}
		list[i].Count++
		if r.At.Row > 0 {
			list[i].Rows = append(list[i].Rows, r.At.Row)
		}
	}
	slices.SortStableFunc(list, func(a, b Refused) int { return cmp.Compare(b.Count, a.Count) })
	return list
}

// Unmatched is a value that stands where codes stand and is none of them.
type Unmatched struct {
	Field string // its path
	Page  string
	Row   int    // of the first
	Value string // as it may be shown; "" when it may not, or for several
	Text  string
	Count int
}

func unmatched(all []casefile.Note) []Unmatched {
	var list []Unmatched
	for _, n := range all {
		if n.Kind == ledger.UnmatchedValue {
			list = append(list, Unmatched{Field: n.Field, Page: n.At.Page(), Row: n.At.Row, Value: n.Value, Text: n.Text, Count: max(1, n.Count)})
		}
	}
	slices.SortStableFunc(list, func(a, b Unmatched) int {
		return cmp.Or(strings.Compare(a.Field, b.Field), cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
	})
	return list
}

// Notes are the notes of one kind.
type Notes struct {
	Kind  string
	Count int
}

// notes counts the notes that stand nowhere else: not those on values, nor on
// columns, which are listed with their inputs.
func notes(all []casefile.Note) []Notes {
	counts := map[string]int{}
	for _, n := range all {
		if n.Kind != ledger.UnmatchedValue && n.Kind != ledger.UnknownColumn {
			counts[n.Kind] += max(1, n.Count)
		}
	}
	var list []Notes
	for _, kind := range sortedKeys(counts) {
		list = append(list, Notes{kind, counts[kind]})
	}
	slices.SortStableFunc(list, func(a, b Notes) int { return cmp.Compare(b.Count, a.Count) })
	return list
}
