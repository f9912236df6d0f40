package mapping

import (
	"strings"
	"unicode/utf8"
)

// Matches reports whether a name is what a File or Sheet of a mapping names: the
// same but for case, or by its marks * (any text) and ? (one character). Nothing
// else in it is a mark: "Report [final].xlsx" is a plain name.
func Matches(pattern, name string) bool {
	return matches(strings.ToLower(pattern), strings.ToLower(name))
}

func matches(pattern, name string) bool {
	for pattern != "" {
		mark, size := utf8.DecodeRuneInString(pattern)
		switch mark {
		case '*':
			rest := strings.TrimLeft(pattern, "*")
			for from := range name {
				if matches(rest, name[from:]) {
					return true
				}
			}
			return rest == ""
		case '?':
			if name == "" {
				return false
			}
			_, n := utf8.DecodeRuneInString(name)
			pattern, name = pattern[size:], name[n:]
		default:
			if !strings.HasPrefix(name, pattern[:size]) {
				return false
			}
			pattern, name = pattern[size:], name[size:]
		}
	}
	return name == ""
}

// HeaderAgain reports whether a row is the header again, as where a report is printed
// page by page, or one of the rows of a header that has several.
func HeaderAgain(header, cells []string) bool {
	same, whole := 0, 0
	for i, cell := range cells {
		word := Fold(cell)
		if word == "" {
			continue
		}
		if i >= len(header) {
			return false
		}
		name := Fold(header[i])
		switch {
		case name == word:
			whole++
		case !strings.HasPrefix(name, word+" ") && !strings.HasSuffix(name, " "+word):
			return false
		}
		same++
	}
	return whole > 0 && same*2 > len(header)
}
