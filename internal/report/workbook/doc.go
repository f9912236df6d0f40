// Package workbook writes an audit as an Excel workbook: the face of the product.
//
// The reader is a manager who opens the file from e-mail, in Protected View, and
// prints one page of it. So nothing in it needs "Enable Content": there are no
// formulas, macros, queries or outside links, only values, real tables, native
// charts and links from each number to the rows behind it. Meaning is never in
// colour alone: a symbol and a word stand beside every tint, and every pair of
// ink and paper is at least 4.5 to 1. Yellow is kept for cells that people fill.
//
// Text comes from case records and is not trusted: it passes through one function
// that takes out what cannot be shown or what could mislead, and it is written as
// text, so that saving as CSV cannot turn it into a formula. Ids, never names.
//
// The same audit gives the same bytes. The library's own ZIP order and times
// differ from run to run, so parts are collected, sorted and dated with the day
// the audit looks from. Sheets of many rows are streamed, in memory: the library
// would otherwise leave case records in a temporary folder in the clear.
//
// One file here is one sheet. A sheet says which columns it has and what stands
// in them; how a table looks, prints and is found by a screen reader is decided
// once, in table.go and page.go.
package workbook
