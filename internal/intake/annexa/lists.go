package annexa

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

//go:embed columns.yaml
var columnsYAML []byte

// list is one of the eleven lists.
type list struct {
	Number  int
	Title   string
	Names   []string // what sheets and files are called beside "List 1" and its like
	Columns []*column
}

// column is a column of a list.
type column struct {
	Name    string   // as Ofsted's template has it
	Type    string   // id, text, word, date or int
	Words   string   // the list of words of a coded column
	Aliases []string // other names met
	Like    []string // patterns for names that drift

	like []*regexp.Regexp
}

// adopters is the number of the list that is not about children.
const adopters = 11

// readLists reads the embedded lists. It fails only when the file in the source
// tree is wrong, which a test would have shown.
func readLists() ([]*list, error) {
	var file struct{ Lists []*list }
	if err := yaml.Unmarshal(columnsYAML, &file); err != nil {
		return nil, fmt.Errorf("columns.yaml: %w", err)
	}
	for _, l := range file.Lists {
		for _, c := range l.Columns {
			c.like = c.like[:0]
			for _, pattern := range c.Like {
				compiled, err := regexp.Compile(pattern)
				if err != nil {
					return nil, fmt.Errorf("columns.yaml: %s: %w", c.Name, err)
				}
				c.like = append(c.like, compiled)
			}
		}
	}
	return file.Lists, nil
}

// column finds a column of the list by Ofsted's name.
func (l *list) column(name string) *column {
	for _, c := range l.Columns {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// key is the column that says whose the row is.
func (l *list) key() *column { return l.Columns[0] }

// aside are remarks in a name on how to fill the column.
var aside = regexp.MustCompile(`(?i)\(\s*(y\s*/\s*n|dd[/.-]mm[/.-]yy(yy)?)\s*\)+`)

// fold is how names of columns, sheets and files are compared: letters and digits
// alone, whatever their case. "Date of Birth" and "DateOfBirth" are one name.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, aside.ReplaceAllString(name, ""))
}

// plain is a name as patterns are tried on it.
func plain(name string) string {
	name = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`).Replace(name)
	return strings.ToLower(strings.Join(strings.Fields(name), " "))
}

// goesBy reports whether a folded name is the column's own or an alias of it.
func (c *column) goesBy(folded string) bool {
	if folded == fold(c.Name) {
		return true
	}
	for _, alias := range c.Aliases {
		if folded == fold(alias) {
			return true
		}
	}
	return false
}

// looksLike reports whether a plain name fits one of the column's patterns.
func (c *column) looksLike(name string) bool {
	for _, pattern := range c.like {
		if pattern.MatchString(name) {
			return true
		}
	}
	return false
}

// Headers gives, for each list by its place, its number and title as Ofsted's
// template writes them, and the names of its columns.
func Headers() (titles []string, columns [][]string, err error) {
	lists, err := readLists()
	if err != nil {
		return nil, nil, err
	}
	for _, l := range lists {
		names := make([]string, len(l.Columns))
		for i, c := range l.Columns {
			names[i] = c.Name
		}
		titles, columns = append(titles, fmt.Sprintf("List %d: %s", l.Number, l.Title)), append(columns, names)
	}
	return titles, columns, nil
}
