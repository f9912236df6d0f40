package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Identity is the name a finding keeps from month to month: criterion, case and
// item, hashed. It never holds a row number, so it survives a new export.
func Identity(criterion, caseID, item string) string {
	sum := sha256.New()
	for _, part := range []string{criterion, caseID, item} {
		fmt.Fprintf(sum, "%d:%s", len(part), part)
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// itemNames names each item of an entity: its id, else its anchor date, else
// "undated". Items that share a name are numbered from the second on, in the
// order of their contents, so that the order of rows in the export does not matter.
func itemNames(items []any, key, anchor string) []string {
	names := make([]string, len(items))
	sharing := map[string][]int{}
	for i, x := range items {
		item, _ := x.(map[string]any)
		name, _ := item[key].(string)
		if name == "" {
			if date, _ := item[anchor].(string); len(date) >= 10 {
				name = date[:10]
			}
		}
		if name == "" {
			name = "undated"
		}
		names[i] = name
		sharing[name] = append(sharing[name], i)
	}
	for name, positions := range sharing {
		if len(positions) == 1 {
			continue
		}
		text := make(map[int]string, len(positions))
		for _, i := range positions {
			b, _ := json.Marshal(items[i]) // plain values with sorted keys cannot fail
			text[i] = string(b)
		}
		slices.SortStableFunc(positions, func(a, b int) int { return strings.Compare(text[a], text[b]) })
		n := 1
		for _, i := range positions[1:] {
			for n++; sharing[numbered(name, n)] != nil; n++ { // an id may look like a numbered name
			}
			names[i] = numbered(name, n)
		}
	}
	return names
}

func numbered(name string, n int) string { return fmt.Sprintf("%s#%d", name, n) }
