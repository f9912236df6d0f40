package docx

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

// Word repairs or refuses what a lenient reader takes. So the finished package is
// held to what it insists on.
func TestLint(t *testing.T) {
	for name, l := range letters(t) {
		t.Run(name, func(t *testing.T) {
			p := open(t, build(t, l, Options{Marking: nasty}))
			lintPackage(t, p)
			for _, part := range p.names {
				lintOrder(t, part, p.tree(t, part))
			}
			lintReferences(t, p)
		})
	}
}

func lintPackage(t *testing.T, p parcel) {
	if p.names[0] != "[Content_Types].xml" {
		t.Errorf("%s stands first", p.names[0])
	}
	kinds := map[string]bool{}
	for _, o := range p.tree(t, "[Content_Types].xml").all("Override") {
		part := strings.TrimPrefix(o.attr["PartName"], "/")
		if p.text[part] == nil {
			t.Errorf("content types name %s, which is not there", part)
		}
		kinds[part] = true
	}
	related := map[string]bool{}
	seen := map[string]bool{}
	for _, name := range p.names {
		if seen[strings.ToLower(name)] {
			t.Errorf("%s stands there twice", name)
		}
		seen[strings.ToLower(name)] = true
		if !strings.HasSuffix(name, ".rels") {
			if name != "[Content_Types].xml" && !kinds[name] {
				t.Errorf("%s has no content type", name)
			}
			continue
		}
		ids := map[string]bool{}
		for _, r := range p.tree(t, name).all("Relationship") {
			target := path.Join(path.Dir(path.Dir(name)), r.attr["Target"])
			if r.attr["TargetMode"] != "" || p.text[target] == nil {
				t.Errorf("%s: %s leads outside or nowhere", name, r.attr["Target"])
			}
			if ids[r.attr["Id"]] {
				t.Errorf("%s: %s stands there twice", name, r.attr["Id"])
			}
			ids[r.attr["Id"]], related[target] = true, true
		}
	}
	for name := range kinds {
		if !related[name] {
			t.Errorf("nothing leads to %s", name)
		}
	}
}

// orders are the children of an element in the order of the format. Source:
// ECMA-376 part 1, the complex types of these elements; those that we use.
func orders() map[string][]string {
	paragraph := []string{"pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "outlineLvl"}
	return map[string][]string{
		"pPr":         paragraph,
		"rPr":         {"rStyle", "rFonts", "b", "bCs", "color", "sz", "szCs", "lang"},
		"tblPr":       {"tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription"},
		"tcPr":        {"tcW", "shd"},
		"trPr":        {"cantSplit", "trHeight", "tblHeader"},
		"tbl":         {"tblPr", "tblGrid", "tr"},
		"tr":          {"trPr", "tc"},
		"tc":          {"tcPr", "p"},
		"sdt":         {"sdtPr", "sdtContent"},
		"sdtPr":       {"alias", "tag", "id", "showingPlcHdr"},
		"sectPr":      {"headerReference", "footerReference", "pgSz", "pgMar"},
		"style":       {"name", "basedOn", "next", "uiPriority", "semiHidden", "qFormat", "pPr", "rPr", "tblPr"},
		"styles":      {"docDefaults", "style"},
		"settings":    {"zoom", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang", "decimalSymbol", "listSeparator"},
		"numbering":   {"abstractNum", "num"},
		"abstractNum": {"multiLevelType", "lvl"},
		"lvl":         {"start", "numFmt", "lvlText", "lvlJc", "pPr", "rPr"},
		"num":         {"abstractNumId", "lvlOverride"},
		"tblBorders":  {"top", "left", "bottom", "right", "insideH", "insideV"},
		"tblCellMar":  {"top", "left", "bottom", "right"},
		"pBdr":        {"top", "left", "bottom", "right"},
	}
}

func lintOrder(t *testing.T, part string, e *element) {
	if order, known := orders()[e.name]; known {
		last := 0
		for _, c := range e.children {
			i := slices.Index(order, c.name)
			if i < 0 {
				t.Errorf("%s: <%s> in <%s> has no place in the order", part, c.name, e.name)
			} else if i < last {
				t.Errorf("%s: <%s> in <%s> stands after <%s>", part, c.name, e.name, order[last])
			}
			last = max(last, i)
		}
	}
	if e.name == "tc" && len(e.all("p")) == 0 {
		t.Errorf("%s: a cell without a paragraph", part)
	}
	for _, c := range e.children {
		lintOrder(t, part, c)
	}
}

// lintReferences: styles, lists, bookmarks and ids that are named exist, once.
func lintReferences(t *testing.T, p parcel) {
	styles := map[string]string{}
	for _, s := range p.tree(t, "word/styles.xml").all("style") {
		if styles[s.attr["styleId"]] != "" {
			t.Errorf("style %s stands there twice", s.attr["styleId"])
		}
		styles[s.attr["styleId"]] = s.attr["type"]
	}
	lists := map[string]bool{}
	for _, n := range p.tree(t, "word/numbering.xml").all("num") {
		lists[n.attr["numId"]] = true
	}
	for _, part := range []string{"word/document.xml", "word/header1.xml", "word/footer1.xml"} {
		root := p.tree(t, part)
		for element, kind := range map[string]string{"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"} {
			for _, s := range root.all(element) {
				if styles[s.attr["val"]] != kind {
					t.Errorf("%s: there is no %s style %q", part, kind, s.attr["val"])
				}
			}
		}
		for _, n := range root.all("numId") {
			if !lists[n.attr["val"]] {
				t.Errorf("%s: there is no list %s", part, n.attr["val"])
			}
		}
	}
	document := p.tree(t, "word/document.xml")
	bookmarks, ids := map[string]bool{}, map[string]bool{}
	for _, b := range document.all("bookmarkStart") {
		name := b.attr["name"]
		if bookmarks[name] || ids[b.attr["id"]] || len(name) > 40 || strings.ContainsAny(name, "- ") {
			t.Errorf("bookmark %q: twice, too long or not a name", name)
		}
		bookmarks[name], ids[b.attr["id"]] = true, true
	}
	for _, b := range document.all("bookmarkEnd") {
		if !ids[b.attr["id"]] {
			t.Errorf("the end of no bookmark: %s", b.attr["id"])
		}
		delete(ids, b.attr["id"])
	}
	if len(ids) > 0 {
		t.Errorf("bookmarks without an end: %v", ids)
	}
	for _, link := range document.all("hyperlink") {
		if !bookmarks[link.attr["anchor"]] {
			t.Errorf("a link leads nowhere: %q", link.attr["anchor"])
		}
	}
}

// A screen reader finds its way: headings without a gap, tables with a header row
// that repeats and a name, a language, a title.
func TestAccessible(t *testing.T) {
	for _, profile := range letter.BuiltInNames() {
		p := open(t, build(t, reporttest.LetterBy(t, reporttest.Audit(), profile), Options{}))
		document := p.tree(t, "word/document.xml")
		level := 0
		for i, e := range document.paragraphs() {
			if (e.style() == "Title") != (i == 0) {
				t.Errorf("paragraph %d is in the style %s", i, e.style())
			}
			var n int
			if _, err := fmt.Sscanf(e.style(), "Heading%d", &n); err == nil {
				if n > level+1 {
					t.Errorf("heading %q skips a level", e.words())
				}
				level = n
			}
		}
		for _, table := range document.all("tbl") {
			look := table.child("tblPr")
			if look.child("tblCaption").attr["val"] == "" || look.child("tblDescription").attr["val"] == "" {
				t.Error("a table without a name or a description")
			}
			rows := table.all("tr")
			columns := len(table.child("tblGrid").all("gridCol"))
			for i, row := range rows {
				if header := len(row.child("trPr").all("tblHeader")) == 1; header != (i == 0) {
					t.Errorf("row %d of %d: header %v", i, len(rows), header)
				}
				if n := len(row.all("tc")); n != columns {
					t.Errorf("row %d has %d cells in %d columns", i, n, columns)
				}
			}
			for _, cell := range rows[0].all("tc") {
				if cell.words() == "" {
					t.Error("a blank header")
				}
			}
		}
		core := p.tree(t, "docProps/core.xml")
		if core.child("title").text == "" || core.child("language").text != "en-GB" {
			t.Errorf("properties: %s", p.text["docProps/core.xml"])
		}
		if lang := p.tree(t, "word/styles.xml").child("docDefaults").all("lang"); len(lang) != 1 || lang[0].attr["val"] != "en-GB" {
			t.Error("the language is not British English")
		}
	}
}
