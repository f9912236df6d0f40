package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// scanner reads one XML part token by token. It is much faster than
// encoding/xml, because a token is a piece of its buffer and nothing is
// allocated, and stricter: what it takes, encoding/xml takes and reads alike
// (a test holds it to that), and besides it refuses document types, repeated
// attributes, a second root, names outside ASCII and deep nesting.
type scanner struct {
	src  io.Reader
	buf  []byte
	pos  int   // of the next token
	end  int   // buf[:end] holds whole and allowed characters
	fill int   // buf[:fill] has been read
	base int64 // offset of buf[0] in the part
	eof  bool
	max  int // bytes of a token

	// The last token. What the slices hold is valid until the next.
	name  []byte // of an element, without its prefix
	main  bool   // the element is in the spreadsheet namespace
	attrs []attr
	text  []byte

	open    []byte // the names of the open elements, one after another
	ends    []int  // where each of them ends in open
	mains   []bool // main of each
	spaces  []space
	bare    bool // an element without a prefix is in the spreadsheet namespace
	closing bool // the last start tag closed itself
	begun   bool // something has been read, so an XML declaration is too late
	rooted  bool
	scratch []byte
}

type attr struct{ name, value []byte }

// space is what a prefix stands for from an element on.
type space struct {
	prefix string
	main   bool
	depth  int
}

// token is a kind of token.
type token uint8

const (
	tokenEnd token = iota // also given for an element that closes itself
	tokenStart
	tokenText
	tokenEOF
)

const (
	maxDepth  = 64
	maxAttrs  = 256
	maxTokens = 4 << 20 // bytes of one token
)

// newScanner makes a scanner of a part that is said to have so many bytes, which
// need not be true.
func newScanner(src io.Reader, size uint64) *scanner {
	return &scanner{src: src, buf: make([]byte, bufferFor(size)), max: maxTokens}
}

// bufferFor spares small parts a large buffer.
func bufferFor(size uint64) int { return int(min(max(size+1, 512), 64<<10)) }

// fault is a damage at a place in the part.
func (s *scanner) fault(format string, args ...any) error {
	return damaged("byte %d: %s", s.base+int64(s.pos), fmt.Sprintf(format, args...))
}

// next reads the next token. Comments and processing instructions are passed
// over, and so is the white space outside the root.
func (s *scanner) next() (token, error) {
	if s.closing {
		s.closing = false
		s.pop()
		return tokenEnd, nil
	}
	for {
		if s.pos == s.end {
			if err := s.more(); errors.Is(err, io.EOF) {
				return tokenEOF, s.finish()
			} else if err != nil {
				return tokenEOF, err
			}
		}
		if s.buf[s.pos] != '<' {
			if given, err := s.scanText(); err != nil {
				return tokenEOF, err
			} else if given {
				return tokenText, nil
			}
			continue
		}
		kind, given, err := s.markup()
		if err != nil {
			return tokenEOF, err
		}
		s.begun = true
		if given {
			return kind, nil
		}
	}
}

// finish checks that the part may end here.
func (s *scanner) finish() error {
	switch {
	case len(s.ends) > 0:
		return s.fault("the part ends inside an element")
	case !s.rooted:
		return s.fault("the part has no element")
	}
	return nil
}

// markup reads what begins with <. A function that needs more bytes than there
// are gives -1 and is called again when they have come.
func (s *scanner) markup() (kind token, given bool, err error) {
	for {
		b := s.buf[s.pos:s.end]
		n := -1
		if len(b) > 1 {
			switch b[1] {
			case '/':
				kind, given = tokenEnd, true
				n, err = s.endTag(b)
			case '?':
				kind, given = tokenEnd, false
				n, err = s.instruction(b)
			case '!':
				kind = tokenText
				n, given, err = s.declaration(b)
			default:
				kind, given = tokenStart, true
				n, err = s.startTag(b)
			}
		}
		if err != nil {
			return kind, false, err
		}
		if n >= 0 {
			s.pos += n
			return kind, given, nil
		}
		if err := s.more(); errors.Is(err, io.EOF) {
			return kind, false, s.fault("the part ends inside a tag")
		} else if err != nil {
			return kind, false, err
		}
	}
}

// more reads more bytes behind pos, which it moves to the buffer's beginning.
// It gives io.EOF when there are none.
func (s *scanner) more() error {
	if s.eof {
		return io.EOF
	}
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:s.fill])
		s.base += int64(s.pos)
		s.end, s.fill, s.pos = s.end-s.pos, s.fill-s.pos, 0
	}
	if s.fill == len(s.buf) {
		if len(s.buf) >= s.max {
			return s.fault("a tag or text is longer than %d bytes", s.max)
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	had := s.end
	for s.fill < len(s.buf) && !s.eof {
		n, err := s.src.Read(s.buf[s.fill:])
		s.fill += n
		if errors.Is(err, io.EOF) {
			s.eof = true
		} else if err != nil {
			return err
		}
	}
	whole, err := characters(s.buf[s.end:s.fill], s.eof)
	s.end += whole
	if err != nil {
		return damaged("byte %d: %w", s.base+int64(s.end), err)
	}
	if s.end == had {
		return io.EOF
	}
	return nil
}

// skip passes over the rest of the element that was begun last.
func (s *scanner) skip() error {
	for depth := 1; depth > 0; {
		kind, err := s.next()
		switch {
		case err != nil:
			return err
		case kind == tokenStart:
			depth++
		case kind == tokenEnd:
			depth--
		}
	}
	return nil
}

// attr gives an attribute of the last start tag by its name as written.
func (s *scanner) attr(name string) (value []byte, ok bool) {
	for i := range s.attrs {
		if string(s.attrs[i].name) == name {
			return s.attrs[i].value, true
		}
	}
	return nil, false
}

// yes reads an attribute that is true or false; absent, it is false.
func (s *scanner) yes(name string) bool {
	value, _ := s.attr(name)
	return string(value) == "1" || string(value) == "true"
}

// is reports whether the last tag is of this element of the spreadsheet
// namespace.
func (s *scanner) is(name string) bool { return s.main && string(s.name) == name }

// white reports whether the last text is nothing but white space.
func (s *scanner) white() bool { return len(bytes.TrimLeft(s.text, " \t\r\n")) == 0 }
