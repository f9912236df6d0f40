package scratch

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"syscall"
)

// deleteOnClose is FILE_FLAG_DELETE_ON_CLOSE: Windows deletes the file when the
// process ends, however it ends.
const deleteOnClose = 0x04000000

// private makes a file that nobody else may open while it is, in the user's own
// folder for temporary files, and that Windows deletes when it is closed.
func private(folder string) (file *os.File, drop func() error, err error) {
	if folder == "" {
		folder = os.TempDir()
	}
	name := filepath.Join(folder, "caseaudit-"+rand.Text())
	path, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil, nil, err
	}
	handle, err := syscall.CreateFile(path, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil,
		syscall.CREATE_NEW, syscall.FILE_ATTRIBUTE_NORMAL|deleteOnClose, 0)
	if err != nil {
		return nil, nil, &os.PathError{Op: "create", Path: name, Err: err}
	}
	return os.NewFile(uintptr(handle), name), nil, nil
}
