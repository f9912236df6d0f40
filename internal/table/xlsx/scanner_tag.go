package xlsx

import (
	"bytes"
	"strings"
)

// The namespaces of spreadsheets, of the first and of the strict kind.
const (
	mainSpace   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	strictSpace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
)

// startTag reads a start tag and opens its element. It gives the bytes used, -1
// when more are needed.
func (s *scanner) startTag(b []byte) (int, error) {
	i := 1 + nameLength(b[1:])
	if i == len(b) {
		return -1, nil
	}
	full := b[1:i]
	s.attrs, s.scratch = s.attrs[:0], s.scratch[:0]
	for {
		from := i
		i += spaceLength(b[i:])
		if i == len(b) {
			return -1, nil
		}
		switch {
		case b[i] == '>':
			return i + 1, s.push(full, false)
		case b[i] == '/':
			if i+1 == len(b) {
				return -1, nil
			}
			if b[i+1] != '>' {
				return 0, s.fault("a / in a tag is not followed by >")
			}
			return i + 2, s.push(full, true)
		case i == from:
			return 0, s.fault("a tag has a wrong name, or no space before an attribute")
		}
		n, err := s.attribute(b[i:])
		if n < 0 || err != nil {
			return n, err
		}
		i += n
	}
}

// attribute reads name="value".
func (s *scanner) attribute(b []byte) (int, error) {
	n := nameLength(b)
	i := n + spaceLength(b[n:])
	if i == len(b) {
		return -1, nil
	}
	name := b[:n]
	if b[i] != '=' || !goodName(name) {
		return 0, s.fault("an attribute has a wrong name or no value")
	}
	i++
	i += spaceLength(b[i:])
	if i == len(b) {
		return -1, nil
	}
	if b[i] != '"' && b[i] != '\'' {
		return 0, s.fault("an attribute's value is not in quotation marks")
	}
	length := bytes.IndexByte(b[i+1:], b[i])
	if length < 0 {
		return -1, nil
	}
	value, err := s.attributeValue(b[i+1 : i+1+length])
	if err != nil {
		return 0, err
	}
	for j := range s.attrs {
		if string(s.attrs[j].name) == string(name) {
			return 0, s.fault("an attribute stands twice in a tag")
		}
	}
	if len(s.attrs) == maxAttrs {
		return 0, s.fault("a tag has more than %d attributes", maxAttrs)
	}
	s.attrs = append(s.attrs, attr{name, value})
	return i + length + 2, nil
}

// push opens the element of the tag just read.
func (s *scanner) push(full []byte, closing bool) error {
	if !goodName(full) {
		return s.fault("a tag has a wrong name")
	}
	if len(s.ends) == 0 && s.rooted {
		return s.fault("the part has a second root")
	}
	if len(s.ends) == maxDepth {
		return s.fault("elements stand more than %d deep in one another", maxDepth)
	}
	s.rooted = true
	s.open = append(s.open, full...)
	s.ends = append(s.ends, len(s.open))
	s.closing = closing
	for _, a := range s.attrs {
		if len(a.name) >= 5 && string(a.name[:5]) == "xmlns" {
			s.declare(a)
		}
	}
	s.name, s.main = full, s.bare
	if colon := bytes.IndexByte(full, ':'); colon >= 0 {
		s.name, s.main = full[colon+1:], s.prefixed(full[:colon])
	}
	s.mains = append(s.mains, s.main)
	return nil
}

// declare takes account of a namespace that the open element declares.
func (s *scanner) declare(a attr) {
	prefix := strings.TrimPrefix(string(a.name[5:]), ":")
	main := string(a.value) == mainSpace || string(a.value) == strictSpace
	s.spaces = append(s.spaces, space{prefix, main, len(s.ends)})
	if prefix == "" {
		s.bare = main
	}
}

func (s *scanner) prefixed(prefix []byte) bool {
	for i := len(s.spaces) - 1; i >= 0; i-- {
		if s.spaces[i].prefix == string(prefix) {
			return s.spaces[i].main
		}
	}
	return false
}

// endTag reads an end tag and closes its element.
func (s *scanner) endTag(b []byte) (int, error) {
	i := 2 + nameLength(b[2:])
	name := b[2:i]
	i += spaceLength(b[i:])
	if i == len(b) {
		return -1, nil
	}
	if b[i] != '>' {
		return 0, s.fault("an end tag is not ended")
	}
	if len(s.ends) == 0 {
		return 0, s.fault("an end tag has no start")
	}
	if string(s.last()) != string(name) {
		return 0, s.fault("an end tag has another name than the element it ends")
	}
	s.pop()
	return i + 1, nil
}

// last is the full name of the element opened last.
func (s *scanner) last() []byte {
	from := 0
	if n := len(s.ends); n > 1 {
		from = s.ends[n-2]
	}
	return s.open[from:]
}

// pop closes the element opened last.
func (s *scanner) pop() {
	n := len(s.ends) - 1
	s.name, s.main = s.last(), s.mains[n]
	if colon := bytes.IndexByte(s.name, ':'); colon >= 0 {
		s.name = s.name[colon+1:]
	}
	s.open = s.open[:len(s.open)-len(s.last())]
	s.ends, s.mains = s.ends[:n], s.mains[:n]
	if k := len(s.spaces); k == 0 || s.spaces[k-1].depth <= n {
		return
	}
	for k := len(s.spaces); k > 0 && s.spaces[k-1].depth > n; k = len(s.spaces) {
		s.spaces = s.spaces[:k-1]
	}
	s.bare = s.prefixed(nil)
}

// goodName reports whether a run of name characters is a name, with at most one
// prefix.
func goodName(name []byte) bool {
	if len(name) == 0 || classes[name[0]]&nameStart == 0 {
		return false
	}
	colon := bytes.IndexByte(name, ':')
	return colon < 0 || colon+1 < len(name) && classes[name[colon+1]]&nameStart != 0 && bytes.IndexByte(name[colon+1:], ':') < 0
}

func nameLength(b []byte) int {
	for i, c := range b {
		if classes[c]&nameChar == 0 {
			return i
		}
	}
	return len(b)
}

func spaceLength(b []byte) int {
	for i, c := range b {
		if classes[c]&whiteChar == 0 {
			return i
		}
	}
	return len(b)
}

// Classes of bytes.
const (
	nameStart uint8 = 1 << iota
	nameChar
	whiteChar
	textMark  // needs a look when it stands in text
	valueMark // needs a look when it stands in an attribute
)

var classes = func() (c [256]uint8) {
	for b := 'a'; b <= 'z'; b++ {
		c[b] = nameStart | nameChar
		c[b-'a'+'A'] = nameStart | nameChar
	}
	for b := '0'; b <= '9'; b++ {
		c[b] = nameChar
	}
	c['_'] = nameStart | nameChar
	c['-'], c['.'], c[':'] = nameChar, nameChar, nameChar
	for _, b := range " \t\r\n" {
		c[b] = whiteChar
	}
	for _, b := range "&\r>" {
		c[b] |= textMark
	}
	for _, b := range "&<\t\r\n" {
		c[b] |= valueMark
	}
	return c
}()
