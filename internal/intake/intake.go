// Package intake turns a council's export into case records, whatever program
// it came from.
//
// A format is recognised by the names of its files, a lone file by its root
// element or its first key, the lists of Annex A by their headers, and never by
// guessing at contents: a folder that is
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
	"github.com/caseaudit/caseaudit/internal/intake/tables"
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

// Open recognises what is to be read, each path and database by itself, and
// joins them when they are several. It reads no rows; Survey does.
func (r Request) Open(ctx context.Context, d *casefile.Dictionary) (casefile.Export, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(r.Paths)+len(r.From) == 0 {
		return nil, errors.New("no export given: name its folder")
	}
	return r.several(ctx, d)
}

func (r Request) openFile(ctx context.Context, d *casefile.Dictionary, path string) (casefile.Export, error) {
	name := filepath.Base(path)
	if tables.Workbook(name) {
		found, err := tables.Find(ctx, []string{path}, r.Password)
		if err != nil {
			return nil, err
		}
		if ssd.HasPerson(found.Tables) {
			return ssd.New(d, found.Tables, found.Ignored)
		}
		if e, err := openAnnexA(ctx, d, path, found.Tables, found.Ignored); e != nil || err != nil {
			return e, err
		}
		e, why, err := openPractice(ctx, d, found.Tables, found.Ignored)
		if e != nil || err != nil {
			return e, err
		}
		return nil, fmt.Errorf("%s: %w: none of its sheets is named ssd_person (the Standard Safeguarding Dataset, a sheet a table), none is a list of Annex A, and as tables of practice: %s", name, ErrFormat, why)
	}
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
		e, why, err := openPractice(ctx, d, []table.Ref{table.CSV(path)}, map[string]string{})
		if e != nil || err != nil {
			return e, err
		}
		return nil, fmt.Errorf("%w: an export in CSV has many tables, so name its folder; as a table of practice: %s", ErrFormat, why)
	}
	return nil, fmt.Errorf("%s: %w: name a folder with %s or with the tables of the Standard Safeguarding Dataset or of SSDA903 as CSV, an XML return, or the JSON of the daily API", name, ErrFormat, native.CasesFile)
}

// openFolder recognises a folder by the names of its files, and of the sheets in
// its workbooks.
func (r Request) openFolder(ctx context.Context, d *casefile.Dictionary, dir string) (casefile.Export, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("cannot list the export: %w", err)
	}
	var cases, service string
	var tabular []string
	ignored := map[string]string{}
	for _, entry := range entries {
		path := filepath.Join(dir, entry.Name())
		lower := strings.ToLower(entry.Name())
		why := tables.Ignore(entry.Name())
		switch {
		case entry.IsDir():
			ignored[entry.Name()] = "a folder inside the export"
		case why != "":
			ignored[entry.Name()] = why
		case lower == native.CasesFile:
			cases = path
		case lower == native.ServiceFile:
			service = path
		case tables.Holds(lower):
			tabular = append(tabular, path)
		default:
			ignored[entry.Name()] = "not a kind of file that this export has"
		}
	}
	name := filepath.Base(dir)
	if cases != "" {
		return openNative(d, name, cases, service, tabular, ignored)
	}
	found, err := tables.Find(ctx, tabular, r.Password)
	if err != nil {
		return nil, err
	}
	if ssd.HasPerson(found.Tables) {
		if service != "" {
			ignored[filepath.Base(service)] = "a file of a native export: give the service as tables (posts.csv, professionals.csv, ...)"
		}
		return ssd.New(d, found.Tables, ignored)
	}
	if e, err := statutory(ctx, d, dir); e != nil || err != nil {
		return e, err
	}
	if e, err := openAnnexA(ctx, d, dir, found.Tables, ignored); e != nil || err != nil {
		return e, err
	}
	e, why, err := openPractice(ctx, d, found.Tables, ignored)
	if e != nil || err != nil {
		return e, err
	}
	if why != "" {
		why = "; as tables of practice: " + why
	}
	return nil, fmt.Errorf("%s: %w: it has neither %s (the native export), nor ssd_person as a CSV file or a sheet (the Standard Safeguarding Dataset), nor header.csv (SSDA903), nor an XML return, nor the JSON of the daily API, nor lists of Annex A%s", name, ErrFormat, native.CasesFile, why)
}

// openNative opens a native export, of which tables are no part. ssd_person
// beside it would be a second export.
func openNative(d *casefile.Dictionary, folder, cases, service string, tabular []string, ignored map[string]string) (casefile.Export, error) {
	for _, path := range tabular {
		base := filepath.Base(path)
		if ssd.TableName(strings.TrimSuffix(base, filepath.Ext(base))) == "ssd_person" {
			return nil, fmt.Errorf("%s: it holds both %s and %s, which are two exports: keep one", folder, native.CasesFile, base)
		}
		ignored[base] = "not a file of a native export"
	}
	return native.New(d, cases, service, ignored), nil
}
