//go:build !windows

package scratch

import "os"

// private makes a file that only this user may open and takes its name away at
// once, so that it is gone when the process ends, however it ends. drop is nil
// unless the name could not be taken away.
func private(folder string) (file *os.File, drop func() error, err error) {
	file, err = os.CreateTemp(folder, "caseaudit-*") // mode 0600
	if err != nil {
		return nil, nil, err
	}
	name := file.Name()
	if os.Remove(name) != nil {
		return file, func() error { return os.Remove(name) }, nil
	}
	return file, nil, nil
}
