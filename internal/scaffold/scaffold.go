// Package scaffold writes the three files of a new criterion, for an analyst to
// fill in. They load, and they fail their tests until somebody has written the
// rule and its examples: a criterion that passes by being empty would be worse
// than none.
package scaffold

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"text/template"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

//go:embed template
var templates embed.FS

// ErrExists is returned when the criterion's folder is already there.
var ErrExists = errors.New("already exists")

var name = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// New writes the criterion <folder>/<area>/<name>, which counts a unit: "record"
// or an entity of the cases. It gives the criterion's id, the next free one of the
// area, and the paths of the files.
func New(cat *criteria.Catalogue, d *casefile.Dictionary, folder, area, criterion, unit string) (id string, files []string, err error) {
	if !name.MatchString(criterion) {
		return "", nil, fmt.Errorf("name %q: want lower case letters, digits and underscores, such as child_seen_alone", criterion)
	}
	fill, err := values(cat, d, area, criterion, unit)
	if err != nil {
		return "", nil, err
	}
	target := filepath.Join(folder, area, criterion)
	if _, err := os.Stat(target); err == nil {
		return "", nil, fmt.Errorf("%s %w", target, ErrExists)
	}
	parsed, err := template.New("").Delims("<<", ">>").ParseFS(templates, "template/*")
	if err != nil {
		return "", nil, err
	}
	if err := os.MkdirAll(target, 0o755); err != nil {
		return "", nil, err
	}
	entries, err := fs.ReadDir(templates, "template")
	if err != nil {
		return "", nil, err
	}
	for _, e := range entries {
		var text bytes.Buffer
		if err := parsed.ExecuteTemplate(&text, e.Name(), fill); err != nil {
			return "", nil, err
		}
		file := filepath.Join(target, e.Name()[:len(e.Name())-len(".txt")])
		if err := os.WriteFile(file, text.Bytes(), 0o644); err != nil {
			return "", nil, err
		}
		files = append(files, file)
	}
	return fill.ID, files, nil
}

// blanks are what the templates leave open.
type blanks struct {
	ID, Area, Name, Unit, Anchor, Field string
	Record                              bool
}

func values(cat *criteria.Catalogue, d *casefile.Dictionary, area, criterion, unit string) (blanks, error) {
	b := blanks{Area: area, Name: criterion, Unit: unit, Record: unit == criteria.Record}
	for _, a := range cat.Areas {
		if a.Name != area {
			continue
		}
		for n := 1; b.ID == ""; n++ {
			if id := fmt.Sprintf("%s-%02d", a.Code, n); !taken(cat, id) {
				b.ID = id
			}
		}
	}
	if b.ID == "" {
		var areas []string
		for _, a := range cat.Areas {
			areas = append(areas, a.Name)
		}
		return b, fmt.Errorf("area %q: want one of %q", area, areas)
	}
	if b.Record {
		return b, nil
	}
	entity, ok := d.Entity(unit)
	if !ok || entity.Service || unit == "child" {
		return b, fmt.Errorf("unit %q: want record, or an entity of the cases such as assessments", unit)
	}
	for _, f := range entity.Fields {
		switch {
		case f.Dated() && b.Anchor == "":
			b.Anchor = f.Name
		case !f.Dated() && !f.Key && !f.Personal && b.Field == "":
			b.Field = f.Name
		}
	}
	if b.Anchor == "" {
		return b, fmt.Errorf("unit %q has no date to place its items in time", unit)
	}
	return b, nil
}

func taken(cat *criteria.Catalogue, id string) bool { _, ok := cat.Criterion(id); return ok }
