// Package handbook writes down what the catalogue knows of itself: every
// criterion whole, and every finding of the source documents with what answers it.
//
// Nothing on its pages is written by hand. What a reader is told of a criterion is
// what the audit holds the criterion to: its metadata, the settings that its
// compiled policy reads, and the examples that are tested with it. A page that
// somebody kept up by hand would drift from the rule within a month, and a manager
// who moderates a finding would be reading about another rule.
//
// The pages and the terminal say the same from one model, the Book. It is
// deterministic: the pages change when the policies do and at no other time.
package handbook

//go:generate go run ../../cmd/caseaudit criteria docs --output ../../docs
