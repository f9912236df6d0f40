package workbook

import (
	"bytes"
	"encoding/xml"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestLint goes over the finished packages as Excel does on opening, which
// repairs or refuses what the library lets through.
func TestLint(t *testing.T) {
	for name, file := range map[string][]byte{
		"small": fixtureFile(t, "small"), "empty": fixtureFile(t, "empty"), "large": fixtureFile(t, "large"), "streamed": fixtureFile(t, "streamed"),
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, file)
			lintPackage(t, p)
			sheets := p.sheets(t)
			lintSheets(t, p, sheets)
			lintTables(t, p, sheets)
			lintDrawings(t, p)
		})
	}
}

func fixtureFile(t *testing.T, name string) []byte {
	t.Helper()
	switch name {
	case "small":
		a, l := small()
		return build(t, a, l, Options{})
	case "empty":
		a, l := empty()
		return build(t, a, l, Options{})
	case "streamed":
		a, l, o := large(t, 1200)
		return build(t, a, l, o)
	}
	a, l, o := large(t, 60)
	return build(t, a, l, o)
}

func lintPackage(t *testing.T, p parts) {
	seen := map[string]bool{}
	for _, name := range p.names {
		if seen[strings.ToLower(name)] {
			t.Errorf("%s stands in the package twice", name)
		}
		seen[strings.ToLower(name)] = true
		wellFormed(t, name, p.text[name])
		if strings.HasPrefix(name, "xl/worksheets/") && regexp.MustCompile(`<f[ >/]`).Match(p.text[name]) {
			t.Errorf("%s has a formula", name)
		}
		if strings.Contains(name, "externalLink") || strings.Contains(name, "comments") || strings.Contains(name, "vba") {
			t.Errorf("%s has no place here", name)
		}
		if strings.HasSuffix(name, ".rels") {
			continue
		}
		for _, r := range p.relations(t, name) {
			if r.TargetMode == "External" {
				t.Errorf("%s links to the outside: %s", name, r.Target)
			} else if p.text[r.Target] == nil {
				t.Errorf("%s: %s leads nowhere", name, r.Target)
			}
		}
	}
	var kinds types
	p.decode(t, contentTypes, &kinds)
	known := map[string]bool{}
	for _, o := range kinds.Overrides {
		if p.text[strings.TrimPrefix(o.PartName, "/")] == nil {
			t.Errorf("content types name %s, which is not there", o.PartName)
		}
		known[o.PartName] = true
	}
	for _, d := range kinds.Defaults {
		known[d.Extension] = true
	}
	for _, name := range p.names {
		if name != contentTypes && !known["/"+name] && !known[strings.TrimPrefix(path.Ext(name), ".")] {
			t.Errorf("%s has no content type", name)
		}
	}
}

func wellFormed(t *testing.T, name string, text []byte) {
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		if _, err := d.RawToken(); err != nil {
			if err.Error() != "EOF" {
				t.Errorf("%s: %v", name, err)
			}
			return
		}
	}
}

func lintSheets(t *testing.T, p parts, sheets []readSheet) {
	byName := map[string]readSheet{}
	for _, s := range sheets {
		byName[s.name] = s
	}
	target := regexp.MustCompile(`^'([^']+)'!([A-Z]+[0-9]+)(?::([A-Z]+[0-9]+))?$`)
	for _, s := range sheets {
		if len(s.name) > 31 || strings.ContainsAny(s.name, `:\/?*[]`) {
			t.Errorf("sheet name %q is not legal", s.name)
		}
		for _, ref := range []string{"A1", "A2"} {
			if s.cells[ref].text == "" {
				t.Errorf("%s: %s is blank", s.name, ref)
			}
		}
		if s.name != sheetSummary && s.links["A3"] != "'Summary'!A1" {
			t.Errorf("%s: A3 does not lead back", s.name)
		}
		for ref, location := range s.links {
			m := target.FindStringSubmatch(location)
			if m == nil {
				t.Errorf("%s %s: link %q", s.name, ref, location)
				continue
			}
			to, ok := byName[m[1]]
			for _, end := range m[2:] {
				if end == "" {
					continue
				}
				column, row, err := excelize.CellNameToCoordinates(end)
				if !ok || err != nil || row > to.rows || column > to.columns {
					t.Errorf("%s %s: link %q leads outside the sheet", s.name, ref, location)
				}
			}
		}
		if text := p.text[s.part]; bytes.Contains(text, []byte(`min="1" max="1"`)) && regexp.MustCompile(`<col min="1"[^>]*hidden="1"`).Match(text) {
			t.Errorf("%s: column A is hidden", s.name)
		}
	}
	if !bytes.Contains(p.text[sheets[0].part], []byte(`tabSelected="true"`)) {
		t.Error("the first sheet is not the active one")
	}
}

func lintTables(t *testing.T, p parts, sheets []readSheet) {
	names := map[string]bool{}
	for _, s := range sheets {
		used := map[int]bool{}
		for _, r := range p.relations(t, s.part) {
			if !strings.HasPrefix(r.Target, "xl/tables/") {
				continue
			}
			var table struct {
				Name    string `xml:"displayName,attr"`
				Ref     string `xml:"ref,attr"`
				Columns []struct {
					Name string `xml:"name,attr"`
				} `xml:"tableColumns>tableColumn"`
			}
			p.decode(t, r.Target, &table)
			if names[strings.ToLower(table.Name)] || regexp.MustCompile(`(?i)^([a-z]{1,3}[0-9]+|r[0-9]*c[0-9]*)$`).MatchString(table.Name) {
				t.Errorf("table name %q", table.Name)
			}
			names[strings.ToLower(table.Name)] = true
			from, to, _ := strings.Cut(table.Ref, ":")
			left, top, _ := excelize.CellNameToCoordinates(from)
			right, bottom, err := excelize.CellNameToCoordinates(to)
			if err != nil || bottom > s.rows || right > s.columns || bottom <= top {
				t.Errorf("%s: table %s covers %s of %d rows and %d columns", s.name, table.Name, table.Ref, s.rows, s.columns)
			}
			headers := map[string]bool{}
			for i, c := range table.Columns {
				if shown := s.cells[at(left-1+i, top)].text; shown != c.Name || headers[strings.ToLower(c.Name)] {
					t.Errorf("%s: column %q of table %s, cell says %q", s.name, c.Name, table.Name, shown)
				}
				headers[strings.ToLower(c.Name)] = true
			}
			if len(table.Columns) != right-left+1 {
				t.Errorf("%s: table %s has %d columns in %s", s.name, table.Name, len(table.Columns), table.Ref)
			}
			for row := top; row <= bottom; row++ {
				if used[row] {
					t.Errorf("%s: tables overlap in row %d", s.name, row)
				}
				used[row] = true
			}
		}
		if s.name != sheetSummary && len(used) == 0 {
			t.Errorf("%s has no table", s.name)
		}
		if s.name != sheetSummary && bytes.Contains(p.text[s.part], []byte("<mergeCell")) {
			t.Errorf("%s has merged cells", s.name)
		}
	}
}

func lintDrawings(t *testing.T, p parts) {
	for _, name := range p.names {
		if strings.HasPrefix(name, "xl/charts/") && !bytes.Contains(p.text[name], []byte(`<autoTitleDeleted val="1">`)) {
			t.Errorf("%s would be given a title by Excel", name)
		}
		if !strings.HasPrefix(name, "xl/drawings/drawing") {
			continue
		}
		var drawing struct {
			Anchors []struct {
				From int `xml:"from>row"`
				To   int `xml:"to>row"`
			} `xml:"twoCellAnchor"`
		}
		p.decode(t, name, &drawing)
		if len(drawing.Anchors) != 2 {
			t.Errorf("%s has %d charts", name, len(drawing.Anchors))
		}
		for _, a := range drawing.Anchors {
			if rows := a.To - a.From; a.From != blockRow || rows < 2 || rows > urgentListed {
				t.Errorf("%s: a chart stands from row %d to row %d", name, a.From, a.To)
			}
		}
		for _, tag := range regexp.MustCompile(`<xdr:cNvPr[^>]*>`).FindAllString(string(p.text[name]), -1) {
			if !regexp.MustCompile(`descr="[^"]{20,}"`).MatchString(tag) {
				t.Errorf("%s: no words for those who cannot see it: %s", name, tag)
			}
		}
	}
}
