package table

import (
	"context"
	"fmt"
)

// Table is rows with named columns, wherever they are kept: a CSV file, a sheet
// of a workbook, a table of a database.
type Table struct {
	Name       string // base name of the file; of a database, what findings call it
	Sheet      string // the workbook's sheet or the database's table; "" for a CSV file
	SHA256     string // of the file's bytes, in hexadecimal; of a database's table, of its column names and rows in their order
	Encoding   string // of a CSV file: "utf-8", "utf-16le", "utf-16be" or "windows-1252"
	Delimiter  string // of a CSV file: ",", ";", "tab" or "|"
	Header     []string
	HeaderLine int // the header's row; 1 is the first, 0 when the table has none of its own
	Reader
}

// Reader reads the rows of a table. It is not safe for use by several goroutines
// at once.
type Reader interface {
	// Rows calls yield with every row after the header, refused ones too. It
	// skips blank rows and stops at the first error, yield's own included. When
	// it returns an error nothing that was yielded may be used.
	Rows(ctx context.Context, yield func(Row) error) error
	// RowAt reads again the row that Rows gave at this place.
	RowAt(offset int64, length int) ([]string, error)
	// Reopen opens a closed table again, to read rows by their place. One that
	// has changed since it was opened is refused: its places would be wrong.
	Reopen() error
	// Unchanged says whether the table is still the one that was opened.
	Unchanged() error
	// Close lets go of the file. What was found out stays, and so do the rows
	// that Rows gave, for Reopen.
	Close() error
}

// Changed is the error for a row that does not read as it did.
func (t *Table) Changed(line int) error {
	return fmt.Errorf("%s: row %d has changed since it was first read: run the audit again", t.Called(), line)
}

// Called is how a message names the table: by its file, and its sheet if it has one.
func (t *Table) Called() string {
	if t.Sheet == "" {
		return t.Name
	}
	return fmt.Sprintf("%s sheet %q", t.Name, t.Sheet)
}

// Layout says where a table's rows stand when its page has more than the table:
// titles above the header, headings over several columns, totals below. The zero
// Layout takes the first row that is not blank for the header and every row after
// it for a row of the table.
type Layout struct {
	// HeaderRow is the header's row, its last when it has several; 1 is the
	// first row of the sheet, or line of the file. 0 takes the first that IsHeader
	// accepts.
	HeaderRow int
	// HeaderRows is how many rows the header has, 0 standing for 1. The texts of
	// a column are joined from the top by a space, a merged one standing over
	// each of its columns; a CSV file cannot say what was merged, and there a
	// heading stands over the blank ones to its right. Without HeaderRow and
	// IsHeader the first row that is not blank is the header's first.
	HeaderRows int
	// IsHeader says whether a row is the header, by its cells without the blank
	// ones at its end, of which there is one at least. It is asked of each of the
	// first MaxTitleRows rows that are not blank; when it accepts none, the
	// opening fails and says so. Nil accepts the first.
	IsHeader func(cells []string) bool
	// ByPlace names by its place a column that has no name ("column C") or one
	// that an earlier column has ("Date (column F)"). Without it both are errors.
	// Merged cells leave such columns, which hold nothing.
	ByPlace bool
	// Aside gives the reason why a row is no row of the table, such as "a
	// total"; "" when it is one. Nil keeps every row.
	Aside func(cells []string) string
}

// Valid says whether the layout makes sense by itself.
func (l Layout) Valid() error {
	if l.HeaderRow < 0 || l.HeaderRows < 0 || l.HeaderRows > MaxHeaderRows || l.HeaderRow > 0 && l.HeaderRows > l.HeaderRow {
		return &HeaderError{fmt.Errorf("a header of %d rows that ends with row %d: a header has at most %d rows, and begins with row 1 or below", l.HeaderRows, l.HeaderRow, MaxHeaderRows)}
	}
	return nil
}

// MaxHeaderRows is how many rows a header may have.
const MaxHeaderRows = 10

// NoValue stands in a cell for a formula whose value is not in the file.
const NoValue = "#NO VALUE!"

// MaxTitleRows is how many rows that are not blank are looked at for a header.
const MaxTitleRows = 50

// Ref is a table that can be opened.
type Ref struct {
	// Name is the table's own: the file's without its extension, the sheet's,
	// or the database table's without its schema.
	Name  string
	File  string // as Table.Name will be
	Sheet string // as Table.Sheet will be
	Open  func(context.Context, Layout) (*Table, error)
}

// Called is how a message names the table before it is opened.
func (r Ref) Called() string { return (&Table{Name: r.File, Sheet: r.Sheet}).Called() }
