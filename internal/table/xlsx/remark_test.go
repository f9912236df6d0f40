package xlsx

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRemarks(t *testing.T) {
	rows := `<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><v>#REF!</v></c></row>` +
		`<row r="2" hidden="1"><c r="A2" t="e"><v>#N/A</v></c></row><row r="3" hidden="1"/><row r="5" hidden="1"/>` +
		`<row r="6"><c r="A6"><f>Sheet2!A1</f></c><c r="B6"><f>cmd|'/C calc'!A0</f><v>1</v></c><c r="C6" t="str"><f>"a|b!"&amp;A1</f><v>x</v></c></row>` +
		`<row r="7"><c r="A7"><v>1.23456789012345E+19</v></c><c r="B7" s="1"><v>0</v></c><c r="C7" s="1"><v>99999999</v></c></row>`
	sheet := strings.Replace(worksheet(rows, `<autoFilter ref="A1:C7"><filterColumn colId="0"/></autoFilter><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="D4:D9"/></mergeCells>`),
		"<sheetData>", `<sheetPr filterMode="1"/><cols><col min="2" max="2" hidden="1"/><col min="4" max="6" hidden="true"/><col min="7" max="7"/></cols><sheetData>`, 1)
	parts := append(skeleton("List 6", "Old|hidden", "Lists|veryHidden"),
		file{name: "xl/worksheets/sheet1.xml", text: sheet},
		file{name: "xl/worksheets/sheet2.xml", text: worksheet("")},
		file{name: "xl/worksheets/sheet3.xml", text: worksheet("")},
		file{name: "xl/sharedStrings.xml", text: sharedText()},
		file{name: "xl/vbaProject.bin", text: "x"},
		file{name: "xl/embeddings/oleObject1.bin", text: "x"},
		file{name: "xl/connections.xml", text: "<connections/>"},
		file{name: "xl/externalLinks/externalLink1.xml", text: `<externalLink xmlns="` + mainSpace + `"><externalBook/></externalLink>`},
		file{name: "xl/externalLinks/externalLink2.xml", text: `<externalLink xmlns="` + mainSpace + `"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`},
		file{name: "xl/externalLinks/_rels/externalLink1.xml.rels", text: relationsText(`<Relationship Id="rId1" Type="` + relationSpace + `/externalLinkPath" Target="file:///x.xlsx" TargetMode="External"/>`)},
		file{name: "xl/worksheets/_rels/sheet1.xml.rels", text: relationsText(`<Relationship Id="rId1" Type="` + relationSpace + `/hyperlink" Target="https://x" TargetMode="External"/>`)},
		file{name: "xl/drawings/_rels/drawing1.xml.rels", text: relationsText(`<Relationship Id="rId1" Type="` + relationSpace + `/image" Target="https://x/y.png" TargetMode="External"/>`)},
		file{name: "xl/tables/table1.xml", text: `<table xmlns="` + mainSpace + `"><autoFilter><filterColumn/></autoFilter></table>`})
	for i := range parts {
		if parts[i].name == "xl/workbook.xml" {
			parts[i].text = strings.Replace(parts[i].text, "<workbookPr/>", `<workbookPr date1904="1"/>`, 1)
		}
	}
	w, err := openBook(t, parts)
	if err != nil {
		t.Fatal(err)
	}
	list, err := w.Remarks(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	type short struct {
		Kind, Sheet, Place string
		Count              int
	}
	var got []short
	for _, r := range list {
		got = append(got, short{r.Kind, r.Sheet, r.Place, r.Count})
		if r.Text == "" || strings.Contains(r.Text, "x.xlsx") || strings.Contains(r.Text, "calc") {
			t.Errorf("%s says %q", r.Kind, r.Text)
		}
	}
	want := []short{
		{Filter, "", "xl/tables/table1.xml", 1},
		{Connection, "", "xl/connections.xml", 1},
		{Epoch1904, "", "", 1},
		{DDE, "", "xl/externalLinks/externalLink2.xml", 1},
		{Embedded, "", "xl/embeddings/oleObject1.bin", 1},
		{ExternalLink, "", "xl/drawings/_rels/drawing1.xml.rels, xl/externalLinks/externalLink1.xml", 2},
		{Macros, "", "xl/vbaProject.bin", 1},
		{HiddenRows, "List 6", "rows 2 to 3, row 5", 3},
		{HiddenColumns, "List 6", "column B, columns D to F", 4},
		{Filter, "List 6", "A1:C7", 1},
		{Merged, "List 6", "A1:B1, D4:D9", 2},
		{NoValue, "List 6", "A6", 1},
		{DDE, "List 6", "B6", 1},
		{NoSuchDate, "List 6", "C7", 1},
		{LongNumber, "List 6", "A7", 1},
		{ErrorValue, "List 6", "A1, A2", 2},
		{ErrorValue, "List 6", "B1", 1},
		{HiddenSheet, "Old", "", 1},
		{HiddenSheet, "Lists", "", 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !w.Date1904 || w.Sheet("Old").State != Hidden || w.Sheet("Lists").State != VeryHidden || w.Sheet("none") != nil {
		t.Error("states or epoch")
	}
	if diff := cmp.Diff([]Range{{1, 1, 2, 1}, {4, 4, 4, 9}}, w.Sheets[0].Merged()); diff != "" {
		t.Error(diff)
	}
	lines, err := sketch(t, w, w.Sheets[0])
	if err != nil || lines[1] != "2 hidden A2=error:#N/A:#N/A" || !strings.Contains(lines[3], "B7=date:0:1904-01-01") {
		t.Errorf("%v %q", err, lines)
	}
}

// Sheets that hold no rows are told of, not read.
func TestSheetsWithoutRows(t *testing.T) {
	for kind, want := range map[string]string{"chartsheet": NotRows, "dialogsheet": NotRows, "xlMacrosheet": Macros} {
		parts := append(changed("xl/_rels/workbook.xml.rels", replace("</Relationships>", `<Relationship Id="rId2" Type="`+relationSpace+`/`+kind+`" Target="other/sheet1.xml"/></Relationships>`)),
			file{name: "xl/other/sheet1.xml", text: "<x/>"})
		for i := range parts {
			parts[i].text = strings.Replace(parts[i].text, "</sheets>", `<sheet name="Other" sheetId="2" r:id="rId2"/></sheets>`, 1)
		}
		w, err := openBook(t, parts)
		if err != nil {
			t.Fatal(err)
		}
		list, err := w.Remarks(context.Background())
		if err != nil || len(list) != 1 || list[0].Kind != want || list[0].Sheet != "Other" || len(w.Sheets) != 1 {
			t.Errorf("%s: %v %v", kind, list, err)
		}
	}
}

func TestManyPlaces(t *testing.T) {
	var rows strings.Builder
	for i := range 20 {
		name := CellName(1, i*2+1)
		rows.WriteString(`<row r="` + name[1:] + `" hidden="1"><c r="` + name + `" t="e"><v>#N/A</v></c></row>`)
	}
	w, err := openBook(t, book(worksheet(rows.String())))
	if err != nil {
		t.Fatal(err)
	}
	list, err := w.Remarks(context.Background())
	if err != nil || len(list) != 2 {
		t.Fatalf("%v %v", list, err)
	}
	if list[0].Place != "row 1, row 3, row 5, row 7, row 9 and 15 more" || list[0].Count != 20 {
		t.Errorf("%+v", list[0])
	}
	if list[1].Place != "A1, A3, A5, A7, A9 and 15 more" || list[1].Count != 20 {
		t.Errorf("%+v", list[1])
	}
}
