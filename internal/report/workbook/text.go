package workbook

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// cellLimit is what a cell holds, in UTF-16 units. Source: Excel specifications and limits.
	cellLimit = 32767
	cutMark   = "… (cut; see the record)"
)

// clean makes text from outside fit for a cell. It takes out control characters
// and the marks that turn the direction of text (they can make a name or a date
// read as another), writes every line end as a line feed, and cuts what a cell
// cannot hold, saying so.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ").Replace(s)
	return cut(strings.Map(visible, s))
}

// plain reports the common case: short and nothing but printable ASCII.
func plain(s string) bool {
	if len(s) > cellLimit {
		return false
	}
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// visible drops a character that is no part of what a person wrote. Joiners
// (U+200C, U+200D) are kept: they are part of names in some scripts.
func visible(r rune) rune {
	switch {
	case r == '\n':
		return r
	case unicode.IsControl(r),
		r == '\u061c', r == '\u200b', r == '\u200e', r == '\u200f', // marks of direction, zero-width space
		'\u202a' <= r && r <= '\u202e', '\u2060' <= r && r <= '\u2069',
		r == '\ufeff', r&0xfffe == 0xfffe, '\ufdd0' <= r && r <= '\ufdef':
		return -1
	}
	return r
}

// cut shortens text to what a cell holds and marks that it did.
func cut(s string) string {
	if units(s) <= cellLimit {
		return s
	}
	room := cellLimit - units(cutMark)
	for i, r := range s {
		if room -= units(string(r)); room < 0 {
			return s[:i] + cutMark
		}
	}
	return s
}

func units(s string) int {
	n := 0
	for _, r := range s {
		if n++; r > 0xffff {
			n++
		}
	}
	return n
}

// escape protects text that looks like Excel's own escape for a character:
// a note that says "_x000D_" must not become a line end. The library does it in
// streams and forgets it elsewhere.
func escape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for i := range len(s) {
		if isEscape(s[i:]) {
			out.WriteString("_x005F_")
		} else {
			out.WriteByte(s[i])
		}
	}
	return out.String()
}

func isEscape(s string) bool {
	if len(s) < 7 || s[0] != '_' || s[1] != 'x' || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if !strings.ContainsRune("0123456789abcdefABCDEF", rune(c)) {
			return false
		}
	}
	return true
}

// oneLine is clean text for a place without line ends, such as a heading.
func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// shorten cuts text to so many characters with an ellipsis.
func shorten(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:limit-1])) + "…"
}
