package audit_test

import (
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// BenchmarkRun audits a thousand cases by the shipped policies.
func BenchmarkRun(b *testing.B) {
	cat, d, x := shipped(b), dictionary(b), caseload(b, 1000)
	records := 0
	for b.Loop() {
		a, err := audit.Run(b.Context(), d, cat, x, audit.Options{AsAt: asAt})
		if err != nil {
			b.Fatal(err)
		}
		records += a.Records
	}
	b.ReportMetric(float64(records)/b.Elapsed().Seconds(), "records/s")
}

// BenchmarkStart is what a run costs before its first record: the policies loaded
// and prepared, and one empty case judged.
func BenchmarkStart(b *testing.B) {
	x := caseload(b, 0)
	x.records = append(x.records, dictionary(b).NewRecord("C1"))
	for b.Loop() {
		if _, err := audit.Run(b.Context(), dictionary(b), shipped(b), x, audit.Options{AsAt: asAt}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPrepare is the part of it that follows the loading.
func BenchmarkPrepare(b *testing.B) {
	cat, d, x := shipped(b), dictionary(b), caseload(b, 0)
	x.records = append(x.records, d.NewRecord("C1"))
	for b.Loop() {
		if _, err := audit.Run(b.Context(), d, cat, x, audit.Options{AsAt: asAt}); err != nil {
			b.Fatal(err)
		}
	}
}
