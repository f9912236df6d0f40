// Package intake turns a council's export into case records, whatever program
// it came from.
//
// A format is recognised by the names of its files, a lone file by its root
// element or its first key, and never by guessing at contents: a folder that is
// none of the known formats is an error that says what was looked for, because
// an export read as the wrong thing is worse than one not read. Each format has a
// folder here and answers to casefile.Export; package ledger keeps the accounts of
// all of them alike.
package intake

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/dfe"
	"github.com/caseaudit/caseaudit/internal/intake/native"
	"github.com/caseaudit/caseaudit/internal/intake/ssd"
	"github.com/caseaudit/caseaudit/internal/table"
)

// ErrFormat is wrapped when what was given is no export that is known.
var ErrFormat = errors.New("not an export that caseaudit knows")

// Request says what to read.
type Request struct {
	Paths    []string // folders and files
	From     []string // databases, by DSN
	Mapping  string   // path of the mapping file; "" for none
	Password []byte   // opens encrypted workbooks
}

// Open recognises the export at the paths, when nothing but paths is given.
func Open(ctx context.Context, d *casefile.Dictionary, paths []string) (casefile.Export, error) {
	return Request{Paths: paths}.Open(ctx, d)
}

// Open recognises what is to be read: a folder, or the cases.ndjson of a
// native export. It reads no rows; Survey does.
func (r Request) Open(ctx context.Context, d *casefile.Dictionary) (casefile.Export, error) {
	paths := r.Paths
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, errors.New("no export given: name its folder")
	}
	if len(paths) > 1 {
		return nil, fmt.Errorf("%d exports given: several cannot be joined yet, so put their files in one folder or audit them one by one", len(paths))
	}
	info, err := os.Stat(paths[0])
	if err != nil {
		return nil, fmt.Errorf("cannot open the export: %w", err)
	}
	if info.IsDir() {
		return openFolder(ctx, d, paths[0])
	}
	return openFile(ctx, d, paths[0])
}

func openFile(ctx context.Context, d *casefile.Dictionary, path string) (casefile.Export, error) {
	name := filepath.Base(path)
	switch strings.ToLower(filepath.Ext(name)) {
	case ".ndjson", ".jsonl":
		return native.New(d, path, "", nil), nil
	case ".xml":
		return openXML(ctx, d, path, nil)
	case ".json":
		is, err := isDaily(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if is {
			return dfe.New(d, []string{path}, nil), nil
		}
	case ".csv":
		return nil, fmt.Errorf("%s: %w: an export in CSV has many tables, so name its folder", name, ErrFormat)
	}
	return nil, fmt.Errorf("%s: %w: name a folder with %s or with the tables of the Standard Safeguarding Dataset or of SSDA903 as CSV, an XML return, or the JSON of the daily API", name, ErrFormat, native.CasesFile)
}

// openFolder recognises a folder by the names of its files.
func openFolder(ctx context.Context, d *casefile.Dictionary, dir string) (casefile.Export, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("cannot list the export: %w", err)
	}
	var cases, service string
	var tables []string
	person := false
	ignored := map[string]string{}
	for _, entry := range entries {
		path := filepath.Join(dir, entry.Name())
		lower := strings.ToLower(entry.Name())
		switch {
		case entry.IsDir():
			ignored[entry.Name()] = "a folder inside the export"
		case strings.HasPrefix(lower, "."):
			ignored[entry.Name()] = "a hidden file"
		case lower == native.CasesFile:
			cases = path
		case lower == native.ServiceFile:
			service = path
		case strings.HasSuffix(lower, ".csv"):
			tables = append(tables, path)
			person = person || ssd.TableName(table.CSV(path).Name) == "ssd_person"
		default:
			ignored[entry.Name()] = "not a kind of file that this export has"
		}
	}
	name := filepath.Base(dir)
	switch {
	case cases != "" && person:
		return nil, fmt.Errorf("%s: it holds both %s and ssd_person.csv, which are two exports: keep one", name, native.CasesFile)
	case cases != "":
		for _, path := range tables {
			ignored[filepath.Base(path)] = "not a file of a native export"
		}
		return native.New(d, cases, service, ignored), nil
	case person:
		if service != "" {
			ignored[filepath.Base(service)] = "a file of a native export: give the service as tables (posts.csv, professionals.csv, ...)"
		}
		refs := make([]table.Ref, len(tables))
		for i, path := range tables {
			refs[i] = table.CSV(path)
		}
		return ssd.New(d, refs, ignored)
	}
	if e, err := statutory(ctx, d, dir); e != nil || err != nil {
		return e, err
	}
	return nil, fmt.Errorf("%s: %w: it has neither %s (the native export), nor ssd_person.csv (the Standard Safeguarding Dataset as CSV), nor header.csv (SSDA903), nor an XML return, nor the JSON of the daily API", name, ErrFormat, native.CasesFile)
}
