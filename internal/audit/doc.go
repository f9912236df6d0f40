// Package audit judges the records of an export by the criteria of a catalogue.
//
// One prepared query evaluates every criterion on a record, and records are
// judged in parallel. Nothing of the result depends on which came first:
// outcomes are sorted by criterion, case, entity and item before anybody sees
// them.
//
// What was not judged is as much a result as what was. A criterion whose needs
// the export does not supply is not assessable and names what is missing. A
// policy that fails is that criterion's error and nobody else's. An item that is
// not in a criterion's `applies` has no outcome at all: "not audited" is not a
// kind of pass.
package audit
