package sheet

import (
	"fmt"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/table"
)

// What a sheet can do to whoever joins its cells ends in an error that names the
// sheet, or costs nothing.
func TestHostile(t *testing.T) {
	cell := func(name, text string) string {
		return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, name, text)
	}
	plain := `<row r="1">` + cell("A1", "id") + cell("B1", "b") + `</row><row r="2">` + cell("A2", "1") + `</row><row r="1048576">` + cell("B1048576", "2") + `</row>`
	merges := func(ranges ...string) string {
		return `<mergeCells><mergeCell ref="` + strings.Join(ranges, `"/><mergeCell ref="`) + `"/></mergeCells>`
	}
	many := make([]string, 100_001)
	for i := range many {
		many[i] = fmt.Sprintf("A%d:A%d", i*2+5, i*2+6)
	}
	var long strings.Builder // that does not compress as a bomb would
	for i := uint32(0); long.Len() <= table.MaxRowBytes/2; i++ {
		fmt.Fprintf(&long, "%x", i*2654435761)
	}
	for name, c := range map[string]struct {
		rows, after string
		layout      table.Layout
		want        string // of the rows, or of the error
	}{
		"plain":                     {plain, "", table.Layout{}, "2: 1¦ 1048576: ¦2"},
		"merged down to the end":    {plain, merges("A2:A1048576"), table.Layout{}, "2: 1¦ 1048576: 1¦2"},
		"all merged":                {plain, merges("A1:XFD1048576"), table.Layout{HeaderRow: 1}, "2: 1¦ 1048576: ¦2"},
		"overlapping":               {plain, merges("A2:B1048576", "A2:A1048576", "A2:A3"), table.Layout{}, "2: 1¦ 1048576: 1¦2"},
		"headings over all columns": {`<row r="1">` + cell("A1", "x") + `</row><row r="2">` + cell("A2", "id") + cell("B2", "b") + `</row>`, merges("A1:XFD1"), table.Layout{HeaderRows: 2}, ""},
		"headings over 1024":        {`<row r="1">` + cell("A1", "x") + `</row><row r="2">` + cell("A2", "id") + cell("B2", "b") + `</row>`, merges("A1:AMJ1"), table.Layout{HeaderRows: 2}, `s.xlsx sheet "S": row 2: columns C and D are both named "x"`},
		"too many merged":           {plain, merges(many...), table.Layout{}, `s.xlsx: sheet "S": xl/s.xml: the sheet has 100001 merged ranges and the limit is 100000`},
		"beyond the columns":        {`<row r="1">` + cell("A1", "id") + `</row><row r="2">` + cell("XFD2", "x") + `</row>`, "", table.Layout{}, `s.xlsx: sheet "S", row 2: xl/s.xml: cell XFD2: something stands beyond column AMJ`},
		"a row of long cells":       {`<row r="1">` + cell("A1", "id") + cell("B1", "b") + `</row><row r="2">` + cell("A2", long.String()) + cell("B2", long.String()) + `</row>`, "", table.Layout{}, "2: !the row is longer than 4194304 bytes"},
		"replaced characters":       {`<row r="1">` + cell("A1", "id") + `</row><row r="2">` + cell("A2", "a\ufffdb") + `</row>`, "", table.Layout{}, "2: a\ufffdb"},
	} {
		t.Run(name, func(t *testing.T) {
			tab, err := opened(t, around(t, c.rows, c.after), "S", c.layout)
			var got []string
			if err == nil {
				got, err = sketch(t, tab)
			}
			if text := strings.Join(got, " "); err == nil && text != c.want || err != nil && (c.want == "" || !strings.HasPrefix(err.Error(), c.want)) {
				t.Errorf("got %q, %v", text, err)
			}
		})
	}
}
