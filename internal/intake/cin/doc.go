// Package cin reads the children in need census: the XML that a council sends
// to the Department for Education every year (schemas of 2017 to 2026).
//
// The census holds one child after another, each with one or more CINdetails: a
// referral and what followed from it. XML has no columns: what is blank is left
// out. Whether a blank was looked for is therefore taken from the schema. An
// element that the schema leaves to the council to fill counts as supplied; one
// that it requires counts as supplied unless the file has the element around it
// and never it; one that only some years' schema has, when some child has it.
//
// What the census leaves unsaid is settled here:
//
//   - An assessment is of type single: initial and core assessments left the
//     census before 2017. Its authorisation date is the date of sign-off, and of
//     completion too.
//   - DateOfInitialCPC in a Section47 is an initial conference of that enquiry;
//     in CINdetails it is one of no enquiry, unless an enquiry of the same
//     CINdetails has the day too. InitialCPCtarget without a date is a conference
//     still due only where ICPCnotRequired says that one is wanted.
//   - Child in need plans (CINPlanDates) came into the census in 2022. A file
//     without any counts as one that does not have them, and not as one in which
//     no child has a plan.
//   - Everything in a CINdetails belongs to its referral.
//   - Pre-proceedings begin with PPStartDate as the decision and end with
//     StepDecisionDate, the decision to step down or to go to court.
package cin
