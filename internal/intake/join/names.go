package join

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// stands is a name and the folder of what bears it; "" for a database.
type stands struct{ folder, name string }

// apart gives each a name of its own: the name alone where nothing else has it,
// else with as many of the folders above it as it takes to tell it from the
// others. Those of one name in one folder are the same thing, save databases,
// which are numbered.
func apart(list []stands) []string {
	names := make([]string, len(list))
	for at, s := range list {
		names[at] = s.name
		var others []string // the folders of others of this name
		number := 1
		for other, o := range list {
			switch {
			case o.name != s.name || o.folder == s.folder && s.folder != "":
			case s.folder != "":
				others = append(others, o.folder)
			case o.folder == "" && other < at:
				number++
			}
		}
		switch {
		case number > 1:
			names[at] = fmt.Sprintf("%s (%d)", s.name, number)
		case len(others) > 0:
			names[at] = strings.Join(append(distinct(s.folder, others), s.name), "/")
		}
	}
	return names
}

// distinct gives the last folders of a path that none of the others ends in; at
// least one.
func distinct(folder string, others []string) []string {
	parts := folders(folder)
	for n := 1; n < len(parts); n++ {
		tail := parts[len(parts)-n:]
		if !slices.ContainsFunc(others, func(o string) bool { return endsIn(folders(o), tail) }) {
			return tail
		}
	}
	return parts
}

func folders(path string) []string {
	path = strings.TrimPrefix(filepath.ToSlash(path), filepath.ToSlash(filepath.VolumeName(path)))
	return strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
}

func endsIn(parts, tail []string) bool {
	return len(parts) >= len(tail) && slices.Equal(parts[len(parts)-len(tail):], tail)
}

// renaming gives, for each part, the names of its files that had to be told from
// those of others; nil when none had. It fails when two parts read one table.
func (e *Export) renaming(surveys []*casefile.Survey) ([]map[string]string, error) {
	var list []stands
	var owner []int
	read := map[casefile.Location]bool{} // the folder and file in File
	for at, s := range surveys {
		folder := e.parts[at].Folder
		files := map[string]bool{}
		for _, in := range s.Inputs {
			table := casefile.Location{File: filepath.Join(folder, in.Name), Sheet: in.Sheet}
			if folder != "" && read[table] {
				return nil, fmt.Errorf("%s is given twice, by its own name and by that of its folder or another export: give it once", in.Page())
			}
			read[table] = true
			files[in.Name] = true
		}
		for _, name := range slices.Sorted(maps.Keys(files)) {
			list = append(list, stands{folder, name})
			owner = append(owner, at)
		}
	}
	renamed := make([]map[string]string, len(surveys))
	for i, name := range apart(list) {
		if name == list[i].name {
			continue
		}
		if renamed[owner[i]] == nil {
			renamed[owner[i]] = map[string]string{}
		}
		renamed[owner[i]][list[i].name] = name
	}
	return renamed, nil
}

// rename puts the names that tell files apart into a survey of its own.
func rename(s *casefile.Survey, names map[string]string) *casefile.Survey {
	t := *s
	t.Inputs, t.Refusals, t.Notes = slices.Clone(s.Inputs), slices.Clone(s.Refusals), slices.Clone(s.Notes)
	for i := range t.Inputs {
		if name, has := names[t.Inputs[i].Name]; has {
			t.Inputs[i].Name = name
		}
	}
	for i := range t.Refusals {
		renamePlace(&t.Refusals[i].At, names)
	}
	for i := range t.Notes {
		renamePlace(&t.Notes[i].At, names)
	}
	t.Service = casefile.Service{Values: s.Service.Values, Where: make(map[string][]casefile.Location, len(s.Service.Where))}
	for entity, places := range s.Service.Where {
		t.Service.Where[entity] = renamePlaces(slices.Clone(places), names)
	}
	return &t
}

func renamePlace(at *casefile.Location, names map[string]string) {
	if name, has := names[at.File]; has {
		at.File = name
	}
}

func renamePlaces(places []casefile.Location, names map[string]string) []casefile.Location {
	for i := range places {
		renamePlace(&places[i], names)
	}
	return places
}

// renameRecord renames the places of a record that nobody else has.
func renameRecord(r *casefile.Record, names map[string]string) {
	if names == nil {
		return
	}
	renamePlace(&r.Source, names)
	for _, places := range r.Where {
		renamePlaces(places, names)
	}
}

// leftAlone tells ignore of each file that no part reads, with the reason, those
// of like names told apart.
func (e *Export) leftAlone(surveys []*casefile.Survey, ignore func(name, why string)) {
	read := map[stands]bool{}
	for at, s := range surveys {
		for _, in := range s.Inputs {
			read[stands{e.parts[at].Folder, in.Name}] = true
			read[stands{e.parts[at].Folder, in.Page()}] = true
		}
	}
	var list []stands
	var reasons []string
	said := map[stands]bool{}
	for at, s := range surveys {
		for _, line := range s.Ignored {
			name, why, _ := strings.Cut(line, ": ")
			file := stands{e.parts[at].Folder, name}
			if !read[file] && !said[file] {
				list, reasons = append(list, file), append(reasons, why)
				said[file] = true
			}
		}
	}
	for i, name := range apart(list) {
		ignore(name, reasons[i])
	}
}
