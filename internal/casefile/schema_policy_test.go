package casefile

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// check type-checks a policy's body as `opa check --strict --schema docs/schemas` does.
func check(t *testing.T, body string) error {
	t.Helper()
	d := dictionary(t)
	schemas := ast.NewSchemaSet()
	for name, text := range map[string][]byte{"case": d.Schema(), "service": d.ServiceSchema()} {
		var schema any
		if err := json.Unmarshal(text, &schema); err != nil {
			t.Fatal(err)
		}
		schemas.Put(ast.SchemaRootRef.Append(ast.StringTerm(name)), schema)
	}
	module, err := ast.ParseModuleWithOpts("policy.rego", `# METADATA
# scope: package
# schemas:
#   - input: schema.case
#   - data.service: schema.service
package audit.assessment.sample

applies contains i if {
	`+body+`
}
`, ast.ParserOptions{ProcessAnnotation: true})
	if err != nil {
		t.Fatal(err)
	}
	compiler := ast.NewCompiler().WithStrict(true).WithUseTypeCheckAnnotations(true).WithSchemas(schemas)
	compiler.Compile(map[string]*ast.Module{"policy.rego": module})
	if compiler.Failed() {
		return compiler.Errors
	}
	return nil
}

func TestPoliciesReadOnlyWhatIsInTheDictionary(t *testing.T) {
	for _, test := range []struct {
		name    string
		body    string
		unknown string // what the error names; empty when the policy is sound
	}{
		{"a field", `some i; input.assessments[i].child_seen == true`, ""},
		{"an item's field", `some i, a in input.assessments; a.completed_date > "2026"`, ""},
		{"the child's field", `some i, _ in input.plans; input.child.date_of_birth < "2010"`, ""},
		{"a narrative as a flag", `some i, a in input.assessments; a.analysis == true`, ""},
		{"a narrative as text", `some i, a in input.assessments; lower(a.analysis) != ""`, ""},
		{"a code in a list", `some i, a in input.assessments; "1A" in a.factors`, ""},
		{"a whole number", `some i, a in input.assessments; a.sections_missing > 0`, ""},
		{"the service's field", `some i, p in data.service.professionals; p.agency == true`, ""},
		{"an unknown field", `some i; input.assessments[i].no_such_field`, "no_such_field"},
		{"an item's unknown field", `some i, a in input.assessments; a.no_such_field == true`, "no_such_field"},
		{"the child's unknown field", `some i, _ in input.plans; input.child.dob < "2010"`, "dob"},
		{"an unknown entity", `some i, _ in input.assesments`, "assesments"},
		{"the service's unknown field", `some i, p in data.service.professionals; p.agency_worker == true`, "agency_worker"},
		{"a date as a number", `some i, a in input.assessments; round(a.completed_date) > 0`, "round"},
	} {
		err := check(t, test.body)
		switch {
		case err == nil && test.unknown != "":
			t.Errorf("%s: %s passes", test.name, test.body)
		case err != nil && test.unknown == "":
			t.Errorf("%s: %v", test.name, err)
		case err != nil && !strings.Contains(err.Error(), test.unknown):
			t.Errorf("%s: the error does not name %s: %v", test.name, test.unknown, err)
		}
	}
}
