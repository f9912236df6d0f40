package sarif

import (
	"bytes"
	"flag"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func written(t *testing.T, a *audit.Audit) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, a, "exports/october"); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrite(t *testing.T) {
	reporttest.Golden(t, "findings.sarif", written(t, reporttest.Audit()), *update)
}

func TestWriteNothing(t *testing.T) {
	reporttest.Golden(t, "empty_findings.sarif", written(t, reporttest.Empty()), *update)
}
