package table

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// read opens a file of the given bytes and gives its rows.
func read(t interface {
	Helper()
	Fatal(...any)
}, dir string, content []byte) (*File, []Row, error) {
	t.Helper()
	path := filepath.Join(dir, "t.csv")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open(context.Background(), path)
	if err != nil {
		return nil, nil, err
	}
	var rows []Row
	err = f.Rows(context.Background(), func(r Row) error {
		rows = append(rows, r)
		if r.Fault != "" {
			return nil
		}
		again, err := f.RowAt(r.Offset, r.Length)
		if err != nil {
			t.Fatal(err)
		}
		if !cmp.Equal(again, r.Cells) {
			t.Fatal("line", r.Line, "reads otherwise the second time:", cmp.Diff(r.Cells, again))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f, rows, nil
}

// sketch writes rows in short: "line: cells" or "line: !fault".
func sketch(rows []Row) []string {
	var lines []string
	for _, r := range rows {
		mark := strings.Join(r.Cells, "¦")
		if r.Fault != "" {
			why, _, _ := strings.Cut(r.Fault, ":")
			mark = fmt.Sprintf("!%d %s", r.Lost, why)
		}
		if r.Loose {
			mark += " (loose)"
		}
		if r.RowLike {
			mark += " (row-like)"
		}
		lines = append(lines, fmt.Sprintf("%d: %s", r.Line, mark))
	}
	return lines
}

func TestRows(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want []string
	}{
		"plain":                      {"a,b\n1,2\n3,4\n", []string{"2: 1¦2", "3: 3¦4"}},
		"no line end at the end":     {"a,b\n1,2", []string{"2: 1¦2"}},
		"header only":                {"a,b\n", nil},
		"byte order mark":            {"\ufeffa,b\n1,2\n", []string{"2: 1¦2"}},
		"Windows line ends":          {"a,b\r\n1,2\r\n3,4\r\n", []string{"2: 1¦2", "3: 3¦4"}},
		"old Mac line ends":          {"a,b\r1,2\r3,4\r", []string{"2: 1¦2", "3: 3¦4"}},
		"mixed line ends":            {"a,b\r1,2\n3,4\r\n5,6", []string{"2: 1¦2", "3: 3¦4", "4: 5¦6"}},
		"blank lines keep numbers":   {"\n\na,b\n\n1,2\n \n,\n3,4\n", []string{"5: 1¦2", "8: 3¦4"}},
		"semicolons":                 {"a;b\n1,5;2\n", []string{"2: 1,5¦2"}},
		"tabs":                       {"a\tb\n1\t2\n", []string{"2: 1¦2"}},
		"bars":                       {"a|b\n1|2\n", []string{"2: 1¦2"}},
		"delimiter in a quoted name": {`"a,x,y";b` + "\n1;2\n", []string{"2: 1¦2"}},
		"one column":                 {"a\n1\n2\n", []string{"2: 1", "3: 2"}},
		"quotes":                     {"a,b\n\"1,1\",\"say \"\"hi\"\"\"\n", []string{`2: 1,1¦say "hi"`}},
		"quoted lines":               {"a,b\n2,\"one\ntwo\r\nthree\"\n3,4\n", []string{"2: 2¦one\ntwo\r\nthree", "5: 3¦4"}},
		"too many cells":             {"a,b\n1,2,3\n4,5\n", []string{"2: !1 the row has too many cells", "3: 4¦5"}},
		"too few cells":              {"a,b\n1\n4,5\n", []string{"2: !1 the row has too few cells", "3: 4¦5"}},
		"stray quote in text":        {"a,b\nO\"Neil,2\n4,5\n", []string{`2: O"Neil¦2 (loose)`, "3: 4¦5"}},
		"stray quote in quotes":      {"a,b\n\"O\"Neil\",2\n4,5\n", []string{`2: O"Neil¦2 (loose)`, "3: 4¦5"}},
		"quote lost, closed later":   {"a,b\n\"x,1\n\"y\",2\nz,3\n", []string{"2: !1 a quotation mark is out of place, so that nobody can say where a cell ends", "3: y¦2", "4: z¦3"}},
		"stray quote over lines":     {"a,b\n\"say \"no\" to\nthem\",2\n4,5\n", []string{"2: !1 a quotation mark is out of place, so that nobody can say where a cell ends", "3: them\"¦2 (loose)", "4: 4¦5"}},
		"never closed":               {"a,b\n1,2\n3,\"x\n\n5,6\n7,8", []string{"2: 1¦2", "3: !3 the quotation mark opened on line 3 is not closed before the end of the file, or within 4194304 bytes"}},
		"rows inside quotes":         {"a,b,c\n1,\"x,y\n2,x,y\n3,x\",y\n", []string{"2: 1¦x,y\n2,x,y\n3,x¦y (row-like)"}},
		"NUL":                        {"a,b\n1,\x00\n4,5\n", []string{"2: !1 the row holds a NUL byte, which no text has", "3: 4¦5"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, rows, err := read(t, t.TempDir(), []byte(c.in))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, sketch(rows)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHeaderRefused(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"empty file":      {"", "t.csv: it has no header row: the first line must name the columns"},
		"blank lines":     {"\n \n", "t.csv: it has no header row: the first line must name the columns"},
		"no name":         {"a,,c\n", "t.csv: line 1: column 2 has no name: name it or take it out of the export"},
		"twice":           {"\na,b,A\n", `t.csv: line 2: columns 1 and 3 are both named "A": rename one`},
		"quote not ended": {"a,\"b\n1,2\n", "t.csv: line 1: the header row cannot be read: the quotation mark opened on line 1"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := read(t, t.TempDir(), []byte(c.in))
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func wide(s string, big, bom bool) []byte {
	var out []byte
	units := utf16.Encode([]rune(s))
	if bom {
		units = append([]uint16{0xfeff}, units...)
	}
	for _, u := range units {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func TestEncodings(t *testing.T) {
	text := "name,b\nZoë Müller,“x”\n"
	for name, c := range map[string]struct {
		in       []byte
		encoding string
		want     string
		replaced int
	}{
		"utf-8":                      {[]byte(text), "utf-8", "Zoë Müller", 0},
		"utf-16le with mark":         {wide(text, false, true), "utf-16le", "Zoë Müller", 0},
		"utf-16be with mark":         {wide(text, true, true), "utf-16be", "Zoë Müller", 0},
		"utf-16le":                   {wide(text, false, false), "utf-16le", "Zoë Müller", 0},
		"utf-16be":                   {wide(text, true, false), "utf-16be", "Zoë Müller", 0},
		"windows-1252":               {[]byte("name,b\nZo\xeb M\xfcller,\x93x\x94\n"), "windows-1252", "Zoë Müller", 0},
		"windows-1252, no such byte": {[]byte("name,b\nZo\xeb \x81,x\n"), "windows-1252", "Zoë \ufffd", 1},
		"damaged utf-8 with mark":    {[]byte("\ufeffname,b\nZo\xff M,x\n"), "utf-8", "Zo\ufffd M", 1},
	} {
		t.Run(name, func(t *testing.T) {
			f, rows, err := read(t, t.TempDir(), c.in)
			if err != nil {
				t.Fatal(err)
			}
			if f.Encoding != c.encoding || len(rows) != 1 || rows[0].Cells[0] != c.want || rows[0].Replaced != c.replaced {
				t.Errorf("got %s %+v", f.Encoding, rows)
			}
			if f.Header[0] != "name" {
				t.Errorf("header %q", f.Header)
			}
		})
	}
}

func TestLongRow(t *testing.T) {
	long := strings.Repeat("x", MaxRowBytes)
	for name, in := range map[string]string{
		"unquoted": "a,b\n1," + long + "\n3,4\n",
		"quoted":   "a,b\n\"" + strings.Repeat("y\n", MaxRowBytes/2) + "\",2\n3,4\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, rows, err := read(t, t.TempDir(), []byte(in))
			if err != nil {
				t.Fatal(err)
			}
			if rows[0].Fault == "" || name == "unquoted" && len(rows) != 2 {
				t.Errorf("%d rows, first fault %q", len(rows), rows[0].Fault)
			}
		})
	}
}

func TestNotAFile(t *testing.T) {
	if _, err := Open(context.Background(), t.TempDir()); err == nil {
		t.Error("a folder was opened as a file")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte("a\n1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, path); err == nil {
		t.Error("a cancelled open went on")
	}
}

func TestReopenRefusesAChangedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte("a\n1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	if err := f.Reopen(); err != nil {
		t.Fatal(err)
	}
	if cells, err := f.RowAt(2, 2); err != nil || cells[0] != "1" {
		t.Errorf("got %v, %v", cells, err)
	}
	_ = f.Close()
	if err := os.WriteFile(path, []byte("a\n1\n2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if f.Reopen() == nil {
		t.Error("a changed file was opened again")
	}
}

// A file damaged anywhere must answer for each of its lines: lines in rows plus
// lines refused are the lines that are not blank.
func TestEveryLineIsAccountedFor(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.SampledFrom([]string{"", "x", "12/03/2024", `"a ""b"" c"`, "\"two\nlines\"", `"x,y"`, "é", `""`})
		var b strings.Builder
		b.WriteString("id,b,c,d\n")
		for i := range rapid.IntRange(0, 12).Draw(t, "rows") {
			fmt.Fprintf(&b, "%d,%s,%s,%s\n", i, cell.Draw(t, "b"), cell.Draw(t, "c"), cell.Draw(t, "d"))
		}
		content := damage(t, []byte(b.String()), len("id,b,c,d\n"))
		f, rows, err := read(t, dir, content)
		if err != nil {
			t.Fatal(err)
		}
		text := content
		if f.Encoding != "utf-8" && f.Encoding != "windows-1252" {
			return
		}
		lines := 0
		for _, line := range strings.FieldsFunc(string(text[f.body:]), func(r rune) bool { return r == '\n' || r == '\r' }) {
			if strings.Trim(line, " ,\"\t\v\f\u0085\u00a0") != "" {
				lines++
			}
		}
		got := 0
		for _, r := range rows {
			if r.Fault != "" {
				got += r.Lost
				if r.Lines > 1 {
					got += r.Lines - 1
				}
			} else {
				got += r.Lines
			}
		}
		if got < lines {
			t.Fatalf("%d of %d lines answered for:\n%s\n%v", got, lines, text, sketch(rows))
		}
	})
}

// damage truncates the content or changes bytes of it, from keep on.
func damage(t *rapid.T, content []byte, keep int) []byte {
	for range rapid.IntRange(0, 3).Draw(t, "damages") {
		if len(content) <= keep {
			break
		}
		at := rapid.IntRange(keep, len(content)-1).Draw(t, "at")
		switch rapid.SampledFrom([]string{"cut", "flip", "quote", "drop"}).Draw(t, "how") {
		case "cut":
			content = content[:at]
		case "flip":
			content[at] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		case "quote":
			content[at] = '"'
		case "drop":
			content = append(content[:at:at], content[at+1:]...)
		}
	}
	return content
}
