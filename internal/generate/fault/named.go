package fault

import (
	"math/rand/v2"
	"strings"
)

// code is a coded value, whatever its case.
func code(item Item, field string) string { return strings.ToLower(text(item, field)) }

// unknowns are what people write for a name that they do not have.
var unknowns = []string{"Not known", "tbc", "n/k"}

// unnamed is the fault of not saying what something is called.
func unnamed(field string) func(*View, Item, *rand.Rand) bool {
	return func(_ *View, item Item, r *rand.Rand) bool {
		if delete(item, field); r.IntN(3) == 0 {
			item[field] = unknowns[r.IntN(len(unknowns))]
		}
		return true
	}
}
