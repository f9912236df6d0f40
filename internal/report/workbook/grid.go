package workbook

import (
	"github.com/xuri/excelize/v2"
)

// streamAbove is how many rows a table may have before it is streamed. Below it
// the file is smaller and data bars survive; above it the library would need
// seven kilobytes a row.
const streamAbove = 5000

// grid is where rows go: onto a sheet in memory, or into a stream.
type grid interface {
	row(n int, cells []cell, height float64) error
	table(*excelize.Table) error
	close() error
}

// grid opens a sheet for rows, from the top. All that surrounds the rows (page
// setup, widths, panes) must be set before: a stream forgets what comes later.
func (b *book) grid(sheet string, rows int) (grid, error) {
	if rows <= streamAbove {
		return &sheetGrid{b, sheet}, nil
	}
	w, err := b.file.NewStreamWriter(sheet)
	if err != nil {
		return nil, err
	}
	return &streamGrid{book: b, sheet: sheet, writer: w}, nil
}

type sheetGrid struct {
	book  *book
	sheet string
}

func (g *sheetGrid) row(n int, cells []cell, height float64) error {
	f := g.book.file
	for i, c := range cells {
		if err := g.book.put(g.sheet, at(i, n), c); err != nil {
			return err
		}
	}
	if height == 0 {
		return nil
	}
	return f.SetRowHeight(g.sheet, n, height)
}

func (g *sheetGrid) table(t *excelize.Table) error { return g.book.file.AddTable(g.sheet, t) }

func (g *sheetGrid) close() error { return nil }

// put writes one cell of a sheet that is not streamed.
func (b *book) put(sheet, ref string, c cell) error {
	f := b.file
	var err error
	switch v := c.value.(type) {
	case string:
		err = f.SetCellStr(sheet, ref, escape(clean(v)))
	case int:
		err = f.SetCellInt(sheet, ref, int64(v))
	case float64:
		err = f.SetCellFloat(sheet, ref, v, -1, 64)
	}
	if err == nil && c.style != "" {
		err = f.SetCellStyle(sheet, ref, ref, b.styles[c.style])
	}
	if err == nil && c.link != "" {
		err = f.SetCellHyperLink(sheet, ref, c.link, "Location")
	}
	return err
}

type streamGrid struct {
	book   *book
	sheet  string
	writer *excelize.StreamWriter
	values []any
}

func (g *streamGrid) row(n int, cells []cell, height float64) error {
	g.values = g.values[:0]
	for i, c := range cells {
		if c.link != "" {
			if err := g.book.file.SetCellHyperLink(g.sheet, at(i, n), c.link, "Location"); err != nil {
				return err
			}
		}
		v := c.value
		if s, ok := v.(string); ok {
			v = clean(s)
		}
		if v == nil && c.style == "" {
			g.values = append(g.values, nil)
			continue
		}
		g.values = append(g.values, excelize.Cell{Value: v, StyleID: g.book.styles[c.style]})
	}
	return g.writer.SetRow(at(0, n), g.values, excelize.RowOpts{Height: height})
}

func (g *streamGrid) table(t *excelize.Table) error { return g.writer.AddTable(t) }

func (g *streamGrid) close() error { return g.writer.Flush() }
