package propose

import (
	"maps"
	"regexp"
	"strings"
	"unicode"
)

// tokens parts a heading into words, each as the vocabulary has it: DateOfBirth,
// date_of_birth and "DOB" are the same.
func (v *vocabulary) tokens(text string) set {
	found := set{}
	for _, word := range words(text) {
		if means, known := v.same[word]; known {
			for _, token := range means {
				found[token] = true
			}
			continue
		}
		single := singular(word)
		if means, known := v.same[single]; known {
			for _, token := range means {
				found[token] = true
			}
		} else if !v.drop[single] && !v.drop[word] {
			found[single] = true
		}
	}
	return found
}

// words parts text where its letters end, and where a capital begins a word inside
// a name. Initials are one word: D.O.B. is dob.
func words(text string) []string {
	text = counting.ReplaceAllString(text, "count ")
	text = initials.ReplaceAllStringFunc(text, func(s string) string { return strings.ReplaceAll(s, ".", "") })
	var list []string
	var word []rune
	end := func() {
		if len(word) > 0 {
			list = append(list, strings.ToLower(string(word)))
		}
		word = word[:0]
	}
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case r == '\'' || r == '’': // child's
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			end()
			continue
		case unicode.IsUpper(r) && i > 0 && (unicode.IsLower(runes[i-1]) || unicode.IsUpper(runes[i-1]) && begins(runes[i+1:])):
			end()
		}
		word = append(word, r)
	}
	end()
	return list
}

// counting is how a heading says that it counts: a number of things is no id.
var counting = regexp.MustCompile(`(?i)\b(number|num|no\.?) of\b`)

// begins reports whether small letters follow the capital of a word: not when all
// that follows is an s, as in ICPCs.
func begins(rest []rune) bool {
	if len(rest) == 0 || !unicode.IsLower(rest[0]) {
		return false
	}
	return rest[0] != 's' || len(rest) > 1 && unicode.IsLetter(rest[1])
}

var initials = regexp.MustCompile(`\b([A-Za-z]\.){2,}[A-Za-z]?\b`)

// singular takes a plural's s off.
func singular(word string) string {
	if len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is") {
		return word[:len(word)-1]
	}
	return word
}

// holds reports whether every token of another set is in this one.
func (s set) holds(other set) bool {
	for token := range other {
		if !s[token] {
			return false
		}
	}
	return len(other) > 0
}

func joined(a, b set) set {
	both := maps.Clone(a)
	maps.Copy(both, b)
	return both
}

// without gives the tokens that are not in another set.
func (s set) without(other set) set {
	rest := set{}
	for token := range s {
		if !other[token] {
			rest[token] = true
		}
	}
	return rest
}

// sum adds up the weights of tokens.
func (v *vocabulary) sum(s set) int {
	total := 0
	for token := range s {
		total += v.weight(token)
	}
	return total
}

// alike says how far a heading and a phrase have the same words, from 0 to 1. Words
// of the heading that the table is about anyway (free) say little when the phrase
// lacks them.
func (v *vocabulary) alike(heading, phrase, free set) float64 {
	if len(heading) == 0 || len(phrase) == 0 {
		return 0
	}
	common, of := 0, v.sum(phrase)
	for token := range heading {
		switch {
		case phrase[token]:
			common += v.weight(token)
			of += v.weight(token)
		case free[token]:
			of += v.weight(token) / 10
		default:
			of += v.weight(token)
		}
	}
	return 2 * float64(common) / float64(of)
}

// full gives the likeness to the names that say what a field is anywhere.
func (v *vocabulary) full(heading set, t *target, free set) float64 {
	most := v.best(heading, t.full, free)
	for _, n := range t.of {
		if heading[n.head] {
			most = max(most, v.alike(heading, n.phrase, free))
		}
	}
	return most
}

// best gives the likeness to the phrase that is most alike.
func (v *vocabulary) best(heading set, phrases []set, free set) float64 {
	most := 0.0
	for _, p := range phrases {
		most = max(most, v.alike(heading, p, free))
	}
	return most
}
