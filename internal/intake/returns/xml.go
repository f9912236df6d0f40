package returns

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/table"
)

// XML reads the children of a return in XML.
type XML struct {
	Path     string
	Entity   string                                // what the file is read as, for a person
	IsChild  func(path string) bool                // by its path from the root: "Message/Children/Child"
	Outside  func(path string) bool                // whether the schema has an element outside the children
	Text     func(path string) bool                // whether such an element holds text
	FillNode func(c *Case, child Node, s *Strange) // puts the record together

	file *table.XML
}

// Open reads the file's hash and encoding.
func (x *XML) Open(ctx context.Context) (casefile.Input, []casefile.Note, error) {
	file, err := table.OpenXML(ctx, x.Path)
	if err != nil {
		return casefile.Input{}, nil, err
	}
	x.file = file
	var notes []casefile.Note
	if file.Guessed {
		notes = append(notes, casefile.Note{Kind: ledger.Encoding, At: casefile.Location{File: file.Name, Row: 1},
			Text: "the file is not UTF-8 and was read as Windows-1252: check that accented names look right"})
	}
	return casefile.Input{Name: file.Name, Entity: x.Entity, SHA256: file.SHA256, Encoding: file.Encoding}, notes, nil
}

// Children gives the children in the order of the file.
func (x *XML) Children(ctx context.Context, yield func(Child) error, note func(casefile.Note)) error {
	return x.file.Elements(ctx, x.IsChild, func(e *table.Element) error {
		at := casefile.Location{File: x.file.Name, Row: e.Line}
		child := Child{At: at, Fault: e.Fault}
		if e.Fault == "" {
			h := sha256.New()
			sum(h, e)
			child.Same, child.Value = [16]byte(h.Sum(nil)[:16]), e
		}
		return yield(child)
	}, func(path string, text bool, line int) {
		at := casefile.Location{File: x.file.Name, Row: line}
		switch {
		case text && x.Text(path):
		case text && x.Outside(path):
			note(casefile.Note{Kind: StrayText, At: at, Text: "text stands between elements and was not read"})
		case !text && !x.Outside(path):
			note(casefile.Note{Kind: ledger.UnknownField, At: at, Text: "element " + casefile.Quote(path) + " is not known and was not read"})
		}
	})
}

// Fill puts a child's record together and notes what nobody read.
func (x *XML) Fill(c *Case, child Child) {
	e, _ := child.Value.(*table.Element)
	s := &Strange{c: c}
	x.FillNode(c, Node{Element: e, At: child.At}, s)
	e.All(func(e *table.Element) {
		at := casefile.Location{File: child.At.File, Row: e.Line}
		if e.Stray > 0 {
			c.Note(casefile.Note{Kind: StrayText, At: at, Count: e.Stray, Text: "text stands between the elements of a " + e.Name + " and was not read"})
		}
		for _, name := range e.Attributes {
			c.Note(casefile.Note{Kind: ledger.UnknownField, At: at, Text: "attribute " + casefile.Quote(name) + " of " + e.Name + " is not known and was not read"})
		}
		if e.Replaced > 0 {
			c.Note(casefile.Note{Kind: ledger.Encoding, At: at, Count: e.Replaced, Text: "characters that could not be decoded were replaced"})
		}
	})
}

// sum writes an element's names and texts, so that equal ones give equal sums.
func sum(h hash.Hash, e *table.Element) {
	for _, part := range []string{e.Name, e.Text} {
		var b [binary.MaxVarintLen64]byte
		h.Write(b[:binary.PutUvarint(b[:], uint64(len(part)))])
		h.Write([]byte(part))
	}
	var b [binary.MaxVarintLen64]byte
	h.Write(b[:binary.PutUvarint(b[:], uint64(len(e.Children)))])
	for _, child := range e.Children {
		sum(h, child)
	}
}

// Node is an element of a child, with its place.
type Node struct {
	*table.Element
	At   casefile.Location // its Part is the path from the child, numbered: "CINdetails[2]/Section47[1]"
	name string            // the path without numbers
}

// Path is the path from the child without numbers: "CINdetails/Section47".
func (n Node) Path() string { return n.name }

// Under gives an element of the node as a node.
func (n Node) Under(e *table.Element) Node {
	number := 0
	for _, other := range n.Children {
		if other.Name == e.Name {
			number++
		}
		if other == e {
			break
		}
	}
	return n.numbered(e, number)
}

func (n Node) numbered(e *table.Element, number int) Node {
	return Node{Element: e, name: join(n.name, e.Name),
		At: casefile.Location{File: n.At.File, Row: e.Line, Part: join(n.At.Part, fmt.Sprintf("%s[%d]", e.Name, number))}}
}

// Strange notes the elements that the schema does not have.
type Strange struct{ c *Case }

// Known notes the elements of a node that are none of these names, and counts
// those that are in what the case found.
func (s *Strange) Known(n Node, known func(name string) bool) {
	for _, child := range n.Children {
		path := join(n.name, child.Name)
		if known(child.Name) {
			s.c.Found[path]++
			continue
		}
		parts := 0
		child.All(func(*table.Element) { parts++ })
		s.c.Note(casefile.Note{Kind: ledger.UnknownField, At: casefile.Location{File: n.At.File, Row: child.Line}, Count: parts,
			Text: "element " + casefile.Quote(path) + " is not known and was not read"})
	}
}

// Groups gives the elements of a node by a name, exact repeats left out.
func (c *Case) Groups(n Node, name string) []Node {
	var groups []Node
	same := map[string]bool{}
	number := 0
	for _, e := range n.Children {
		if e.Name != name {
			continue
		}
		number++
		g := n.numbered(e, number)
		h := sha256.New()
		sum(h, e)
		if key := string(h.Sum(nil)); same[key] {
			c.Note(casefile.Note{Kind: ledger.DuplicateItem, At: casefile.Location{File: n.At.File, Row: e.Line}, Field: g.name,
				Text: name + ": elements that repeat another of the same child exactly were dropped"})
			continue
		} else {
			same[key] = true
		}
		groups = append(groups, g)
	}
	return groups
}

// Group gives the one element of a node by a name; a second refuses the child.
func (c *Case) Group(n Node, name string) (Node, bool) {
	groups := c.Groups(n, name)
	if len(groups) == 0 {
		return Node{Element: &table.Element{Name: name}, At: n.At, name: join(n.name, name)}, false
	}
	if len(groups) > 1 {
		c.Refuse(Cell{At: groups[1].At, Column: groups[1].At.Part}, "the element stands twice with other values: keep one")
	}
	return groups[0], true
}

// Value refuses the child when an element that should hold a value holds
// elements: its value would be lost.
func (c *Case) Value(n Node, e *table.Element) {
	if len(e.Children) > 0 {
		c.Refuse(Cell{At: casefile.Location{File: n.At.File, Row: e.Line}, Column: join(n.At.Part, e.Name)}, "the element should hold a value and holds elements")
	}
}

// Cell gives the value of an element of a node, blank when it has none. A second
// element of the name with another value refuses the child.
func (c *Case) Cell(n Node, name string) Cell {
	cell := Cell{At: n.At, Column: join(n.At.Part, name)}
	found := false
	for _, e := range n.Children {
		if e.Name != name {
			continue
		}
		at := casefile.Location{File: n.At.File, Row: e.Line}
		switch {
		case found && cell.Raw != e.Text:
			c.Refuse(Cell{At: at, Column: cell.Column}, "the element stands twice with other values: keep one")
		case !found:
			cell.At, cell.Raw, found = at, e.Text, true
		}
	}
	return cell
}

// Texts gives the values of all elements of a name, as a list.
func (c *Case) Texts(n Node, name string) Cell {
	cell := Cell{At: n.At, Column: join(n.At.Part, name)}
	var list []any
	for _, e := range n.Children {
		if e.Name == name && e.Text != "" {
			list = append(list, e.Text)
		}
	}
	if len(list) > 0 {
		cell.Raw = list
	}
	return cell
}

func join(path, name string) string { return strings.TrimPrefix(path+"/"+name, "/") }
