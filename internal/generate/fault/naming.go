package fault

import (
	"encoding/json"
	"fmt"
	"reflect"
	"sort"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// ItemNames names the items of an entity as findings do: by their id, else by the
// day of their anchor date, else "undated". Of items that share a name the second
// and later ones, in the order of their contents, are numbered.
func ItemNames(items []Item, key, anchor string) []string {
	names := make([]string, len(items))
	sharing := map[string][]int{}
	for i, item := range items {
		name, _ := item[key].(string)
		if name == "" {
			name, _ = item[anchor].(string)
			name = timing.Day(name)
		}
		if name == "" {
			name = "undated"
		}
		names[i] = name
		sharing[name] = append(sharing[name], i)
	}
	for name, positions := range sharing {
		if len(positions) < 2 {
			continue
		}
		contents := func(i int) string {
			text, _ := json.Marshal(items[i]) // plain values cannot fail
			return string(text)
		}
		sort.SliceStable(positions, func(a, b int) bool { return contents(positions[a]) < contents(positions[b]) })
		for n, i := range positions[1:] {
			names[i] = fmt.Sprintf("%s#%d", name, n+2)
		}
	}
	return names
}

// itself tells an item from all others of its record, whatever is changed in it.
func itself(item Item) uintptr { return reflect.ValueOf(item).Pointer() }
