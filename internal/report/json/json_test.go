package json

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func written(t *testing.T, a *audit.Audit) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, a, reporttest.Letter(t, a)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrite(t *testing.T) {
	got := written(t, reporttest.Audit())
	reporttest.Golden(t, "audit.json", got, *update)
	if !bytes.Equal(got, written(t, reporttest.Audit())) {
		t.Error("two documents of one audit differ")
	}
}

func TestWriteNothingAudited(t *testing.T) {
	reporttest.Golden(t, "empty.json", written(t, reporttest.Empty()), *update)
}

func TestSchema(t *testing.T) {
	for name, a := range map[string]*audit.Audit{"audit": reporttest.Audit(), "empty": reporttest.Empty()} {
		if err := reporttest.Validate(t, "audit.json", written(t, a)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The schema describes a letter of every profile.
func TestSchemaOfEachProfile(t *testing.T) {
	for _, profile := range letter.BuiltInNames() {
		for name, a := range map[string]*audit.Audit{"audit": reporttest.Audit(), "empty": reporttest.Empty()} {
			var b bytes.Buffer
			if err := Write(&b, a, reporttest.LetterBy(t, a, profile)); err != nil {
				t.Fatal(err)
			}
			if err := reporttest.Validate(t, "audit.json", b.Bytes()); err != nil {
				t.Errorf("%s, %s: %v", profile, name, err)
			}
		}
	}
}

// The schema is no rubber stamp.
func TestSchemaRefuses(t *testing.T) {
	good := string(written(t, reporttest.Audit()))
	for name, change := range map[string][2]string{
		"no clock":                     {`"as_at": "2026-10-31",`, ``},
		"another key":                  {`"as_at_stated": false,`, `"as_at_stated": false, "grade": "good",`},
		"an unknown class":             {`"class": "satisfactory"`, `"class": "good"`},
		"a rate of more than one":      {`"rate": 0.7,`, `"rate": 1.7,`},
		"not assessable and a pass":    {`"class": "not assessable"`, `"class": "strength"`},
		"another version":              {`"schema_version": 1,`, `"schema_version": 2,`},
		"a hash that is none":          {`"sha256": "01`, `"sha256": "zz`},
		"a criterion under no id":      {`"AS-02": {`, `"Child seen": {`},
		"a rate of nothing":            {`"rate": null`, `"rate": 0`},
		"a sentence without evidence":  {`"basis": "CP-15 Second or subsequent protection plans"`, `"basis": ""`},
		"an unknown form":              {`"form": "counted"`, `"form": "verse"`},
		"missing without being listed": {`"assessable": false`, `"assessable": true`},
	} {
		changed := strings.Replace(good, change[0], change[1], 1)
		if changed == good {
			t.Errorf("%s: %q is not in the document", name, change[0])
		} else if reporttest.Validate(t, "audit.json", []byte(changed)) == nil {
			t.Errorf("%s passes the schema", name)
		}
	}
}

// What could not be judged has no rate and no class that sounds like a pass.
func TestNotAssessable(t *testing.T) {
	var document struct {
		Criteria map[string]struct {
			Assessable bool
			Missing    []string
			Error      string
			Rate       *float64
			Class      string
		}
	}
	if err := json.Unmarshal(written(t, reporttest.Audit()), &document); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"AS-04": "not assessable", "RE-01": "not assessable", "ME-02": "none audited", "CC-14": "too few"} {
		if got := document.Criteria[id].Class; got != want {
			t.Errorf("%s is %q, want %q", id, got, want)
		}
	}
	if c := document.Criteria["AS-04"]; c.Assessable || len(c.Missing) != 2 || c.Rate != nil {
		t.Errorf("AS-04: %+v", c)
	}
	if c := document.Criteria["RE-01"]; !strings.Contains(c.Error, "eval_conflict_error") {
		t.Errorf("RE-01: %+v", c)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteError(t *testing.T) {
	a := reporttest.Empty()
	if err := Write(full{}, a, reporttest.Letter(t, a)); err == nil || err.Error() != "write json: disk full" {
		t.Errorf("got %v", err)
	}
}
