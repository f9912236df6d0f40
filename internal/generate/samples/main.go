// Command samples writes the exports in samples/, each from its specification in
// this folder (<name>.yaml), with an answer key beside them and a README that
// says what they are.
//
// A sample that nobody can make again is a file that nobody dares to change. So
// the specification is what is kept, the files follow from it, and a test fails
// when they no longer do. Run it with `go generate ./internal/generate/samples`.
package main

//go:generate go run . ../../../samples

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/caseaudit/caseaudit/internal/generate"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: samples FOLDER")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "samples:", err)
		os.Exit(1)
	}
}

// answers is the folder of the answer keys: beside the samples and in none of them.
const answers = "testdata/answers"

// write makes every sample in a folder, its answer key and the README.
func write(root string) error {
	specs, err := readSpecs()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(root, answers), 0o755); err != nil {
		return err
	}
	for _, s := range specs {
		if err := s.write(root); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
	}
	return os.WriteFile(filepath.Join(root, "README.md"), readme(specs), 0o644)
}

// write makes one sample in place of the one that is there.
func (s *spec) write(root string) error {
	g, err := generate.New(s.options())
	if err != nil {
		return err
	}
	dir := filepath.Join(root, s.Name)
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	key := filepath.Join(root, answers, s.Name+".ndjson")
	switch s.Format {
	case "native":
		return g.WriteNative(dir, key)
	case "own":
		return writeOwn(g, dir, key)
	case "annex-a":
		return g.WriteAnnexA(dir, key)
	}
	if err := g.WriteSSD(dir, key); err != nil {
		return err
	}
	return s.Dirt.spoil(dir)
}
