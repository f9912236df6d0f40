package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// parts is a finished workbook, taken apart by the standard library alone: the
// library that wrote it is not asked whether it did well.
type parts struct {
	names []string
	text  map[string][]byte
}

func build(tb testing.TB, a *audit.Audit, l *letter.Letter, opts Options) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := Write(tb.Context(), &out, a, l, opts); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func open(tb testing.TB, file []byte) parts {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		tb.Fatal(err)
	}
	p := parts{text: map[string][]byte{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		b, err := io.ReadAll(r) // checks the CRC
		if err != nil {
			tb.Fatalf("%s: %v", f.Name, err)
		}
		p.names = append(p.names, f.Name)
		p.text[f.Name] = b
	}
	return p
}

func (p parts) decode(tb testing.TB, name string, v any) {
	tb.Helper()
	if err := xml.Unmarshal(p.text[name], v); err != nil {
		tb.Fatalf("%s: %v", name, err)
	}
}

// relations are the targets of a part, by id, as paths in the package.
func (p parts) relations(tb testing.TB, name string) map[string]relation {
	tb.Helper()
	dir, base := path.Split(name)
	rels := dir + "_rels/" + base + ".rels"
	all := map[string]relation{}
	if p.text[rels] == nil {
		return all
	}
	var list struct{ Relationship []relation }
	p.decode(tb, rels, &list)
	for _, r := range list.Relationship {
		if strings.HasPrefix(r.Target, "/") {
			r.Target = r.Target[1:]
		} else {
			r.Target = path.Join(dir, r.Target)
		}
		all[r.ID] = r
	}
	return all
}

type relation struct {
	ID         string `xml:"Id,attr"`
	Target     string `xml:",attr"`
	TargetMode string `xml:",attr"`
}

// readSheet is one sheet as it was read.
type readSheet struct {
	name, part string
	cells      map[string]readCell
	order      []string
	links      map[string]string
	rows       int
	columns    int
}

type readCell struct {
	text  string
	kind  string
	style int
}

type sharedText struct {
	T string   `xml:"t"`
	R []string `xml:"r>t"`
}

func (s sharedText) String() string { return s.T + strings.Join(s.R, "") }

func (p parts) sheets(tb testing.TB) []readSheet {
	tb.Helper()
	var shared struct {
		SI []sharedText `xml:"si"`
	}
	p.decode(tb, "xl/sharedStrings.xml", &shared)
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	p.decode(tb, "xl/workbook.xml", &book)
	targets := p.relations(tb, "xl/workbook.xml")
	var list []readSheet
	for _, s := range book.Sheets {
		r := readSheet{name: s.Name, part: targets[s.ID].Target, cells: map[string]readCell{}, links: map[string]string{}}
		var data struct {
			Cells []struct {
				R  string     `xml:"r,attr"`
				S  int        `xml:"s,attr"`
				T  string     `xml:"t,attr"`
				V  string     `xml:"v"`
				IS sharedText `xml:"is"`
			} `xml:"sheetData>row>c"`
			Links []struct {
				Ref      string `xml:"ref,attr"`
				Location string `xml:"location,attr"`
			} `xml:"hyperlinks>hyperlink"`
		}
		p.decode(tb, r.part, &data)
		for _, c := range data.Cells {
			text := c.V
			switch c.T {
			case "s":
				i, err := strconv.Atoi(c.V)
				if err != nil || i >= len(shared.SI) {
					tb.Fatalf("%s %s: shared string %q", s.Name, c.R, c.V)
				}
				text = shared.SI[i].String()
			case "inlineStr":
				text = c.IS.String()
			}
			column, row, err := excelize.CellNameToCoordinates(c.R)
			if err != nil {
				tb.Fatal(err)
			}
			r.rows, r.columns = max(r.rows, row), max(r.columns, column)
			r.cells[c.R] = readCell{text, c.T, c.S}
			r.order = append(r.order, c.R)
		}
		for _, l := range data.Links {
			r.links[l.Ref] = l.Location
		}
		list = append(list, r)
	}
	return list
}

func sheetNamed(tb testing.TB, list []readSheet, name string) readSheet {
	tb.Helper()
	for _, s := range list {
		if s.name == name {
			return s
		}
	}
	tb.Fatalf("no sheet %q", name)
	return readSheet{}
}
