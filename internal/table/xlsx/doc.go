// Package xlsx reads the rows of Excel workbooks that nobody vouches for.
//
// It exists because the usual reader loses rows and says nothing: from a
// damaged sheet it hands out what it could make out and no error, which in an
// audit is "no findings" for children who were never looked at. Here a sheet is
// read whole or the reading fails with the part, the sheet and the row. Every
// byte of every part is counted as inflated and its checksum compared, and the
// XML is read by a scanner that takes nothing but well-formed UTF-8 without a
// document type, so there are no entities to expand and no outside files to
// fetch. Rows stream: what is kept in memory is the shared strings and one row.
//
// What a workbook can do beside holding values (macros, links to other files,
// DDE, embedded objects) is never run, and what hides values from the people who
// made it (hidden sheets, rows and columns, filters) or falsifies them (formulas
// that were never worked out, error cells) never stops the reading. Both are
// said, as remarks, because neither may pass in silence.
//
// Package sheet makes tables of the sheets: it finds headers, gives rows their
// width and keeps them for a second reading. Here rows are as the file has them,
// their cells sparse, so that one cell in the last column costs one cell. A number keeps the digits the file has; a date is a number
// with a date's style and becomes ISO text, in the workbook's own epoch.
package xlsx

// Excel's own limits.
const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
)

// limits keep a hostile workbook from filling the machine. They are far above
// any true export.
type limits struct {
	file      int64 // bytes of the file
	encrypted int64 // of one with a password, which is held in memory
	entries   int   // parts
	part      int64 // bytes of a part, inflated
	total     int64 // bytes of all parts, inflated
	ratio     int64 // inflated to compressed, once a part is over ratioFrom
	ratioFrom int64
	strings   int   // shared strings
	shared    int64 // bytes of shared strings, which are held in memory
	columns   int   // with a value in them
	cells     int   // of a sheet
	text      int64 // bytes of a sheet's cells, shared strings counted each time
}

func standard() limits {
	return limits{
		file:      200 << 20,
		encrypted: 50 << 20,
		entries:   2000,
		part:      1 << 30,
		total:     2 << 30,
		ratio:     200,
		ratioFrom: 1 << 20,
		strings:   10_000_000,
		shared:    256 << 20,
		columns:   1024,
		cells:     20_000_000,
		text:      512 << 20,
	}
}
