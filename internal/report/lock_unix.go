//go:build unix

package report

import (
	"os"

	"golang.org/x/sys/unix"
)

// hold marks a draft as one that is being written. The mark goes when the program
// ends, however it ends.
func hold(f *os.File) { _ = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB) }

// removeAbandoned removes a draft that nobody holds.
func removeAbandoned(path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	defer f.Close()
	if unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB) == nil {
		os.Remove(path)
	}
}
