package table

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// walker goes through the tokens of an XML file.
type walker struct {
	decoder *xml.Decoder
	guard   *guard
	line    int // of the last token
	depth   int
	rooted  bool
}

func (x *XML) walker(r io.Reader) *walker {
	g := &guard{from: r}
	d := xml.NewDecoder(g)
	d.Strict = true
	// The text is UTF-8 by now, whatever the declaration says.
	d.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	return &walker{decoder: d, guard: g}
}

// guard fails when the decoder asks for more than a token may have.
type guard struct {
	from io.Reader
	left int
}

var errToken = fmt.Errorf("a tag or a piece of text is longer than %d bytes: the file is damaged or no true export", MaxXMLToken)

func (g *guard) Read(p []byte) (int, error) {
	if g.left <= 0 {
		return 0, errToken
	}
	n, err := g.from.Read(p[:min(len(p), g.left)])
	g.left -= n
	return n, err
}

// next gives the next token, io.EOF after the root has ended.
func (w *walker) next() (xml.Token, error) {
	w.guard.left = MaxXMLToken
	w.line, _ = w.decoder.InputPos()
	token, err := w.decoder.Token()
	if err != nil {
		return nil, w.wrong(err)
	}
	switch token := token.(type) {
	case xml.Directive:
		return nil, w.fault("it has a document type (<!DOCTYPE), which no export needs and which is not read: take it out")
	case xml.StartElement:
		if w.depth == 0 && w.rooted {
			return nil, w.fault("a second root element begins: the file holds two exports, or is damaged")
		}
		if w.depth++; w.depth > MaxXMLDepth {
			return nil, w.fault(fmt.Sprintf("elements stand more than %d deep in one another", MaxXMLDepth))
		}
		w.rooted = true
	case xml.EndElement:
		w.depth--
	case xml.CharData:
		if w.depth == 0 && strings.TrimSpace(string(token)) != "" {
			return nil, w.fault("text stands outside the root element: the file is damaged")
		}
	}
	return token, nil
}

func (w *walker) fault(what string) error { return fmt.Errorf("line %d: %s", w.line, what) }

// wrong words the decoder's errors without what stands in the file, which may
// be personal.
func (w *walker) wrong(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF) && !w.rooted:
		return errors.New("it holds no element: the file is empty")
	case errors.Is(err, io.EOF):
		return io.EOF
	case errors.Is(err, errToken):
		return w.fault(errToken.Error())
	case !errors.As(err, &syntax):
		return err
	}
	w.line = syntax.Line
	switch what := syntax.Msg; {
	case strings.Contains(what, "unexpected EOF"):
		return w.fault("the file ends before its elements are closed: it is cut short, so export it again")
	case strings.Contains(what, "character entity"):
		return w.fault("an & begins no known character: write &amp; for it")
	case strings.Contains(what, "closed by"), strings.Contains(what, "unexpected end element"), strings.Contains(what, "in space"):
		return w.fault("an element is closed by a tag of another name: the file is damaged")
	case strings.Contains(what, "UTF-8"), strings.Contains(what, "illegal character"):
		return w.fault("it holds a character that XML does not allow: export the file again")
	}
	return w.fault("it is not well-formed XML: the file is damaged")
}

// walk goes through the file from its root.
func (w *walker) walk(wanted func(string) bool, yield func(*Element) error, other func(string, bool, int)) error {
	var path []string
	for {
		token, err := w.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			path = append(path, token.Name.Local)
			at := strings.Join(path, "/")
			if !wanted(at) {
				other(at, false, w.line)
				continue
			}
			element, err := w.element(token)
			if err != nil {
				return err
			}
			if err := yield(element); err != nil {
				return err
			}
			path = path[:len(path)-1]
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if strings.TrimSpace(string(token)) != "" {
				other(strings.Join(path, "/"), true, w.line)
			}
		}
	}
}

// element reads an element to its end. One that is too large is gone through
// all the same, but not kept.
func (w *walker) element(start xml.StartElement) (*Element, error) {
	top := opened(start, w.line)
	stack := []*Element{top}
	began, parts := w.decoder.InputOffset(), 1
	var pieces [MaxXMLDepth + 1]strings.Builder
	for {
		token, err := w.next()
		if err != nil {
			return nil, err
		}
		if top.Fault == "" && (w.decoder.InputOffset()-began > MaxXMLElement || parts > MaxXMLElementParts) {
			top.Fault = fmt.Sprintf("the element is longer than %d bytes or holds more than %d elements, which no child's return is", MaxXMLElement, MaxXMLElementParts)
		}
		if top.Fault != "" {
			top.Children = nil
		}
		inside := stack[len(stack)-1]
		piece := &pieces[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			if strings.TrimSpace(piece.String()) != "" {
				inside.Stray++
			}
			piece.Reset()
			child := opened(token, w.line)
			if parts++; top.Fault == "" {
				inside.Children = append(inside.Children, child)
			}
			stack = append(stack, child)
			pieces[len(stack)-1].Reset()
		case xml.CharData:
			if top.Fault == "" {
				piece.Write(token)
			}
		case xml.EndElement:
			text := strings.TrimSpace(piece.String())
			piece.Reset()
			if len(inside.Children) > 0 && text != "" {
				inside.Stray++
			} else {
				inside.Text = text
				inside.Replaced = strings.Count(text, string(utf8.RuneError))
			}
			if stack = stack[:len(stack)-1]; len(stack) == 0 {
				return top, nil
			}
		}
	}
}

// opened makes an element of its start tag.
func opened(start xml.StartElement, line int) *Element {
	e := &Element{Name: start.Name.Local, Line: line}
	for _, a := range start.Attr {
		if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" || a.Name.Space == "xml" || strings.Contains(a.Name.Space, "XMLSchema-instance") {
			continue
		}
		e.Attributes = append(e.Attributes, a.Name.Local)
	}
	return e
}
