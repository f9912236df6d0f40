package table

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// MaxArrayElement is the limit on the bytes of one element of a JSON list.
const MaxArrayElement = 8 << 20

// ArrayElement is one element of a JSON list, not looked into.
type ArrayElement struct {
	Line  int
	Text  []byte // valid until the next one is read
	Fault string // why it is not given; then Text is cut
}

// Array calls yield with each element of the JSON list that the text is. Only
// the brackets and quotation marks are followed; what an element holds is for
// the caller to parse. It fails when the list is not whole, so that a file cut
// short is never read in part.
func Array(r io.Reader, yield func(ArrayElement) error) error {
	a := &array{r: bufio.NewReaderSize(r, chunk), line: 1}
	c, err := a.mark()
	if err != nil {
		return err
	}
	if c != '[' {
		return a.fault("it does not begin with [: it is no list of children")
	}
	for first := true; ; first = false {
		c, err := a.mark()
		if err != nil {
			return err
		}
		if c == ']' && first {
			break
		}
		element, end, err := a.element(c)
		if err != nil {
			return err
		}
		if err := yield(element); err != nil {
			return err
		}
		if end == ']' {
			break
		}
	}
	if _, err := a.mark(); !errors.Is(err, errListCut) {
		if err != nil {
			return err
		}
		return a.fault("something follows the end of the list: the file is damaged")
	}
	return nil
}

// array goes through the bytes of a list.
type array struct {
	r    *bufio.Reader
	line int
	text []byte
}

var errListCut = errors.New("the file ends before its list is closed: it is cut short, so export it again")

func (a *array) fault(what string) error { return fmt.Errorf("line %d: %s", a.line, what) }

func (a *array) byte() (byte, error) {
	c, err := a.r.ReadByte()
	if errors.Is(err, io.EOF) {
		return 0, errListCut
	}
	if c == '\n' {
		a.line++
	}
	return c, err
}

// mark gives the next byte that is not white space.
func (a *array) mark() (byte, error) {
	for {
		c, err := a.byte()
		if err != nil || c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return c, err
		}
	}
}

// element reads an element that begins with c, to the comma or the bracket
// after it.
func (a *array) element(c byte) (e ArrayElement, end byte, err error) {
	e.Line, a.text = a.line, a.text[:0]
	depth, quoted := 0, false
	for {
		switch {
		case quoted && c == '\\':
			a.keep(&e, c)
			if c, err = a.byte(); err != nil {
				return e, 0, err
			}
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case (c == ',' || c == ']') && depth == 0:
			e.Text = a.text
			return e, c, nil
		case c == '}' || c == ']':
			if depth--; depth < 0 {
				return e, 0, a.fault("a bracket is closed that was never opened: the file is damaged")
			}
		}
		a.keep(&e, c)
		if c, err = a.byte(); err != nil {
			return e, 0, err
		}
	}
}

func (a *array) keep(e *ArrayElement, c byte) {
	if len(a.text) >= MaxArrayElement {
		e.Fault = fmt.Sprintf("it is longer than %d bytes, which no child's return is", MaxArrayElement)
		return
	}
	a.text = append(a.text, c)
}
