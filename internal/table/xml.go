package table

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/caseaudit/caseaudit/internal/table/handle"
)

// Limits on XML, beside those on files.
const (
	MaxXMLDepth        = 32      // elements inside one another
	MaxXMLToken        = 1 << 20 // bytes of a tag or a piece of text
	MaxXMLElement      = 8 << 20 // bytes of an element that is given whole
	MaxXMLElementParts = 100_000 // elements in it
	sniffBytes         = 1 << 20 // of a file that is only looked at
)

// XML is an XML file whose encoding is known.
type XML struct {
	*Text
	// Guessed says that the file is not UTF-8, nor says what it is, and is read
	// as Windows-1252.
	Guessed bool
}

// OpenXML reads the file once for its hash and encoding.
//
// The bytes decide the encoding, except that a declaration of one that has a
// byte for a character is believed: such a file can be valid UTF-8 by accident.
func OpenXML(ctx context.Context, path string) (*XML, error) {
	t, err := OpenText(ctx, path)
	if err != nil {
		return nil, err
	}
	return declared(t, t.file.Reopen)
}

// declared reads the encoding that the file's first line declares.
func declared(t *Text, open func() error) (*XML, error) {
	if err := open(); err != nil {
		return nil, fmt.Errorf("%s: %w", t.Name, err)
	}
	head := make([]byte, 1024)
	n, err := io.ReadFull(t.decoded(t.file.Size()), head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, errors.Join(fmt.Errorf("%s: %w", t.Name, handle.Reason(err)), t.file.Close())
	}
	x := &XML{Text: t}
	label := declaredEncoding(head[:n])
	switch label {
	case "", "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "unicode", "us-ascii", "ascii":
		x.Guessed = t.Encoding == windows
	case "windows-1252", "cp1252", "ansi", "iso-8859-1", "iso_8859-1", "iso8859-1", "latin1", "latin-1", "iso-8859-15":
		if t.Encoding == utf8Name && t.bom == 0 {
			t.Encoding = windows
		}
	default:
		err = fmt.Errorf("%s: it declares an encoding that is not read: save it as UTF-8", t.Name)
		return nil, errors.Join(err, t.file.Close())
	}
	return x, t.file.Close()
}

var declaration = regexp.MustCompile(`^<\?xml[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']`)

func declaredEncoding(head []byte) string {
	if m := declaration.FindSubmatch(bytes.TrimLeft(head, " \t\r\n")); m != nil {
		return strings.ToLower(string(m[1]))
	}
	return ""
}

// XMLNames looks at the beginning of a file, a megabyte at most, and gives the
// name of its root and the names of the elements that it came across.
func XMLNames(ctx context.Context, path string) (root string, names map[string]bool, err error) {
	t := newText(path)
	if err := t.open(ctx, sniffBytes); err != nil {
		return "", nil, errors.Join(fmt.Errorf("%s: %w", t.Name, err), t.file.Close())
	}
	x, err := declared(t, func() error { return nil })
	if err != nil {
		return "", nil, err
	}
	if err := t.file.Reopen(); err != nil {
		return "", nil, fmt.Errorf("%s: %w", t.Name, err)
	}
	names = map[string]bool{}
	w := x.walker(&watched{ctx, t.decoded(sniffBytes)})
	for err == nil {
		var token xml.Token
		if token, err = w.next(); err != nil {
			break
		}
		if start, ok := token.(xml.StartElement); ok {
			if root == "" {
				root = start.Name.Local
			}
			names[start.Name.Local] = true
		}
	}
	if root != "" || errors.Is(err, io.EOF) {
		err = nil // what is wrong further on is for the reading to say
	}
	if err != nil {
		err = fmt.Errorf("%s: %w", t.Name, err)
	}
	return root, names, errors.Join(err, t.file.Close())
}

// Elements goes through the whole file. An element whose path from the root
// ("Message/Children/Child") is wanted is given to yield whole; every other is
// gone into and given to other by its path, without what it holds; text in it is
// given to other too, with the path of the element that it stands in.
//
// It fails on the first thing that is not well-formed, on a document type and on
// a second root, so that a damaged file is never read in part.
func (x *XML) Elements(ctx context.Context, wanted func(path string) bool, yield func(*Element) error, other func(path string, text bool, line int)) error {
	return x.Read(ctx, func(r io.Reader) error {
		return x.walker(r).walk(wanted, yield, other)
	})
}
