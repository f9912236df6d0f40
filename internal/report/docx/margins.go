package docx

import (
	"fmt"
	"strings"
)

// header is the head of every page: the protective marking and the draft mark.
func header(marking, notice string) string {
	return declaration + `<w:hdr` + namespace + `>` + paragraph("Marking", "", plain(marking)) + paragraph("Header", "", plain(notice)) + `</w:hdr>` + "\n"
}

// footer is the foot of every page: which run the letter was drafted from, and
// which page it is.
func footer(identity string) string {
	return declaration + `<w:ftr` + namespace + `>` +
		paragraph("Footer", "", plain(identity), `<w:r><w:tab/></w:r>`, plain("Page "), field("PAGE", "1"), plain(" of "), field("NUMPAGES", "1")) + `</w:ftr>` + "\n"
}

// core is what the file says of itself: its title, its language, and that it is a
// draft. No author, no times.
func core(title string) string {
	return declaration + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>` + escape(title) + `</dc:title><dc:language>en-GB</dc:language><cp:contentStatus>Draft</cp:contentStatus></cp:coreProperties>` + "\n"
}

// The numbers of lists: one for all bullets, then one for each numbered list.
const (
	bulleted      = 1
	firstNumbered = 2
)

// numbering makes each numbered list begin with 1: Word would else count on from
// one heading to the next.
func numbering(lists int) string {
	var b strings.Builder
	b.WriteString(declaration + `<w:numbering` + namespace + `>` + "\n")
	b.WriteString(listKind(0, "decimal", "%1.", ""))
	b.WriteString(listKind(1, "bullet", "•", `<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/></w:rPr>`))
	fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/></w:num>`+"\n", bulleted)
	for i := range lists {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`+"\n", firstNumbered+i)
	}
	b.WriteString(`</w:numbering>` + "\n")
	return b.String()
}

func listKind(id int, format, mark, look string) string {
	return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/>`+
		`<w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr>%s</w:lvl></w:abstractNum>`+"\n", id, format, mark, look)
}
