package docx

import (
	"fmt"
	"strings"

	"github.com/caseaudit/caseaudit/internal/letter"
)

// shortList is how many questions stay on one page with the field below them.
const shortList = 4

// writeHere stands in a blank until somebody writes there.
const writeHere = "Write here."

// body is the text of the letter as it grows.
type body struct {
	strings.Builder
	lists int // numbered lists so far
	marks int // bookmarks so far
}

// documentOf is the main part, and how many numbered lists it has.
func documentOf(l *letter.Letter) (document string, lists int) {
	var b body
	b.add("Title", plain(l.Title))
	b.add("Notice", plain(l.Notice))
	for _, item := range l.Opening {
		b.add("Normal", b.sentence(item)...)
	}
	for _, s := range l.Sections {
		b.section(s)
	}
	b.blanks(l.Blanks)
	b.table(l.SignOff(), signOffLook())
	b.table(l.Evidence(), evidenceLook())
	return declaration + `<w:document` + namespace + `><w:body>` + "\n" + b.String() + page + `</w:body></w:document>` + "\n", b.lists
}

// page is an A4 sheet with its head and foot.
const page = `<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>` +
	`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1418" w:bottom="1418" w:left="1418" w:header="680" w:footer="624" w:gutter="0"/></w:sectPr>`

func (b *body) add(style string, runs ...run) { b.WriteString(paragraph(style, "", runs...)) }

// sentence is a sentence of the letter with its reference. It leads to its row
// among the evidence, and the row leads back.
func (b *body) sentence(item letter.Item) []run {
	to, from := bookmarks(item.Ref)
	return []run{b.mark(from, plain(item.Text+" ")), link(to, reference(item.Reference()))}
}

// bookmarks are the names of a reference's row among the evidence and of its
// sentence. The name of a bookmark has no hyphen.
func bookmarks(ref string) (row, sentence string) {
	name := strings.ReplaceAll(ref, "-", "_")
	return "Evidence_" + name, "Letter_" + name
}

// mark puts a bookmark around a run.
func (b *body) mark(name string, inside run) run {
	b.marks++
	return run(fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="%s"/>%s<w:bookmarkEnd w:id="%d"/>`, b.marks, escape(name), inside, b.marks))
}

// section writes a heading with its sentences: as paragraphs when they speak of
// the whole audit, else as a list whose numbers begin anew.
func (b *body) section(s letter.Section) {
	b.add("Heading1", plain(s.Heading))
	list := ""
	if s.Form != letter.Headline && len(s.Items) > 0 {
		list = listed(firstNumbered + b.lists)
		b.lists++
	}
	for _, item := range s.Items {
		if list == "" {
			b.add("Normal", b.sentence(item)...)
		} else if item.Detail == "" {
			b.WriteString(paragraph("ListNumber", list, b.sentence(item)...))
		} else {
			b.WriteString(paragraph("ListNumber", `<w:keepNext/>`+list, b.sentence(item)...))
		}
		if item.Detail != "" {
			b.add("Detail", plain(item.Detail))
		}
	}
	for _, text := range []string{s.Nothing, s.More, s.Note} {
		if text != "" {
			b.add("Note", plain(text))
		}
	}
}

// listed makes a paragraph an entry of a list.
func listed(list int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, list)
}

// blanks writes the headings under which only a person can write: the questions,
// and a field to write in.
func (b *body) blanks(blanks letter.Blanks) {
	if len(blanks.Items) == 0 {
		return
	}
	b.add("Heading1", plain(blanks.Heading))
	b.WriteString(paragraph("Normal", `<w:keepNext/>`, plain(blanks.Intro)))
	for i, blank := range blanks.Items {
		b.add("Heading2", plain(blank.Heading))
		b.add("Prompt", plain(blank.Prompt))
		for q, question := range blank.Questions {
			together := ""
			if q == len(blank.Questions)-1 || len(blank.Questions) <= shortList {
				together = `<w:keepNext/>`
			}
			b.WriteString(paragraph("ListBullet", together+listed(bulleted), plain(question)))
		}
		fmt.Fprintf(b, `<w:sdt><w:sdtPr><w:alias w:val="%s"/><w:tag w:val="%s"/><w:id w:val="%d"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+"\n",
			escape(blank.Heading), escape(blank.Ref), 1000+i)
		b.add("Blank", other("PlaceholderText", writeHere))
		b.WriteString("</w:sdtContent></w:sdt>\n")
	}
}
