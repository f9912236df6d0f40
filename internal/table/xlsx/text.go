package xlsx

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// rich appends the text of a string item, the element begun last, to out: its
// own, and that of its runs. What a phonetic run says is how the text is
// pronounced and is left out.
func (s *scanner) rich(out []byte) ([]byte, error) {
	depth := len(s.ends)
	for {
		kind, err := s.next()
		if err != nil {
			return out, err
		}
		switch kind {
		case tokenEnd:
			if len(s.ends) < depth {
				return out, nil
			}
		case tokenText:
			if !s.white() {
				return out, s.fault("text that stands in no element for text")
			}
		case tokenStart:
			switch {
			case s.is("t"):
				out, err = s.content(out)
			case s.is("r") && len(s.ends) == depth+1:
			case s.is("rPh"), s.is("phoneticPr"), s.is("rPr"), s.is("extLst"):
				err = s.skip()
			default:
				err = s.fault("an element that no text has")
			}
			if err != nil {
				return out, err
			}
		}
	}
}

// content appends the text of the element begun last, its escapes decoded.
func (s *scanner) content(out []byte) ([]byte, error) {
	from := len(out)
	for {
		kind, err := s.next()
		if err != nil {
			return out, err
		}
		switch kind {
		case tokenEnd:
			if at := bytes.Index(out[from:], []byte("_x")); at >= 0 {
				out = unescape(out, from+at)
			}
			return out, nil
		case tokenText:
			out = append(out, s.text...)
		case tokenStart:
			return out, s.fault("an element stands in text")
		}
	}
}

// unescape decodes, from a place on, the characters that a workbook writes as
// _xHHHH_ because XML cannot hold them, or would change them as it does a
// carriage return. A control character that no text has becomes U+FFFD; half of
// a character stays as it was written.
func unescape(b []byte, from int) []byte {
	out := b[:from]
	for i := from; i < len(b); {
		unit, ok := escaped(b[i:])
		if !ok {
			out = append(out, b[i])
			i++
			continue
		}
		r, n := rune(unit), 7
		if utf16.IsSurrogate(r) {
			low, _ := escaped(b[i+7:])
			if r = utf16.DecodeRune(r, rune(low)); r == utf8.RuneError {
				out = append(out, b[i])
				i++
				continue
			}
			n = 14
		}
		if !allowed(r) {
			r = utf8.RuneError
		}
		out = utf8.AppendRune(out, r)
		i += n
	}
	return out
}

// escaped reads _xHHHH_ at the beginning of b.
func escaped(b []byte) (unit uint16, ok bool) {
	if len(b) < 7 || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	return uint16(n), err == nil
}
