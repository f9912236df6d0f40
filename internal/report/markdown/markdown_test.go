package markdown

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
	if err := Write(&b, a, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrite(t *testing.T) {
	reporttest.Golden(t, "summary.md", written(t, reporttest.Audit()), *update)
}

func TestWriteNothing(t *testing.T) {
	reporttest.Golden(t, "empty_summary.md", written(t, reporttest.Empty()), *update)
}
