package join_test

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/generate"
	"github.com/caseaudit/caseaudit/internal/intake/join"
	"github.com/caseaudit/caseaudit/internal/intake/native"
	"github.com/caseaudit/caseaudit/policies"
)

const asAt = "2026-10-31"

// bound is the context of what a property does.
var bound = context.Background()

// audits is how many of the splits are audited and not only read.
const audits = 4

// An export that is split at random says, joined again, what it said whole: its
// lists in one part or in several, its items in one part or repeated in several,
// the fields of one item in several parts.
func TestASplitExportIsTheWhole(t *testing.T) {
	d := dictionary(t)
	catalogue, err := criteria.Load(policies.FS, d)
	if err != nil {
		t.Fatal(err)
	}
	whole := generated(t)
	want := said(t, d, native.New(d, filepath.Join(whole, native.CasesFile), filepath.Join(whole, native.ServiceFile), nil))
	wantOutcomes := outcomes(t, d, catalogue, native.New(d, filepath.Join(whole, native.CasesFile), filepath.Join(whole, native.ServiceFile), nil))
	cases, service := lines(t, filepath.Join(whole, native.CasesFile)), object(t, filepath.Join(whole, native.ServiceFile))
	root := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		s := &splitter{t: t, d: d, dir: filepath.Join(root, fmt.Sprint(n)), practice: make([]bool, rapid.IntRange(2, 3).Draw(t, "parts")),
			deal: rand.New(rand.NewPCG(1, rapid.Uint64().Draw(t, "deal")))}
		for i := 1; i < len(s.practice); i++ {
			s.practice[i] = rapid.Bool().Draw(t, "practice")
		}
		e := s.split(cases, service)
		if diff := gocmp.Diff(want, said(t, d, e)); diff != "" {
			t.Fatal(diff)
		}
		if n <= audits {
			if diff := gocmp.Diff(wantOutcomes, outcomes(t, d, catalogue, e)); diff != "" {
				t.Fatal(diff)
			}
		}
		if err := os.RemoveAll(s.dir); err != nil {
			t.Fatal(err)
		}
	})
}

// fataler is what a test and a property have in common.
type fataler interface {
	Helper()
	Fatal(...any)
}

func generated(t *testing.T) string {
	faults := map[string]float64{}
	for _, name := range generate.FaultNames() {
		faults[name] = 0.2
	}
	g, err := generate.New(generate.Options{Cases: 12, Seed: 5, AsAt: asAt, Faults: faults})
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "whole")
	if err := g.WriteNative(dir, ""); err != nil {
		t.Fatal(err)
	}
	return dir
}

func lines(t *testing.T, path string) []map[string]any {
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]any
	scanner := bufio.NewScanner(bytes.NewReader(content))
	scanner.Buffer(nil, 16<<20)
	for scanner.Scan() {
		list = append(list, decoded(t, scanner.Bytes()))
	}
	return list
}

func object(t *testing.T, path string) map[string]any {
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, content)
}

func decoded(t *testing.T, text []byte) map[string]any {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var v map[string]any
	if err := decoder.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// splitter deals what an export says out to several.
type splitter struct {
	t        *rapid.T
	d        *casefile.Dictionary
	dir      string
	practice []bool // by part
	deal     *rand.Rand
}

// some draws one part or several of those allowed; the parts that list cases for
// what only they can hold.
func (s *splitter) some(listing bool) []int {
	var parts []int
	for i, practice := range s.practice {
		if (!practice || !listing) && s.deal.IntN(2) == 0 {
			parts = append(parts, i)
		}
	}
	if len(parts) == 0 {
		return []int{0}
	}
	return parts
}

func (s *splitter) split(cases []map[string]any, service map[string]any) *join.Export {
	files := make([][]string, len(s.practice))
	services := make([]map[string]any, len(s.practice))
	for i := range services {
		services[i] = map[string]any{}
	}
	for _, c := range cases {
		for i, part := range s.object(c) {
			if _, says := c["supplies"]; !says {
				if len(part) == 0 && s.practice[i] {
					continue
				}
				part["case_id"] = c["case_id"]
				if s.deal.IntN(2) == 0 {
					part["case_id"] = fmt.Sprintf(" %s ", c["case_id"])
				}
			}
			text, _ := json.Marshal(part)
			files[i] = append(files[i], string(text))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(service)) {
		s.list(name, service[name].([]any), services)
	}
	var parts []join.Part
	for i := range s.practice {
		dir := filepath.Join(s.dir, string(rune('a'+i)))
		if err := os.MkdirAll(dir, 0o700); err != nil {
			s.t.Fatal(err)
		}
		text, _ := json.Marshal(services[i])
		for name, content := range map[string]string{native.CasesFile: strings.Join(files[i], "\n"), native.ServiceFile: string(text)} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
				s.t.Fatal(err)
			}
		}
		parts = append(parts, join.Part{Export: native.New(s.d, filepath.Join(dir, native.CasesFile), filepath.Join(dir, native.ServiceFile), nil),
			Name: filepath.Base(dir), Within: s.dir, Folder: dir, Practice: s.practice[i]})
	}
	e, err := join.New(s.d, parts)
	if err != nil {
		s.t.Fatal(err)
	}
	return e
}

// object deals the members of a line out.
func (s *splitter) object(whole map[string]any) []map[string]any {
	parts := make([]map[string]any, len(s.practice))
	for i := range parts {
		parts[i] = map[string]any{}
	}
	for _, name := range slices.Sorted(maps.Keys(whole)) {
		switch value := whole[name].(type) {
		case []any:
			s.list(name, value, parts)
		case map[string]any:
			dealt := s.members(value, s.some(true), nil)
			for i, some := range dealt {
				parts[i][name] = some
			}
		default:
			if name != "case_id" {
				for _, i := range s.some(true) {
					parts[i][name] = value
				}
			}
		}
	}
	return parts
}

// list deals the items of a list out.
func (s *splitter) list(name string, items []any, parts []map[string]any) {
	for i := range parts {
		parts[i][name] = []any{}
	}
	put := func(i int, item any) { parts[i][name] = append(parts[i][name].([]any), item) }
	key := ""
	if e, known := s.d.Entity(name); known {
		if f, keyed := e.Key(); keyed {
			key = f.Name
		}
	}
	ids := map[any]int{}
	for _, x := range items {
		if item, ok := x.(map[string]any); ok && key != "" && item[key] != nil {
			ids[item[key]]++
		}
	}
	for _, x := range items {
		in := s.some(false)
		item, ok := x.(map[string]any)
		if !ok || key == "" || ids[item[key]] != 1 {
			for _, i := range in {
				put(i, x)
			}
			continue
		}
		dealt := s.members(item, in, map[string]any{key: item[key]})
		for _, i := range in {
			put(i, dealt[i])
		}
	}
}

// members deals the members of an object out to parts, those in all to each.
func (s *splitter) members(whole map[string]any, in []int, all map[string]any) map[int]map[string]any {
	parts := map[int]map[string]any{}
	for _, i := range in {
		parts[i] = map[string]any{}
		maps.Copy(parts[i], all)
	}
	for _, name := range slices.Sorted(maps.Keys(whole)) {
		if len(in) == 1 {
			parts[in[0]][name] = whole[name]
			continue
		}
		keep := s.deal.IntN(len(in) + 1)
		for at, i := range in {
			if keep == len(in) || keep == at {
				parts[i][name] = whole[name]
			}
		}
	}
	return parts
}

// said is all that an export says, items of a list in an order of their own.
func said(t fataler, d *casefile.Dictionary, e casefile.Export) map[string]any {
	t.Helper()
	s, err := e.Survey(bound)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]any{"newest": s.Newest, "twins": s.Twins, "fields": s.Supply.Paths(), "kinds": s.Supply.Kinds(), "refusals": s.Refusals}
	for _, entity := range d.Service {
		all[entity.Name] = sorted(s.Service.Values[entity.Name].([]any))
	}
	for _, n := range s.Notes {
		if n.Kind == "conflicting values" || n.Kind == "repeated key" {
			all["note"] = n
		}
	}
	err = e.Records(bound, func(r *casefile.Record) error {
		values := map[string]any{"team of it": r.Team}
		for name, v := range r.Values {
			if list, is := v.([]any); is {
				v = sorted(list)
				if len(list) != len(r.Where[name]) {
					t.Fatal(r.CaseID, name, "items and places differ in number")
				}
			}
			values[name] = v
		}
		all["case "+r.CaseID] = values
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func sorted(list []any) []string {
	texts := make([]string, len(list))
	for i, item := range list {
		b, _ := json.Marshal(item)
		texts[i] = string(b)
	}
	slices.Sort(texts)
	return texts
}

// outcomes is what an audit finds, without the places, which are others.
func outcomes(t fataler, d *casefile.Dictionary, catalogue *criteria.Catalogue, e casefile.Export) []string {
	t.Helper()
	a, err := audit.Run(bound, d, catalogue, e, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Errors) > 0 {
		t.Fatal(a.Errors)
	}
	list := make([]string, 0, len(a.Outcomes))
	for _, o := range a.Outcomes {
		list = append(list, fmt.Sprint(o.Criterion.ID, " ", o.CaseID, " ", o.Item, " ", o.Team, " ", o.Worker, " ", o.Met, " ", o.Start, " ", o.Due, " ", o.Done, " ", o.Message))
	}
	for _, r := range a.Summary.Criteria {
		list = append(list, fmt.Sprint(r.Criterion.ID, " missing ", r.Missing))
	}
	slices.SortFunc(list, cmp.Compare)
	return list
}
