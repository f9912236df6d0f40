package letter

import (
	"fmt"
	"strings"
)

// counted is a number with its noun: "1 child", "300 children", "no children".
func counted(n int, one, many string) string {
	if n == 0 {
		return "no " + many
	}
	return fmt.Sprintf("%d %s", n, either(n, one, many))
}

// either is the word for one or the word for many.
func either(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// enumerate joins parts as a sentence does: "a, b and c"; with semicolons where a
// part has a comma or an "and" of its own.
func enumerate(parts []string) string {
	separator := ", "
	for _, p := range parts {
		if strings.Contains(p, ",") || strings.Contains(p, " and ") {
			separator = "; "
		}
	}
	n := len(parts)
	if n < 2 || separator == "; " {
		return strings.Join(parts, separator)
	}
	return strings.Join(parts[:n-1], separator) + " and " + parts[n-1]
}

// capital begins a sentence of our own words with a capital letter.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
