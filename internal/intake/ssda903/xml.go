package ssda903

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/returns"
)

// IsRoot reports whether the root element of an XML file is one of the return:
// EXPSSDA903 and its like.
func IsRoot(name string) bool { return strings.Contains(strings.ToUpper(name), "SSDA903") }

// NewXML makes an export of a return as XML.
func NewXML(d *casefile.Dictionary, path string, ignored map[string]string) casefile.Export {
	return &returns.Stream{Dictionary: d, Format: Format, Ignored: ignored, Supply: supplyXML, Readers: []returns.Reader{&returns.XML{
		Path: path, Entity: "children",
		IsChild: func(path string) bool {
			parts := strings.Split(path, "/")
			return len(parts) == 2 && strings.EqualFold(parts[1], "CHILD")
		},
		Outside:  func(path string) bool { return !strings.Contains(path, "/") },
		Text:     func(string) bool { return false },
		FillNode: fillXML,
	}}}
}

// fillXML makes rows of a child's elements: those in HEADER are the header's,
// and its rows of uasc, oc3 and ad1 too; AREVIEW and the like stand inside it;
// EPISODE stands beside it.
func fillXML(c *returns.Case, child returns.Node, s *returns.Strange) {
	top, _ := c.Group(child, "HEADER")
	s.Known(child, func(name string) bool { return name == "HEADER" || name == "EPISODE" })
	s.Known(top, inHeader)
	for _, e := range top.Children {
		if rowElement(e.Name) == "" && !(wraps(e.Name) && len(e.Children) > 0) {
			c.Value(top, e)
		}
	}
	c.Name(c.Cell(top, "CHILDID"))
	rows := map[string][]row{}
	for _, t := range tables() {
		for _, n := range elements(c, child, top, t) {
			if t.element != "" || n.Element != top.Element {
				s.Known(n, t.knows)
				for _, e := range n.Children {
					c.Value(n, e)
				}
			}
			r := t.read(c, n.At, func(column string) (returns.Cell, bool) {
				if column == "DOB" && t.element == "" && t.name != header {
					return returns.Cell{}, false // it is the header's
				}
				cell := c.Cell(n, elementOf(column))
				return cell, cell.Raw != nil
			})
			if t.element != "" || t.name == header || t.told(r) {
				c.Found[t.name]++
				rows[t.name] = append(rows[t.name], r)
			}
		}
	}
	_, listed := casefile.YesNo(c.Cell(top, "UASC").Raw)
	if yes, _ := casefile.YesNo(c.Cell(top, "UASC").Raw); yes && len(rows[uasc]) == 0 {
		rows[uasc] = []row{{at: top.At}}
	}
	fill(c, rows, listed)
}

// elements gives the nodes that are rows of a table.
func elements(c *returns.Case, child, top returns.Node, t spec) []returns.Node {
	switch t.element {
	case "":
		return append([]returns.Node{top}, groups(c, top, t)...)
	case "EPISODE":
		return c.Groups(child, t.element)
	case "SWEPISODE":
		return append(c.Groups(top, t.element), c.Groups(top, "SW_EPISODE")...)
	}
	return c.Groups(top, t.element)
}

// wraps reports whether an element of HEADER may hold the row of a table that
// mostly stands in HEADER itself.
func wraps(name string) bool { return name == "UASC" || name == "OC3" || name == "AD1" }

// groups gives the rows of a table that stand in HEADER in an element of their own.
func groups(c *returns.Case, top returns.Node, t spec) []returns.Node {
	if !wraps(strings.ToUpper(t.name)) {
		return nil
	}
	var list []returns.Node
	for _, n := range c.Groups(top, strings.ToUpper(t.name)) {
		if len(n.Children) > 0 {
			list = append(list, n)
		}
	}
	return list
}

// rowElement gives the table whose row an element of HEADER is, "" when it holds
// a value.
func rowElement(name string) string {
	switch name {
	case "AREVIEW":
		return reviews
	case "AMISSING":
		return missing
	case "AD_PLACED":
		return adoption
	case "SWEPISODE", "SW_EPISODE":
		return workers
	case "OC2", "PERMANENCE":
		return name // known, and not read
	}
	return ""
}

func inHeader(name string) bool {
	if rowElement(name) != "" || wraps(name) || name == "CHILDID" {
		return true
	}
	for _, t := range tables() {
		if t.element == "" && t.knows(name) {
			return true
		}
	}
	return false
}

// knows reports whether the table has an element of a name.
func (t spec) knows(name string) bool {
	for _, c := range t.columns {
		if elementOf(c.name) == name {
			return true
		}
	}
	for _, unused := range t.unused {
		if unused == name {
			return true
		}
	}
	return false
}

// told reports whether a row that stands in HEADER itself says anything of its
// own.
func (t spec) told(r row) bool {
	for name := range r.values {
		if name != "DOB" {
			return true
		}
	}
	return false
}

// elementOf gives the element of a column: the XML shortens one.
func elementOf(column string) string {
	if column == "PLACE" {
		return "PL"
	}
	return column
}

// supplyXML says what the XML could have told us: of each table that some child
// has a row of, every column, since blank ones may be left out.
func supplyXML(have *casefile.Supply, found map[string]int) {
	supplied(have, func(table, column string) bool {
		if table == uasc && column == "CHILD" {
			return found["HEADER/UASC"] > 0 || found["HEADER/DUC"] > 0
		}
		if column == "PL_LOCATION" {
			return found["EPISODE/PL_LOCATION"] > 0
		}
		return found[table] > 0
	})
}
