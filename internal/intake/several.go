package intake

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/join"
	"github.com/caseaudit/caseaudit/internal/intake/mapped"
	"github.com/caseaudit/caseaudit/internal/intake/practice"
	"github.com/caseaudit/caseaudit/internal/table"
)

// several opens what is given, each export by its own recognition, and joins
// it. What a mapping file names is one export, wherever it stands. Where two
// exports differ the one given first wins, files and folders before databases.
//
// An export that names cases and lists none is joined even when it stands alone,
// so that its rows are refused. Not so what is read by a mapping file, when no
// other export lists cases: whoever wrote it has said that these are the cases.
func (r Request) several(ctx context.Context, d *casefile.Dictionary) (casefile.Export, error) {
	if err := r.once(); err != nil {
		return nil, err
	}
	var byMapping casefile.Export
	var own Request
	if r.Mapping != "" {
		e, mine, _, err := r.own(ctx, d)
		if err != nil {
			return nil, err
		}
		byMapping, own = e, mine
	}
	var parts []join.Part
	at := -1 // where the mapped part stands
	add := func(p join.Part, err error) error {
		parts = append(parts, p)
		return err
	}
	ours := func() error {
		if at >= 0 {
			return nil
		}
		at = len(parts)
		return add(own.called(byMapping))
	}
	for _, path := range r.Paths {
		var err error
		if slices.Contains(own.Paths, path) {
			err = ours()
		} else if e, wrong := r.openPath(ctx, d, path); wrong != nil {
			err = wrong
		} else {
			err = add(Request{Paths: []string{path}}.called(e))
		}
		if err != nil {
			return nil, err
		}
	}
	for _, dsn := range r.From {
		var err error
		if slices.Contains(own.From, dsn) {
			err = ours()
		} else if e, name, wrong := openDatabase(ctx, d, dsn); wrong != nil {
			err = wrong
		} else {
			err = add(join.Part{Export: e, Name: name, Practice: !listsCases(e)}, nil)
		}
		if err != nil {
			return nil, err
		}
	}
	if at >= 0 && !slices.ContainsFunc(parts, func(p join.Part) bool { return !p.Practice }) {
		parts[at].Practice = false
	}
	if len(parts) == 1 && !parts[0].Practice {
		return parts[0].Export, nil
	}
	return join.New(d, parts)
}

// once refuses what is given twice.
func (r Request) once() error {
	for i, path := range r.Paths {
		if slices.ContainsFunc(r.Paths[:i], func(other string) bool { return filepath.Clean(other) == filepath.Clean(path) }) {
			return fmt.Errorf("%s is given twice: give it once", filepath.Base(path))
		}
	}
	for i, dsn := range r.From {
		if slices.Contains(r.From[:i], dsn) {
			return errors.New("the same database is given twice: give it once")
		}
	}
	return nil
}

// openPath opens a file or a folder by its own recognition.
func (r Request) openPath(ctx context.Context, d *casefile.Dictionary, path string) (casefile.Export, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("cannot open the export: %w", err)
	}
	if info.IsDir() {
		return r.openFolder(ctx, d, path)
	}
	return r.openFile(ctx, d, path)
}

// called makes a part of what was opened for a request, named by its path; by
// the mapping when it stands in several.
func (r Request) called(e casefile.Export) (join.Part, error) {
	p := join.Part{Export: e, Name: "what the mapping names", Practice: !listsCases(e)}
	if len(r.Paths) != 1 || len(r.From) > 0 {
		return p, nil
	}
	path, err := filepath.Abs(r.Paths[0])
	if err != nil {
		return p, fmt.Errorf("cannot open the export: %w", err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return p, fmt.Errorf("cannot open the export: %w", err)
	}
	p.Name, p.Within, p.Folder = filepath.Base(path), filepath.Dir(path), filepath.Dir(path)
	if info.IsDir() {
		p.Folder = path
	}
	return p, nil
}

// listsCases reports whether an export says which cases there are, as every
// export does that does not say that it may not.
func listsCases(e casefile.Export) bool {
	if once, is := e.(*surveyedOnce); is {
		e = once.Export
	}
	lister, says := e.(interface{ ListsCases() bool })
	return !says || lister.ListsCases()
}

// openPractice reads tables that are named as the dictionary names them. The
// export is nil when none of them is; why then says what they lack.
func openPractice(ctx context.Context, d *casefile.Dictionary, refs []table.Ref, ignored map[string]string) (e casefile.Export, why string, err error) {
	found, err := practice.Recognise(ctx, d, refs)
	if err != nil {
		return nil, "", err
	}
	if found.Mapping == nil {
		return nil, found.Why(), nil
	}
	for name, reason := range found.Others {
		ignored[name] = reason.Error()
	}
	read, err := mapped.New(d, found.Tables, found.Mapping, mapped.Options{Format: practice.Format, Ignored: ignored})
	if err != nil {
		return nil, "", err
	}
	return read, "", nil
}
