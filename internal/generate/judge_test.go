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
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"go.yaml.in/yaml/v3"

	"github.com/caseaudit/caseaudit/internal/generate/fault"
)

const policyFolder = "../../policies"

// judge evaluates the policies with stock OPA, apart from the audit's own engine.
type judge struct {
	data    map[string]any
	modules []func(*rego.Rego)
	queries map[string]policy // by criterion
}

type policy struct{ pkg, unit string }

var (
	metaID   = regexp.MustCompile(`(?m)^#\s+id: ([A-Z]{2}-\d\d)`)
	metaUnit = regexp.MustCompile(`(?m)^#\s+unit: (\w+)`)
	pkgLine  = regexp.MustCompile(`(?m)^package ([\w.]+)`)
)

// newJudge loads every policy and data file, each data file at its folder's path.
func newJudge(t *testing.T) *judge {
	t.Helper()
	j := &judge{data: map[string]any{}, queries: map[string]policy{}}
	err := filepath.WalkDir(policyFolder, func(path string, d fs.DirEntry, err error) error {
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
			j.modules = append(j.modules, rego.Module(path, string(text)))
			if id, unit := metaID.FindSubmatch(text), metaUnit.FindSubmatch(text); id != nil && unit != nil {
				j.queries[string(id[1])] = policy{string(pkgLine.FindSubmatch(text)[1]), string(unit[1])}
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
	return j
}

// prepare makes one query that gives, for each criterion of a scope, the items that apply and are not met.
func (j *judge) prepare(t *testing.T, ids []string, g *Generator, service any, twins map[string]any) rego.PreparedEvalQuery {
	t.Helper()
	data := maps.Clone(j.data)
	data["run"] = plain(t, map[string]any{"as_at": g.options.AsAt, "supplies": g.supplied})
	data["service"], data["twins"] = plain(t, service), plain(t, twins)
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
	options := append([]func(*rego.Rego){rego.Query("x := {" + strings.Join(parts, ",") + "}"),
		rego.Store(inmem.NewFromObjectWithOpts(data, inmem.OptRoundTripOnWrite(false)))}, j.modules...)
	query, err := rego.New(options...).PrepareForEval(context.Background())
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
		for _, position := range positions.([]any) {
			a := Answer{Criterion: id, CaseID: caseID, Entity: j.queries[id].unit, Item: "record"}
			if i, _ := position.(json.Number).Int64(); i >= 0 {
				a.Item = itemKey(t, a.Entity, input[a.Entity].([]any)[i].(map[string]any))
			}
			found = append(found, a)
		}
	}
	return found
}

// itemKey is an item's own id: in every entity judged so far, its first field that ends in _id and names it.
func itemKey(t *testing.T, entity string, item map[string]any) string {
	t.Helper()
	key := map[string]string{"contacts": "contact_id", "referrals": "referral_id", "assessments": "assessment_id",
		"section_47": "enquiry_id", "conferences": "conference_id", "plans": "plan_id", "professionals": "professional_id"}[entity]
	id, ok := item[key].(string)
	if !ok {
		t.Fatalf("an item of %s has no id", entity)
	}
	return id
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
