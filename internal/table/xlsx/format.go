package xlsx

import "strings"

// format is what a cell's style makes of a number.
type format struct {
	kind  formatKind
	zeros int // for plain: fill up to so many digits, as the format 0000000 does
}

type formatKind uint8

const (
	plain   formatKind = iota
	date               // a day, with or without a time
	clock              // a time of day alone
	elapsed            // hours or minutes or seconds that may pass a day
)

// builtin gives the formats that a workbook need not spell out (ECMA-376 part 1,
// 18.8.30). 27 to 36 and 50 to 58 are dates or times of day in East Asian
// versions and unused elsewhere; which of the two the number itself shows.
func builtin(id int) format {
	switch {
	case id >= 14 && id <= 17, id == 22:
		return format{kind: date}
	case id >= 18 && id <= 21, id == 45, id == 47, id >= 27 && id <= 36, id >= 50 && id <= 58:
		return format{kind: clock}
	case id == 46:
		return format{kind: elapsed}
	}
	return format{}
}

// parseFormat reads a format's code. Only its first section counts, the one for
// positive numbers.
func parseFormat(code string) format {
	letters, zeros := tokens(code)
	switch {
	case strings.Contains(letters, "["):
		return format{kind: elapsed}
	case strings.ContainsAny(letters, "dye"):
		return format{kind: date}
	case strings.ContainsAny(letters, "hs"):
		return format{kind: clock}
	case strings.Contains(letters, "m"):
		return format{kind: date}
	case letters == "" && zeros > 1:
		return format{zeros: zeros}
	}
	return format{}
}

// tokens gives the letters of a format that stand for parts of a date, "[" for
// an elapsed time and "0" for digits that are no fraction of a second, in their
// order; or no letters and the number of noughts when the format is nothing but
// noughts.
func tokens(code string) (letters string, zeros int) {
	if first, _, _ := strings.Cut(code, ";"); first != "" && strings.Trim(first, "0") == "" {
		return "", len(first)
	}
	var b strings.Builder
	numeric := false
	for i := 0; i < len(code); i++ {
		c := code[i] | 0x20 // lower case
		switch {
		case code[i] == ';':
			i = len(code)
		case code[i] == '"':
			if end := strings.IndexByte(code[i+1:], '"'); end >= 0 {
				i += end + 1
			} else {
				i = len(code)
			}
		case code[i] == '\\' || code[i] == '_' || code[i] == '*':
			i++
		case code[i] == '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return "", 0
			}
			if inside := strings.ToLower(code[i+1 : i+end]); inside != "" && (strings.Trim(inside, "h") == "" || strings.Trim(inside, "m") == "" || strings.Trim(inside, "s") == "") {
				b.WriteString("[" + inside[:1])
			}
			i += end
		case strings.HasPrefix(strings.ToLower(code[i:]), "general"):
			i += len("general") - 1
		case strings.HasPrefix(strings.ToLower(code[i:]), "am/pm"):
			i += len("am/pm") - 1
		case c == 'e' && i+1 < len(code) && (code[i+1] == '+' || code[i+1] == '-'):
			i++ // an exponent
		case strings.IndexByte("dmyhse", c) >= 0:
			b.WriteByte(c)
		case code[i] == '.' && strings.HasSuffix(b.String(), "s"):
			for i+1 < len(code) && code[i+1] == '0' {
				i++
			}
		case strings.IndexByte("0#?@", code[i]) >= 0:
			numeric = true
		}
	}
	if numeric {
		return "0", 0
	}
	return b.String(), 0
}
