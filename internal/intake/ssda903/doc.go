// Package ssda903 reads the looked-after children return (SSDA903) of 2017 to
// 2026: a folder of CSV tables (header.csv, episodes.csv, reviews.csv, ...) or
// the one XML file that holds the same.
//
// The tables are read row by row, and a row that is wrong is refused by itself;
// in XML a child stands in one piece and is refused whole. Either way a child
// becomes rows of the same tables, and what follows is shared. Of a row of CSV
// only its place is kept between the survey and the reading of the records.
//
// What the return leaves unsaid is settled here:
//
//   - The header says what children there are. A row of a child who is not in it
//     is refused.
//   - A period of care begins with the episode of reason S and ends with one that
//     ceases for a reason other than X1. The return holds the episodes of its
//     year: where a period's first is not there, the day of entering care is not
//     known and is left blank.
//   - Placements are made of episodes; see returns.Case.Care. Whether one is out
//     of area is known only from PL_LOCATION: postcodes alone do not tell.
//   - Going missing and being away without authorisation are both from care.
//   - DATE_PLACED is the day of the decision that the child should be placed for
//     adoption, and so is DATE_INT. A decision taken back (DATE_PLACED_CEASED) of
//     a child who was not adopted is left out. The child is placed with the first
//     placement of type A3 to A6 from then on.
//   - The accommodation of a care leaver is a letter for its kind and a figure for
//     whether it is suitable.
//   - OC2 answers yes or no to health checks, convictions and the like without
//     days. Criteria need the days, so OC2 supplies nothing and is not read; nor is
//     the table of permanence in former periods of care.
package ssda903
