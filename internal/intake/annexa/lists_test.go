package annexa

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestListsAreWhole(t *testing.T) {
	lists, err := readLists()
	if err != nil {
		t.Fatal(err)
	}
	codes, err := readWords()
	if err != nil {
		t.Fatal(err)
	}
	columns, coded := 0, map[string]bool{}
	for i, l := range lists {
		if l.Number != i+1 {
			t.Errorf("list %d stands at place %d", l.Number, i+1)
		}
		columns += len(l.Columns)
		for _, c := range l.Columns {
			if (c.Type == "word") != (c.Words != "") {
				t.Errorf("list %d: %s is of type %s and has words %q", l.Number, c.Name, c.Type, c.Words)
			}
			if c.Words != "" {
				coded[c.Name] = true
				if codes[c.Words] == nil {
					t.Errorf("list %d: %s: there is no list of words %s", l.Number, c.Name, c.Words)
				}
			}
		}
		for _, g := range items(l.Number) {
			for _, name := range g.columnsOf() {
				if l.column(name) == nil {
					t.Errorf("list %d has no column %q, which gives %s", l.Number, name, g.entity)
				}
			}
		}
	}
	if len(lists) != 11 || columns != 169 || len(coded) != 39 {
		t.Errorf("%d lists, %d columns, %d coded ones by name", len(lists), columns, len(coded))
	}
}

// Every column is found by its own name, by each other name that was met, and by
// none of the others of its list.
func TestEveryColumnIsFoundByItsNames(t *testing.T) {
	lists, err := readLists()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lists {
		var header []string
		for _, c := range l.Columns {
			header = append(header, c.Name)
		}
		b, err := l.bind(header)
		if err != nil {
			t.Errorf("list %d: %v", l.Number, err)
		}
		for _, c := range l.Columns {
			if b[c] != c.Name {
				t.Errorf("list %d: %q is bound to %q", l.Number, c.Name, b[c])
			}
			for _, alias := range c.Aliases {
				at := slices.Index(header, c.Name)
				other := slices.Clone(header)
				other[at] = alias
				if b, err := l.bind(other); err != nil || b[c] != alias {
					t.Errorf("list %d: %q is bound to %q, want %q: %v", l.Number, c.Name, b[c], alias, err)
				}
			}
		}
	}
}

func TestBind(t *testing.T) {
	lists, err := readLists()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		list   int
		header string // separated by |
		want   map[string]string
		err    string
	}{
		{"short age", 1, "Child Unique ID|Age|Date of Contact|Contact Source", map[string]string{"Age of Child (Years)": "Age"}, ""},
		{"spaces and capitals", 9, " LA In Touch |child unique id|ACTIVITY STATUS", map[string]string{"LA in Touch": " LA In Touch ", "Activity Status": "ACTIVITY STATUS"}, ""},
		{"an id by its pattern", 3, "LCS Child ID|Date of Referral|Referral Source", map[string]string{"Child Unique ID": "LCS Child ID"}, ""},
		{"curly quotes and another word", 8, "Child Unique ID|Is this a second or subsequent episode of being a Looked After Child within the last 12 months (Y/N))|" +
			"Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months", map[string]string{
			"Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)": "Is this a second or subsequent episode of being a Looked After Child within the last 12 months (Y/N))",
			"Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months":          "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months"}, ""},
		{"a format in brackets", 4, "Child Unique ID|Continuous Assessment Start Date (DD/MM/YYYY)", map[string]string{"Continuous Assessment Start Date": "Continuous Assessment Start Date (DD/MM/YYYY)"}, ""},
		{"the exact name before the pattern", 1, "Child Unique ID|Date of last contact with the agency|Date of Contact", map[string]string{"Date of Contact": "Date of Contact"}, ""},
		{"age is no part of a word", 2, "Child Unique ID|Stage|Language|Assessment start date", map[string]string{"Age of Child (Years)": ""}, ""},
		{"one column once", 1, "Child Unique ID|Date of birth or age|Contact Source", map[string]string{"Date of Birth": "Date of birth or age", "Age of Child (Years)": ""}, ""},
		{"two names for one", 1, "Child Unique ID|Contact date of the agency|Date the contact came|Date and contact", nil, `may both be "Date of Contact"`},
		{"the same name twice", 3, "Child Unique ID|Date of referral|Date Of Referral.", nil, `may both be "Date of referral": rename or delete one`},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := lists[test.list-1]
			b, err := l.bind(strings.Split(test.header, "|"))
			if test.err != "" {
				if err == nil || !strings.Contains(err.Error(), test.err) {
					t.Errorf("got %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			for name, want := range test.want {
				if got := b[l.column(name)]; got != want {
					t.Errorf("%s is bound to %q, want %q", name, got, want)
				}
			}
		})
	}
}

func TestNumberOf(t *testing.T) {
	for name, want := range map[string]int{"List_1": 1, "List 10": 10, "list_11": 11, "annex_a_list_07": 7, "2026-01 List 3": 3, "LIST-9 care leavers": 9,
		"List 12": 0, "Checklist 3": 0, "list_100": 0, "Contacts": 0} {
		if got := numberOf(name); got != want {
			t.Errorf("%s: %d", name, got)
		}
	}
}

// Whatever a header holds, no name of it is given to two columns.
func TestNoNameIsTakenTwice(t *testing.T) {
	lists, err := readLists()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, l := range lists {
		for _, c := range l.Columns {
			names = append(names, c.Name, strings.ToUpper(c.Name)+" ", strings.ReplaceAll(c.Name, " ", "_"))
			names = append(names, c.Aliases...)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		header := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(names), rapid.StringMatching(`[a-z ]{0,12}(date|age|child id|contact|birth)?[a-z ]{0,9}`)), 0, 40).Draw(t, "header")
		for _, l := range lists {
			b, err := l.bind(header)
			if err != nil {
				continue
			}
			taken := map[string]int{}
			for c, name := range b {
				if !slices.Contains(header, name) {
					t.Fatalf("%s is bound to %q, which is no name of the header", c.Name, name)
				}
				taken[name]++
			}
			for name, n := range taken {
				stands := 0
				for _, h := range header {
					if h == name {
						stands++
					}
				}
				if n > stands {
					t.Fatalf("list %d: %q stands %d times and is given to %d columns", l.Number, name, stands, n)
				}
			}
		}
	})
}
