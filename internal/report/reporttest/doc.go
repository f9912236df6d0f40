// Package reporttest holds one small audit, made by hand, for the tests of every
// report: met and not met, due and overdue, priority, a measure, too few to say,
// not assessable, a policy that failed, refused rows, notes, faults, doubts, a finding
// about the service, cases without a team, and text that a careless writer would
// run as a formula or a terminal command.
//
// It is deliberately not read from an export: a report's golden file should
// change when the report does, not when a policy does.
package reporttest
