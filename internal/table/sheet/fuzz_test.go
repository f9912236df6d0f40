package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/caseaudit/caseaudit/internal/table"
)

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

// around writes a workbook of one sheet around its rows and what follows them.
func around(t *testing.T, rows, after string) string {
	t.Helper()
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const packages = "http://schemas.openxmlformats.org/package/2006/"
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + packages + `content-types"/>`},
		{"_rels/.rels", `<Relationships xmlns="` + packages + `relationships"><Relationship Id="a" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="` + spreadsheet + `" xmlns:r="` + office + `"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + packages + `relationships"><Relationship Id="b" Type="` + office + `/worksheet" Target="s.xml"/></Relationships>`},
		{"xl/s.xml", `<worksheet xmlns="` + spreadsheet + `"><sheetData>` + rows + `</sheetData>` + after + `</worksheet>`},
	} {
		w, err := z.Create(part[0])
		must(t, err)
		_, err = w.Write([]byte(part[1]))
		must(t, err)
	}
	must(t, z.Close())
	path := filepath.Join(t.TempDir(), "s.xlsx")
	must(t, os.WriteFile(path, out.Bytes(), 0o600))
	return path
}

// FuzzTable reads sheets that hold anything. None may panic or hang; rows rise,
// have the header's columns, and read the same by their place.
func FuzzTable(f *testing.F) {
	cell := func(name, text string) string {
		return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, name, text)
	}
	f.Add(`<row r="1">`+cell("A1", "id")+cell("C1", "b")+`</row><row r="3">`+cell("A3", "1")+`</row><row r="4"><c r="C4"><f>A1</f></c></row>`,
		`<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>`, uint8(0), uint8(2), false)
	f.Add(`<row r="2">`+cell("A2", "t")+`</row><row r="3">`+cell("A3", "id")+cell("B3", "x")+`</row><row r="9">`+cell("D9", "1")+`</row>`, "", uint8(3), uint8(1), false)
	f.Add(`<row>`+cell("A1", "id")+cell("XFD1", "x")+`</row>`, `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`, uint8(0), uint8(10), true)
	f.Fuzz(func(t *testing.T, rows, after string, row, height uint8, find bool) {
		b, err := Open(t.Context(), around(t, rows, after), Options{})
		if err != nil {
			return
		}
		l := table.Layout{HeaderRow: int(row), HeaderRows: int(height)}
		if find {
			l.HeaderRow, l.IsHeader = 0, func(cells []string) bool { return cells[len(cells)-1] == "x" }
		}
		tab, err := b.Refs()[0].Open(t.Context(), l)
		if err != nil {
			return
		}
		defer tab.Close()
		last := tab.HeaderLine
		_ = tab.Rows(t.Context(), func(r table.Row) error {
			if r.Line <= last || len(r.Cells) != len(tab.Header) {
				t.Fatalf("after row %d: %+v", last, r)
			}
			last = r.Line
			if r.Fault != "" {
				return nil
			}
			if again, err := tab.RowAt(r.Offset, r.Length); err != nil || !slices.Equal(again, r.Cells) {
				t.Fatalf("%q, %q: %v", r.Cells, again, err)
			}
			return nil
		})
	})
}
