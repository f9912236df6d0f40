package bounds

import (
	"runtime"
	"testing"
)

// The bounds. They are wide of what is measured (docs/performance.md), so that a
// busy machine does not break them and a real loss does.
const (
	excelizeTimes  = 4   // a workbook's rows are read at least so many times as fast as by excelize's Rows
	workbookMB     = 64  // for 200,000 rows of 12 columns
	csvShare       = 0.5 // of the rate of bare encoding/csv
	csvMB          = 48  // for a million rows
	exportMB       = 200 // for a million visits of 50,000 children
	exportPerVisit = 150 // bytes that one more visit takes
)

// enough skips where memory is not told, or where a quick look is wanted.
func enough(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes half a minute")
	}
	if runtime.GOOS != "linux" {
		t.Skip("the most memory a process took is measured on Linux")
	}
}

func TestBoundsWorkbook(t *testing.T) {
	enough(t)
	measure(t, "nothing", "")
	small := makeWorkbook(t, 40_000) // the bound is for 200,000 too, which takes excelize half a minute
	theirs, ours := measure(t, "excelize", small), measure(t, "workbook", small)
	if ours.Rows != theirs.Rows {
		t.Fatalf("%d rows, and excelize has %d", ours.Rows, theirs.Rows)
	}
	times := ours.Rate() / theirs.Rate()
	t.Logf("%.1f times as fast as excelize's Rows", times)
	if times < excelizeTimes {
		t.Errorf("%.1f times as fast as excelize, and the bound is %d", times, excelizeTimes)
	}
	if large := measure(t, "workbook", makeWorkbook(t, 200_000)); large.Rows != 200_000 || large.MB() > workbookMB {
		t.Errorf("%d rows took %.0f MB, and the bound is %d", large.Rows, large.MB(), workbookMB)
	}
}

func TestBoundsCSV(t *testing.T) {
	enough(t)
	path := makeCSV(t, 1_000_000)
	best := 0.0
	for range 2 {
		theirs, ours := measure(t, "encoding/csv", path), measure(t, "CSV", path)
		if ours.Rows != theirs.Rows {
			t.Fatalf("%d rows, and encoding/csv has %d", ours.Rows, theirs.Rows)
		}
		best = max(best, ours.Rate()/theirs.Rate())
		if ours.MB() > csvMB {
			t.Errorf("it took %.0f MB, and the bound is %d", ours.MB(), csvMB)
		}
	}
	t.Logf("%.2f of the rate of encoding/csv", best)
	if best < csvShare {
		t.Errorf("%.2f of the rate of encoding/csv, and the bound is %.2f", best, csvShare)
	}
}

// An export is put together into records in memory that grows by a few bytes a row,
// whatever the rows hold.
func TestBoundsExport(t *testing.T) {
	enough(t)
	const children, visits = 50_000, 1_000_000
	few := measure(t, "export", makeExport(t, children, visits/10))
	many := measure(t, "export", makeExport(t, children, visits))
	if many.Rows != visits {
		t.Fatalf("%d visits in records", many.Rows)
	}
	each := float64(many.Peak-few.Peak) / float64(visits-visits/10)
	t.Logf("%.0f bytes for each visit more", each)
	if many.MB() > exportMB || each > exportPerVisit {
		t.Errorf("a million visits took %.0f MB, %.0f bytes for each visit more, and the bounds are %d and %d", many.MB(), each, exportMB, exportPerVisit)
	}
}
