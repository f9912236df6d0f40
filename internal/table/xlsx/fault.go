package xlsx

import (
	"context"
	"errors"
	"fmt"
)

// Errors that a caller may want to tell from damage.
var (
	// ErrPassword is wrapped when a workbook is encrypted and no password, or a
	// wrong one, was given.
	ErrPassword = errors.New("the workbook is protected by a password")
	// ErrKind is wrapped when the file is another kind of file than a workbook
	// in Excel's present format.
	ErrKind = errors.New("not an Excel workbook (.xlsx)")
)

// Fault is why a workbook, or a sheet of it, was not read. What is known of the
// place is given; nothing of what stands there.
type Fault struct {
	File  string // base name
	Sheet string // as the workbook names it
	Row   int    // the row being read, 0 before the first
	Part  string // inside the file, such as xl/worksheets/sheet6.xml
	Err   error
}

func (f *Fault) Error() string {
	place := f.File
	if f.Sheet != "" {
		place += fmt.Sprintf(": sheet %q", f.Sheet)
	}
	if f.Row > 0 {
		place += fmt.Sprintf(", row %d", f.Row)
	}
	if f.Part != "" {
		place += ": " + f.Part
	}
	return fmt.Sprintf("%s: %v", place, f.Err)
}

// Unwrap gives the reason.
func (f *Fault) Unwrap() error { return f.Err }

// again ends the reason of a damage that only the program that wrote the
// workbook can mend.
const again = "; save the workbook again in Excel, or export it again"

// damaged makes a reason of a kind of damage.
func damaged(format string, args ...any) error {
	return fmt.Errorf(format+again, args...)
}

// stopped tells a cancelled context and an error of the caller's own, which
// are passed on as they are, from a fault of the file.
func stopped(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}
