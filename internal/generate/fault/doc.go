// Package fault plants faults in sound case records and says exactly what an
// audit must find in them.
//
// A criterion is here a second time: not as Rego, but as an Expectation written
// from the criterion's own sentence, with the faults that break it beside it. A
// fault only changes the record. What the change makes fail is never stated by
// hand: every expectation is judged before and after, and what newly fails is
// the answer, the unavoidable side effects included. So the answer key and the
// policies are two independent readings of the same sentence, and where they
// differ one of them is wrong.
//
// To add a criterion, write one file with its Expectation and name it in All.
package fault
