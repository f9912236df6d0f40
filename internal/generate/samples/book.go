package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/caseaudit/caseaudit/internal/table/xlsx"
)

// sheet is a page of a workbook, its rows from the top.
type sheet struct {
	name   string
	rows   [][]cell
	merges []xlsx.Range
}

// cell is what stands in one: text, or a number in a style.
type cell struct {
	text  string
	value string
	style int
}

var none = cell{}

func text(s string) cell { return cell{text: s} }

func number(s string) cell { return cell{value: s} }

// day is a date as Excel keeps it: a number in a style of dates.
func day(date string) cell {
	moment, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return none
	}
	serial := int(moment.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)) / (24 * time.Hour))
	return cell{value: strconv.Itoa(serial), style: 1}
}

func (s *sheet) row(cells ...cell) { s.rows = append(s.rows, cells) }

func (s *sheet) blank() { s.row() }

// merge joins the cells from one row and column to another.
func (s *sheet) merge(row, column, toRow, toColumn int) {
	s.merges = append(s.merges, xlsx.Range{FirstColumn: column, FirstRow: row, LastColumn: toColumn, LastRow: toRow})
}

// book writes a workbook. It is written by hand and not with a library, so that the
// same sheets give the same bytes.
func book(sheets ...sheet) ([]byte, error) {
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const spread = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	var types, list, links strings.Builder
	parts := [][2]string{}
	for i, s := range sheets {
		n := i + 1
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, n, kinds)
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escaped(s.name), n, n)
		fmt.Fprintf(&links, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, n, office, n)
		parts = append(parts, [2]string{fmt.Sprintf("xl/worksheets/sheet%d.xml", n), head + `<worksheet xmlns="` + spread + `">` + s.xml() + `</worksheet>`})
	}
	parts = append([][2]string{
		{"[Content_Types].xml", head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="` + kinds + `sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="` + kinds + `styles+xml"/>` + types.String() + `</Types>`},
		{"_rels/.rels", head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", head + `<workbook xmlns="` + spread + `" xmlns:r="` + office + `"><sheets>` + list.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + links.String() + fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/></Relationships>`, len(sheets)+1, office)},
		{"xl/styles.xml", head + `<styleSheet xmlns="` + spread + `"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="15" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`},
	}, parts...)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: zip.Deflate, Modified: time.Date(2026, 11, 1, 6, 15, 0, 0, time.UTC)})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(p[1])); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// xml gives the sheet's rows and merged cells. Empty rows and cells are left out, as
// programs do.
func (s *sheet) xml() string {
	var b strings.Builder
	b.WriteString("<sheetData>")
	for i, row := range s.rows {
		if len(row) == 0 {
			continue
		}
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, c := range row {
			name := xlsx.CellName(j+1, i+1)
			switch {
			case c.text != "":
				fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, name, escaped(c.text))
			case c.value != "":
				fmt.Fprintf(&b, `<c r="%s" s="%d"><v>%s</v></c>`, name, c.style, c.value)
			}
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData>")
	if len(s.merges) > 0 {
		fmt.Fprintf(&b, `<mergeCells count="%d">`, len(s.merges))
		for _, m := range s.merges {
			fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, m)
		}
		b.WriteString("</mergeCells>")
	}
	return b.String()
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes all
	return b.String()
}
