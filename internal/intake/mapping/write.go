package mapping

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// Write writes a mapping as a file, always the same way: keys and fields in the
// order in which they are documented, the rest sorted. Remarks become comments,
// by path (see Place): "" stands at the head of the file, that of a table or of
// items above it, any other at the end of its line.
func Write(w io.Writer, m *Mapping, d *casefile.Dictionary, remarks map[string]string) error {
	b := &writer{d: d, remarks: remarks}
	tables := &yaml.Node{Kind: yaml.SequenceNode}
	for i := range m.Tables {
		at := fmt.Sprintf("tables[%d]", i)
		tables.Content = append(tables.Content, b.above(b.table(&m.Tables[i], at), at))
	}
	root := &yaml.Node{Kind: yaml.MappingNode}
	b.entry(root, "version", "version", whole(m.Version))
	b.entry(root, "tables", "tables", tables)
	if head := remarks[""]; head != "" {
		if _, err := fmt.Fprintf(w, "%s\n", lines(head)); err != nil {
			return err
		}
	}
	encoder := yaml.NewEncoder(w)
	encoder.SetIndent(2)
	if err := encoder.Encode(root); err != nil {
		return fmt.Errorf("cannot write the mapping: %w", err)
	}
	return encoder.Close()
}

// writer builds the nodes of a mapping.
type writer struct {
	d       *casefile.Dictionary
	remarks map[string]string
}

// entry adds a key to an object, with the remark on its path.
func (b *writer) entry(to *yaml.Node, key, at string, value *yaml.Node) {
	if remark := b.remarks[at]; remark != "" && value.Kind == yaml.ScalarNode {
		value.LineComment = line(remark)
	}
	to.Content = append(to.Content, text(key), value)
}

// above puts the remark on a path above what stands there.
func (b *writer) above(n *yaml.Node, at string) *yaml.Node {
	if remark := b.remarks[at]; remark != "" {
		n.HeadComment = lines(remark)
	}
	return n
}

func (b *writer) table(t *Table, at string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	b.text(n, "file", at, t.File)
	b.text(n, "sheet", at, t.Sheet)
	b.number(n, "header_row", at, t.HeaderRow)
	b.number(n, "header_rows", at, t.HeaderRows)
	b.list(n, "aside", at, t.Aside)
	b.list(n, "blank", at, t.Blank)
	b.text(n, "case", at, t.Case)
	b.number(n, "case_digits", at, t.CaseDigits)
	b.flag(n, "grouped", at, t.Grouped)
	items := &yaml.Node{Kind: yaml.SequenceNode}
	for i := range t.Items {
		place := fmt.Sprintf("%s.items[%d]", at, i)
		items.Content = append(items.Content, b.above(b.items(&t.Items[i], place), place))
	}
	b.entry(n, "items", at+".items", items)
	b.tables(n, "values", at, t.Values)
	b.words(n, "dates", at, t.Dates, slices.Sorted(maps.Keys(t.Dates)))
	b.list(n, "unused", at, t.Unused)
	return n
}

func (b *writer) items(it *Items, at string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	b.text(n, "entity", at, it.Entity)
	b.flag(n, "latest", at, it.Latest)
	b.words(n, "always", at, it.Always, slices.Sorted(maps.Keys(it.Always)))
	b.words(n, "where", at, it.Where, slices.Sorted(maps.Keys(it.Where)))
	b.list(n, "needs", at, it.Needs)
	b.list(n, "unless", at, it.Unless)
	b.flag(n, "closed", at, it.Closed)
	b.words(n, "fields", at, it.Fields, it.sortedFields(b.d))
	b.words(n, "times", at, it.Times, slices.Sorted(maps.Keys(it.Times)))
	b.tables(n, "values", at, it.Values)
	return n
}

func (b *writer) text(to *yaml.Node, key, at, value string) {
	if value != "" {
		b.entry(to, key, join(at, key), text(value))
	}
}

func (b *writer) number(to *yaml.Node, key, at string, value int) {
	if value != 0 {
		b.entry(to, key, join(at, key), whole(value))
	}
}

func (b *writer) flag(to *yaml.Node, key, at string, value bool) {
	if value {
		b.entry(to, key, join(at, key), &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"})
	}
}

// list writes texts, one a line, so that a line can be taken out.
func (b *writer) list(to *yaml.Node, key, at string, values []string) {
	if len(values) == 0 {
		return
	}
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for i, value := range values {
		entry := text(value)
		if remark := b.remarks[fmt.Sprintf("%s[%d]", join(at, key), i)]; remark != "" {
			entry.LineComment = line(remark)
		}
		n.Content = append(n.Content, entry)
	}
	b.entry(to, key, join(at, key), n)
}

func (b *writer) words(to *yaml.Node, key, at string, words map[string]string, order []string) {
	if len(words) == 0 {
		return
	}
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, name := range order {
		b.entry(n, name, join(join(at, key), name), text(words[name]))
	}
	b.entry(to, key, join(at, key), n)
}

func (b *writer) tables(to *yaml.Node, key, at string, tables map[string]map[string]string) {
	if len(tables) == 0 {
		return
	}
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		b.words(n, name, join(at, key), tables[name], slices.Sorted(maps.Keys(tables[name])))
	}
	b.entry(to, key, join(at, key), n)
}

func text(value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}
}

func whole(value int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.Itoa(value)}
}

// line makes a comment of one line.
func line(remark string) string { return "# " + strings.Join(strings.Fields(printable(remark)), " ") }

// printable drops what YAML allows in no comment.
func printable(remark string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) || unicode.IsSpace(r) && r < unicode.MaxASCII {
			return r
		}
		return -1
	}, remark)
}

// lines makes a comment of each line of a remark.
func lines(remark string) string {
	parts := strings.Split(strings.TrimRight(remark, "\n"), "\n")
	for i, part := range parts {
		parts[i] = strings.TrimRight("# "+printable(part), " \t\r")
	}
	return strings.Join(parts, "\n")
}
