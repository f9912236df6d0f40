package docx

import (
	"encoding/xml"
	"strings"

	"github.com/caseaudit/caseaudit/internal/report/listing"
)

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	namespace   = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

// escape makes text from outside fit for XML. It keeps it on one line and takes
// out control characters and marks of writing direction.
func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(listing.Line(text))) // a Builder never fails
	return b.String()
}

// run is a stretch of text inside a paragraph, as XML.
type run string

// plain is text in the paragraph's own look; other is in a character style.
func plain(text string) run { return other("", text) }

func other(style, text string) run { return run(`<w:r>` + look(style) + written(text) + `</w:r>`) }

// reference is a reference in brackets, which no end of a line tears apart at a
// hyphen.
func reference(text string) run {
	return run(`<w:r>` + look("Reference") + strings.ReplaceAll(written("["+text+"]"), "-", `</w:t><w:noBreakHyphen/><w:t xml:space="preserve">`) + `</w:r>`)
}

func look(style string) string {
	if style == "" {
		return ""
	}
	return `<w:rPr><w:rStyle w:val="` + style + `"/></w:rPr>`
}

func written(text string) string { return `<w:t xml:space="preserve">` + escape(text) + `</w:t>` }

// link leads to a bookmark.
func link(bookmark string, inside run) run {
	return `<w:hyperlink w:anchor="` + run(escape(bookmark)) + `" w:history="1">` + inside + `</w:hyperlink>`
}

// field is a value that Word works out; shown until it does.
func field(instruction, shown string) run {
	return run(`<w:fldSimple w:instr=" `+instruction+` ">`) + plain(shown) + `</w:fldSimple>`
}

// paragraph is one paragraph in a style. What properties hold stands behind the
// style, in the order of the format.
func paragraph(style, properties string, runs ...run) string {
	var b strings.Builder
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + properties + `</w:pPr>`)
	for _, r := range runs {
		b.WriteString(string(r))
	}
	b.WriteString("</w:p>\n")
	return b.String()
}
