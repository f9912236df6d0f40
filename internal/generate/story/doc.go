// Package story tells made-up cases in which everything was done as it should be.
//
// A story (a contact, a child in need, a protection plan) is a short list of
// steps: refer, assess, hold a conference, visit, close. Each step keeps its
// limit, often on the very last day, because that is where a policy that
// counts wrongly is found out. Steps only tell what has happened by as-at, so
// that work not yet due, work in the audit period and work before it all occur.
//
// Every case is told from its own seed: case 70,000 is the same whether or not
// the ones before it were made. A criterion that is added later and finds
// something wrong in a case told here has found a fault in the story.
package story
