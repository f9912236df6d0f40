// Package mapping says what a council's own tables and columns mean, as a file
// that a person can read and edit: table to entity, column to field, value to
// code, date format.
//
// The reader (package mapped) does nothing that a mapping does not say, so that
// two people who have the file have the same audit. What caseaudit knows of a
// format, such as Annex A, is a mapping too, made in memory; what package propose
// guesses of an unknown export is written down as one, to be edited first.
//
// The file is read as strictly as an export: a key that is not known, a field
// given twice, a code that the dictionary does not have is an error with its
// line, because a mapping with a slip in it reads a council's export wrongly for
// every child at once.
package mapping

// Version is the version of the file's shape.
const Version = 1

// Mapping is what every table of an export means.
//
// Columns are found by their names without regard to case, and any run of white
// space in a name is as good as one space.
type Mapping struct {
	Version int
	Tables  []Table

	name  string         // of the file, for messages; "" for a mapping made in memory
	lines map[string]int // of the file, by path (see Place)
}

// Table is what one table means.
type Table struct {
	// File is the base name of the file, or the database's name. It may be a
	// pattern of which * stands for any text and ? for one character
	// ("supervision*.xlsx"), so that one mapping does for every month's export;
	// exactly one file of the export must then match.
	File  string
	Sheet string // of a workbook, or the table of a database; may be a pattern too

	HeaderRow  int // the header's row, its last; 0: the first that is not blank
	HeaderRows int // 0 stands for 1
	// Aside lists words: a row whose first filled cell begins with one of them
	// is no row of the table. A row that repeats the header is none either.
	Aside []string
	// Blank lists words that stand for nothing ("-", "NULL", "Not recorded")
	// wherever they fill a cell.
	Blank []string

	// Case is the column of the child's id. A table without one holds items of
	// the service only.
	Case string
	// CaseDigits fills ids that are made of digits with noughts at the front to
	// so many digits, where a program dropped them; 0 leaves ids as they are.
	CaseDigits int
	// Grouped says that the child's id stands only in the first of the child's
	// rows, as in a report that is grouped by child; the rows below it are the
	// same child's.
	Grouped bool

	// Items are what a row becomes: an item of each, unless all of that item's
	// columns are blank in the row.
	Items []Items
	// Values gives, for a column, codes for the words that stand there; "" is
	// a blank. Words are compared without regard to case and spaces around them.
	Values map[string]map[string]string
	// Dates gives, for a column, the format of its dates, such as "mm/dd/yyyy"
	// (see DateFormat). Columns not named are read as the dictionary says: ISO,
	// or day first.
	Dates map[string]string
	// Unused are columns that are known and not read. A column that stands
	// nowhere in the table's mapping is noted.
	Unused []string
}

// Items says what a row becomes in one entity.
type Items struct {
	// Entity is an entity of the dictionary, "child" for fields of the child,
	// "case" for fields of the record.
	Entity string
	Fields map[string]string // field: column
	// Times gives, for a datetime field, the column of the time of day, where it
	// stands apart from the day.
	Times  map[string]string
	Always map[string]string // field: a value that every item has
	// Values gives, for a field, codes for words, where two fields read one
	// column each in its own way; it stands in for the table's.
	Values map[string]map[string]string
	Latest bool // the export holds only a child's latest of these
	// Needs are columns without any of which filled the row gives no such item;
	// none stands for those of Fields.
	Needs []string
	Where map[string]string // column: the word it must hold for the row to give this item
	// Unless are columns any of which filled the row gives no such item, such as
	// the date on which a decision was reversed.
	Unless []string
	// Closed says that Values hold every code there is: a word that stands in none
	// of them is read as blank and noted, and not kept.
	Closed bool
}

// Case is the entity of the record's own fields.
const Case = "case"
