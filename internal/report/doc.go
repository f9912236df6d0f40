// Package report writes an audit in every format there is, each from the same
// model and in a folder of its own. This package only knows the formats by name
// and puts a file in its place safely.
package report
