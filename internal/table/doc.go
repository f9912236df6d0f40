// Package table reads rows from files that nobody vouches for, and the elements
// of XML files and JSON lists, which are read whole or not at all.
//
// A row lost in reading is a child who was never looked at, and nobody would
// know: the audit would simply hold fewer findings. So this reader answers for
// every line. A line becomes a row, is part of a row, is blank, or is refused
// with the reason; it is never skipped, padded or cut to fit. Where the standard
// library's reader trades away certainty (stray quotes read to the next quote,
// however many rows later), this one gives up the line instead and says so.
//
// Rows carry their place, so that a caller can keep a few numbers for each row and
// read it again when its turn comes, and memory does not grow with what the rows
// hold.
//
// Whoever turns rows into records should not know where they are kept. A Table is
// rows under a header; a Ref is one that can be opened. This package has those of
// CSV files; package sheet has those of workbooks and package database those of
// databases, which keep their rows in package scratch since they cannot be read
// again by their place. A page made for people has titles above the header and
// totals below, in a CSV file as in a workbook: a Layout says what of it is the
// table, and what it sets aside is given too, so that somebody answers for it.
package table

// Limits on what is read. They are far above any true export and keep a hostile
// one from filling the machine.
const (
	MaxFileBytes  = 4 << 30   // a file; UTF-16 is held in memory, so see MaxUTF16Bytes
	MaxUTF16Bytes = 256 << 20 // a UTF-16 file, before it is converted to UTF-8
	MaxRowBytes   = 4 << 20   // a row, line ends inside quotes included
	MaxColumns    = 1024      // columns of the header
)
