package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// readAll opens a workbook and reads it to its end: every sheet, and the remarks.
func readAll(tb testing.TB, content []byte, o Options, l limits) ([]string, []Remark, error) {
	tb.Helper()
	return readAt(tb, put(tb, content), o, l)
}

func readAt(tb testing.TB, path string, o Options, l limits) ([]string, []Remark, error) {
	tb.Helper()
	w, err := open(context.Background(), path, o, l)
	if err != nil {
		return nil, nil, err
	}
	defer w.Close()
	var lines []string
	for _, s := range w.Sheets {
		got, err := sketch(tb, w, s)
		if err != nil {
			return nil, nil, err
		}
		lines = append(append(lines, s.Name), got...)
	}
	remarks, err := w.Remarks(context.Background())
	return lines, remarks, err
}

// changed is the plain book with one part's text, or its header, changed; a new
// part when there was none of the name.
func changed(name string, change func(*file)) []file {
	parts := book(worksheet(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`))
	for i := range parts {
		if parts[i].name == name {
			change(&parts[i])
			return parts
		}
	}
	added := file{name: name}
	change(&added)
	return append(parts, added)
}

func text(s string) func(*file) { return func(f *file) { f.text = s } }
func replace(old, with string) func(*file) {
	return func(f *file) { f.text = strings.Replace(f.text, old, with, 1) }
}
func header(c func(*zip.FileHeader)) func(*file) { return func(f *file) { f.change = c } }

const (
	firstSheet = "xl/worksheets/sheet1.xml"
	inSheet    = `AnnexA.xlsx: sheet "List 6"`
)

// Every one of these came back from the usual reader short and without an
// error, or filled the machine.
func TestHostileRefused(t *testing.T) {
	rows := func(rows string) []file { return book(worksheet(rows)) }
	good := `<row r="1"><c r="A1"><v>1</v></c></row>`
	for name, c := range map[string]struct {
		parts []file
		want  []string // all of them
	}{
		"blanks without end":          {book(worksheet(strings.Repeat(" ", 8<<20))), []string{inSheet, firstSheet, "more than 200 times its size"}},
		"another part without end":    {changed("xl/media/image1.png", text(strings.Repeat("\x00", 8<<20))), []string{"xl/media/image1.png", "more than 200 times its size"}},
		"directory says less":         {changed(firstSheet, header(func(h *zip.FileHeader) { h.UncompressedSize64 = 10 })), []string{inSheet, "the directory of the file says 10"}},
		"directory says more":         {changed(firstSheet, header(func(h *zip.FileHeader) { h.UncompressedSize64 += 10 })), []string{inSheet, "the directory of the file says"}},
		"wrong checksum":              {changed(firstSheet, header(func(h *zip.FileHeader) { h.CRC32++ })), []string{inSheet, "checksum is wrong"}},
		"checksum of nought":          {changed(firstSheet, header(func(h *zip.FileHeader) { h.CRC32 = 0 })), []string{inSheet, "checksum is wrong"}},
		"wrong checksum elsewhere":    {changed("docProps/app.xml", func(f *file) { f.text = "<a/>"; f.change = func(h *zip.FileHeader) { h.CRC32++ } }), []string{"docProps/app.xml", "checksum is wrong"}},
		"compressed some other way":   {changed(firstSheet, header(func(h *zip.FileHeader) { h.Method = 12 })), []string{firstSheet, "method 12"}},
		"part encrypted on its own":   {changed(firstSheet, header(func(h *zip.FileHeader) { h.Flags |= 1 })), []string{firstSheet, "encrypted on its own"}},
		"part twice":                  {append(rows(good), file{name: "XL/Worksheets/Sheet1.xml", text: worksheet("")}), []string{"stands twice"}},
		"name leads out":              {append(rows(good), file{name: "../../evil", text: "x"}), []string{"leads out of the file"}},
		"absolute name":               {append(rows(good), file{name: "/etc/passwd", text: "x"}), []string{"is absolute"}},
		"backslash in a name":         {append(rows(good), file{name: `xl\evil.xml`, text: "x"}), []string{"backslash"}},
		"document type":               {book(`<!DOCTYPE x [<!ENTITY a "aaaa">]>` + worksheet(good)), []string{inSheet, "DOCTYPE"}},
		"entity of its own":           {rows(`<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>`), []string{inSheet + ", row 1", "entities are not expanded"}},
		"file from outside":           {changed("xl/styles.xml", func(f *file) { f.text = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>` + f.text }), []string{"xl/styles.xml", "DOCTYPE"}},
		"nested without end":          {rows(good + strings.Repeat("<row>", 100)), []string{inSheet}},
		"nested in another part":      {changed("xl/comments1.xml", text(strings.Repeat("<a>", 100))), []string{"xl/comments1.xml", "64 deep"}},
		"nested in a skipped element": {book(worksheet(good, strings.Repeat("<extLst>", 100))), []string{inSheet, "64 deep"}},
		"shared string 9e9":           {rows(`<row r="4"><c r="B4" t="s"><v>9000000000</v></c></row>`), []string{inSheet + ", row 4", "cell B4", "shared string"}},
		"shared string -1":            {rows(`<row r="4"><c r="B4" t="s"><v>-1</v></c></row>`), []string{inSheet + ", row 4", "shared string"}},
		"shared string just out":      {rows(`<row r="4"><c r="B4" t="s"><v>3</v></c></row>`), []string{inSheet + ", row 4", "shared string"}},
		"no shared strings":           {changed("xl/sharedStrings.xml", func(f *file) { f.name = "xl/other.xml" }), []string{"xl/_rels/workbook.xml.rels", "refers to xl/sharedStrings.xml, which is missing"}},
		"shared strings cut":          {changed("xl/sharedStrings.xml", replace("</sst>", "")), []string{"xl/sharedStrings.xml", "ends inside an element"}},
		"style that is none":          {rows(`<row r="1"><c r="A1" s="99999"><v>1</v></c></row>`), []string{inSheet + ", row 1", "cell A1", "style"}},
		"sheet cut":                   {book(strings.TrimSuffix(worksheet(good), "</sheetData></worksheet>")), []string{inSheet + ", row 1", "ends inside an element"}},
		"sheet missing":               {changed(firstSheet, func(f *file) { f.name = "xl/worksheets/sheet9.xml" }), []string{"refers to xl/worksheets/sheet1.xml, which is missing"}},
		"no rows element":             {book(declaration + `<worksheet xmlns="` + mainSpace + `"/>`), []string{inSheet, "no rows element"}},
		"two rows elements":           {book(strings.Replace(worksheet(good), "</worksheet>", "<sheetData/></worksheet>", 1)), []string{inSheet, "two rows elements"}},
		"not a worksheet":             {book(declaration + `<html><body/></html>`), []string{inSheet, "no worksheet"}},
		"another namespace":           {book(strings.Replace(worksheet(good), mainSpace, "urn:x", 1)), []string{inSheet, "no worksheet"}},
		"empty part":                  {book(""), []string{inSheet, "no element"}},
		"row 0":                       {rows(`<row r="0"/>`), []string{inSheet, "number that no row has"}},
		"row -1":                      {rows(good + `<row r="-1"/>`), []string{inSheet + ", row 1", "number that no row has"}},
		"row 2^31":                    {rows(`<row r="2147483648"/>`), []string{inSheet, "number that no row has"}},
		"row past the last":           {rows(`<row r="1048576"/><row/>`), []string{inSheet + ", row 1048576", "below the last"}},
		"row repeated":                {rows(good + good), []string{inSheet + ", row 1", "same number or a lower one"}},
		"rows falling":                {rows(`<row r="5"/><row r="4"/>`), []string{inSheet + ", row 5", "same number or a lower one"}},
		"cell of another row":         {rows(`<row r="5"><c r="A6"><v>1</v></c></row>`), []string{inSheet + ", row 5", "no cell of the row"}},
		"cell repeated":               {rows(`<row r="5"><c r="B5"><v>1</v></c><c r="B5"><v>2</v></c></row>`), []string{inSheet + ", row 5", "after column B"}},
		"cells falling":               {rows(`<row r="5"><c r="B5"><v>1</v></c><c r="A5"><v>2</v></c></row>`), []string{inSheet + ", row 5", "after column B"}},
		"cell past XFD":               {rows(`<row r="5"><c r="XFE5"><v>1</v></c></row>`), []string{inSheet + ", row 5", "no cell of the row"}},
		"value in XFD":                {rows(`<row r="5"><c r="XFD5"><v>1</v></c></row>`), []string{inSheet + ", row 5", "cell XFD5", "beyond column AMJ"}},
		"wrong type":                  {rows(`<row r="5"><c r="A5" t="x"><v>1</v></c></row>`), []string{inSheet + ", row 5", "cell A5", "type that no cell has"}},
		"number that is none":         {rows(`<row r="5"><c r="A5"><v>12a</v></c></row>`), []string{inSheet + ", row 5", "no number"}},
		"not a number":                {rows(`<row r="5"><c r="A5"><v>NaN</v></c></row>`), []string{inSheet + ", row 5", "no number"}},
		"boolean that is none":        {rows(`<row r="5"><c r="A5" t="b"><v>2</v></c></row>`), []string{inSheet + ", row 5", "neither true nor false"}},
		"date that is none":           {rows(`<row r="5"><c r="A5" t="d"><v>5 July</v></c></row>`), []string{inSheet + ", row 5", "no date"}},
		"two values":                  {rows(`<row r="5"><c r="A5"><v>1</v><v>2</v></c></row>`), []string{inSheet + ", row 5", "two values"}},
		"inline that is none":         {rows(`<row r="5"><c r="A5" t="inlineStr"><v>1</v></c></row>`), []string{inSheet + ", row 5", "not of the kind"}},
		"value in a value":            {rows(`<row r="5"><c r="A5"><v>1<v>2</v></v></c></row>`), []string{inSheet + ", row 5", "an element stands in its value"}},
		"text between cells":          {rows(`<row r="5">1<c r="A5"/></row>`), []string{inSheet + ", row 5", "text between cells"}},
		"text between rows":           {rows(`x<row r="5"/>`), []string{inSheet, "text between rows"}},
		"no row":                      {rows(`<rows r="5"/>`), []string{inSheet, "no row stands between rows"}},
		"no cell":                     {rows(`<row r="5"><d r="A5"/></row>`), []string{inSheet + ", row 5", "no cell stands between cells"}},
		"row in an alternative":       {rows(`<x:AlternateContent xmlns:x="urn:x"><row r="5"/></x:AlternateContent>`), []string{inSheet, "no row stands between rows"}},
		"tags crossed":                {rows(`<row r="5"><c r="A5"></row></c>`), []string{inSheet + ", row 5", "another name"}},
		"attribute twice":             {rows(`<row r="5" r="6"/>`), []string{inSheet, "stands twice"}},
		"not UTF-8":                   {rows(`<row r="5"><c r="A5" t="inlineStr"><is><t>Zo` + "\xeb" + `</t></is></c></row>`), []string{inSheet, "not UTF-8"}},
		"UTF-16":                      {book("\xff\xfe<\x00a\x00/\x00>\x00"), []string{inSheet, "not UTF-8"}},
		"another encoding":            {book(strings.Replace(worksheet(good), "UTF-8", "windows-1252", 1)), []string{inSheet, "another encoding"}},
		"control character":           {rows("<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>a\x01b</t></is></c></row>"), []string{inSheet, "a character that no text has"}},
		"second root":                 {book(worksheet(good) + "<x/>"), []string{inSheet, "second root"}},
		"text behind the root":        {book(worksheet(good) + "x"), []string{inSheet, "outside the root"}},
		"sheets with one part":        {changed("xl/workbook.xml", replace(`</sheets>`, `<sheet name="x" sheetId="9" r:id="rId1"/></sheets>`)), []string{"xl/workbook.xml", "two sheets have the same part"}},
		"sheets of one name":          {changed("xl/workbook.xml", replace(`</sheets>`, `<sheet name="LIST 6" sheetId="9" r:id="rId1"/></sheets>`)), []string{"xl/workbook.xml", "no name of its own"}},
		"sheet without a part":        {changed("xl/workbook.xml", replace(`"rId1"`, `"rId8"`)), []string{"xl/workbook.xml", "has no part"}},
		"sheet of an unknown state":   {changed("xl/workbook.xml", replace(`sheetId`, `state="gone" sheetId`)), []string{"xl/workbook.xml", "neither visible nor hidden"}},
		"no sheets":                   {changed("xl/workbook.xml", text(`<workbook xmlns="`+mainSpace+`"/>`)), []string{"xl/workbook.xml", "no sheets"}},
		"relationship twice":          {changed("xl/_rels/workbook.xml.rels", replace(`"rIdF"`, `"rId1"`)), []string{"xl/_rels/workbook.xml.rels", "no id of its own"}},
		"merged cells that are none":  {book(worksheet(good, `<mergeCells><mergeCell ref="B2:A1"/></mergeCells>`)), []string{inSheet, "merged cells"}},
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			lines, _, err := readAll(t, pack(t, c.parts), Options{}, standard())
			if err == nil {
				t.Fatalf("read without an error: %q", lines)
			}
			var f *Fault
			if !errors.As(err, &f) || !strings.HasPrefix(err.Error(), "AnnexA.xlsx: ") {
				t.Errorf("the error does not name the file: %v", err)
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("got  %v\nwant %s", err, want)
				}
			}
			if took := time.Since(began); took > 10*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// What is odd but says what it holds is read whole.
func TestOddButWhole(t *testing.T) {
	for name, c := range map[string]struct {
		parts []file
		want  []string
	}{
		"last row only":           {book(worksheet(`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`)), []string{"1048576 A1048576=number:1:1"}},
		"rows without numbers":    {book(worksheet(`<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"/><row><c><v>3</v></c></row>`)), []string{"1 A1=number:1:1 C1=number:2:2", "6 A6=number:3:3"}},
		"last column that counts": {book(worksheet(`<row r="1"><c r="AMJ1"><v>1</v></c></row>`)), []string{"1 AMJ1=number:1:1"}},
		"no rows":                 {book(worksheet("")), nil},
		"prefix":                  {book(declaration + `<x:worksheet xmlns:x="` + mainSpace + `"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`), []string{"1 A1=text:a:a"}},
		"strict namespace":        {book(strings.Replace(worksheet(`<row r="1"><c r="A1"><v>1</v></c></row>`), mainSpace, strictSpace, 1)), []string{"1 A1=number:1:1"}},
		"byte order mark":         {book("\ufeff" + worksheet(`<row r="1"><c r="A1"><v>1</v></c></row>`)), []string{"1 A1=number:1:1"}},
		"lines and comments":      {book(worksheet("\n <!-- x -->\n<row r='1' >\r\n\t<c r=\"A1\"\n><v>1</v ></c>\n</row>\n")), []string{"1 A1=number:1:1"}},
		"another's element":       {book(worksheet(`<row r="1"><c r="A1"><v>1</v></c></row>`, `<ext xmlns="urn:x"><sheetData><row r="2"/></sheetData></ext>`)), []string{"1 A1=number:1:1"}},
		"folders":                 {append(book(worksheet(`<row r="1"><c r="A1"><v>1</v></c></row>`)), file{name: "xl/"}), []string{"1 A1=number:1:1"}},
		"foreign XML in UTF-16":   {append(book(worksheet("")), file{name: "customXml/item1.xml", text: "\xff\xfe<\x00a\x00/\x00>\x00"}), nil},
	} {
		t.Run(name, func(t *testing.T) {
			lines, _, err := readAll(t, pack(t, c.parts), Options{}, standard())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(append([]string{"List 6"}, c.want...), lines); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The limits that a true file of their size would take too long to test.
func TestLimits(t *testing.T) {
	var rows strings.Builder
	for i := 1; i <= 100; i++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d" t="s"><v>1</v></c><c r="B%d"><v>%d</v></c></row>`, i, i, i, i*7919)
	}
	content := pack(t, book(worksheet(rows.String())))
	for name, c := range map[string]struct {
		change func(*limits)
		want   string
	}{
		"file":          {func(l *limits) { l.file = 100 }, "the limit is 100: split the export"},
		"parts":         {func(l *limits) { l.entries = 3 }, "the limit is 3"},
		"part":          {func(l *limits) { l.part = 2000 }, "holds more than 2000 bytes"},
		"all parts":     {func(l *limits) { l.total = 4000 }, "holds more than 4000 bytes in all"},
		"ratio":         {func(l *limits) { l.ratio, l.ratioFrom = 2, 100 }, "more than 2 times its size"},
		"strings":       {func(l *limits) { l.strings = 2 }, "more than 2 shared strings"},
		"string bytes":  {func(l *limits) { l.shared = 10 }, "more than 10 bytes of them"},
		"columns":       {func(l *limits) { l.columns = 1 }, "cell B1: something stands beyond column A"},
		"cells":         {func(l *limits) { l.cells = 150 }, "more than 150 cells"},
		"bytes of text": {func(l *limits) { l.text = 300 }, "more than 300 bytes of text"},
	} {
		t.Run(name, func(t *testing.T) {
			l := standard()
			c.change(&l)
			_, _, err := readAll(t, content, Options{}, l)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	if lines, _, err := readAll(t, content, Options{}, standard()); err != nil || len(lines) != 101 {
		t.Errorf("%d lines, %v", len(lines), err)
	}
}

// 60,000 cells of one shared string of 32 KB are 2 GB of text in a small file.
func TestOneStringOften(t *testing.T) {
	var rows strings.Builder
	for i := 1; i <= 60_000; i++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>`, i, i)
	}
	parts := append(skeleton("List 6"), file{name: firstSheet, text: worksheet(rows.String())},
		file{name: "xl/sharedStrings.xml", text: sharedText(strings.Repeat("abcdefgh", 4<<10))})
	w, err := openBook(t, parts)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Remarks(context.Background()); err == nil || !strings.Contains(err.Error(), "bytes of text") {
		t.Errorf("got %v", err)
	}
}

// Two entries of the directory for the same bytes: how a small file inflates
// without end while each of its parts looks harmless.
func TestPartsThatShareBytes(t *testing.T) {
	parts := append(book(worksheet("")), file{name: "xl/media/a1.png", text: "a"}, file{name: "xl/media/a2.png", text: "a"})
	content := pack(t, parts)
	one := bytes.LastIndex(content, []byte("xl/media/a1.png")) - 4 // of the directory's entry, the local header's place
	two := bytes.LastIndex(content, []byte("xl/media/a2.png")) - 4
	copy(content[two:two+4], content[one:one+4])
	if _, _, err := readAll(t, content, Options{}, standard()); err == nil || !strings.Contains(err.Error(), "shares bytes with") {
		t.Errorf("got %v", err)
	}
}
