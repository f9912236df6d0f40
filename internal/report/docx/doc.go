// Package docx writes the letter as a Word file, for the people who make the draft
// their own: they fill in what no rule can judge, moderate, and sign.
//
// A Word file is a ZIP of a dozen small XML parts. The libraries for it are large,
// or licensed so that a council could not pass the program on, and none gives the
// same bytes twice; what a letter needs is little. So the parts that are the same
// in every letter stand in the folder parts as they are, the others are written
// here, and a test holds all of them to what Word insists on: the order of
// elements, parts that are named and exist, links that lead somewhere.
//
// The file says what letter.Letter says, in its order and word for word, and
// nothing else: no author, no dates of its own, no name of a child. Everything
// from outside passes through one function that escapes it and takes out what
// could not be shown or could mislead. Headings, lists and tables are Word's own,
// so that a screen reader finds its way; every sentence leads to its row in the
// table of evidence. The same letter gives the same bytes.
package docx
