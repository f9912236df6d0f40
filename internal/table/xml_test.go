package table

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func xmlFile(t testing.TB, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "return.xml")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// readXML reads a file's a/b elements, in brief: name=text, children in brackets.
func readXML(ctx context.Context, path string) (got, others []string, err error) {
	x, err := OpenXML(ctx, path)
	if err != nil {
		return nil, nil, err
	}
	err = x.Elements(ctx, func(p string) bool { return p == "a/b" }, func(e *Element) error {
		got = append(got, brief(e))
		return nil
	}, func(p string, text bool, _ int) {
		if text {
			p += " text"
		}
		others = append(others, p)
	})
	return got, others, err
}

func brief(e *Element) string {
	if e.Fault != "" {
		return e.Name + "!"
	}
	var parts []string
	for _, child := range e.Children {
		parts = append(parts, brief(child))
	}
	s := e.Name
	if e.Text != "" {
		s += "=" + e.Text
	}
	if len(parts) > 0 {
		s += "(" + strings.Join(parts, " ") + ")"
	}
	return s + strings.Repeat("~", e.Stray)
}

func TestXML(t *testing.T) {
	const body = "<a><b><c>Zo\u00eb</c></b></a>"
	for name, c := range map[string]struct {
		content string
		want    []string
	}{
		"utf-8":                 {body, []string{"b(c=Zoë)"}},
		"byte order mark":       {"\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body, []string{"b(c=Zoë)"}},
		"utf-16":                {string(wide(`<?xml version="1.0" encoding="UTF-16"?>`+body, false, true)), []string{"b(c=Zoë)"}},
		"utf-16, big end first": {string(wide(body, true, true)), []string{"b(c=Zoë)"}},
		"windows-1252":          {"<?xml version=\"1.0\" encoding=\"Windows-1252\"?><a><b><c>Zo\xeb \x96</c></b></a>", []string{"b(c=Zoë –)"}},
		"latin, not declared":   {"<a><b><c>Zo\xeb</c></b></a>", []string{"b(c=Zoë)"}},
		"latin that is utf-8":   {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a><b><c>\xc3\xab</c></b></a>", []string{"b(c=Ã«)"}},
		"entities and CDATA":    {"<a><b><c> x &amp; <![CDATA[<y>]]><!-- no --> z&#65; </c></b></a>", []string{"b(c=x & <y> zA)"}},
		"stray text":            {"<a><b>one<c/>two<d>3</d> four</b></a>", []string{"b(c d=3)~~~"}},
		"namespace":             {`<n:a xmlns:n="urn:x"><n:b n:id="1"/></n:a>`, []string{"b"}},
		"several":               {"<a><x/><b>1</b><y><b>2</b></y><b/></a>", []string{"b=1", "b"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, _, err := readXML(t.Context(), xmlFile(t, c.content))
			if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
				t.Error(diff, err)
			}
		})
	}
}

func TestXMLRefuses(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"empty":             {"", "holds no element"},
		"cut short":         {"<a>\n<b><c>1</c>", "line 2: the file ends before"},
		"document type":     {`<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`, "document type"},
		"entity":            {"<a><b>O&Malley;</b></a>", "an & begins no known character"},
		"bare ampersand":    {"<a><b>Salt & Malley</b></a>", "an & begins no known character"},
		"wrong closing":     {"<a><b></malley></a>", "closed by a tag of another name"},
		"second root":       {"<a/>\n<a/>", "line 2: a second root"},
		"text after":        {"<a/>malley", "text stands outside"},
		"encoding":          {`<?xml version="1.0" encoding="shift_jis"?><a/>`, "encoding that is not read"},
		"deep":              {strings.Repeat("<a>", 40), "deep in one another"},
		"control character": {"<a><b>\x01</b></a>", "does not allow"},
		"long token":        {"<a><b x='" + strings.Repeat("y", MaxXMLToken+10000) + "'/></a>", "longer than"},
		"not XML":           {"case_id,malley\n1,2\n", "text stands outside"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := readXML(t.Context(), xmlFile(t, c.content))
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "return.xml: ") || strings.Contains(err.Error(), "alley") {
				t.Error(err)
			}
		})
	}
}

func TestXMLTooLargeAnElement(t *testing.T) {
	many := strings.Repeat("<c/>", MaxXMLElementParts+1)
	got, _, err := readXML(t.Context(), xmlFile(t, "<a><b>1</b><b>"+many+"</b><b>2</b></a>"))
	if diff := cmp.Diff([]string{"b=1", "b!", "b=2"}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := readXML(ctx, xmlFile(t, "<a/>")); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// Whatever the bytes, the reading ends, and what it accepts closes every element.
func FuzzXML(f *testing.F) {
	for _, seed := range []string{"<a><b><c>1</c></b></a>", "<a><b>x & y</b></a>", "\xff\xfe<\x00a\x00/\x00>\x00", "<!DOCTYPE a><a/>",
		`<?xml version="1.0" encoding="windows-1252"?><a><b>` + "\xeb</b></a>", "<a><b>one<c/>two</b><b/></a><!-- -->", "<a><![CDATA[", "<a></a><b>"} {
		f.Add([]byte(seed))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(dir, "f.xml")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		got, others, err := readXML(t.Context(), path)
		if err == nil && len(others) == 0 {
			t.Fatalf("%q was read without a root: %v", content, got)
		}
		if _, _, err := XMLNames(t.Context(), path); err != nil && !strings.HasPrefix(err.Error(), "f.xml: ") {
			t.Fatal(err)
		}
	})
}
