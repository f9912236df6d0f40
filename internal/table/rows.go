package table

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/caseaudit/caseaudit/internal/progress"
	"github.com/caseaudit/caseaudit/internal/table/handle"
)

// Row is one row of the file, or what stands where a row should.
type Row struct {
	Line   int   // 1 is the file's first line
	Lines  int   // physical lines it covers, 1 unless a quoted cell runs over
	Offset int64 // with Length, what RowAt takes
	Length int
	// Cells are the row's cells, as many as the header has unless the row is
	// refused; then those that could be made out, which may be none.
	Cells []string
	// Fault says why the row is refused and what to do; "" when it is not.
	Fault string
	// Lost is the number of lines refused by this fault: 1, or all that follow
	// when a quotation mark is never closed. 0 when the row is not refused.
	Lost int
	// Loose says that a quotation mark stood out of place and was kept as text.
	Loose bool
	// RowLike says that a quoted cell runs over lines that look like rows of
	// their own, as when quotation marks are damaged.
	RowLike bool
	// Aside says why the row is no row of the table (see Layout): it is then
	// neither read nor refused, and whoever reads the table says so.
	Aside string
	// Replaced counts the characters that could not be decoded.
	Replaced int
}

// Rows calls yield with every row after the header, refused ones too, and
// skips blank lines: those of white space, and those of delimiters only. It
// stops at the first error.
func (f *File) Rows(ctx context.Context, yield func(Row) error) error {
	s := &scanner{file: f, base: f.body, next: f.body, line: f.bodyLine}
	stage := progress.Begin(ctx, "reading "+f.Name, f.length, progress.Bytes)
	defer stage.End()
	for n := 0; ; n++ {
		if n%progress.Every == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			stage.At(s.next)
		}
		row, ok, err := s.row()
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		if !ok {
			return nil
		}
		if row.Fault == "" && blankRow(row.Cells) {
			continue
		}
		if row.Fault == "" && f.layout.Aside != nil {
			row.Aside = f.layout.Aside(row.Cells)
		}
		if row.Fault == "" && row.Aside == "" {
			f.check(&row)
		}
		if err := yield(row); err != nil {
			return err
		}
	}
}

// check refuses a row with too many or too few cells: one delimiter lost or
// added shifts every cell after it. What stands in a column without a name, of
// which a header has some at its end, would be lost.
func (f *File) check(row *Row) {
	have, want := len(row.Cells), f.width
	if have == want {
		if at := slices.IndexFunc(row.Cells[len(f.Header):], func(cell string) bool { return strings.TrimSpace(cell) != "" }); at >= 0 {
			row.Lost = 1
			row.Fault = fmt.Sprintf("something stands in column %d, which has no name: name it in line %d, or clear the cell", len(f.Header)+at+1, f.HeaderLine)
		}
		row.Cells = row.Cells[:len(f.Header)]
		return
	}
	few := "few"
	if have > want {
		few = "many"
	}
	row.Lost = 1
	row.Fault = fmt.Sprintf("the row has too %s cells: %d where the header has %d; put a cell that holds the delimiter in quotation marks", few, have, want)
}

func blankRow(cells []string) bool {
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}

// RowAt reads again the row that Rows gave at this place.
func (f *File) RowAt(offset int64, length int) ([]string, error) {
	if offset < 0 || length < 0 || length > MaxRowBytes || offset+int64(length) > f.length {
		return nil, fmt.Errorf("%s: no row at byte %d", f.Name, offset)
	}
	buf := make([]byte, length)
	if _, err := f.content.ReadAt(buf, offset); err != nil && err != io.EOF {
		return nil, fmt.Errorf("%s: byte %d: %w", f.Name, offset, handle.Reason(err))
	}
	p := parser{comma: f.comma}
	if p.strict(buf, true) != whole || p.used != length {
		if !p.loose(buf) {
			return nil, fmt.Errorf("%s: the row at byte %d has changed since it was first read: run the audit again", f.Name, offset)
		}
	}
	cells, _ := f.cells(&p, buf)
	if len(cells) != f.width {
		return nil, fmt.Errorf("%s: the row at byte %d has changed since it was first read: run the audit again", f.Name, offset)
	}
	return cells[:len(f.Header)], nil
}

// cells turns what the parser made out of these bytes into text.
func (f *File) cells(p *parser, from []byte) (cells []string, replaced int) {
	cells = make([]string, len(p.cells))
	if all, ok := f.plain(p, from); ok {
		replaced = strings.Count(all, string(utf8.RuneError))
		for i, raw := range p.cells {
			cells[i] = all[p.from[i] : p.from[i]+len(raw)]
		}
		return cells, replaced
	}
	for i, raw := range p.cells {
		text, n := f.decode(raw)
		cells[i] = text
		replaced += n
	}
	return cells, replaced
}

// plain gives the bytes as text in one piece of memory, of which the cells are
// pieces; ok is false when they are not, or the bytes are not text as they stand.
// Text that is valid as a whole is valid in every cell, because cells begin and
// end at ASCII characters.
func (f *File) plain(p *parser, from []byte) (all string, ok bool) {
	if p.changed || !utf8.Valid(from) {
		return "", false
	}
	all = string(from)
	return all, f.Encoding != windows || ascii(all)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
