package xlsx

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sample is a workbook with a hundred rows of every type of cell.
func sample(tb testing.TB) []byte {
	var rows strings.Builder
	for i := 1; i <= 100; i++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d"><v>%d</v></c><c r="B%d" t="s"><v>%d</v></c><c r="C%d" s="1"><v>%d</v></c><c r="D%d" t="inlineStr"><is><t>note %d</t></is></c><c r="E%d" t="b"><v>%d</v></c></row>`,
			i, i, 1000+i*37, i, i%3, i, 45000+i, i, i*i, i, i%2)
	}
	return pack(tb, book(worksheet(rows.String(), `<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>`)))
}

// A workbook cut anywhere is refused.
func TestTruncated(t *testing.T) {
	content := sample(t)
	path := put(t, content)
	for size := 0; size < len(content); size += 1 + size%17 {
		if lines, _, err := readAt(t, overwrite(t, path, content[:size]), Options{}, standard()); err == nil {
			t.Fatalf("cut at %d of %d: %d lines and no error", size, len(content), len(lines))
		}
	}
}

// A workbook with one bit wrong is refused or reads as it did: there are bits
// that hold nothing, such as the times of the parts.
func TestFlipped(t *testing.T) {
	content := sample(t)
	path := put(t, content)
	want, remarks, err := readAt(t, path, Options{}, standard())
	if err != nil {
		t.Fatal(err)
	}
	step := 11
	if testing.Short() {
		step = 101
	}
	refused := 0
	for bit := 0; bit < len(content)*8; bit += step {
		damaged := bytes.Clone(content)
		damaged[bit/8] ^= 1 << (bit % 8)
		lines, said, err := readAt(t, overwrite(t, path, damaged), Options{}, standard())
		if err != nil {
			refused++
			continue
		}
		if !cmp.Equal(lines, want) || !cmp.Equal(said, remarks) {
			t.Fatalf("bit %d of byte %d: read otherwise and without an error:\n%s", bit%8, bit/8, cmp.Diff(want, lines))
		}
	}
	if refused == 0 {
		t.Error("nothing was refused")
	}
}

// A sheet that is damaged behind its rows is refused too, whatever was yielded.
func TestDamageBehindTheRows(t *testing.T) {
	w, err := openBook(t, book(worksheet(`<row r="1"><c r="A1"><v>1</v></c></row>`, "<pageMargins>")))
	if err != nil {
		t.Fatal(err)
	}
	yielded := 0
	err = w.Sheets[0].Rows(context.Background(), func(*Row) error { yielded++; return nil })
	if err == nil || yielded != 1 {
		t.Errorf("%d rows, %v", yielded, err)
	}
	if w.Sheets[0].Merged() != nil {
		t.Error("a sheet that was not read whole has merged cells")
	}
	if _, err := w.Remarks(context.Background()); err == nil {
		t.Error("the remarks of a damaged workbook were given")
	}
}

func TestOtherFiles(t *testing.T) {
	compoundOf := func(names ...string) []byte {
		b := append([]byte(compound), make([]byte, 2048)...)
		for _, name := range names {
			b = append(append(b, wide(name)...), 0, 0)
		}
		return b
	}
	other := func(name, old, with string) []byte { return pack(t, changed(name, replace(old, with))) }
	for name, c := range map[string]struct {
		content []byte
		want    string
	}{
		"empty":          {nil, "the file is empty"},
		"text":           {[]byte("id,name\n1,2\n"), "name it .csv"},
		"web page":       {[]byte("\ufeff <html><table>"), "web page or XML under a workbook's name"},
		"old workbook":   {compoundOf("Workbook"), "old kind (.xls); open it in Excel and save it as Excel Workbook (.xlsx)"},
		"older workbook": {compoundOf("Book"), "old kind (.xls)"},
		"old document":   {compoundOf("WordDocument"), "old Office file"},
		"binary":         {other("_rels/.rels", "xl/workbook.xml", "xl/workbook.bin"), "binary workbook (.xlsb)"},
		"document":       {other("xl/workbook.xml", mainSpace, "urn:wordprocessing"), "another kind of Office file"},
		"no workbook":    {other("_rels/.rels", "/officeDocument\"", "/x\""), "holds no workbook"},
		"OpenDocument":   {pack(t, []file{{name: "mimetype", text: "x"}, {name: "content.xml", text: "<x/>"}}), "OpenDocument"},
		"ZIP":            {pack(t, []file{{name: "export.csv", text: "x"}}), "ZIP file without a list of its parts"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := readAll(t, c.content, Options{}, standard())
			if !errors.Is(err, ErrKind) || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "AnnexA.xlsx: ") {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	if _, err := Open(context.Background(), t.TempDir(), Options{}); err == nil {
		t.Error("a folder was opened")
	}
	path := t.TempDir() + "/none.xlsx"
	if _, err := Open(context.Background(), path, Options{}); !errors.Is(err, os.ErrNotExist) || strings.Contains(err.Error(), path) {
		t.Errorf("got %v", err)
	}
}

func TestCancelled(t *testing.T) {
	path := put(t, sample(t))
	ctx, cancel := context.WithCancel(context.Background())
	w, err := Open(ctx, path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	own := errors.New("enough")
	if err := w.Sheets[0].Rows(ctx, func(*Row) error { return own }); err != own {
		t.Errorf("yield's own error came back as %v", err)
	}
	cancel()
	if err := w.Sheets[0].Rows(ctx, func(*Row) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := Open(ctx, path, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestReopen(t *testing.T) {
	content := sample(t)
	path := put(t, content)
	w, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	first, err := sketch(t, w, w.Sheets[0])
	if err != nil {
		t.Fatal(err)
	}
	_ = w.Close()
	if _, err := sketch(t, w, w.Sheets[0]); err == nil {
		t.Error("a closed workbook was read")
	}
	if err := w.Reopen(); err != nil {
		t.Fatal(err)
	}
	if again, err := sketch(t, w, w.Sheets[0]); err != nil || !cmp.Equal(first, again) {
		t.Errorf("read otherwise the second time: %v", err)
	}
	_ = w.Close()
	if err := os.WriteFile(path, append(content, 0), 0o600); err != nil {
		t.Fatal(err)
	}
	if w.Reopen() == nil {
		t.Error("a changed workbook was opened again")
	}
}
