package table

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

const benchRows = 200_000

// BenchmarkRows reads a CSV of 200,000 rows of 12 columns with this reader and
// with bare encoding/csv, and prints this one's rate as a share of that one's:
//
//	go test -run '^$' -bench Rows -benchtime 3x ./internal/table
//
// This reader also hashes the file and finds its encoding, both within its time.
func BenchmarkRows(b *testing.B) {
	path := filepath.Join(b.TempDir(), "visits.csv")
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(file)
	fmt.Fprintln(w, "a,b,c,d,e,f,g,h,i,j,k,l")
	for i := range benchRows {
		fmt.Fprintf(w, "%d,%d,V%d,2024-%02d-%02d,%02d/%02d/2024,,Home visit,North Team,Yes,\"Seen, alone\",%d.5,Zoë's note %d\n",
			1_000_000+i, i*7919%9_000_000, i, i%12+1, i%28+1, i%28+1, i%12+1, i%100, i)
	}
	if err := errors.Join(w.Flush(), file.Close()); err != nil {
		b.Fatal(err)
	}
	var ours, theirs time.Duration
	for b.Loop() {
		began := time.Now()
		f, err := Open(context.Background(), path)
		if err != nil {
			b.Fatal(err)
		}
		rows := 0
		if err := f.Rows(context.Background(), func(Row) error { rows++; return nil }); err != nil || rows != benchRows {
			b.Fatal(rows, err)
		}
		_ = f.Close()
		ours += time.Since(began)
		began = time.Now()
		if rows := bare(b, path); rows != benchRows+1 {
			b.Fatal(rows)
		}
		theirs += time.Since(began)
	}
	b.ReportMetric(float64(theirs)/float64(ours), "of-encoding/csv")
	b.ReportMetric(benchRows*float64(b.N)/ours.Seconds(), "rows/s")
	b.ReportMetric(0, "ns/op")
}

func bare(b *testing.B, path string) (rows int) {
	file, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	for r := csv.NewReader(file); ; rows++ {
		if _, err := r.Read(); errors.Is(err, io.EOF) {
			return rows
		} else if err != nil {
			b.Fatal(err)
		}
	}
}
