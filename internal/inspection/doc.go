// Package inspection says what an export was recognised as, how it was read, and
// what it can be audited for.
//
// A survey knows all of this, field by field and row by row. Whoever makes the
// export asks fewer questions of it: was every file taken for what it is, what was
// not read and why, and which column would be worth the trouble of adding. So the
// survey is summed up here once, and the screen and the workbook print the same
// sums: the screen as much as fits it, the workbook all.
//
// Nothing is judged, and nothing personal is shown: values stand here only where
// the reader found that they may be quoted.
package inspection
