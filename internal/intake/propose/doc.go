// Package propose guesses what the tables of an unknown export mean and writes
// the guess down as a mapping, for somebody who knows to correct.
//
// A guess is made of three things, all of which stand in the export: the names of
// columns and tables, compared word by word with those of the dictionary, of the
// Standard Safeguarding Dataset, of Annex A and of common reports (words.yaml);
// what the cells look like (dates and their format, yes and no, the dictionary's
// codes); and where rows stand (titles above the header, totals below). Each has a
// confidence. What is below the line is left out and listed, because a column
// wrongly read does more harm than one not read: the criteria that need it would
// be assessed, and wrongly.
//
// The same export gives the same proposal, and nothing is asked of anybody. Words
// of cells appear in it only where they are codes: a few different ones, in a
// column that gives a coded field which names nobody, and most of which are codes
// beyond doubt.
package propose
