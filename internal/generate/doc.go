// Package generate makes exports of case records that nobody lived: sound
// practice, told case by case, with faults planted in a stated share of it and a
// key that says exactly what an audit must find.
//
// It serves three readers. A council tries the tool before its data team has made
// an export. A test compares the audit with the key, item by item. A benchmark
// asks for a hundred thousand cases. So the same options give the same bytes,
// cases are made one at a time and handed on, and nothing is counted by hand:
// package story tells what happened, package fault plants and judges, and this
// package puts them together and writes the two formats that the tool reads.
package generate
