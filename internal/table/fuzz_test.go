package table

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzCSV reads damaged files. None may panic, hang or read otherwise by place
// than in order; and a file of which every line is a row, by this reader's
// account and by encoding/csv's, has the same rows by both.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"a,b,,\n1,2,,\n3,4,,5\n",
		"a,b\n1,2\n\"x\",\"y\nz\"\n",
		"a;b\r1;\"\r",
		"a\tb\n1\t\"say \"\"no\"\"\"\n\n2\t\n",
		"\ufeffa|b\r\n1|2\r\nO\"Neil|3\r\n",
		"a,b\n\"1,2\n3,4\n5,6",
		"a,b\nZo\xeb,2\n",
		"\xff\xfea\x00,\x00b\x00\n\x001\x00,\x002\x00",
		"a,b\n1,2,3\n4\n\x00,\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		file, rows, err := read(t, t.TempDir(), content)
		if err != nil || file.Encoding != "utf-8" || bytes.ContainsAny(content, "\r") {
			return
		}
		if slices.ContainsFunc(rows, func(r Row) bool { return r.Fault != "" || r.Loose }) {
			return
		}
		standard := csv.NewReader(bytes.NewReader(content[file.body:]))
		standard.Comma = rune(file.comma)
		standard.FieldsPerRecord = -1
		theirs, err := standard.ReadAll()
		if err != nil {
			t.Fatalf("every row was read, and encoding/csv says %v:\n%q", err, content)
		}
		theirs = slices.DeleteFunc(theirs, blankRow)
		if len(theirs) != len(rows) {
			t.Fatalf("%d rows, and encoding/csv has %d:\n%q", len(rows), len(theirs), content)
		}
		for i, row := range rows {
			theirs[i] = theirs[i][:len(file.Header)] // those beyond it are blank
			if row.Replaced == 0 && !cmp.Equal(theirs[i], row.Cells) {
				t.Fatalf("line %d: %s\n%q", row.Line, cmp.Diff(theirs[i], row.Cells), content)
			}
		}
	})
}

// FuzzLayout looks for headers in damaged files. None may panic or hang; what is
// found has names, each once, and stands where it is said to.
func FuzzLayout(f *testing.F) {
	for _, seed := range []string{
		"Report;\n\n\"of\nall\"\nid,,Plan,\n,b,c,d\n1,2,3,4\nTotal,1\n",
		"x\n\"never closed\nid,b\n1,2",
		",,\n;;;\n\"\"\"\"\nid\n",
	} {
		f.Add([]byte(seed), uint8(4), uint8(2), true)
		f.Add([]byte(seed), uint8(0), uint8(1), false)
	}
	f.Fuzz(func(t *testing.T, content []byte, row, rows uint8, find bool) {
		l := Layout{HeaderRow: int(row), HeaderRows: int(rows), Aside: total}
		if find {
			l.HeaderRow, l.IsHeader = 0, func(cells []string) bool { return cells[len(cells)-1] != "" && len(cells) > 1 }
		}
		path := filepath.Join(t.TempDir(), "t.csv")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := OpenAs(t.Context(), path, l)
		if err != nil {
			return
		}
		defer file.Close()
		seen := map[string]bool{}
		for _, name := range file.Header {
			if folded := strings.ToLower(name); name == "" || seen[folded] {
				t.Fatalf("header %q", file.Header)
			} else {
				seen[folded] = true
			}
		}
		if row > 0 && !find && file.HeaderLine != int(row) {
			t.Fatalf("header on line %d", file.HeaderLine)
		}
		last := file.HeaderLine
		if err := file.Rows(t.Context(), func(r Row) error {
			if r.Line <= last || r.Fault == "" && r.Aside == "" && len(r.Cells) != len(file.Header) {
				t.Fatalf("after line %d: %+v", last, r)
			}
			last = r.Line
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	})
}
