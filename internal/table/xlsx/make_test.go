package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Workbooks for tests are put together here part by part, because no library
// writes the damage that is wanted.

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// file is one part of a workbook to be written.
type file struct {
	name, text string
	change     func(*zip.FileHeader) // of what the directory says
}

// skeleton gives the parts of a workbook with these sheets, save the sheets and
// the strings. Styles: 0 none, 1 dd/mm/yyyy, 2 with a time, 3 a time, 4 [h]:mm,
// 5 0000000.
func skeleton(sheets ...string) []file {
	var list, rels strings.Builder
	for i, name := range sheets {
		state := ""
		if before, after, ok := strings.Cut(name, "|"); ok {
			name, state = before, fmt.Sprintf(` state="%s"`, after)
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, name, i+1, state, i+1)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, relationSpace, i+1)
	}
	return []file{
		{name: "[Content_Types].xml", text: declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`},
		{name: "_rels/.rels", text: relationsText(fmt.Sprintf(`<Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/>`, relationSpace))},
		{name: "xl/workbook.xml", text: declaration + fmt.Sprintf(`<workbook xmlns="%s" xmlns:r="%s"><workbookPr/><sheets>%s</sheets></workbook>`, mainSpace, relationSpace, list.String())},
		{name: "xl/_rels/workbook.xml.rels", text: relationsText(rels.String() + fmt.Sprintf(`<Relationship Id="rIdS" Type="%s/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rIdF" Type="%s/styles" Target="styles.xml"/>`, relationSpace, relationSpace))},
		{name: "xl/styles.xml", text: declaration + fmt.Sprintf(`<styleSheet xmlns="%s"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0000000"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="165"/></cellXfs></styleSheet>`, mainSpace)},
	}
}

const relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

func relationsText(list string) string {
	return declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + list + `</Relationships>`
}

// worksheet wraps rows, and what follows them, into a sheet.
func worksheet(rows string, after ...string) string {
	return declaration + `<worksheet xmlns="` + mainSpace + `"><sheetData>` + rows + `</sheetData>` + strings.Join(after, "") + `</worksheet>`
}

// sharedText is a part of shared strings.
func sharedText(texts ...string) string {
	var b strings.Builder
	for _, text := range texts {
		b.WriteString("<si><t>" + escape(text) + "</t></si>")
	}
	return declaration + `<sst xmlns="` + mainSpace + `">` + b.String() + `</sst>`
}

// book is a workbook of one sheet, List 6, and a few shared strings.
func book(sheet string) []file {
	return append(skeleton("List 6"),
		file{name: "xl/worksheets/sheet1.xml", text: sheet},
		file{name: "xl/sharedStrings.xml", text: sharedText("Child Unique ID", "Zoë", "a) Yes")})
}

func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text))
	return b.String()
}

// pack writes the parts as a ZIP file. What change makes of a header goes into
// the directory and the local header, whatever the bytes are.
func pack(tb testing.TB, parts []file) []byte {
	tb.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		tb.Fatal(err)
	}
	for _, p := range parts {
		if strings.HasSuffix(p.name, "/") {
			if _, err := z.Create(p.name); err != nil {
				tb.Fatal(err)
			}
			continue
		}
		var packed bytes.Buffer
		w.Reset(&packed)
		if _, err := io.WriteString(w, p.text); err != nil {
			tb.Fatal(err)
		}
		if err := w.Close(); err != nil {
			tb.Fatal(err)
		}
		h := &zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE([]byte(p.text)),
			CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(len(p.text))}
		if p.change != nil {
			p.change(h)
		}
		raw, err := z.CreateRaw(h)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := raw.Write(packed.Bytes()); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// put writes bytes to a file of a workbook's name.
func put(tb testing.TB, content []byte) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "AnnexA.xlsx")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// overwrite puts other bytes into a file: a test that damages a workbook in
// thousands of ways has no use for thousands of folders.
func overwrite(tb testing.TB, path string, content []byte) string {
	tb.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}
