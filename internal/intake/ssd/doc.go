// Package ssd reads an export of the Standard Safeguarding Dataset: its tables
// (ssd_person, ssd_cin_assessments, ...), whether they are CSV files, sheets of
// workbooks or tables of a database, and beside them practice tables in the
// dictionary's own names.
//
// The dataset holds what councils must report, not how the work was done, so
// councils add what it lacks. A practice table <entity> (supervision,
// chronology, ...) has a column case_id and the dictionary's field names.
// Where the entity also has a table in the dataset and the practice table has
// the entity's key, its rows extend the items of that key (assessments.csv with
// assessment_id, analysis, child_seen_date); else they are items of their own, as
// are its rows of a type for which the export has no table (a private fostering
// visit), which need the case_id.
// cases.csv and child.csv extend the record and the child. Tables of the service
// (posts.csv, staff_supervision.csv, ...) belong to no case. Where two places
// differ the dataset stands, unless it is blank, and a note names both.
//
// What the dataset leaves unsaid is settled here:
//
//   - An assessment has only an authorised date. It is the date of sign-off, and
//     of completion too when no table has a completed_date.
//   - The team of a case is the team in cases.csv when it has that column; else
//     the team of the latest referral that is not closed; else that of the latest
//     involvement that is not ended; else of the latest involvement, or referral,
//     there is.
//   - An episode of care has the legal status in force on the day it began.
//   - A "Health Assessment" is the initial one when it is the first since the
//     child entered care, those planned, refused or cancelled before it included;
//     any later one is a review.
//   - A review of care marked as cancelled did not happen and is no item.
//   - NULL and PLACEHOLDER_DATA, as exports of the dataset write them, are blank;
//     a column of nothing but PLACEHOLDER_DATA is one that the export lacks.
//
// Each row is read when the export is surveyed, and again when its case is
// handed out. In between only its place is kept, 24 bytes a row.
package ssd
