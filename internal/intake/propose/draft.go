package propose

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/table"
)

// draft is the mapping of one table while it is written.
type draft struct {
	page    *page
	reading *reading
	at      int // in the proposal
	table   mapping.Table
	shown   Table
	remarks map[string]string // by path inside the table
}

// ids gives what the ids of the table's children look like, nil when they are not
// all made of digits.
func (g *draft) ids() *idForm {
	if g.reading.caseAt < 0 {
		return nil
	}
	f := &g.page.ids[g.reading.caseAt]
	if f.digits == 0 || f.digits < g.page.columns[g.reading.caseAt].filled {
		return nil
	}
	return f
}

func (g *draft) check(text string) { g.shown.Checks = append(g.shown.Checks, text) }

// draft writes down what was made of a page.
func (v *vocabulary) draft(p *page, r *reading, all []table.Ref) *draft {
	g := &draft{page: p, reading: r, remarks: map[string]string{}}
	g.table = mapping.Table{File: pattern(p.ref, all), Sheet: p.ref.Sheet, Values: map[string]map[string]string{}, Dates: map[string]string{}}
	if p.layout.HeaderRows > 1 {
		g.table.HeaderRow, g.table.HeaderRows = p.layout.HeaderRow, p.layout.HeaderRows
	}
	g.shown = Table{Called: p.ref.Called(), About: r.about.entity.Label, Confidence: r.sure, HeaderRow: p.line, HeaderRows: max(p.layout.HeaderRows, 1), Rows: p.rows}
	for _, name := range p.header {
		g.shown.Columns = append(g.shown.Columns, Column{Name: name})
	}
	if r.caseAt >= 0 {
		g.table.Case = p.header[r.caseAt]
		g.shown.Columns[r.caseAt].Reads, g.shown.Columns[r.caseAt].Confidence = "the child's id", 1
		g.caseRows()
	}
	for _, b := range r.bindings {
		v.column(g, b)
	}
	v.items(g)
	g.asides()
	g.blanks()
	for i, c := range g.shown.Columns {
		if c.Reads == "" && p.header[i] != "" {
			g.table.Unused = append(g.table.Unused, c.Name)
		}
	}
	if p.faults > 0 {
		g.check(fmt.Sprintf("%d rows cannot be read as they stand: `caseaudit inspect` with this mapping says why", p.faults))
	}
	return g
}

// period is what stands in a file's name for a day, a month or a year.
var period = regexp.MustCompile(`[-_ .(]*(19|20)[0-9]{2}([-_ .]?(0[1-9]|1[0-2]))?([-_ .]?[0-3][0-9])?\)?`)

// pattern gives the name of the table's file, with a * for the month in it where no
// other file fits then, so that the mapping does for next month's too.
func pattern(ref table.Ref, all []table.Ref) string {
	name := stem(ref.File)
	glob := period.ReplaceAllString(name, "*") + ref.File[len(name):]
	if glob == ref.File || strings.HasPrefix(glob, "*") {
		return ref.File
	}
	for _, other := range all {
		if other.File != ref.File && mapping.Matches(glob, other.File) {
			return ref.File
		}
	}
	return glob
}

// caseRows settles what rows without an id are.
func (g *draft) caseRows() {
	c := g.page.columns[g.reading.caseAt]
	blank := g.page.rows - c.filled
	switch {
	case blank <= 0:
	case c.firstIs && blank*5 >= g.page.rows:
		g.table.Grouped = true
		g.check(fmt.Sprintf("%d of %d rows have no id and are taken for rows of the child above: check that the report is grouped by child", blank, g.page.rows))
	default:
		g.check(fmt.Sprintf("%d of %d rows have no id and would be refused", blank, g.page.rows))
	}
	if f := g.page.ids[g.reading.caseAt]; f.decimal > 0 {
		g.check("ids stand as numbers with decimals (123.0) and are read without them")
	}
}

// column writes down one column.
func (v *vocabulary) column(g *draft, b binding) {
	p, f := g.page.columns[b.column], b.target.field
	name := g.page.header[b.column]
	c := &g.shown.Columns[b.column]
	if c.Reads != "" {
		c.Reads += ", "
	}
	c.Reads += f.Path()
	c.Confidence = b.confidence
	say := func(format string, args ...any) { c.Checks = append(c.Checks, fmt.Sprintf(format, args...)) }
	switch {
	case f.Dated():
		share, format := p.dated(v.formats)
		if share < 0.5 && p.share(p.serials) > 0.9 {
			share, format = p.share(p.serials), "serial"
		}
		if format != "" {
			g.table.Dates[name] = format
			say("dates as %s", format)
		}
		if strings.HasSuffix(format, "yy") && !strings.HasSuffix(format, "yyyy") {
			say("years 30 to 99 are read as 1930 to 1999")
		}
		if wrong := p.filled - int(share*float64(p.filled)+0.5); wrong > 0 {
			say("%d of %d cells are no such date, and their rows would be refused", wrong, p.filled)
		}
		if p.turned() {
			say("day and month could stand the other way round")
		}
	case p.filled == 0:
		say("the column is empty")
	}
	codes, others := v.values(f, p)
	if len(codes) > 0 {
		g.table.Values[name] = codes
	}
	if list, more := shownWords(others); len(list)+more > 0 {
		text := strings.Join(list, ", ")
		if more > 0 {
			text = strings.TrimPrefix(fmt.Sprintf("%s and %d more", text, more), " and ")
		}
		say("words that stand for no code: %s", text)
	}
	if codes == nil && p.filled > 0 {
		switch {
		case f.Type == casefile.Bool:
			say("most of its words are neither yes nor no: say under values what they stand for")
		case f.Type == casefile.Code && len(f.Values) > 0:
			say("most of its words are none of %s: say under values what they stand for", strings.Join(f.Values, ", "))
		}
	}
}

// asides settles which words begin rows that are none of the table: those that do
// so where the id of a child should stand, or where none does.
func (g *draft) asides() {
	words, against := map[string]bool{}, map[string]bool{}
	for _, e := range g.page.asides {
		ours := g.reading.caseAt
		if ours < 0 || e.fault || e.first == ours || !e.full[ours] {
			words[e.word] = true
		} else {
			against[e.word] = true
		}
	}
	for word := range words {
		if against[word] {
			continue
		}
		g.table.Aside = append(g.table.Aside, strings.ToUpper(word[:1])+word[1:])
	}
	slices.Sort(g.table.Aside)
	if len(g.table.Aside) > 0 {
		g.check("rows that begin with " + strings.Join(g.table.Aside, ", ") + " are left out as none of the table")
	}
}

// blanks lists the words that stand for nothing in columns that are read.
func (g *draft) blanks() {
	found := map[string]bool{}
	for _, b := range g.reading.bindings {
		for word := range g.page.columns[b.column].blanks {
			found[word] = true
		}
	}
	for word := range found {
		g.table.Blank = append(g.table.Blank, word)
	}
	slices.Sort(g.table.Blank)
}

// describe writes the remark above the table.
func (g *draft) describe() {
	row := fmt.Sprintf("row %d", g.page.line)
	switch {
	case g.page.line == 0:
		row = "its own columns"
	case g.shown.HeaderRows > 1:
		row = fmt.Sprintf("rows %d to %d", g.page.line-g.shown.HeaderRows+1, g.page.line)
	}
	lines := []string{fmt.Sprintf("%s: taken for %s (%.0f %%); header: %s; %d rows", g.page.ref.Called(), g.shown.About, 100*g.shown.Confidence, row, g.page.rows)}
	for _, check := range g.shown.Checks {
		lines = append(lines, "check: "+check)
	}
	g.remarks[""] = strings.Join(lines, "\n")
	if len(g.table.Unused) > 0 {
		g.remarks[".unused[0]"] = "not recognised, and not read; move a column under fields to read it"
	}
}
