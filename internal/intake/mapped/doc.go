// Package mapped reads any tables by a mapping, which says for each what its
// columns mean: a council's own reports by a file that somebody wrote (package
// mapping), a known format such as Annex A by a mapping made in memory.
//
// Nothing is guessed here. A table of the mapping that the export lacks, or a
// column that the table lacks, stops the reading: a mapping that fits last
// month's export and not this one must not read half of it. What the export has
// and the mapping does not name is listed as not read.
//
// Cases are the children whose ids stand in any of the tables that have a column
// for them, in the order in which they are first met, table by table as the
// mapping has them. What several rows say is put together so:
//
//   - Fields of the child and of the case may come from any row of any table. The
//     first that is filled stands, and another value is noted with both places.
//     Lists of codes are joined.
//   - Items with the same key in one case are one item, as where one table has
//     the assessments and another their sign-off, or where a report repeats an
//     assessment for each of its actions. Two rows of one table that have the
//     same key and contradict each other are two items, and noted. So are items
//     of the same key and another type.
//   - Items without a key are never joined, however alike: two visits on one day
//     are two visits. A note counts those alike, because a report that joins two
//     lists repeats them.
//   - Rows that repeat another of their table exactly count once.
//
// Ids are compared as they stand, spaces around them dropped, 123 and 123.0 being
// one. Those that differ by case or by noughts at the front are likely one child
// whose id a program changed on its way, and noted. An id that a spreadsheet wrote
// as 1.2E+09 has lost its digits, and the row is refused.
//
// Each row is read when the export is surveyed, and again when its case is handed
// out. In between only its place is kept, 24 bytes a row, and the ids.
package mapped
