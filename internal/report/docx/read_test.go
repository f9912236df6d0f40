package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/letter"
)

// parcel is a finished file, taken apart by the standard library.
type parcel struct {
	names []string
	text  map[string][]byte
}

func build(t testing.TB, l *letter.Letter, opts Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, l, opts); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(t testing.TB, file []byte) parcel {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	p := parcel{text: map[string][]byte{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r) // checks the CRC
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		p.names = append(p.names, f.Name)
		p.text[f.Name] = text
	}
	return p
}

// element is a piece of a part, with its children and, for <w:t>, its text.
type element struct {
	name     string // without its namespace: "p", "tbl"
	attr     map[string]string
	children []*element
	text     string
}

// tree reads a part; it must be well formed.
func (p parcel) tree(t testing.TB, name string) *element {
	t.Helper()
	root := &element{}
	open := []*element{root}
	d := xml.NewDecoder(bytes.NewReader(p.text[name]))
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attr: map[string]string{}}
			for _, a := range token.Attr {
				if a.Name.Space != "xmlns" {
					e.attr[a.Name.Local] = a.Value
				}
			}
			top.children = append(top.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.text += string(token)
		}
	}
	if len(root.children) != 1 {
		t.Fatalf("%s: %d roots", name, len(root.children))
	}
	return root.children[0]
}

// all are the elements of a name below this one, in order.
func (e *element) all(name string) []*element {
	var found []*element
	for _, c := range e.children {
		if c.name == name {
			found = append(found, c)
		}
		found = append(found, c.all(name)...)
	}
	return found
}

func (e *element) child(name string) *element {
	for _, c := range e.children {
		if c.name == name {
			return c
		}
	}
	return &element{attr: map[string]string{}}
}

// words is what a reader reads of an element.
func (e *element) words() string {
	switch e.name {
	case "t":
		return e.text
	case "noBreakHyphen":
		return "-"
	}
	var b strings.Builder
	for _, c := range e.children {
		b.WriteString(c.words())
	}
	return b.String()
}

// paragraphs are those of the running text: not in a table, not in a blank.
func (e *element) paragraphs() []*element {
	var found []*element
	for _, c := range e.children {
		switch c.name {
		case "p":
			found = append(found, c)
		case "tbl", "sdt":
		default:
			found = append(found, c.paragraphs()...)
		}
	}
	return found
}

func (e *element) style() string { return e.child("pPr").child("pStyle").attr["val"] }
