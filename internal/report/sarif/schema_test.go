package sarif

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open("testdata/sarif-2.1.0-rtm.5.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	parsed, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sarif.json", parsed); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func TestSchema(t *testing.T) {
	s := schema(t)
	for name, a := range map[string]*audit.Audit{"full": reporttest.Audit(), "empty": reporttest.Empty()} {
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, a)))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(document); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	// The schema is no rubber stamp.
	broken := strings.Replace(string(written(t, reporttest.Audit())), `"level": "error"`, `"level": "grave"`, 1)
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(broken))
	if err != nil {
		t.Fatal(err)
	}
	if s.Validate(document) == nil {
		t.Error("a level that SARIF does not have passes")
	}
}

// A failed policy is no successful run, and moving a row changes no fingerprint.
func TestRun(t *testing.T) {
	a := reporttest.Audit()
	if !bytes.Contains(written(t, a), []byte(`"executionSuccessful": false`)) {
		t.Error("an audit with a failed policy calls itself successful")
	}
	before := fingerprints(written(t, a))
	for i := range a.Outcomes {
		a.Outcomes[i].At.Row += 100
	}
	if after := fingerprints(written(t, a)); after != before || before == "" {
		t.Errorf("fingerprints follow the rows: %s, %s", before, after)
	}
}

func fingerprints(log []byte) string {
	var lines []string
	for _, line := range strings.Split(string(log), "\n") {
		if strings.Contains(line, fingerprint) {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
