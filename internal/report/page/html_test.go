package page

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

// pages are documents to hold to what every page must be.
func pages(t *testing.T) map[string][]byte {
	t.Helper()
	return map[string][]byte{
		"fixture": written(t, reporttest.Audit()), "empty": written(t, reporttest.Empty()),
		"long words": written(t, longWords()), "with waivers": written(t, waived()),
	}
}

// TestWellFormed reads the page as strict XML and as a browser does. Both must see
// the same elements: a browser mends what is not well-formed, and shows something
// else than was meant.
func TestWellFormed(t *testing.T) {
	for name, document := range pages(t) {
		strict, lenient := elements(t, document), flatten(tree(t, document))
		for i := range max(len(strict), len(lenient)) {
			if i >= len(strict) || i >= len(lenient) || strict[i] != lenient[i] {
				t.Errorf("%s: element %d: XML and HTML differ: ... %v and %v", name, i, strict[max(0, i-3):min(len(strict), i+2)], lenient[max(0, i-3):min(len(lenient), i+2)])
				break
			}
		}
		if len(strict) < 200 {
			t.Errorf("%s: only %d elements", name, len(strict))
		}
	}
}

// elements are the elements of a document in their order, as strict XML.
func elements(t *testing.T, document []byte) []string {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(document))
	var names []string
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			line, column := decoder.InputPos()
			t.Fatalf("line %d column %d: %v", line, column, err)
		}
		if start, ok := token.(xml.StartElement); ok {
			names = append(names, start.Name.Local)
		}
	}
}

func tree(t *testing.T, document []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func flatten(root *html.Node) []string {
	var names []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			names = append(names, n.Data)
		}
	}
	return names
}

func attribute(n *html.Node, name string) string {
	i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
	if i < 0 {
		return ""
	}
	return n.Attr[i].Val
}

// TestAnchors holds every link to a place on the page, and every id to one place.
func TestAnchors(t *testing.T) {
	for name, document := range pages(t) {
		root := tree(t, document)
		ids := map[string]bool{}
		for n := range root.Descendants() {
			if id := attribute(n, "id"); id != "" {
				if ids[id] {
					t.Errorf("%s: the id %q stands twice", name, id)
				}
				if strings.ContainsAny(id, " \t\n\"'<>&") {
					t.Errorf("%s: the id %q cannot be linked to", name, id)
				}
				ids[id] = true
			}
		}
		links := 0
		for n := range root.Descendants() {
			if n.Data == "a" {
				links++
				if to, ok := strings.CutPrefix(attribute(n, "href"), "#"); !ok || !ids[to] {
					t.Errorf("%s: the link %q leads nowhere", name, attribute(n, "href"))
				}
			}
			for _, to := range strings.Fields(attribute(n, "aria-labelledby")) {
				if !ids[to] {
					t.Errorf("%s: %s is named by %q, which is not there", name, n.Data, to)
				}
			}
		}
		if links < 30 {
			t.Errorf("%s: only %d links", name, links)
		}
	}
}

// TestSelfContained: nothing but the page itself, and no script.
func TestSelfContained(t *testing.T) {
	for name, document := range pages(t) {
		for n := range tree(t, document).Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if slices.Contains([]string{"script", "iframe", "object", "embed", "form", "base", "img", "audio", "video", "foreignObject"}, n.Data) {
				t.Errorf("%s: %s has no place here", name, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "srcset" {
					t.Errorf("%s: %s has the attribute %s", name, n.Data, a.Key)
				}
				if a.Key == "href" && n.Data != "a" && !strings.HasPrefix(a.Val, "data:") {
					t.Errorf("%s: %s fetches %s", name, n.Data, a.Val)
				}
			}
		}
		if bytes.Contains(document, []byte("url(")) || bytes.Contains(document, []byte("@import")) {
			t.Errorf("%s: the style fetches something", name)
		}
	}
}

// TestTables: a caption, a scope for each heading, and a cell for each column.
func TestTables(t *testing.T) {
	for name, document := range pages(t) {
		for n := range tree(t, document).Descendants() {
			if n.Data == "table" {
				checkTable(t, name, n)
			}
			if n.Data == "svg" && attribute(n, "aria-hidden") == "" && attribute(n, "role") != "img" {
				t.Errorf("%s: a drawing is neither named nor hidden", name)
			}
		}
	}
}

func checkTable(t *testing.T, name string, table *html.Node) {
	t.Helper()
	caption, columns := "", 0
	for n := range table.Descendants() {
		switch n.Data {
		case "caption":
			caption = words(n)
		case "th":
			if attribute(n, "scope") == "" || words(n) == "" {
				t.Errorf("%s: table %q: the heading %q has no scope or no words", name, caption, words(n))
			}
		case "tr":
			cells := 0
			for c := range n.ChildNodes() {
				if c.Data == "th" || c.Data == "td" {
					cells++
				}
			}
			if columns == 0 {
				columns = cells
			}
			if cells != columns {
				t.Errorf("%s: table %q: %d cells under %d headings", name, caption, cells, columns)
			}
		}
	}
	if caption == "" || columns == 0 {
		t.Errorf("%s: table %q has no caption or no columns", name, caption)
	}
}

// words are the text of an element.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// byID finds an element.
func byID(t *testing.T, root *html.Node, id string) *html.Node {
	t.Helper()
	for n := range root.Descendants() {
		if attribute(n, "id") == id {
			return n
		}
	}
	t.Fatalf("there is no %q", id)
	return nil
}

// TestHeadings: one of the first rank, none left out on the way down.
func TestHeadings(t *testing.T) {
	for name, document := range pages(t) {
		last, first := 1, 0
		for n := range tree(t, document).Descendants() {
			if !regexp.MustCompile(`^h[1-6]$`).MatchString(n.Data) || n.Parent.Data == "nav" {
				continue
			}
			rank := int(n.Data[1] - '0')
			if rank == 1 {
				first++
			}
			if rank > last+1 {
				t.Errorf("%s: %q is of rank %d, after rank %d", name, words(n), rank, last)
			}
			last = rank
		}
		if first != 1 {
			t.Errorf("%s: %d headings of the first rank", name, first)
		}
	}
}
