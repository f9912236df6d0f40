package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

const committed = "../../../samples"

// The files in samples/ are what the specifications make.
func TestSamplesAreNotStale(t *testing.T) {
	made := t.TempDir()
	if err := write(made); err != nil {
		t.Fatal(err)
	}
	each(t, made, func(name string, want []byte) {
		if got, err := os.ReadFile(filepath.Join(committed, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run go generate ./internal/generate/samples", name)
		}
	})
	specs, err := readSpecs()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range specs {
		each(t, filepath.Join(committed, s.Name), func(name string, _ []byte) {
			if _, err := os.Stat(filepath.Join(made, s.Name, name)); err != nil {
				t.Errorf("%s/%s is made by no specification", s.Name, name)
			}
		})
	}
}

// Samples stay small enough to be opened in an editor.
func TestSamplesAreSmall(t *testing.T) {
	each(t, committed, func(name string, text []byte) {
		if len(text) > 2_000_000 {
			t.Errorf("%s has %d bytes", name, len(text))
		}
	})
}

func each(t *testing.T, root string, visit func(name string, text []byte)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		visit(name, text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
