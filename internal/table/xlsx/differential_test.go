package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// tokensOf lists what this package's scanner makes of a part.
func tokensOf(content []byte) ([]string, error) {
	s := newScanner(bytes.NewReader(content), uint64(len(content)))
	var list []string
	text := ""
	for {
		kind, err := s.next()
		if err != nil {
			return nil, err
		}
		if kind == tokenText {
			text += string(s.text)
			continue
		}
		if text != "" {
			list, text = append(list, "text "+text), ""
		}
		switch kind {
		case tokenEOF:
			return list, nil
		case tokenEnd:
			list = append(list, "end "+string(s.name))
		case tokenStart:
			line := "start " + string(s.name)
			for _, a := range s.attrs {
				line += fmt.Sprintf(" %s=%q", a.name, a.value)
			}
			list = append(list, line)
		}
	}
}

// tokensByStandard lists what encoding/xml makes of it, in the same words.
func tokensByStandard(content []byte) ([]string, error) {
	d := xml.NewDecoder(bytes.NewReader(content))
	var list []string
	text, depth := "", 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
		switch x := token.(type) {
		case xml.CharData:
			if depth > 0 {
				text += string(x)
			}
			continue
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		default:
			continue
		}
		if text != "" {
			list, text = append(list, "text "+text), ""
		}
		switch x := token.(type) {
		case xml.EndElement:
			list = append(list, "end "+x.Name.Local)
		case xml.StartElement:
			line := "start " + x.Name.Local
			for _, a := range x.Attr {
				name := a.Name.Local
				if a.Name.Space != "" {
					name = a.Name.Space + ":" + name
				}
				line += fmt.Sprintf(" %s=%q", name, whiteAsSpaces(a.Value))
			}
			list = append(list, line)
		}
	}
}

// encoding/xml leaves white space in attributes as it stands.
func whiteAsSpaces(s string) string {
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\t", " ", "\r", " ").Replace(s)
}

// agree fails when the scanner takes what encoding/xml does not, or reads it
// otherwise. It says whether the scanner took it.
func agree(t interface{ Fatalf(string, ...any) }, content []byte) bool {
	ours, err := tokensOf(content)
	if err != nil {
		return false
	}
	// RawToken checks no end tags: Token does.
	d := xml.NewDecoder(bytes.NewReader(content))
	for err = nil; err == nil; {
		_, err = d.Token()
	}
	if !errors.Is(err, io.EOF) {
		t.Fatalf("taken, and encoding/xml says %v:\n%q", err, content)
	}
	theirs, err := tokensByStandard(content)
	if err != nil {
		t.Fatalf("taken, and encoding/xml says %v:\n%q", err, content)
	}
	// A character reference may put white space into an attribute.
	if diff := cmp.Diff(theirs, ours); diff != "" && !bytes.Contains(content, []byte("&#")) {
		t.Fatalf("read otherwise:\n%s\n%q", diff, content)
	}
	return true
}

// cellsByStandard reads a sheet's cells with encoding/xml: C2=value, one a line,
// blank rows left out.
func cellsByStandard(content []byte, texts []string) []string {
	d := xml.NewDecoder(bytes.NewReader(content))
	var list, row, path []string
	var kind, value string
	number, column, blank := 0, 0, true
	for {
		token, err := d.Token()
		if err != nil {
			return list
		}
		switch x := token.(type) {
		case xml.StartElement:
			name := x.Name.Local
			if x.Name.Space != mainSpace {
				name = "?"
			}
			path = append(path, name)
			at := map[string]string{}
			for _, a := range x.Attr {
				at[a.Name.Local] = a.Value
			}
			switch strings.Join(path, "/") {
			case "worksheet/sheetData/row":
				number, column, row, blank = number+1, 0, nil, true
				if r, ok := at["r"]; ok {
					number, _ = strconv.Atoi(r)
				}
			case "worksheet/sheetData/row/c":
				kind, value = at["t"], ""
				column++
				if r, ok := at["r"]; ok {
					column, _ = parseCell([]byte(r))
				}
			}
		case xml.CharData:
			switch strings.Join(path, "/") {
			case "worksheet/sheetData/row/c/v", "worksheet/sheetData/row/c/is/t", "worksheet/sheetData/row/c/is/r/t":
				value += string(x)
			}
		case xml.EndElement:
			switch strings.Join(path, "/") {
			case "worksheet/sheetData/row":
				if !blank {
					list = append(list, row...)
				}
			case "worksheet/sheetData/row/c":
				if kind != "str" && kind != "inlineStr" {
					value = strings.TrimSpace(value)
				}
				if kind == "s" && value != "" {
					if i, err := strconv.Atoi(value); err == nil && i >= 0 && i < len(texts) {
						value = texts[i]
					}
				}
				if value != "" {
					row = append(row, CellName(column, number)+"="+value)
					blank = blank && strings.TrimSpace(value) == ""
				}
			}
			path = path[:len(path)-1]
		}
	}
}

// cellsOf reads a sheet's cells with this package, without a file around it.
func cellsOf(content []byte, texts []string) ([]string, error) {
	var list []string
	r := &sheetReader{x: newScanner(bytes.NewReader(content), uint64(len(content))), sheet: &Sheet{}, limits: standard(), seen: &seen{}, texts: texts,
		formats: []format{{}, {kind: date}, {kind: clock}, {kind: elapsed}, {zeros: 7}}}
	r.yield = func(row *Row) error {
		for _, c := range row.Cells {
			if c.Raw != "" {
				list = append(list, CellName(c.Column, row.Number)+"="+c.Raw)
			}
		}
		return nil
	}
	return list, r.worksheet()
}

// A sheet that is read without an error has the cells that encoding/xml finds,
// every one of them.
func checkSheet(t interface{ Fatalf(string, ...any) }, content []byte) {
	texts := []string{"zero", "one", ""}
	ours, err := cellsOf(content, texts)
	if err != nil {
		return
	}
	if !agree(t, content) {
		t.Fatalf("the sheet is read and the scanner refuses it:\n%q", content)
	}
	if bytes.Contains(content, []byte("_x")) {
		return // escapes, which encoding/xml knows nothing of
	}
	theirs := cellsByStandard(bytes.ReplaceAll(content, []byte(strictSpace), []byte(mainSpace)), texts)
	if diff := cmp.Diff(theirs, ours); diff != "" {
		t.Fatalf("other cells:\n%s\n%q", diff, content)
	}
}

// drawSheet makes up a sheet as programs write it.
func drawSheet(t *rapid.T) []byte {
	var b strings.Builder
	prefix := rapid.SampledFrom([]string{"", "", "", "x:"}).Draw(t, "prefix")
	space := rapid.SampledFrom([]string{"", "", "\n", "\r\n  ", "<!-- c -->"})
	tag := func(name string) string { return prefix + name }
	b.WriteString(rapid.SampledFrom([]string{declaration, "", "\ufeff" + declaration, `<?xml version='1.0' ?>`}).Draw(t, "declaration"))
	fmt.Fprintf(&b, `<%s xmlns%s="%s" xmlns:r="urn:r"><%s/><%s>`, tag("worksheet"), strings.TrimSuffix(":"+prefix, ":"), mainSpace, tag("sheetPr"), tag("sheetData"))
	number := 0
	for range rapid.IntRange(0, 6).Draw(t, "rows") {
		number += rapid.IntRange(1, 3).Draw(t, "gap")
		fmt.Fprintf(&b, `%s<%s r="%d" spans='1:3'>`, space.Draw(t, "space"), tag("row"), number)
		column := 0
		for range rapid.IntRange(0, 4).Draw(t, "cells") {
			column += rapid.IntRange(1, 30).Draw(t, "gap")
			cell := rapid.SampledFrom([]string{`><v>%[3]d</v>`, ` s="1"><v>4%[3]d.5</v>`, ` t="s"><v>1</v>`, ` t="s"><v> 0 </v>`, ` t="inlineStr"><is><t>a &lt; &#x42; "é"</t></is>`,
				` t="inlineStr"><is><r><rPr><b/></rPr><t>x</t></r><r><t xml:space="preserve"> y</t></r></is>`, ` t="str"><f>A1&amp;"x"</f><v>ab</v>`, ` t="b"><v>1</v>`, ` t="e"><v>#N/A</v>`, ` s="2">`, `><f>A1</f><v/>`,
				` t="inlineStr"><is><t><![CDATA[<x>]]></t></is>`}).Draw(t, "cell")
			cell = strings.NewReplacer("<v>", "<"+tag("v")+">", "</v>", "</"+tag("v")+">", "<v/>", "<"+tag("v")+"/>", "<f>", "<"+tag("f")+">", "</f>", "</"+tag("f")+">",
				"<is>", "<"+tag("is")+">", "</is>", "</"+tag("is")+">", "<t>", "<"+tag("t")+">", "<t ", "<"+tag("t")+" ", "</t>", "</"+tag("t")+">",
				"<r>", "<"+tag("r")+">", "</r>", "</"+tag("r")+">", "<rPr>", "<"+tag("rPr")+">", "</rPr>", "</"+tag("rPr")+">", "%[3]d", strconv.Itoa(number)).Replace(cell)
			fmt.Fprintf(&b, `<%s r="%s"%s</%s>`, tag("c"), CellName(column, number), cell, tag("c"))
		}
		fmt.Fprintf(&b, `</%s>`, tag("row"))
	}
	fmt.Fprintf(&b, `</%s><%s count="0"/></%s>%s`, tag("sheetData"), tag("mergeCells"), tag("worksheet"), space.Draw(t, "space"))
	return []byte(b.String())
}

func TestSheetsReadAsByStandard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := drawSheet(t)
		if _, err := cellsOf(content, []string{"zero", "one"}); err != nil {
			t.Fatalf("%v\n%s", err, content)
		}
		checkSheet(t, content)
	})
}

func TestMutatedSheets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := drawSheet(t)
		for range rapid.IntRange(1, 3).Draw(t, "mutations") {
			at := rapid.IntRange(0, len(content)-1).Draw(t, "at")
			switch rapid.SampledFrom([]string{"flip", "drop", "double", "put"}).Draw(t, "how") {
			case "flip":
				content[at] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
			case "drop":
				to := min(len(content), at+rapid.IntRange(1, 40).Draw(t, "length"))
				content = append(content[:at:at], content[to:]...)
			case "double":
				to := min(len(content), at+rapid.IntRange(1, 40).Draw(t, "length"))
				content = append(content[:to:to], content[at:]...)
			case "put":
				what := rapid.SampledFrom([]string{"<", ">", "&", "\"", "'", "]]>", "<!--", "-->", "<![CDATA[", "<?x?>", "<!DOCTYPE a>", "&#0;", "&#x1F600;", "\x00", "\xff", "\ufffe", "\r", "<v>", "/>", " a='1'"}).Draw(t, "what")
				content = append(content[:at:at], append([]byte(what), content[at:]...)...)
			}
			if len(content) == 0 {
				return
			}
		}
		checkSheet(t, content)
		agree(t, content)
	})
}

// A token may end anywhere in the buffer.
func TestScannerAtEveryBoundary(t *testing.T) {
	content := []byte(declaration + `<a xmlns="urn:x" b='c &amp; d'><!-- x --><![CDATA[é]]>é&#233;<d/>` + strings.Repeat("é ", 40) + "</a >\n<!--y-->")
	want, err := tokensOf(content)
	if err != nil {
		t.Fatal(err)
	}
	for size := 1; size < 80; size++ {
		s := newScanner(&slow{content, size}, 0)
		s.buf = make([]byte, size)
		var starts, ends int
		text := ""
		for {
			kind, err := s.next()
			if err != nil {
				t.Fatalf("buffer of %d: %v", size, err)
			}
			if kind == tokenEOF {
				break
			}
			switch kind {
			case tokenStart:
				starts++
			case tokenEnd:
				ends++
			case tokenText:
				text += string(s.text)
			}
		}
		if starts != 2 || ends != 2 || !strings.Contains(want[1], "éé") || text != "ééé"+strings.Repeat("é ", 40) {
			t.Fatalf("buffer of %d: %d starts, %d ends, %q", size, starts, ends, text)
		}
	}
}

// slow gives a few bytes at a time.
type slow struct {
	rest []byte
	size int
}

func (s *slow) Read(b []byte) (int, error) {
	n := copy(b[:min(len(b), s.size)], s.rest)
	s.rest = s.rest[n:]
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}
