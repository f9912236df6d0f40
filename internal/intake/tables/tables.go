// Package tables lists the tables that stand in files: every CSV file and every
// sheet of every workbook, without a look at what they hold. What a table is read
// as is for the formats to say, by its name or its header; what they all need
// first is the same list.
//
// A format opens a table with Ref.Open and a Layout, and fails with what that
// gives, except that a *table.HeaderError says that the page holds no such table.
// It counts rows on ledger.Ledger's Input, and hands the table to Ledger.Table
// when its rows have been read, so that what is to be known of the workbook
// (hidden rows, macros, errors in cells) stands in the survey.
package tables

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/scratch"
	"github.com/caseaudit/caseaudit/internal/table"
	"github.com/caseaudit/caseaudit/internal/table/handle"
	"github.com/caseaudit/caseaudit/internal/table/sheet"
)

// Found is what the paths hold.
type Found struct {
	// Tables stand by the name of their file, those of a workbook in its order.
	// No two are called the same (table.Ref.Called).
	Tables []table.Ref
	// Ignored gives for each file that holds no table, by its base name, the
	// reason why it was left alone.
	Ignored map[string]string
}

// Find lists the tables in the files and folders at the paths; the password
// opens encrypted workbooks and may be empty. Folders inside folders, hidden
// files and files of other kinds are ignored and said.
//
// It fails when a path cannot be read, when a workbook is damaged, encrypted with
// another password or of an old kind (.xls): what cannot be looked into may hold
// any part of the export. It fails too when two files have one name, for a
// finding cites a file by its name alone.
//
// Sheets' rows and CSV files are not read, so that their damage shows when they
// are. The workbooks' rows, once read, are kept in one scratch store.
func Find(ctx context.Context, paths []string, password []byte) (*Found, error) {
	f := &finder{found: &Found{Ignored: map[string]string{}}, files: map[string]bool{},
		options: sheet.Options{Password: password, Scratch: scratch.New(scratch.DefaultLimit, "")}}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("cannot open the export: %s: %w", filepath.Base(path), handle.Reason(err))
		}
		if !info.IsDir() {
			if err := f.file(ctx, path, true); err != nil {
				return nil, err
			}
			continue
		}
		if err := f.folder(ctx, path); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(f.found.Tables, func(a, b table.Ref) int { return strings.Compare(a.File, b.File) })
	return f.found, nil
}

// finder collects tables.
type finder struct {
	found   *Found
	files   map[string]bool // those with tables, by name
	options sheet.Options
}

func (f *finder) folder(ctx context.Context, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("cannot list the export: %s: %w", filepath.Base(dir), handle.Reason(err))
	}
	for _, entry := range entries {
		if entry.IsDir() {
			f.found.Ignored[entry.Name()] = "a folder inside the export"
			continue
		}
		if err := f.file(ctx, filepath.Join(dir, entry.Name()), false); err != nil {
			return err
		}
	}
	return nil
}

// file takes up one file. One that was named by itself must hold tables.
func (f *finder) file(ctx context.Context, path string, named bool) error {
	name := filepath.Base(path)
	why := Ignore(name)
	if why == "" && !Holds(name) {
		why = "not a kind of file that holds tables"
	}
	if why != "" {
		if named {
			return fmt.Errorf("%s: it is %s: name CSV files, Excel workbooks or their folder", name, why)
		}
		f.found.Ignored[name] = why
		return nil
	}
	if f.files[strings.ToLower(name)] {
		return fmt.Errorf("%s: two files have this name, or one was given twice: findings cite files by name, so rename one or keep one", name)
	}
	f.files[strings.ToLower(name)] = true
	if !Workbook(name) {
		f.found.Tables = append(f.found.Tables, table.CSV(path))
		return nil
	}
	b, err := sheet.Open(ctx, path, f.options)
	if err != nil {
		return err
	}
	if len(b.Refs()) == 0 {
		return errors.New(name + ": the workbook has no sheet that can hold rows")
	}
	f.found.Tables = append(f.found.Tables, b.Refs()...)
	return nil
}

// Holds reports whether a file of this name is one that holds tables, or should:
// an old workbook is among them, so that it is refused and not overlooked.
func Holds(name string) bool { return extension(name) == ".csv" || Workbook(name) }

// Workbook reports whether a file of this name is a workbook, of a kind that is
// read or of one that is not.
func Workbook(name string) bool {
	return slices.Contains([]string{".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"}, extension(name))
}

func extension(name string) string { return strings.ToLower(filepath.Ext(name)) }

// Ignore gives the reason why a file of this name is left alone whatever it is;
// "" for one that is not.
func Ignore(name string) string {
	switch {
	case strings.HasPrefix(name, "~$"):
		return "a lock that Excel keeps while the workbook is open: close the workbook, so that it is whole"
	case strings.HasPrefix(name, "."):
		return "a hidden file"
	}
	return ""
}
