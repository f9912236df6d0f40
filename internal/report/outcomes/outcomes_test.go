package outcomes

import (
	"bytes"
	"errors"
	"flag"
	"slices"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func written(t *testing.T, a *audit.Audit) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, a); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrite(t *testing.T) {
	reporttest.Golden(t, "outcomes.ndjson", written(t, reporttest.Audit()), *update)
}

func TestWriteNothing(t *testing.T) {
	if got := written(t, reporttest.Empty()); len(got) != 0 {
		t.Errorf("an audit without items wrote %q", got)
	}
}

// Whatever order the audit has them in, the bytes are the same.
func TestWriteAnyOrder(t *testing.T) {
	a, b := reporttest.Audit(), reporttest.Audit()
	slices.Reverse(b.Outcomes)
	if !bytes.Equal(written(t, a), written(t, b)) {
		t.Error("the order of the outcomes shows in the file")
	}
	if b.Outcomes[0].Criterion.ID != "WF-01" {
		t.Error("writing sorted the audit's own outcomes")
	}
}

func TestSchema(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(string(written(t, reporttest.Audit()))), "\n") {
		if err := reporttest.Validate(t, "outcome.json", []byte(line)); err != nil {
			t.Errorf("%s\n%v", line, err)
		}
	}
}

// The schema is no rubber stamp.
func TestSchemaRefuses(t *testing.T) {
	const good = `{"criterion":"AS-02","case_id":"C-1","entity":"assessments","item":"A-1","met":true,"due":"","done":"","message":"","where":"a.csv row 2","finding":"00"}`
	if err := reporttest.Validate(t, "outcome.json", []byte(good)); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"no finding":           {`,"finding":"00"`, ``},
		"met as text":          {`"met":true`, `"met":"yes"`},
		"another key":          {`"met":true`, `"met":true,"grade":"good"`},
		"a date written out":   {`"due":""`, `"due":"31/10/2026"`},
		"met with a message":   {`"message":""`, `"message":"late"`},
		"not met, and silence": {`"met":true`, `"met":false`},
	} {
		if reporttest.Validate(t, "outcome.json", []byte(strings.Replace(good, change[0], change[1], 1))) == nil {
			t.Errorf("%s passes the schema", name)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteError(t *testing.T) {
	a := &audit.Audit{Outcomes: []audit.Outcome{{Criterion: &criteria.Criterion{ID: "AS-02"}}}}
	if err := Write(full{}, a); err == nil || err.Error() != "write outcomes: disk full" {
		t.Errorf("got %v", err)
	}
}
