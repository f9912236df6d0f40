package fault

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// placeholders that faults plant; the policies know more of them.
var placeholders = []string{"n/a", "TBC", "see above", "Not recorded.", "none", "to follow", "As before", "Not known", "n/k"}

// recorded reports whether a narrative says something: yes, or at least three
// words that are no placeholder.
func recorded(item Item, field string) bool {
	if yes(item, field) {
		return true
	}
	s := strings.ToLower(strings.Trim(text(item, field), " ."))
	for _, p := range placeholders {
		if s == strings.ToLower(strings.Trim(p, ".")) {
			return false
		}
	}
	words := 0
	for word := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			words++
		}
	}
	return words >= 3
}

// silence makes a narrative say nothing, in one of the ways it happens.
func silence(item Item, field string, r *rand.Rand) bool {
	if _, flag := item[field].(bool); flag {
		if r.IntN(2) == 0 {
			item[field] = false
			return true
		}
		delete(item, field)
		return true
	}
	switch r.IntN(5) {
	case 0:
		item[field] = placeholders[r.IntN(len(placeholders))]
	case 1:
		item[field] = "Yes done" // too few words to say anything
	default:
		delete(item, field)
	}
	return true
}
