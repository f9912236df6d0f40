package mapping

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// maxBytes is how large a mapping file may be.
const maxBytes = 8 << 20

// ReadFile reads a mapping file. The error lists every fault in it, a line each.
func ReadFile(path string, d *casefile.Dictionary) (*Mapping, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("cannot open the mapping: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read the mapping: %w", err)
	}
	if len(text) > maxBytes {
		return nil, fmt.Errorf("%s: it has more than %d bytes and can be no mapping", filepath.Base(path), maxBytes)
	}
	return Parse(filepath.Base(path), text, d)
}

// Parse reads the text of a mapping file; name is what messages call it.
func Parse(name string, text []byte, d *casefile.Dictionary) (*Mapping, error) {
	root, err := document(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	r := &reader{lines: map[string]int{}}
	m := &Mapping{name: name, lines: r.lines}
	r.mapping(root, m)
	return m, m.fail(append(r.faults, m.faults(d)...))
}

// document gives the one YAML document of a file.
func document(text []byte) (*yaml.Node, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	var root yaml.Node
	if err := decoder.Decode(&root); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, errors.New("it is empty: `caseaudit map EXPORT` writes one to edit")
		}
		return nil, fmt.Errorf("it is not valid YAML: %w", err)
	}
	var more yaml.Node
	if err := decoder.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, errors.New("it holds more than one YAML document: keep one")
	}
	return root.Content[0], nil
}

// fault is something wrong in a mapping, and the path of the place.
type fault struct{ path, text string }

// fail makes one error of the faults, in the order of their lines.
func (m *Mapping) fail(faults []fault) error {
	slices.SortStableFunc(faults, func(a, b fault) int { return cmp.Compare(m.line(a.path), m.line(b.path)) })
	errs := make([]error, len(faults))
	for i, f := range faults {
		errs[i] = fmt.Errorf("%s: %s", m.Place(f.path), f.text)
	}
	return errors.Join(errs...)
}

// Place is how a message names a place of the mapping: "mapping.yaml line 12", or
// the path where the mapping was made in memory. A path is made of keys and of
// numbers in brackets: "tables[0].items[1].fields.child_seen".
func (m *Mapping) Place(path string) string {
	if m.name == "" {
		return "mapping " + path
	}
	if line := m.line(path); line > 0 {
		return fmt.Sprintf("%s line %d", m.name, line)
	}
	return m.name
}

// line gives the line of a path, or of what it stands in; 0 when there is none.
func (m *Mapping) line(path string) int {
	for path != "" {
		if line, ok := m.lines[path]; ok {
			return line
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	return 0
}

// reader takes a mapping out of its nodes and keeps the line of every path.
type reader struct {
	lines  map[string]int
	faults []fault
}

func (r *reader) fault(path, format string, args ...any) {
	r.faults = append(r.faults, fault{path, fmt.Sprintf(format, args...)})
}

// keys reads an object by the reader of each key; what is not known or stands
// twice is a fault. what names the object, for messages.
func (r *reader) keys(n *yaml.Node, path, what string, known map[string]func(*yaml.Node, string)) {
	r.each(n, path, what, func(key string, value *yaml.Node, at string) {
		read, ok := known[key]
		if ok {
			read(value, at)
			return
		}
		names := make([]string, 0, len(known))
		for name := range known {
			names = append(names, name)
		}
		slices.Sort(names)
		r.fault(at, "%s is no key of %s (%s)%s", casefile.Quote(key), what, strings.Join(names, ", "), meant(key, names))
	})
}

// each calls visit with every entry of an object, each key once.
func (r *reader) each(n *yaml.Node, path, what string, visit func(key string, value *yaml.Node, at string)) {
	if n.Kind != yaml.MappingNode {
		r.fault(path, "want `key: value` lines for %s", what)
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		at := join(path, key.Value)
		if first, again := seen[key.Value]; again {
			at += " " // a path of its own, for its line
			r.lines[at] = key.Line
			r.fault(at, "%s is given twice, first on line %d", casefile.Quote(key.Value), first)
			continue
		}
		seen[key.Value] = key.Line
		r.lines[at] = key.Line
		if key.Kind != yaml.ScalarNode || key.Tag == "!!merge" {
			r.fault(at, "want a plain key")
			continue
		}
		visit(key.Value, value, at)
	}
}

// list calls visit with every entry of a list.
func (r *reader) list(n *yaml.Node, path, what string, visit func(*yaml.Node, string)) {
	if n.Kind != yaml.SequenceNode {
		r.fault(path, "want a list of %s", what)
		return
	}
	for i, entry := range n.Content {
		at := fmt.Sprintf("%s[%d]", path, i)
		r.lines[at] = entry.Line
		visit(entry, at)
	}
}

// text reads a single value as it is written, whatever YAML would make of it:
// NULL is a word that exports hold, and only ~ is nothing.
func (r *reader) text(into *string) func(*yaml.Node, string) {
	return func(n *yaml.Node, path string) {
		if n.Kind != yaml.ScalarNode {
			r.fault(path, "want a single value")
			return
		}
		if *into = n.Value; n.Tag == "!!null" && n.Value == "~" {
			*into = ""
		}
	}
}

func (r *reader) number(into *int) func(*yaml.Node, string) {
	return func(n *yaml.Node, path string) {
		value, err := strconv.Atoi(n.Value)
		if n.Kind != yaml.ScalarNode || err != nil {
			r.fault(path, "want a whole number")
			return
		}
		*into = value
	}
}

func (r *reader) flag(into *bool) func(*yaml.Node, string) {
	return func(n *yaml.Node, path string) {
		yes, known := casefile.YesNo(n.Value)
		if n.Kind != yaml.ScalarNode || !known {
			r.fault(path, "want true or false")
			return
		}
		*into = yes
	}
}

func (r *reader) texts(into *[]string) func(*yaml.Node, string) {
	return func(n *yaml.Node, path string) {
		r.list(n, path, "texts", func(entry *yaml.Node, at string) {
			var text string
			r.text(&text)(entry, at)
			*into = append(*into, text)
		})
	}
}

func (r *reader) words(into *map[string]string) func(*yaml.Node, string) {
	return func(n *yaml.Node, path string) {
		*into = map[string]string{}
		r.each(n, path, "this key", func(key string, value *yaml.Node, at string) {
			var text string
			r.text(&text)(value, at)
			(*into)[key] = text
		})
	}
}

func (r *reader) tables(into *map[string]map[string]string) func(*yaml.Node, string) {
	return func(n *yaml.Node, path string) {
		*into = map[string]map[string]string{}
		r.each(n, path, "this key", func(key string, value *yaml.Node, at string) {
			var words map[string]string
			r.words(&words)(value, at)
			(*into)[key] = words
		})
	}
}

func (r *reader) mapping(n *yaml.Node, m *Mapping) {
	r.keys(n, "", "a mapping", map[string]func(*yaml.Node, string){
		"version": r.number(&m.Version),
		"tables": func(n *yaml.Node, path string) {
			r.list(n, path, "tables", func(entry *yaml.Node, at string) {
				var t Table
				r.table(entry, at, &t)
				m.Tables = append(m.Tables, t)
			})
		},
	})
}

func (r *reader) table(n *yaml.Node, path string, t *Table) {
	r.keys(n, path, "a table", map[string]func(*yaml.Node, string){
		"file": r.text(&t.File), "sheet": r.text(&t.Sheet),
		"header_row": r.number(&t.HeaderRow), "header_rows": r.number(&t.HeaderRows),
		"aside": r.texts(&t.Aside), "blank": r.texts(&t.Blank),
		"case": r.text(&t.Case), "case_digits": r.number(&t.CaseDigits), "grouped": r.flag(&t.Grouped),
		"values": r.tables(&t.Values), "dates": r.words(&t.Dates), "unused": r.texts(&t.Unused),
		"items": func(n *yaml.Node, path string) {
			r.list(n, path, "items", func(entry *yaml.Node, at string) {
				var items Items
				r.items(entry, at, &items)
				t.Items = append(t.Items, items)
			})
		},
	})
}

func (r *reader) items(n *yaml.Node, path string, it *Items) {
	r.keys(n, path, "items", map[string]func(*yaml.Node, string){
		"entity": r.text(&it.Entity), "fields": r.words(&it.Fields), "times": r.words(&it.Times),
		"always": r.words(&it.Always), "values": r.tables(&it.Values), "latest": r.flag(&it.Latest),
		"needs": r.texts(&it.Needs), "where": r.words(&it.Where), "unless": r.texts(&it.Unless), "closed": r.flag(&it.Closed),
	})
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// meant suggests what a mistyped name may have meant.
func meant(name string, among []string) string {
	if best := casefile.Nearest(name, among); best != "" {
		return fmt.Sprintf(": did you mean %s?", casefile.Quote(best))
	}
	return ""
}
