package audit_test

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/policies"
)

// asAt is the date of the audits here, a Saturday.
const asAt = "2026-10-31"

// fake is a criterion for a test. It stands in assessment/<name>, or in
// workforce/<name> when it judges the service.
type fake struct {
	name    string
	id      string // "AS-91" where empty
	unit    string // "assessments" where empty
	anchor  string
	needs   string // separated by commas
	history string // separated by commas
	finding string
	service bool
	target  string // of a measure
	rules   string
}

func (f fake) text() (file, text string) {
	area, scope, anchor := "assessment", "", ""
	if f.service {
		area, scope = "workforce", "#   scope: service\n"
	}
	if f.anchor != "" {
		anchor = "#   anchor: " + f.anchor + "\n"
	}
	if f.history != "" {
		scope += "#   history: [" + f.history + "]\n"
	}
	if f.target != "" {
		scope += "#   measure: true\n#   target: " + f.target + "\n"
	}
	file = area + "/" + f.name + "/policy.rego"
	return file, fmt.Sprintf(`# METADATA
# scope: package
# title: A fake criterion
# description: It stands in a test.
# custom:
#   id: %s
#   level: priority
#   unit: %s
%s%s#   needs: [%s]
#   footing: local
#   sources: []
#   finding: %q
#   action: Mend the test.
#   phrase: Fakes
#   strength: Fakes are good
#   why: It stands in a test.
package audit.%s.%s

%s
`, or(f.id, "AS-91"), or(f.unit, "assessments"), anchor, scope, f.needs, or(f.finding, "the item is wanting"), area, f.name, f.rules)
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// fakeSlice is a slice for a test.
type fakeSlice struct {
	name  string
	of    string
	needs string // separated by commas
	rules string
}

func (s fakeSlice) text() (file, text string) {
	return "slices/" + s.name + "/policy.rego", fmt.Sprintf(`# METADATA
# scope: package
# title: A fake slice
# description: It stands in a test.
# custom:
#   id: %s
#   of: %s
#   needs: [%s]
package slices.%s

%s
`, s.name, s.of, s.needs, s.name, s.rules)
}

// fakes is a catalogue of fake criteria over the shipped libraries and data. The
// calendar, which is large, comes along when one of them uses a library.
func fakes(t testing.TB, list ...fake) *criteria.Catalogue {
	t.Helper()
	return sliced(t, nil, list...)
}

// sliced is a catalogue of fake criteria and fake slices.
func sliced(t testing.TB, groups []fakeSlice, list ...fake) *criteria.Catalogue {
	t.Helper()
	more := map[string]string{}
	for _, s := range groups {
		file, text := s.text()
		more[file] = text
	}
	return beside(t, more, list...)
}

// beside is a catalogue of fake criteria and of other policies, by file.
func beside(t testing.TB, more map[string]string, list ...fake) *criteria.Catalogue {
	t.Helper()
	fsys := fstest.MapFS{}
	counts := slices.ContainsFunc(list, func(f fake) bool { return strings.Contains(f.rules, "data.lib.") })
	err := fs.WalkDir(policies.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		library := strings.HasPrefix(name, "lib/") && path.Ext(name) == ".rego"
		if err != nil || entry.IsDir() || !library && !strings.HasPrefix(path.Base(name), "data.") || name == "calendar/data.json" && !counts {
			return err
		}
		text, err := fs.ReadFile(policies.FS, name)
		fsys[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		file, text := f.text()
		fsys[file] = &fstest.MapFile{Data: []byte(text)}
	}
	for file, text := range more {
		fsys[file] = &fstest.MapFile{Data: []byte(text)}
	}
	catalogue, err := criteria.Load(fsys, dictionary(t))
	if err != nil {
		t.Fatal(err)
	}
	return catalogue
}

func shipped(t testing.TB) *criteria.Catalogue {
	t.Helper()
	catalogue, err := criteria.Load(policies.FS, dictionary(t))
	if err != nil {
		t.Fatal(err)
	}
	return catalogue
}

func dictionary(t testing.TB) *casefile.Dictionary {
	t.Helper()
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// export is an export in memory. It supplies every field but those left out.
type export struct {
	records []*casefile.Record
	service map[string]any
	without []string
	twins   map[string][]casefile.Twin
	newest  string
	kinds   map[string]string // the only kind of an entity that there is a table for
	latest  map[string]string // the kind of an entity of which only the latest is held
	err     error             // Records ends with it
}

func (x *export) Survey(context.Context) (*casefile.Survey, error) {
	d, err := casefile.NewDictionary()
	if err != nil {
		return nil, err
	}
	s := &casefile.Survey{Format: "test", Records: len(x.records), Supply: casefile.NewSupply(), Newest: x.newest, Twins: x.twins,
		Service: casefile.Service{Values: map[string]any{}, Where: map[string][]casefile.Location{}}}
	add := func(f *casefile.Field) {
		if !slices.Contains(x.without, f.Path()) {
			s.Supply.Add(f.Path())
		}
	}
	for _, f := range d.Record {
		add(f)
	}
	for _, list := range [][]*casefile.Entity{{d.Child}, d.Entities, d.Service} {
		for _, e := range list {
			for _, f := range e.Fields {
				add(f)
			}
		}
	}
	for entity, kind := range x.kinds {
		s.Supply.AddKind(entity, kind)
	}
	for entity, kind := range x.latest {
		s.Supply.AddLatest(entity, kind)
	}
	for _, e := range d.Service {
		items, _ := x.service[e.Name].([]any)
		s.Service.Values[e.Name] = append([]any{}, items...)
		for i := range items {
			s.Service.Where[e.Name] = append(s.Service.Where[e.Name], casefile.Location{File: e.Name + ".csv", Row: i + 2})
		}
	}
	return s, nil
}

func (x *export) Records(ctx context.Context, yield func(*casefile.Record) error) error {
	for _, r := range x.records {
		if err := yield(r); err != nil {
			return err
		}
	}
	return x.err
}

// item is one row of an entity.
type item = map[string]any

// record makes a case of one entity's items, which stand in rows 2 and on.
func record(t testing.TB, caseID, entity string, items ...item) *casefile.Record {
	t.Helper()
	r := dictionary(t).NewRecord(caseID)
	r.Source = casefile.Location{File: "cases.csv", Row: 2}
	r.Team, r.Values["team"] = "North", "North"
	for i, x := range items {
		r.Add(entity, x, casefile.Location{File: entity + ".csv", Row: i + 2})
	}
	return r
}

// run audits records as at the usual day.
func run(t testing.TB, catalogue *criteria.Catalogue, x *export) *audit.Audit {
	t.Helper()
	a, err := audit.Run(t.Context(), dictionary(t), catalogue, x, audit.Options{AsAt: asAt, Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// judge audits one case by one fake criterion.
func judge(t testing.TB, f fake, items ...item) *audit.Audit {
	t.Helper()
	return run(t, fakes(t, f), &export{records: []*casefile.Record{record(t, "C1", or(f.unit, "assessments"), items...)}})
}
