// Package returns holds what the returns to the Department for Education have in
// common: the children in need census, the looked-after children return
// (SSDA903) and the daily API.
//
// A return holds one child after another, or tables about children, in codes
// that changed over the years. A Case puts the record of one child together from
// it: each value is read by the dictionary's field for it, old codes become
// today's, and what was odd is remembered until it is known that the child is
// kept. A Stream reads files that hold one child after another, a child at a
// time, and keeps their accounts.
//
// A child is read whole or refused whole where the return holds it in one piece
// (XML, JSON): a child with one wrong date may be the very finding that the date
// was to decide.
//
// Returns have no ids for most of what they hold. Findings are known by them
// from month to month and rows of a record name one another by them, so ids are
// made from the child's id, the kind and the date, which the next return has
// too; a number follows only where two of one kind fell on the same day.
package returns
