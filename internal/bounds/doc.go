// Package bounds holds what is promised of speed and memory to what is measured.
//
// Speed is given as a share of what a well-known library does in the same run, for
// seconds say more of the machine than of the program. Memory is the most that a
// process of its own took from the system, the Go runtime and every library
// included, for that is what a laptop runs out of. There is nothing here but tests:
//
//	go test -run TestBounds -v ./internal/bounds
//
// prints the figures, and fails when a bound is broken. They stand, with the
// machine, in docs/performance.md.
package bounds
