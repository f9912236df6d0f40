package xlsx

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzSheet holds the scanner and the row reader to encoding/xml: what is read
// without an error has the cells that it finds.
func FuzzSheet(f *testing.F) {
	for _, rows := range []string{
		"",
		`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>45000.5</v></c></row>`,
		`<row r="2" hidden="1"><c t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c><c t="b"><v>1</v></c></row>`,
		`<row><c t="e"><v>#N/A</v></c><c><f>A1</f></c><c t="str"><f>A1</f><v>x_x000D_</v></c><c t="d"><v>2024-07-05</v></c></row>`,
		`<row r="3"><c r="A3"><v>1E+15</v></c><c s="4"><v>7</v></c><c r="AMK3"><v>1</v></c></row>`,
		`<row r="3"><c t="inlineStr"><is><t>&#x1F600;&amp;<![CDATA[<]]></t></is></c></row><!-- c --><?p i?>`,
	} {
		f.Add([]byte(worksheet(rows)))
		f.Add([]byte(worksheet(rows, `<autoFilter ref="A1"><filterColumn/></autoFilter><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`)))
	}
	f.Add([]byte(`<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`))
	f.Add([]byte("\xff\xfe<\x00a\x00>\x00"))
	f.Add([]byte("<?>"))
	f.Fuzz(func(t *testing.T, content []byte) {
		checkSheet(t, content)
		agree(t, content)
	})
}

// FuzzWorkbook opens damaged files, and sound files with one part replaced, so
// that what a checksum would keep out is tried as well. Nothing may panic, hang
// or read otherwise the second time.
func FuzzWorkbook(f *testing.F) {
	parts := book(worksheet(`<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" s="1"><v>45000</v></c></row>`))
	f.Add(pack(f, parts), uint8(0), "")
	for i, p := range parts {
		f.Add([]byte(nil), uint8(i+1), p.text)
	}
	f.Add([]byte(compound), uint8(0), "")
	f.Add(append([]byte(compound), wide("EncryptedPackage")...), uint8(0), "")
	l := standard()
	l.file, l.encrypted, l.part, l.total, l.shared, l.text = 1<<20, 1<<20, 4<<20, 8<<20, 1<<20, 1<<20
	f.Fuzz(func(t *testing.T, raw []byte, part uint8, text string) {
		content := raw
		if part > 0 {
			replaced := append([]file(nil), parts...)
			replaced[(int(part)-1)%len(parts)].text = text
			content = pack(t, replaced)
		}
		path := put(t, content)
		w, err := open(context.Background(), path, Options{}, l)
		if err != nil {
			return
		}
		defer w.Close()
		for _, s := range w.Sheets {
			once, err := sketch(t, w, s)
			if err != nil {
				continue
			}
			if again, err := sketch(t, w, s); err != nil || !cmp.Equal(once, again) {
				t.Fatalf("read otherwise the second time: %v", err)
			}
		}
		_, _ = w.Remarks(context.Background())
	})
}
