package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/progress"
)

// column is a column of a table.
type column struct {
	header string
	width  float64
	right  bool // the header stands over numbers
}

// table is a sheet's table: header, rows, and the page around it.
type table struct {
	page
	name    string // of the table, for formulas and screen readers; unique in the workbook
	columns []column
	rows    int
	row     func(i int) []cell
	none    string // what the first cell says when there are no rows
	// dress adds what the rows need beside cells, such as data bars, to the range
	// of the data; may be nil.
	dress func(first, last int) error
}

// writeTable writes a sheet that is one table.
func (b *book) writeTable(t table) error {
	if err := b.setUp(t.page); err != nil {
		return err
	}
	if err := b.setWidths(t.sheet, t.columns); err != nil {
		return err
	}
	last := headerRow + max(1, t.rows)
	if err := b.printTitles(t.sheet); err != nil {
		return err
	}
	if t.dress != nil {
		if err := t.dress(firstRow, last); err != nil {
			return err
		}
	}
	g, err := b.grid(t.sheet, t.rows)
	if err != nil {
		return err
	}
	if err := b.top(g, t.page); err != nil {
		return err
	}
	if err := b.writeRows(g, headerRow, t); err != nil {
		return err
	}
	return g.close()
}

// rowWritten counts a row, tells how far the writing is, and fails when it is to stop.
func (b *book) rowWritten() error {
	if b.written++; b.written%progress.Every != 0 {
		return nil
	}
	b.stage.At(b.written)
	return b.stopped()
}

// writeRows writes the header and the rows of a table from a row on.
func (b *book) writeRows(g grid, header int, t table) error {
	columns := uniqueHeaders(t.columns)
	if err := g.row(header, headerCells(columns), headerHeight(columns)); err != nil {
		return err
	}
	for i := range t.rows {
		if err := b.rowWritten(); err != nil {
			return err
		}
		cells := t.row(i)
		if err := g.row(header+1+i, cells, rowHeight(cells, columns)); err != nil {
			return err
		}
	}
	if t.rows == 0 {
		cells := make([]cell, len(columns))
		for i := range cells {
			cells[i].style = wordStyle
		}
		cells[0].value = t.none
		if err := g.row(header+1, cells, rowHeight(cells, columns)); err != nil {
			return err
		}
	}
	return g.table(&excelize.Table{
		Range:          at(0, header) + ":" + at(len(columns)-1, header+max(1, t.rows)),
		Name:           t.name,
		StyleName:      "TableStyleLight1",
		ShowRowStripes: ref(false),
	})
}

func (b *book) setWidths(sheet string, columns []column) error {
	for i, c := range columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(sheet, name, name, c.width); err != nil {
			return err
		}
	}
	return nil
}

// printTitles repeats the header row on every printed page.
func (b *book) printTitles(sheet string) error {
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name:     "_xlnm.Print_Titles",
		RefersTo: place(sheet, fmt.Sprintf("$%[1]d:$%[1]d", headerRow)),
		Scope:    sheet,
	})
}

func headerCells(columns []column) []cell {
	cells := make([]cell, len(columns))
	for i, c := range columns {
		cells[i] = cell{value: c.header, style: headerStyle}
		if c.right {
			cells[i].style = headerRightStyle
		}
	}
	return cells
}

// headerHeight leaves room for the filter button and for bold letters.
func headerHeight(columns []column) float64 {
	lines := 1
	for _, c := range columns {
		lines = max(lines, wrapped(c.header, c.width-1.5))
	}
	return max(24, float64(lines)*lineHeight+10)
}

// uniqueHeaders makes headers that a table accepts: one line, not blank, not
// longer than 255 characters, and no two alike whatever their case. Excel renames
// others without a word; a team may be called anything.
func uniqueHeaders(columns []column) []column {
	seen := map[string]bool{}
	unique := make([]column, len(columns))
	for i, c := range columns {
		base := shorten(oneLine(c.header), 200)
		if base == "" {
			base = "(blank)"
		}
		c.header = base
		for n := 2; seen[strings.ToLower(c.header)]; n++ {
			c.header = base + " (" + strconv.Itoa(n) + ")"
		}
		seen[strings.ToLower(c.header)] = true
		unique[i] = c
	}
	return unique
}
