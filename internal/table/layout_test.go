package table

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// is accepts a row that holds a word.
func is(word string) func([]string) bool {
	return func(cells []string) bool { return slices.Contains(cells, word) }
}

// total sets a row aside that begins with the word.
func total(cells []string) string {
	if strings.HasPrefix(cells[0], "Total") {
		return "a total"
	}
	return ""
}

func TestLayout(t *testing.T) {
	report := "Children in need,\"as at \"\"31/03\"\"\"\nprinted; by the \"team\n\n,,,\nChild ID,Start,End,,\n7,a,b,,\nTotal,1\n8,c,d,,\n9,c,d,,x\n\n"
	for name, c := range map[string]struct {
		in     string
		layout Layout
		header []string
		line   int
		want   []string
	}{
		"row":                       {report, Layout{HeaderRow: 5}, []string{"Child ID", "Start", "End"}, 5, []string{"6: 7¦a¦b", "7: !1 the row has too few cells", "8: 8¦c¦d", "9: !1 something stands in column 5, which has no name"}},
		"found":                     {report, Layout{IsHeader: is("Start"), Aside: total}, []string{"Child ID", "Start", "End"}, 5, []string{"6: 7¦a¦b", "7: aside a total", "8: 8¦c¦d", "9: !1 something stands in column 5, which has no name"}},
		"other delimiter":           {"a report, with commas, in it\nid;b\n1;2,5\n", Layout{IsHeader: is("id")}, []string{"id", "b"}, 2, []string{"3: 1¦2,5"}},
		"two rows":                  {"x\nChild,,Plan,,Worker\nID,Team,Start,End,\n1,2,3,4,5\n", Layout{HeaderRow: 3, HeaderRows: 2}, []string{"Child ID", "Child Team", "Plan Start", "Plan End", "Worker"}, 3, []string{"4: 1¦2¦3¦4¦5"}},
		"two rows, found":           {"x\nChild,,Plan,\nID,Team,Start,End\n1,2,3,4\n", Layout{IsHeader: is("Team"), HeaderRows: 2}, []string{"Child ID", "Child Team", "Plan Start", "Plan End"}, 3, []string{"4: 1¦2¦3¦4"}},
		"two rows, first":           {"\nChild,,Plan,\nID,Team,Start,End\n1,2,3,4\n", Layout{HeaderRows: 2}, []string{"Child ID", "Child Team", "Plan Start", "Plan End"}, 3, []string{"4: 1¦2¦3¦4"}},
		"blank row in it":           {"Child,\n\nID,Team\n1,2\n", Layout{HeaderRows: 3}, []string{"Child ID", "Child Team"}, 3, []string{"4: 1¦2"}},
		"no line below":             {"t\nid,b", Layout{HeaderRow: 2}, []string{"id", "b"}, 2, nil},
		"cell over lines":           {"t\n\"the\nid\",b\n1,2\n", Layout{HeaderRow: 2}, []string{"the\nid", "b"}, 2, []string{"4: 1¦2"}},
		"title over lines":          {"\"Report\nof\nall\",x\nid,b\n1,2\n", Layout{IsHeader: is("id")}, []string{"id", "b"}, 4, []string{"5: 1¦2"}},
		"blank cells above":         {",,\n\n;;\n \nid,b\n1,2\n", Layout{IsHeader: func(cells []string) bool { return cells[0] == "id" }}, []string{"id", "b"}, 5, []string{"6: 1¦2"}},
		"total that cannot be read": {"id,b\nTotal \"x,\"2\n", Layout{Aside: total}, []string{"id", "b"}, 1, []string{"2: !1 a quotation mark is out of place, so that nobody can say where a cell ends"}},
		"Windows line ends":         {"t\r\nid,b\r\n1,2\r\n", Layout{HeaderRow: 2}, []string{"id", "b"}, 2, []string{"3: 1¦2"}},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "t.csv")
			if err := os.WriteFile(path, []byte(c.in), 0o600); err != nil {
				t.Fatal(err)
			}
			tab, err := CSV(path).Open(context.Background(), c.layout)
			if err != nil {
				t.Fatal(err)
			}
			defer tab.Close()
			if diff := cmp.Diff(c.header, tab.Header); diff != "" || tab.HeaderLine != c.line {
				t.Errorf("line %d: %s", tab.HeaderLine, diff)
			}
			var got []string
			if err := tab.Rows(context.Background(), func(r Row) error {
				if r.Aside != "" {
					got = append(got, strings.Replace(sketch([]Row{r})[0], strings.Join(r.Cells, "¦"), "aside "+r.Aside, 1))
					return nil
				}
				got = append(got, sketch([]Row{r})...)
				if r.Fault == "" {
					again, err := tab.RowAt(r.Offset, r.Length)
					if err != nil || !slices.Equal(again, r.Cells) {
						t.Errorf("%q, %v", again, err)
					}
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLayoutRefused(t *testing.T) {
	for name, c := range map[string]struct {
		in     string
		layout Layout
		want   string
		page   bool // the page holds no such table; otherwise it is damaged
	}{
		"beyond the end":        {"a\n1\n", Layout{HeaderRow: 9}, "t.csv: the file ends before line 9, which was to be the header", true},
		"blank":                 {"a\n\n1\n", Layout{HeaderRow: 2}, "t.csv: line 2 was to be the header, and nothing stands in it", true},
		"none":                  {strings.Repeat("a,b\n", 60) + "id\n", Layout{IsHeader: is("id")}, "t.csv: none of its first 50 rows is a header that is looked for", true},
		"empty":                 {"", Layout{IsHeader: is("id")}, "t.csv: none of its first 50 rows is a header that is looked for", true},
		"above the file":        {"a\n", Layout{HeaderRow: 1, HeaderRows: 2}, "t.csv: a header of 2 rows that ends with row 1", true},
		"same name twice":       {"Plan,,\nStart,End,Start\n", Layout{HeaderRows: 2}, `t.csv: line 2: columns 1 and 3 are both named "Plan Start": rename one`, true},
		"heading over lines":    {"\"Pl\nan\",x\na,b\n", Layout{HeaderRow: 3, HeaderRows: 2}, "t.csv: line 2: the header row cannot be read: ", false},
		"header cannot be read": {"t\na\"b,\"c\n", Layout{HeaderRow: 2}, "t.csv: line 2: the header row cannot be read: a quotation mark is out of place", false},
		"workbook":              {"PK\x03\x04\n", Layout{}, "t.csv: it is no text but a workbook", false},
		"old workbook":          {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\n", Layout{}, "t.csv: it is no text but a workbook", false},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "t.csv")
			if err := os.WriteFile(path, []byte(c.in), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := OpenAs(context.Background(), path, c.layout)
			var page *HeaderError
			if err == nil || !strings.HasPrefix(err.Error(), c.want) || errors.As(err, &page) != c.page {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}
