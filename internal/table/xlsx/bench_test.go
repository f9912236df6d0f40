package xlsx

import (
	"archive/zip"
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

const (
	benchRows    = 200_000
	benchColumns = 12
)

// BenchmarkRows reads 200,000 rows of 12 columns with this reader and with
// excelize's row iterator, and prints how many times faster this one is and the
// most memory it held. Excel saves texts as shared strings; excelize and other
// programs save them in the cells, which excelize reads much faster.
//
//	go test -run '^$' -bench Rows -benchtime 1x ./internal/table/xlsx
func BenchmarkRows(b *testing.B) {
	b.Run("shared", func(b *testing.B) { compare(b, bigWorkbook(b, true)) })
	b.Run("inline", func(b *testing.B) { compare(b, bigWorkbook(b, false)) })
}

func compare(b *testing.B, path string) {
	var ours, theirs time.Duration
	var peak uint64
	for b.Loop() {
		runtime.GC()
		began := time.Now()
		rows, cells, held := readOurs(b, path)
		ours += time.Since(began)
		peak = max(peak, held)
		if rows != benchRows+1 || cells != (benchRows+1)*benchColumns {
			b.Fatalf("%d rows and %d cells", rows, cells)
		}
		runtime.GC()
		began = time.Now()
		if rows := readTheirs(b, path); rows != benchRows+1 {
			b.Fatalf("excelize: %d rows", rows)
		}
		theirs += time.Since(began)
	}
	b.ReportMetric(float64(theirs)/float64(ours), "times-excelize")
	b.ReportMetric(float64(peak)/(1<<20), "peak-MB")
	b.ReportMetric(float64(benchRows)*float64(b.N)/ours.Seconds(), "rows/s")
	b.ReportMetric(0, "ns/op")
}

func readOurs(b *testing.B, path string) (rows, cells int, peak uint64) {
	w, err := Open(context.Background(), path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	var m runtime.MemStats
	err = w.Sheets[0].Rows(context.Background(), func(r *Row) error {
		cells += len(r.Strings(benchColumns))
		if rows++; rows%5000 == 0 {
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse)
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return rows, cells, peak
}

func readTheirs(b *testing.B, path string) (n int) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("Visits")
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

// bigWorkbook writes the workbook: three columns of ids, three of dates, four of
// codes, one of numbers and one of text that seldom repeats.
func bigWorkbook(b *testing.B, shared bool) string {
	b.Helper()
	random := rand.New(rand.NewSource(1))
	var texts []string
	codes := []string{"a) Yes", "b) No", "c) Unknown", "North Assessment Team", "South Assessment Team", "N1 - Abuse or neglect", "Section 47 & plan", "Home visit"}
	texts = append(texts, codes...)
	text := func(w io.Writer, ref string, n int) {
		if shared {
			fmt.Fprintf(w, `<c r="%s" t="s"><v>%d</v></c>`, ref, n)
		} else {
			fmt.Fprintf(w, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, ref, escape(texts[n]))
		}
	}
	path := filepath.Join(b.TempDir(), "visits.xlsx")
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	z := zip.NewWriter(file)
	part := func(name string) *bufio.Writer {
		w, err := z.Create(name)
		if err != nil {
			b.Fatal(err)
		}
		return bufio.NewWriter(w)
	}
	for _, p := range skeleton("Visits") {
		w := part(p.name)
		fmt.Fprint(w, p.text)
		_ = w.Flush()
	}
	w := part("xl/worksheets/sheet1.xml")
	fmt.Fprintf(w, `%s<worksheet xmlns="%s"><dimension ref="A1:L%d"/><sheetData>`, declaration, mainSpace, benchRows+1)
	for row := 1; row <= benchRows+1; row++ {
		fmt.Fprintf(w, `<row r="%d" spans="1:%d" x14ac:dyDescent="0.25">`, row, benchColumns)
		for column := 1; column <= benchColumns; column++ {
			ref := CellName(column, row)
			switch {
			case row == 1 || column == 12:
				texts = append(texts, fmt.Sprintf("Text %d of row %d", column, row))
				text(w, ref, len(texts)-1)
			case column <= 3:
				fmt.Fprintf(w, `<c r="%s"><v>%d</v></c>`, ref, 1_000_000+random.Intn(9_000_000))
			case column <= 6:
				fmt.Fprintf(w, `<c r="%s" s="1"><v>%d</v></c>`, ref, 44000+random.Intn(2000))
			case column <= 10:
				text(w, ref, random.Intn(len(codes)))
			default:
				fmt.Fprintf(w, `<c r="%s"><v>%.2f</v></c>`, ref, random.Float64()*100)
			}
		}
		fmt.Fprint(w, `</row>`)
	}
	fmt.Fprint(w, `</sheetData></worksheet>`)
	_ = w.Flush()
	w = part("xl/sharedStrings.xml")
	fmt.Fprintf(w, `%s<sst xmlns="%s">`, declaration, mainSpace)
	if !shared {
		texts = nil
	}
	for _, text := range texts {
		fmt.Fprintf(w, `<si><t>%s</t></si>`, escape(text))
	}
	fmt.Fprint(w, `</sst>`)
	_ = w.Flush()
	if err := z.Close(); err != nil {
		b.Fatal(err)
	}
	if err := file.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}
