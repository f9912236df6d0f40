// Package casefile is the case record: what one child's case looks like to
// every reader, policy and report.
//
// The dictionary (dictionary.yaml, embedded) is the only place where a field's
// name, type, label or SSD column is written down. Readers ask it how to read a
// cell, the JSON Schema for `opa check --schema` is generated from it, and a
// criterion's metadata is checked against it. A field that is not in the
// dictionary does not exist.
//
// Two things that look alike are kept apart from the first row read to the last
// cell written. A blank value is a column that the export has and nobody filled
// in: evidence that something was not recorded. An absent column is something
// the export cannot tell us: a criterion that needs it is not assessable. A
// Record therefore leaves blank fields out, and a Supply says which fields the
// export could have filled.
package casefile
