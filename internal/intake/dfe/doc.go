// Package dfe reads the JSON that councils send to the Department for
// Education's daily children's social care API: a list of children, each with
// its details and its social care episodes.
//
// The schema (version 1.0.1) lets a council leave out any key but the ids, and
// councils begin with a few of them. A key left out everywhere may therefore be
// one that the council does not send, so a field is supplied when some child has
// its key, null included. A null is blank.
//
// What the schema leaves unsaid is settled here:
//
//   - A social care episode is a referral; all that stands in it belongs to it.
//   - A child and family assessment is of type single. Its authorisation date is
//     the date of sign-off, and of completion too.
//   - A placement is an episode of care and, with those in which only the legal
//     status changed, a placement; see returns.Case.Care. Legal status is not in
//     the schema.
//   - What is marked with purge is to be removed from the Department's system: a
//     child so marked is no record, an item so marked no item. Both are counted.
package dfe
