package table

// Element is an element of an XML file, with all that it holds.
type Element struct {
	Name     string // without its namespace
	Line     int    // of its start tag; 1 is the file's first line
	Text     string // what an element without elements holds, white space trimmed
	Children []*Element
	// Attributes are the names of its attributes, those of namespaces and of
	// schemas left out.
	Attributes []string
	// Stray counts the pieces of text that stand between its elements.
	Stray int
	// Replaced counts the characters in its text that could not be decoded.
	Replaced int
	// Fault says why the element is not given whole; then it has no children.
	Fault string
}

// All calls yield with the element and all inside it, from the top.
func (e *Element) All(yield func(*Element)) {
	yield(e)
	for _, child := range e.Children {
		child.All(yield)
	}
}
