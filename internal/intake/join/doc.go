// Package join reads several exports as one: the case list from one program,
// supervision from a second, staff from a third.
//
// What joins them is the case id and nothing else. A name or a date of birth
// that agrees is not proof, and two children taken for one hide each other. Ids
// are compared as they stand, save for spaces around them: "00123" and "123" may
// be two children. Where they are likely one, a note says so, because the rows
// under the other spelling are then missing from the child's record.
//
// The rules, each of which errs on the side of showing more and not less:
//
//   - The first export given wins. A blank is filled by a later one; where two
//     differ, a note names both values and both places.
//   - An item that a later export repeats exactly counts once; one that stands
//     twice in either counts twice.
//   - Items with the same id (the dictionary's key) are one item, and are merged
//     field by field. Not so where an export keeps the kinds of an entity in
//     tables of their own (child protection visits, care visits) and the types
//     differ: each table has its own ids. An id that stands several times in an
//     export, so that it does not say which item is meant, merges nothing; a note
//     says so.
//   - Items without an id are never merged, however alike: two visits on one day
//     are two visits. A note counts those that agree in all that both exports
//     hold, for they are likely the same and counted twice.
//   - A case must stand in an export that lists cases. A practice table alone
//     (supervision, chronology) names cases and lists none: its rows of an
//     unknown case are refused, each with the reason, and the counts of rows of
//     its file say so.
//   - A field counts as supplied when one export supplies it. Items that came only
//     from an export without the field read as blank, which they are not, so a
//     note counts them.
//
// Memory does not grow with what the cases hold. The first export that lists cases
// is read once more for the joining and once more for the audit; of the others each
// case is kept, encoded, in a scratch store.
package join
