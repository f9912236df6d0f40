// Package mapping says what a council's own tables and columns mean, as a file
// that a person can read and edit: table to entity, column to field, value to
// code, date format.
//
// The reader (package mapped) does nothing that a mapping does not say, so that
// two people who have the file have the same audit. What caseaudit knows of a
// format, such as Annex A, is a mapping too, made in memory; what package propose
// guesses of an unknown export is written down as one, to be edited first.
package mapping

// Version is the version of the file's shape.
const Version = 1

// Mapping is what every table of an export means.
type Mapping struct {
	Version int     `yaml:"version"`
	Tables  []Table `yaml:"tables"`
}

// Table is what one table means.
type Table struct {
	File  string `yaml:"file"`            // base name of the file, or the database's name
	Sheet string `yaml:"sheet,omitempty"` // of a workbook, or the table of a database

	HeaderRow  int      `yaml:"header_row,omitempty"`  // the header's row, its last; 0: the first that is not blank
	HeaderRows int      `yaml:"header_rows,omitempty"` // 0 stands for 1
	Aside      []string `yaml:"aside,omitempty"`       // a row whose first filled cell begins with one of these words is no row of the table

	// Case is the column of the child's id. A table without one holds items of
	// the service.
	Case string `yaml:"case,omitempty"`
	// Items are what a row becomes: an item of each, unless all of that item's
	// columns are blank in the row.
	Items []Items `yaml:"items"`
	// Values gives, for a column, codes for the words that stand there. Words
	// are compared without regard to case and spaces around them.
	Values map[string]map[string]string `yaml:"values,omitempty"`
	// Dates gives, for a column, the format of its dates, such as "mm/dd/yyyy".
	// Columns not named are read as the dictionary says: ISO, or day first.
	Dates map[string]string `yaml:"dates,omitempty"`
	// Unused are columns that are known and not read. A column that stands
	// nowhere in the table's mapping is noted.
	Unused []string `yaml:"unused,omitempty"`
}

// Items says what a row becomes in one entity.
type Items struct {
	// Entity is an entity of the dictionary, "child" for fields of the child,
	// "case" for fields of the record.
	Entity string            `yaml:"entity"`
	Fields map[string]string `yaml:"fields"`           // field: column
	Always map[string]string `yaml:"always,omitempty"` // field: a value that every item has
	Latest bool              `yaml:"latest,omitempty"` // the export holds only a child's latest of these
	Needs  []string          `yaml:"needs,omitempty"`  // columns without any of which filled the row gives no such item; default: any of Fields
	Where  map[string]string `yaml:"where,omitempty"`  // column: the word it must hold for the row to give this item
}
