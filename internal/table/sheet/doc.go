// Package sheet gives the sheets of a workbook as tables, so that whoever reads
// an export need not know whether it came as CSV files or as a workbook.
//
// A sheet is a page for people and a table only by intent. What Layout says of it
// decides which rows are the header and which are none of the table; the rest is
// settled here, always in favour of saying too much:
//
//   - A sheet has no width of its own. Columns end with the last that the header
//     names, and a row in which something stands beyond it is refused.
//   - A value merged over several rows stands in each of them, since that is what
//     the page shows; one merged over several columns stands in the first alone.
//   - A formula without a value in the file reads as table.NoValue and an error as
//     its code (#N/A): neither may pass for a blank, and casefile.Field.Read knows
//     both. How many there are, and where, is a remark.
//   - Hidden rows, columns and sheets are read like any other, and are remarks.
//
// Rows of a workbook cannot be read again by their place in the file, because its
// bytes are compressed. They are kept in a scratch store while they are first
// read. Until Rows has returned without an error none of them may be used: a
// sheet that is damaged in its last row is a sheet that was not read.
//
// The sheets of a workbook share its file, its strings and its styles. They are
// let go of once every table opened from it has been read and closed.
package sheet
