// Package annexa reads Annex A: the eleven lists of children that every council in
// England prepares for inspection, as one workbook or as a CSV file a list.
//
// A list is known by its header, not by its sheet. columns.yaml has the columns
// as Ofsted's template names them and the other names that were met; names that
// fit exactly are bound first, and only then is what is left tried on patterns, no
// name being taken twice. words.txt has the words that councils write in the coded
// columns. A word that is not in it is listed with its count and read as blank: no
// guess is made, and least of all is it read as no. README.md says where both
// come from.
//
// The lists become a mapping, made in memory, by which package mapped reads them;
// nothing here reads a row. What no column says, joining a child's rows does, and
// each join stands below with what it supposes. Annex A has no ids of referrals,
// assessments and the like. They are made of the child's id, the kind and the day.
//
// What the lists are taken to say:
//
//   - An assessment (list 4) has one date for its completion and its authorisation,
//     so how long a manager took to sign it off cannot be judged. Its 45 working
//     days run from the referral: the latest of list 3 that needed action, on or
//     before the day it began, unless another assessment began between the two.
//     Where there is none in the six months of list 3 they run from its own start,
//     and the finding says which. Begun before the child was born it is a pre-birth
//     assessment; the lists write the expected day of birth in the same column, so
//     an unborn child seems to be born once that day has passed.
//   - A section 47 enquiry (list 5) has the date of the strategy discussion that
//     initiated it, which is taken for its start too: the 15 working days to the
//     conference run from it. A conference is asked for where it is not said to have
//     been unnecessary, or was held; where neither is filled in nothing is judged.
//   - An episode of need (list 6) is a referral, and says when it was closed. It
//     is joined to the referral of list 3 that it followed (see referrals.go).
//   - Reviews, visits, placements and dental checks, protection plans and episodes
//     of care are each child's latest (lists 7 and 8). A criterion that has to see
//     every one is not assessable: see casefile.Supply.AddLatest.
//   - A latest visit counts as one at which the child was seen when list 7 or list 6
//     shows it (see visits.go).
//   - An episode of care begins with the current legal status, and care on the day
//     the child started to be looked after. A child's most recent placement lasts
//     until care ceased.
//   - A child with a disability and nothing said of its kind has the code DDA.
//   - A decision for adoption that was reversed (list 10) is none.
//   - List 2 dates the early help assessment. Whether help went on is not known.
//
// Not used: ages, for they follow from the date of birth; allocated workers, who
// stand in Annex A by name and not by an id, save that a care leaver has an adviser; health assessments, of which the
// list does not say whether one was the initial one; counts of what happened in
// twelve months, and return interviews, which have no dates; list 11, which is
// about people who adopt.
package annexa
