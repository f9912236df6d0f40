package generate

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"go.yaml.in/yaml/v3"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/generate/fault"
)

const policyFolder = "../../policies"

// judge evaluates the policies with stock OPA, apart from the audit's own engine.
type judge struct {
	data     map[string]any
	compiler *ast.Compiler
	queries  map[string]policy // by criterion
	keys     map[string]string // by entity, the field that names an item
}

type policy struct{ pkg, unit, anchor, text string }

var (
	metaID   = regexp.MustCompile(`(?m)^#\s+id: ([A-Z]{2}-\d\d)`)
	metaUnit = regexp.MustCompile(`(?m)^#\s+unit: ([\w-]+)`)
	metaDate = regexp.MustCompile(`(?m)^#\s+anchor: (\w+)`)
	pkgLine  = regexp.MustCompile(`(?m)^package ([\w.]+)`)
)

// newJudge loads every policy and data file, each data file at its folder's path.
func newJudge(t *testing.T) *judge {
	t.Helper()
	j := &judge{data: map[string]any{}, queries: map[string]policy{}, keys: map[string]string{}}
	dict, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range slices.Concat(dict.Entities, dict.Service) {
		if key, ok := e.Key(); ok {
			j.keys[e.Name] = key.Name
		}
	}
	modules := map[string]string{}
	err = filepath.WalkDir(policyFolder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		switch name := d.Name(); {
		case strings.HasSuffix(name, "_test.rego") || (!strings.HasSuffix(name, ".rego") && name != "data.yaml" && name != "data.json"):
			return nil
		case strings.HasSuffix(name, ".rego"):
			modules[path] = string(text)
			if id, unit := metaID.FindSubmatch(text), metaUnit.FindSubmatch(text); id != nil && unit != nil {
				p := policy{pkg: string(pkgLine.FindSubmatch(text)[1]), unit: string(unit[1]), text: string(text)}
				if anchor := metaDate.FindSubmatch(text); anchor != nil {
					p.anchor = string(anchor[1])
				}
				j.queries[string(id[1])] = p
			}
			return nil
		}
		var value any
		if err := yaml.Unmarshal(text, &value); err != nil {
			return err
		}
		folder, err := filepath.Rel(policyFolder, filepath.Dir(path))
		if err != nil {
			return err
		}
		j.data[folder] = plain(t, value)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if j.compiler, err = ast.CompileModules(modules); err != nil {
		t.Fatal(err)
	}
	return j
}

// prepare makes one query that gives, for each criterion of a scope, the items that apply and are not met.
func (j *judge) prepare(t *testing.T, ids []string, g *Generator, service any, twins, gathered map[string]any) rego.PreparedEvalQuery {
	t.Helper()
	var parts []string
	for _, id := range ids {
		p := j.queries[id]
		rule := "data." + p.pkg
		one := fmt.Sprintf("[i | some i in %s.applies; not i in %s.met]", rule, rule)
		if p.unit == "record" {
			one = fmt.Sprintf("[-1 | %s.applies; not %s.met]", rule, rule)
		}
		parts = append(parts, fmt.Sprintf("%q: %s", id, one))
	}
	return j.query(t, parts, j.dataOf(t, g, service, twins, gathered))
}

// dataOf is what a run gives to the policies beside their own data.
func (j *judge) dataOf(t *testing.T, g *Generator, service any, twins, gathered map[string]any) map[string]any {
	t.Helper()
	data := maps.Clone(j.data)
	data["run"] = plain(t, map[string]any{"as_at": g.options.AsAt, "supplies": g.supplied})
	data["service"], data["twins"], data["gathered"] = plain(t, service), plain(t, twins), plain(t, gathered)
	return data
}

// gather counts the cases that give each text to each criterion that gathers.
func (j *judge) gather(t *testing.T, g *Generator, cases []*Case) map[string]any {
	t.Helper()
	data := maps.Clone(j.data)
	data["run"] = plain(t, map[string]any{"as_at": g.options.AsAt, "supplies": g.supplied})
	parts, counts := []string{}, map[string]any{}
	for _, id := range []string{"WF-02", "QA-01"} {
		parts = append(parts, fmt.Sprintf("%q: data.%s.gather", id, j.queries[id].pkg))
		counts[id] = map[string]any{}
	}
	query := j.query(t, parts, data)
	for _, c := range cases {
		result, err := query.Eval(context.Background(), rego.EvalInput(plain(t, c.Record.Values)))
		if err != nil || len(result) != 1 {
			t.Fatalf("case %s: %v, %d results", c.Record.CaseID, err, len(result))
		}
		for id, texts := range result[0].Bindings["x"].(map[string]any) {
			for _, text := range texts.([]any) {
				count := counts[id].(map[string]any)
				n, _ := count[text.(string)].(int)
				count[text.(string)] = n + 1
			}
		}
	}
	return counts
}

func (j *judge) query(t *testing.T, parts []string, data map[string]any) rego.PreparedEvalQuery {
	t.Helper()
	query, err := rego.New(rego.Query("x := {"+strings.Join(parts, ",")+"}"), rego.Compiler(j.compiler),
		rego.Store(inmem.NewFromObjectWithOpts(data, inmem.OptRoundTripOnWrite(false)))).PrepareForEval(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return query
}

// notMet is what the policies find in one record or in the service.
func (j *judge) notMet(t *testing.T, query rego.PreparedEvalQuery, caseID string, values any) []Answer {
	t.Helper()
	input := plain(t, values).(map[string]any)
	result, err := query.Eval(context.Background(), rego.EvalInput(input))
	if err != nil || len(result) != 1 {
		t.Fatalf("case %s: %v, %d results", caseID, err, len(result))
	}
	var found []Answer
	for id, positions := range result[0].Bindings["x"].(map[string]any) {
		names := j.itemNames(id, input)
		for _, position := range positions.([]any) {
			a := Answer{Criterion: id, CaseID: caseID, Entity: j.queries[id].unit, Item: "record"}
			if name, ok := position.(string); ok { // of no row: the policy names it
				a.Item = name
			} else if i, _ := position.(json.Number).Int64(); i >= 0 {
				a.Item = names[i]
			}
			found = append(found, a)
		}
	}
	return found
}

// itemNames are the names of the items that a criterion judges.
func (j *judge) itemNames(id string, input map[string]any) []string {
	p := j.queries[id]
	var items []map[string]any
	list, _ := input[p.unit].([]any)
	for _, item := range list {
		items = append(items, item.(map[string]any))
	}
	return fault.ItemNames(items, j.keys[p.unit], p.anchor)
}

// criteriaOf are the criteria of a scope that are planted, assessable and have a policy.
func (j *judge) criteriaOf(service bool, has func(string) bool) []string {
	var ids []string
	for _, e := range fault.All() {
		if _, ok := j.queries[e.ID]; ok && e.Service == service && e.Assessable(has) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// missing are the criteria that are planted and have no policy.
func (j *judge) missing(has func(string) bool) []string {
	var ids []string
	for _, e := range fault.All() {
		if _, ok := j.queries[e.ID]; !ok && e.Assessable(has) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// plain is a value as JSON gives it.
func plain(t *testing.T, v any) any {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out any
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.UseNumber()
	if err := decoder.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}
