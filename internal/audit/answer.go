package audit

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// said is one criterion's rules on one subject, by the position of the item.
type said struct {
	applies, met           map[int]bool
	start, due, done, note map[int]string
	doubts                 map[int][]string
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
		return set, nil
	case bool:
		if record {
			if x {
				set[0] = true
			}
			return set, nil
		}
	case []any:
		if record {
			break
		}
		for _, member := range x {
			n, _ := member.(json.Number)
			i, err := strconv.Atoi(string(n))
			if err != nil {
				return nil, fmt.Errorf("holds %s: want positions", kind(member))
			}
			set[i] = true
		}
		return set, nil
	}
	if record {
		return nil, fmt.Errorf("is %s: want a boolean", kind(value))
	}
	return nil, fmt.Errorf("is %s: want a set of positions", kind(value))
}

// readTexts reads texts by position; for a record, a text stands for position 0.
// A stray null or flag where a date should be is no date.
func readTexts(value any, record bool) (map[int]string, error) {
	table := map[string]any{"0": value}
	if !record {
		var ok bool
		if table, ok = value.(map[string]any); !ok && value != nil {
			return nil, fmt.Errorf("is %s: want texts by position", kind(value))
		}
	}
	texts := map[int]string{}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		i, err := strconv.Atoi(key)
		if err != nil {
			return nil, fmt.Errorf("has the key %q: want positions", key)
		}
		switch member := table[key].(type) {
		case string:
			texts[i] = member
		case nil, bool:
		default:
			return nil, fmt.Errorf("is %s: want a text", kind(member))
		}
	}
	return texts, nil
}

// readDoubts reads sets of sentences by position; for a record, one set.
func readDoubts(value any, record bool) (map[int][]string, error) {
	if value == nil {
		return nil, nil
	}
	table := map[string]any{"0": value}
	if !record {
		var ok bool
		if table, ok = value.(map[string]any); !ok {
			return nil, fmt.Errorf("is %s: want sets of sentences by position", kind(value))
		}
	}
	doubts := map[int][]string{}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		i, err := strconv.Atoi(key)
		if err != nil {
			return nil, fmt.Errorf("has the key %q: want positions", key)
		}
		list, ok := table[key].([]any)
		if !ok {
			return nil, fmt.Errorf("is %s: want a set of sentences", kind(table[key]))
		}
		for _, x := range list {
			text, ok := x.(string)
			if !ok {
				return nil, fmt.Errorf("holds %s: want sentences", kind(x))
			}
			doubts[i] = append(doubts[i], text)
		}
	}
	return doubts, nil
}

// kind names what a policy gave, for somebody who writes Rego.
func kind(value any) string {
	switch value.(type) {
	case nil:
		return "null"
	case bool:
		return "a boolean"
	case json.Number:
		return "a number"
	case string:
		return "a text"
	case []any:
		return "a set or a list"
	}
	return "an object"
}
