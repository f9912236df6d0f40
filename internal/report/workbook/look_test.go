package workbook

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var lookInto = flag.String("look", "", "folder to write workbooks into, to be looked at")

// TestLook writes workbooks to look at. Rendered pictures show faults that no
// other test does: clipped words, a chart over a heading, a page half empty.
//
//	go test ./internal/report/workbook -run TestLook -look /tmp/look
//	soffice --headless --convert-to pdf --outdir /tmp/look /tmp/look/large.xlsx
//	pdftoppm -r 80 -png /tmp/look/large.pdf /tmp/look/large
func TestLook(t *testing.T) {
	if *lookInto == "" {
		t.Skip("run with -look FOLDER")
	}
	write := func(name string, build func(f *os.File) error) {
		f, err := os.Create(filepath.Join(*lookInto, name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := build(f); err != nil {
			t.Fatal(err)
		}
	}
	write("small.xlsx", func(f *os.File) error { a, l := small(); return Write(t.Context(), f, a, l, Options{}) })
	write("empty.xlsx", func(f *os.File) error { a, l := empty(); return Write(t.Context(), f, a, l, Options{}) })
	write("large.xlsx", func(f *os.File) error { a, l, o := large(t, 90); return Write(t.Context(), f, a, l, o) })
}
