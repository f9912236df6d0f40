// Package practice recognises tables in the dictionary's own names, wherever they
// stand: supervision.xlsx, chronology.csv, a workbook with the sheets posts and
// professionals. Nobody should have to write a mapping for a table whose names are
// already right, so this package makes that mapping, and package mapped reads by it.
//
// Only names that are exactly those of the dictionary count, capitals, spaces,
// hyphens and underscores being all one ("Recorded date" is recorded_date):
//
//   - A table has the name of an entity: its file's, or its sheet's. A workbook of
//     one sheet may have it as the file's name, whatever the sheet is called.
//     cases and child hold fields of the case and of the child.
//   - Its columns have the names of the entity's fields, or their labels. A table of
//     the case has the child's id in a column case_id (or pers_person_id or
//     person_id, as the Standard Safeguarding Dataset has it). Titles may stand
//     above the header.
//   - A table with another name (staff.csv) is known when every one of its columns
//     is a field of one list of the service, and of one only. Not so a table with the
//     child's id: many have no more than that and a date.
//
// Anything less is a guess, and guesses are for a person to confirm: the reason why
// a table was not recognised says so, and names the command that proposes a mapping.
package practice

// Format is how a survey names tables recognised by their names.
const Format = "practice tables"
