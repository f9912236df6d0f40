// Package progress tells whoever cares how far a long piece of work has come.
//
// The work is done deep inside readers that are reached through casefile.Export,
// whose methods take a context and nothing else. So the listener travels with the
// context, as a deadline does: it concerns the run and never what the run finds.
// Without a listener nothing is told, and nothing is lost by it. What is told is
// the name of a file or of a kind of work, and two numbers, so that nothing
// personal can be shown.
package progress

import (
	"context"
	"io"
)

// Unit is what a stage is counted in.
type Unit string

// The units.
const (
	Bytes   Unit = "bytes"
	Rows    Unit = "rows"
	Records Unit = "records"
)

// Every is after how many rows or records a stage that counts them is told.
const Every = 256

// Listener is told of the stages of a run, which may overlap and be told from
// several goroutines.
type Listener interface {
	// Begin opens a stage. What it does is said in a few words: "reading
	// visits.csv". The total is 0 when nobody knows it.
	Begin(what string, total int64, unit Unit) Stage
}

// Stage is one piece of work.
type Stage interface {
	At(done int64) // of the total, since the beginning
	End()          // finished or given up; a stage is ended once
}

type key struct{}

// With gives the context a listener.
func With(ctx context.Context, l Listener) context.Context {
	return context.WithValue(ctx, key{}, l)
}

// Begin opens a stage with the context's listener, if it has one.
func Begin(ctx context.Context, what string, total int64, unit Unit) Stage {
	if l, ok := ctx.Value(key{}).(Listener); ok {
		return l.Begin(what, total, unit)
	}
	return nobody{}
}

// nobody is told nothing.
type nobody struct{}

func (nobody) At(int64) {}
func (nobody) End()     {}

// Reader tells the stage how many bytes have been read.
func Reader(r io.Reader, s Stage) io.Reader { return &reader{from: r, stage: s} }

type reader struct {
	from  io.Reader
	stage Stage
	read  int64
}

func (r *reader) Read(b []byte) (int, error) {
	n, err := r.from.Read(b)
	r.read += int64(n)
	r.stage.At(r.read)
	return n, err
}
