package docx

import (
	"fmt"

	"github.com/caseaudit/caseaudit/internal/letter"
)

// tableLook is how a table stands on the page.
type tableLook struct {
	widths []int        // of the columns, in twentieths of a point
	right  map[int]bool // columns of numbers
	fill   bool         // its blank cells are to be filled in
	apart  bool         // it begins a page
	marked bool         // sentences lead to its rows, by their first cells
	about  string       // what a screen reader says of it
}

func signOffLook() tableLook {
	return tableLook{widths: []int{1500, 2270, 2000, 1500, 1800}, fill: true,
		about: "Three steps, a row each. Name, role, date and decision are to be filled in."}
}

func evidenceLook() tableLook {
	return tableLook{widths: []int{800, 2910, 830, 980, 980, 2570}, right: map[int]bool{2: true, 3: true, 4: true}, apart: true, marked: true,
		about: "A row for each sentence of the letter: its reference, what it rests on, the counts, and where in the audit workbook they stand."}
}

// table writes a table with its heading. The header repeats on every page, and no
// row is parted by the end of one.
func (b *body) table(t letter.Table, look tableLook) {
	onNewPage := ""
	if look.apart {
		onNewPage = `<w:pageBreakBefore/>`
	}
	b.WriteString(paragraph("Heading1", onNewPage, plain(t.Heading)))
	b.WriteString(paragraph("Normal", `<w:keepNext/>`, plain(t.Intro)))
	total := 0
	for _, width := range look.widths {
		total += width
	}
	fmt.Fprintf(b, `<w:tbl><w:tblPr><w:tblStyle w:val="LetterTable"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>`+
		`<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`+
		`<w:tblCaption w:val="%s"/><w:tblDescription w:val="%s"/></w:tblPr><w:tblGrid>`, total, escape(t.Heading), escape(look.about))
	for _, width := range look.widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, width)
	}
	b.WriteString("</w:tblGrid>\n" + `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>` + "\n")
	for i, name := range t.Header {
		style := "TableHead"
		if look.right[i] {
			style = "TableHeadNumber"
		}
		b.cell(look.widths[i], headFill, paragraph(style, "", plain(name)))
	}
	b.WriteString("</w:tr>\n")
	for _, row := range t.Rows {
		b.row(row, look)
	}
	b.WriteString("</w:tbl>\n")
}

// The papers of cells: that of the header, and that of cells to fill in. The inks
// are the styles'.
const (
	headFill  = `<w:shd w:val="clear" w:color="auto" w:fill="1D3557"/>`
	blankFill = `<w:shd w:val="clear" w:color="auto" w:fill="FFF7BF"/>`
)

func (b *body) row(row []string, look tableLook) {
	b.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if look.fill {
		b.WriteString(`<w:trHeight w:val="680" w:hRule="atLeast"/>`)
	}
	b.WriteString("</w:trPr>\n")
	for i, text := range row {
		style, fill := "TableText", ""
		if look.right[i] {
			style = "TableNumber"
		}
		if look.fill && text == "" {
			fill = blankFill
		}
		content := plain(text)
		switch {
		case text == "":
			content = ""
		case look.marked && i == 0:
			row, sentence := bookmarks(text)
			content = b.mark(row, link(sentence, other("Reference", text)))
		}
		b.cell(look.widths[i], fill, paragraph(style, "", content))
	}
	b.WriteString("</w:tr>\n")
}

func (b *body) cell(width int, fill, content string) {
	fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>%s</w:tc>`+"\n", width, fill, content)
}
