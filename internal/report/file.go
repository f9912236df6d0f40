package report

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// WriteFile writes a file that appears whole or not at all, readable by its owner
// only (0600).
//
// Until it is whole it has no name where the system allows that (Linux), so that
// nothing is left of it however the program ends. Elsewhere it has a hidden name in
// the same folder and is removed when the writing fails or is stopped; one that a
// killed program left behind is removed by the next run that writes the same file.
func WriteFile(ctx context.Context, path string, write func(io.Writer) error) error {
	if err := writeFile(ctx, path, write, unnamed); err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	return nil
}

// draft is a file in the making.
type draft struct {
	*os.File
	// publish gives the file the path, in place of one that has it.
	publish func(path string) error
	drop    func() // takes away what has a name
}

func writeFile(ctx context.Context, path string, write func(io.Writer) error, open func(path string) (*draft, error)) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	sweep(path)
	d, err := open(path)
	if err != nil {
		return err
	}
	published := false
	defer func() {
		d.Close()
		if !published {
			d.drop()
		}
	}()
	buffered := bufio.NewWriterSize(&untilDone{ctx, d}, 1<<16)
	if err := write(buffered); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	err = d.publish(path)
	published = err == nil
	return err
}

// untilDone writes until the context is done.
type untilDone struct {
	ctx context.Context
	w   io.Writer
}

func (u *untilDone) Write(b []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.w.Write(b)
}

// hidden is how drafts that have a name are called, after the dot and the name of
// the file they are to be.
const hidden = ".caseaudit-"

// named opens a draft with a hidden name.
func named(path string) (*draft, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+hidden+"*") // 0600
	if err != nil {
		return nil, err
	}
	hold(f)
	return &draft{File: f, drop: func() { os.Remove(f.Name()) }, publish: func(path string) error {
		if err := f.Close(); err != nil { // Windows renames no open file
			return err
		}
		return os.Rename(f.Name(), path)
	}}, nil
}

// sweep removes drafts of a file that a killed program left behind, and leaves
// those of a program that runs now. What it cannot remove does no harm to the
// writing.
func sweep(path string) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return
	}
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), "."+filepath.Base(path)+hidden) && entry.Type().IsRegular() {
			removeAbandoned(filepath.Join(filepath.Dir(path), entry.Name()))
		}
	}
}
