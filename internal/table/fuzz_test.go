package table

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzCSV reads damaged files. None may panic, hang or read otherwise by place
// than in order; and a file of which every line is a row, by this reader's
// account and by encoding/csv's, has the same rows by both.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
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
			if row.Replaced == 0 && !cmp.Equal(theirs[i], row.Cells) {
				t.Fatalf("line %d: %s\n%q", row.Line, cmp.Diff(theirs[i], row.Cells), content)
			}
		}
	})
}
