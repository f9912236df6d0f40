package sheet

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/table"
)

const (
	benchRows    = 200_000
	benchColumns = 12
)

type place struct {
	offset int64
	length int32
}

// BenchmarkTable reads a sheet of 200,000 rows of 12 columns as a table, rows kept
// for a second reading, then each row again by its place, and prints how many
// times as fast the first is as excelize's row iterator, which keeps nothing, and
// the most memory that both held.
//
//	go test -run '^$' -bench Table -benchtime 1x ./internal/table/sheet
func BenchmarkTable(b *testing.B) {
	path := big(b)
	var ours, again, theirs time.Duration
	var peak uint64
	for b.Loop() {
		runtime.GC()
		began := time.Now()
		book, err := Open(context.Background(), path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		tab, err := book.Refs()[0].Open(context.Background(), table.Layout{})
		if err != nil {
			b.Fatal(err)
		}
		places := make([]place, 0, benchRows)
		var m runtime.MemStats
		if err := tab.Rows(context.Background(), func(r table.Row) error {
			places = append(places, place{r.Offset, int32(r.Length)})
			if len(places)%5000 == 0 {
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapInuse)
			}
			return nil
		}); err != nil || len(places) != benchRows {
			b.Fatal(len(places), err)
		}
		_ = tab.Close()
		ours += time.Since(began)
		began = time.Now()
		for _, p := range places {
			if _, err := tab.RowAt(p.offset, int(p.length)); err != nil {
				b.Fatal(err)
			}
		}
		again += time.Since(began)
		runtime.GC()
		began = time.Now()
		if n := excelizeRows(b, path); n != benchRows+1 {
			b.Fatal(n)
		}
		theirs += time.Since(began)
	}
	b.ReportMetric(float64(theirs)/float64(ours), "times-excelize")
	b.ReportMetric(float64(peak)/(1<<20), "peak-MB")
	b.ReportMetric(float64(benchRows)*float64(b.N)/ours.Seconds(), "rows/s")
	b.ReportMetric(float64(benchRows)*float64(b.N)/again.Seconds(), "rows-again/s")
	b.ReportMetric(0, "ns/op")
}

func excelizeRows(b *testing.B, path string) (n int) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			b.Fatal(err)
		}
		n++
	}
	return n
}

func big(b *testing.B) string {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	cells := make([]any, benchColumns)
	for row := range benchRows + 1 {
		for at := range cells {
			switch {
			case row == 0:
				cells[at] = fmt.Sprintf("column %d", at)
			case at%3 == 0:
				cells[at] = row*31 + at
			case at%3 == 1:
				cells[at] = fmt.Sprintf("%07d-%d", row, at)
			default:
				cells[at] = "Section 47 enquiry"
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", row+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "big.xlsx")
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	return path
}
