package xlsx

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

var (
	errUTF8      = errors.New("the part is not UTF-8")
	errCharacter = errors.New("a character that no text has")
)

// characters checks bytes that are to be read and gives how many of them make
// whole characters that XML allows. Only at the end must that be all.
func characters(b []byte, final bool) (int, error) {
	i := 0
	for i < len(b) {
		// Eight bytes at a time while they are plain: no high bit, none below space.
		for i+8 <= len(b) {
			w := binary.LittleEndian.Uint64(b[i:])
			if (w|(w-0x2020202020202020)&^w)&0x8080808080808080 != 0 {
				break
			}
			i += 8
		}
		for stop := min(i+8, len(b)); i < stop; {
			c := b[i]
			if c < utf8.RuneSelf {
				if c < ' ' && c != '\n' && c != '\r' && c != '\t' {
					return i, errCharacter
				}
				i++
				continue
			}
			if !utf8.FullRune(b[i:]) && !final {
				return i, nil
			}
			r, n := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && n < 2 {
				return i, errUTF8
			}
			if !allowed(r) {
				return i, errCharacter
			}
			i += n
		}
	}
	return i, nil
}

// allowed is XML's production Char.
func allowed(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= utf8.MaxRune
}

// scanText reads up to the next tag. Outside the root only white space may
// stand, which is not given.
func (s *scanner) scanText() (given bool, err error) {
	b := s.buf[s.pos:s.end]
	n := bytes.IndexByte(b, '<')
	for n < 0 {
		if err := s.more(); errors.Is(err, io.EOF) {
			n = s.end - s.pos
			break
		} else if err != nil {
			return false, err
		}
		had := len(b)
		b = s.buf[s.pos:s.end]
		if n = bytes.IndexByte(b[had:], '<'); n >= 0 {
			n += had
		}
	}
	b = s.buf[s.pos : s.pos+n]
	if len(s.ends) == 0 {
		if !s.begun && s.base+int64(s.pos) == 0 {
			b = bytes.TrimPrefix(b, []byte("\ufeff"))
		}
		if len(b) > 0 {
			s.begun = true
		}
		if spaceLength(b) < len(b) {
			return false, s.fault("text stands outside the root element")
		}
		s.pos += n
		return false, nil
	}
	s.scratch = s.scratch[:0]
	s.text, err = s.plain(b)
	s.pos += n
	return err == nil, err
}

// plain gives text with its entities replaced and its line ends as \n.
func (s *scanner) plain(b []byte) ([]byte, error) {
	i := 0
	for i < len(b) && classes[b[i]]&textMark == 0 {
		i++
	}
	if i == len(b) {
		return b, nil
	}
	out := append(s.scratch, b[:i]...)
	for i < len(b) {
		switch c := b[i]; {
		case c == '&':
			r, n, err := s.entity(b[i:])
			if err != nil {
				return nil, err
			}
			out = utf8.AppendRune(out, r)
			i += n
			continue
		case c == '\r':
			out = append(out, '\n')
			if i+1 < len(b) && b[i+1] == '\n' {
				i++
			}
		case c == '>' && i > 1 && b[i-1] == ']' && b[i-2] == ']':
			return nil, s.fault("]]> stands in text")
		default:
			out = append(out, c)
		}
		i++
	}
	s.scratch = out
	return out, nil
}

// attributeValue gives a value with its entities replaced and its white space
// as spaces.
func (s *scanner) attributeValue(b []byte) ([]byte, error) {
	i := 0
	for i < len(b) && classes[b[i]]&valueMark == 0 {
		i++
	}
	if i == len(b) {
		return b, nil
	}
	from := len(s.scratch)
	out := append(s.scratch, b[:i]...)
	for i < len(b) {
		switch c := b[i]; {
		case c == '&':
			r, n, err := s.entity(b[i:])
			if err != nil {
				return nil, err
			}
			out = utf8.AppendRune(out, r)
			i += n
			continue
		case c == '<':
			return nil, s.fault("a < stands in an attribute")
		case classes[c]&whiteChar != 0:
			out = append(out, ' ')
			if c == '\r' && i+1 < len(b) && b[i+1] == '\n' {
				i++
			}
		default:
			out = append(out, c)
		}
		i++
	}
	s.scratch = out
	return out[from:], nil
}

// entity reads one of XML's five entities or a character by its number. Others
// would have to be declared in a document type, and none is taken.
func (s *scanner) entity(b []byte) (rune, int, error) {
	end := bytes.IndexByte(b[:min(len(b), 12)], ';')
	if end < 0 {
		return 0, 0, s.fault("an & is not followed by the name of a character")
	}
	name := string(b[1:end])
	switch name {
	case "amp":
		return '&', end + 1, nil
	case "lt":
		return '<', end + 1, nil
	case "gt":
		return '>', end + 1, nil
	case "quot":
		return '"', end + 1, nil
	case "apos":
		return '\'', end + 1, nil
	}
	if digits, ok := strings.CutPrefix(name, "#"); ok {
		base := 10
		if hex, ok := strings.CutPrefix(digits, "x"); ok {
			digits, base = hex, 16
		}
		if n, err := strconv.ParseUint(digits, base, 32); err == nil && n <= utf8.MaxRune && allowed(rune(n)) {
			return rune(n), end + 1, nil
		}
	}
	return 0, 0, s.fault("an entity that is none of XML's own: entities are not expanded")
}

// instruction passes over <?...?>. An XML declaration must come first and may
// name no other encoding than UTF-8.
func (s *scanner) instruction(b []byte) (int, error) {
	end := bytes.Index(b[2:], []byte("?>")) + 2
	if end < 2 {
		return -1, nil
	}
	n := nameLength(b[2:end])
	name, rest := string(b[2:2+n]), b[2+n:end]
	if !goodName([]byte(name)) || len(rest) > 0 && spaceLength(rest) == 0 {
		return 0, s.fault("a wrong processing instruction")
	}
	if !strings.EqualFold(name, "xml") {
		return end + 2, nil
	}
	if name != "xml" || s.begun {
		return 0, s.fault("an XML declaration that does not stand first")
	}
	for i, want := range []string{"version", "encoding", "standalone"} {
		key, value, after := pseudo(rest)
		if key != want {
			if i == 0 {
				return 0, s.fault("a wrong XML declaration")
			}
			continue
		}
		rest = after
		switch {
		case want == "version" && value != "1.0":
			return 0, s.fault("XML of another version than 1.0")
		case want == "encoding" && !strings.EqualFold(value, "utf-8"):
			return 0, s.fault("the part is in another encoding than UTF-8")
		}
	}
	if spaceLength(rest) < len(rest) {
		return 0, s.fault("a wrong XML declaration")
	}
	return end + 2, nil
}

// pseudo reads a name="value" of an XML declaration.
func pseudo(b []byte) (key, value string, rest []byte) {
	i := spaceLength(b)
	n := nameLength(b[i:])
	if i == 0 || n == 0 {
		return "", "", b
	}
	key = string(b[i : i+n])
	after := bytes.TrimLeft(b[i+n:], " \t\r\n")
	if len(after) == 0 || after[0] != '=' {
		return "", "", b
	}
	after = bytes.TrimLeft(after[1:], " \t\r\n")
	if len(after) == 0 || after[0] != '"' && after[0] != '\'' {
		return "", "", b
	}
	end := bytes.IndexByte(after[1:], after[0])
	if end < 0 {
		return "", "", b
	}
	return key, string(after[1 : 1+end]), after[end+2:]
}

// declaration reads what begins with <!: a comment, which is passed over, or
// text marked as such. A document type is refused.
func (s *scanner) declaration(b []byte) (n int, given bool, err error) {
	const comment, cdata = "<!--", "<![CDATA["
	switch {
	case len(b) < len(cdata) && (strings.HasPrefix(cdata, string(b)) || strings.HasPrefix(comment, string(b))):
		return -1, false, nil
	case bytes.HasPrefix(b, []byte(comment)):
		end := bytes.Index(b[4:], []byte("--"))
		if end < 0 || 4+end+2 == len(b) {
			return -1, false, nil
		}
		if b[4+end+2] != '>' {
			return 0, false, s.fault("-- stands in a comment")
		}
		return 4 + end + 3, false, nil
	case bytes.HasPrefix(b, []byte(cdata)) && len(s.ends) > 0:
		end := bytes.Index(b, []byte("]]>"))
		if end < 0 {
			return -1, false, nil
		}
		s.text = b[len(cdata):end]
		if bytes.IndexByte(s.text, '\r') >= 0 {
			s.text = bytes.ReplaceAll(bytes.ReplaceAll(s.text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
		}
		return end + 3, true, nil
	case bytes.HasPrefix(b, []byte("<!DOCTYPE")):
		return 0, false, s.fault("a document type (DOCTYPE), which no workbook has: it is not read")
	case len(b) < len("<!DOCTYPE") && strings.HasPrefix("<!DOCTYPE", string(b)):
		return -1, false, nil
	}
	return 0, false, s.fault("a <! that begins nothing known")
}
