package ssd

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/table"
)

// Format is how a survey names this format.
const Format = "ssd"

// Export is an export of the Standard Safeguarding Dataset.
type Export struct {
	dictionary *casefile.Dictionary
	layout     *layout
	tables     []table.Ref
	ignored    map[string]string // other files of the folder, and why

	sources []*source
	people  []*caseRows // nil before Survey
	// What the survey settled for the reading of the records.
	completed bool // an assessment's completed date is its sign-off
	team      bool // the team of a case is derived
}

// caseRows is a case and the places of its rows.
type caseRows struct {
	id      string
	refs    []ref
	refused int
}

// ref is the place of a row, 24 bytes.
type ref struct {
	offset int64
	line   int32
	length int32
	source int32
	short  uint32 // of the row's hash; see repeats
}

// New makes an export of tables, wherever they are kept; ignored gives the
// reason why each other file of the folder is left alone.
func New(d *casefile.Dictionary, tables []table.Ref, ignored map[string]string) (*Export, error) {
	l, err := readLayout()
	if err != nil {
		return nil, err
	}
	return &Export{dictionary: d, layout: l, tables: tables, ignored: ignored}, nil
}

// TableName gives the table of the dataset, or the entity, that a table holds by
// its name, in lower case and without a schema before it: "dbo.SSD_Person" holds
// ssd_person.
func TableName(name string) string {
	name = casefile.Fold(strings.ToLower(name))
	if strings.Contains(name, ".ssd_") {
		name = name[strings.LastIndex(name, ".")+1:]
	}
	return name
}

// HasPerson reports whether ssd_person, without which there is no export of the
// dataset, is among the tables: by a table's own name, or by that of its workbook.
func HasPerson(tables []table.Ref) bool {
	return slices.ContainsFunc(tables, func(r table.Ref) bool {
		return TableName(r.Name) == "ssd_person" || bookName(r) == "ssd_person"
	})
}

// bookName is the table that a sheet holds by the name of its workbook; "" for
// what is no sheet.
func bookName(r table.Ref) string {
	if r.Sheet == "" {
		return ""
	}
	return TableName(strings.TrimSuffix(r.File, filepath.Ext(r.File)))
}

// named is a table and the name of the dataset's table, or the entity, that it
// holds.
type named struct {
	table.Ref
	name string
}

// named gives the tables by file and sheet. A workbook named as a table, none of
// whose sheets is, holds that table in its first sheet: ssd_person.xlsx with
// Sheet1.
func (e *Export) named() []named {
	list := make([]named, len(e.tables))
	told := map[string]bool{} // workbooks with a sheet named as a table, or whose first sheet was seen
	for i, r := range e.tables {
		list[i] = named{r, TableName(r.Name)}
		told[r.File] = told[r.File] || e.known(list[i].name)
	}
	for i, r := range e.tables {
		if book := bookName(r); !told[r.File] && e.known(book) {
			list[i].name = book
		}
		told[r.File] = true
	}
	slices.SortStableFunc(list, func(a, b named) int {
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Sheet, b.Sheet))
	})
	return list
}

// known reports whether a name is that of a table.
func (e *Export) known(name string) bool {
	_, entity := e.dictionary.Entity(name)
	return entity || name == "cases" || name == "child" || e.layout.find(name) >= 0 || slices.Contains(e.layout.NotUsed, name)
}

// open opens the files that are tables, in the order of reading: those of the
// dataset, then practice tables, and those that extend others last.
func (e *Export) open(ctx context.Context) (sources []*source, ignored []string, err error) {
	defer func() {
		if err != nil {
			closeAll(sources)
		}
	}()
	plans, ignored, err := e.plan()
	if err != nil {
		return nil, nil, err
	}
	for _, p := range plans {
		file, err := p.ref.Open(ctx, table.Layout{})
		if err != nil {
			return sources, nil, err
		}
		s := &source{file: file, spec: p.spec, role: p.role, entity: p.entity}
		sources = append(sources, s)
		if s.role == extends || s.role == extendsStaff {
			// Without the key its rows are items of their own.
			if key, _ := s.entity.Key(); s.column(key.Name) < 0 {
				s.role = map[role]role{extends: items, extendsStaff: service}[s.role]
			}
		}
		if err := s.bind(e.dictionary); err != nil {
			return sources, nil, err
		}
	}
	slices.SortStableFunc(sources, func(a, b *source) int { return a.stage(e.layout) - b.stage(e.layout) })
	return sources, ignored, nil
}

// stage orders the sources: each stands after those whose rows it names.
func (s *source) stage(l *layout) int {
	switch {
	case s.spec != nil:
		return l.find(s.spec.Table)
	case s.role == extends || s.role == extendsCase || s.role == extendsStaff:
		return len(l.Tables) + 1
	}
	return len(l.Tables)
}

// plan is a file and what it is to be read as.
type plan struct {
	ref    table.Ref
	spec   *tableSpec
	role   role
	entity *casefile.Entity
}

// plan recognises the files by their names.
func (e *Export) plan() (plans []plan, ignored []string, err error) {
	holds := map[string]string{}   // table: file
	inDataset := map[string]bool{} // entities that a table of the dataset gives
	var practice []plan
	for _, t := range e.named() {
		name, ref := t.name, t.Ref
		base := ref.Called()
		if first, again := holds[name]; again && e.known(name) {
			return nil, nil, fmt.Errorf("%s and %s both hold %s: keep one", first, base, name)
		}
		holds[name] = base
		if at := e.layout.find(name); at >= 0 {
			spec := &e.layout.Tables[at]
			p := plan{ref: ref, spec: spec, role: spec.Role}
			if spec.Entity != "" {
				p.entity, _ = e.dictionary.Entity(spec.Entity)
				inDataset[spec.Entity] = true
			}
			plans = append(plans, p)
			continue
		}
		entity, known := e.dictionary.Entity(name)
		switch {
		case name == "cases" || name == "child":
			practice = append(practice, plan{ref: ref, role: extendsCase})
		case known:
			practice = append(practice, plan{ref: ref, role: items, entity: entity})
		case slices.Contains(e.layout.NotUsed, name):
			ignored = append(ignored, base+": a table of the dataset that the audit does not use")
		default:
			ignored = append(ignored, base+": not named as a table of the dataset or an entity of the dictionary")
		}
	}
	if holds["ssd_person"] == "" {
		return nil, nil, errors.New("the export has no ssd_person (a CSV file or a sheet), which says what cases there are: add it")
	}
	for _, p := range practice {
		if p.entity != nil {
			p.role = practiceRole(p.entity, inDataset[p.entity.Name])
		}
		plans = append(plans, p)
	}
	return plans, ignored, nil
}

// practiceRole says what the rows of a practice table become.
func practiceRole(e *casefile.Entity, inDataset bool) role {
	_, keyed := e.Key()
	switch {
	case e.Service && inDataset && keyed:
		return extendsStaff
	case e.Service:
		return service
	case inDataset && keyed:
		return extends
	}
	return items
}

func closeAll(sources []*source) {
	for _, s := range sources {
		_ = s.file.Close() // only read from
	}
}

// Records reads the cases again from the places of their rows, in the order of
// ssd_person.
func (e *Export) Records(ctx context.Context, yield func(*casefile.Record) error) error {
	if e.people == nil {
		return errors.New("records were asked for before the survey")
	}
	defer closeAll(e.sources)
	for _, s := range e.sources {
		if err := s.file.Reopen(); err != nil {
			return err
		}
	}
	for _, p := range e.people {
		if err := ctx.Err(); err != nil {
			return err
		}
		rec, err := e.assemble(p, nil)
		if err != nil {
			return err
		}
		if err := yield(rec); err != nil {
			return err
		}
	}
	for _, s := range e.sources {
		if err := s.file.Unchanged(); err != nil {
			return err
		}
	}
	return nil
}
