package report

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// openers are the two ways in which a draft is opened; one system may have only
// the second.
func openers() map[string]func(string) (*draft, error) {
	return map[string]func(string) (*draft, error){"unnamed": unnamed, "named": named}
}

func TestWriteFile(t *testing.T) {
	for name, open := range openers() {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "audit [1].json")
			for _, text := range []string{"first", "second"} {
				err := writeFile(t.Context(), path, func(w io.Writer) error { _, err := io.WriteString(w, text); return err }, open)
				if err != nil {
					t.Fatal(err)
				}
				if got, err := os.ReadFile(path); err != nil || string(got) != text {
					t.Errorf("%q, %v", got, err)
				}
				if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
					t.Errorf("mode %v, %v", info.Mode(), err)
				}
			}
			alone(t, folder)
		})
	}
}

// alone fails unless a folder holds one file.
func alone(t *testing.T, folder string) {
	t.Helper()
	if entries, _ := os.ReadDir(folder); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

// A report that fails or is stopped halfway leaves the old one standing, and
// nothing beside it.
func TestWriteFileLeavesNothingHalfDone(t *testing.T) {
	broken := errors.New("no more paper")
	for name, open := range openers() {
		for how, write := range map[string]func(io.Writer, func()) error{
			"fails": func(w io.Writer, _ func()) error { io.WriteString(w, "half"); return broken },
			"stopped while it writes": func(w io.Writer, stop func()) error {
				stop()
				_, err := w.Write(bytes.Repeat([]byte("half"), 1<<16))
				return err
			},
			"stopped at its end": func(w io.Writer, stop func()) error { _, err := io.WriteString(w, "whole"); stop(); return err },
		} {
			t.Run(name+" "+how, func(t *testing.T) {
				folder := t.TempDir()
				path := filepath.Join(folder, "audit.json")
				if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
					t.Fatal(err)
				}
				ctx, stop := context.WithCancel(t.Context())
				defer stop()
				err := writeFile(ctx, path, func(w io.Writer) error { return write(w, stop) }, open)
				if !errors.Is(err, broken) && !errors.Is(err, context.Canceled) {
					t.Errorf("got %v", err)
				}
				if got, _ := os.ReadFile(path); string(got) != "old" {
					t.Errorf("the old report reads %q", got)
				}
				alone(t, folder)
			})
		}
	}
}

// While it is written the file has no name, or a hidden one that nobody else may
// read.
func TestADraftIsNotSeen(t *testing.T) {
	for name, open := range openers() {
		folder := t.TempDir()
		err := writeFile(t.Context(), filepath.Join(folder, "audit.json"), func(io.Writer) error {
			entries, err := os.ReadDir(folder)
			for _, entry := range entries {
				info, err := entry.Info()
				if err != nil || info.Mode().Perm() != 0o600 || !strings.HasPrefix(entry.Name(), ".audit.json.caseaudit-") {
					t.Errorf("%s: %s %v", name, entry.Name(), info.Mode())
				}
			}
			return err
		}, open)
		if err != nil {
			t.Error(err)
		}
	}
}

// What a killed program left behind goes with the next run; what another program
// is writing now stays, and so does what only looks like it.
func TestAbandonedDraftsAreRemoved(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "audit.xlsx")
	for _, name := range []string{".audit.xlsx.caseaudit-123", ".audit.xlsx.mine", ".other.xlsx.caseaudit-1"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	busy, err := named(path)
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	if err := WriteFile(t.Context(), path, func(io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	var left []string
	entries, _ := os.ReadDir(folder)
	for _, entry := range entries {
		left = append(left, entry.Name())
	}
	want := []string{filepath.Base(busy.Name()), ".audit.xlsx.mine", ".other.xlsx.caseaudit-1", "audit.xlsx"}
	if strings.Join(left, " ") != strings.Join(want, " ") {
		t.Errorf("left %v, want %v", left, want)
	}
}

func TestWriteFileNamesTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none", "audit.xlsx")
	if err := WriteFile(t.Context(), path, func(io.Writer) error { return nil }); err == nil || !strings.Contains(err.Error(), "cannot write "+path) {
		t.Error(err)
	}
}
