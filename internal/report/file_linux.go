package report

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// unnamed opens a draft without a name; one with a hidden name on file systems
// that know no such files (some network shares).
func unnamed(path string) (*draft, error) {
	folder := filepath.Dir(path)
	fd, err := unix.Open(folder, unix.O_TMPFILE|unix.O_WRONLY|unix.O_CLOEXEC, 0o600)
	if err != nil {
		return named(path)
	}
	self := fmt.Sprintf("/proc/self/fd/%d", fd)
	f := os.NewFile(uintptr(fd), folder)
	if _, err := os.Stat(self); err != nil { // without /proc it could never be given one
		f.Close()
		return named(path)
	}
	return &draft{File: f, drop: func() {}, publish: func(path string) error {
		err := link(self, path)
		if !errors.Is(err, os.ErrExist) {
			return err
		}
		// A link takes no one's place; a rename does.
		hold(f)
		spare := filepath.Join(folder, fmt.Sprintf(".%s%s%d-%d", filepath.Base(path), hidden, os.Getpid(), fd))
		if err := link(self, spare); err != nil {
			return err
		}
		if err := os.Rename(spare, path); err != nil {
			return errors.Join(err, os.Remove(spare))
		}
		return nil
	}}, nil
}

func link(from, to string) error {
	if err := unix.Linkat(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.AT_SYMLINK_FOLLOW); err != nil {
		return &os.LinkError{Op: "link", Old: "the file", New: to, Err: err}
	}
	return nil
}
