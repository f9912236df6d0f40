package xlsx

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sketch reads a sheet as lines: its rows, in short, each cell as
// C2=text:raw:read, and what was read once more as strings.
func sketch(tb testing.TB, w *Workbook, s *Sheet) ([]string, error) {
	tb.Helper()
	var lines []string
	err := s.Rows(context.Background(), func(r *Row) error {
		line := fmt.Sprintf("%d", r.Number)
		if r.Hidden {
			line += " hidden"
		}
		texts := r.Strings(0)
		for _, c := range r.Cells {
			line += fmt.Sprintf(" %s=%s:%s:%s", CellName(c.Column, r.Number), c.Type, c.Raw, c.Text)
			if texts[c.Column-1] != c.Text {
				tb.Errorf("row %d reads otherwise as strings: %q", r.Number, texts)
			}
		}
		lines = append(lines, line)
		return nil
	})
	return lines, err
}

// openBook opens a workbook of these parts.
func openBook(tb testing.TB, parts []file) (*Workbook, error) {
	tb.Helper()
	w, err := Open(context.Background(), put(tb, pack(tb, parts)), Options{})
	if err == nil {
		tb.Cleanup(func() { _ = w.Close() })
	}
	return w, err
}

func TestCells(t *testing.T) {
	for name, c := range map[string]struct{ cell, want string }{
		"number":                   {`<c r="B1"><v>42</v></c>`, "number:42:42"},
		"number with t":            {`<c r="B1" t="n"><v> 42.50 </v></c>`, "number:42.50:42.50"},
		"id":                       {`<c r="B1"><v>1E+15</v></c>`, "number:1E+15:1000000000000000"},
		"id with digits":           {`<c r="B1"><v>1.23456789012345E+17</v></c>`, "number:1.23456789012345E+17:123456789012345000"},
		"small":                    {`<c r="B1"><v>-2.50E-3</v></c>`, "number:-2.50E-3:-0.0025"},
		"huge":                     {`<c r="B1"><v>1E+300</v></c>`, "number:1E+300:1E+300"},
		"noughts in front":         {`<c r="B1" s="5"><v>12345</v></c>`, "number:12345:0012345"},
		"too long for the noughts": {`<c r="B1" s="5"><v>123456789</v></c>`, "number:123456789:123456789"},
		"true":                     {`<c r="B1" t="b"><v>1</v></c>`, "bool:1:true"},
		"false":                    {`<c r="B1" t="b"><v>0</v></c>`, "bool:0:false"},
		"error":                    {`<c r="B1" t="e"><v>#N/A</v></c>`, "error:#N/A:#N/A"},
		"shared":                   {`<c r="B1" t="s"><v>1</v></c>`, "text:Zoë:Zoë"},
		"shared in a date's style": {`<c r="B1" s="1" t="s"><v>1</v></c>`, "text:Zoë:Zoë"},
		"inline":                   {`<c r="B1" t="inlineStr"><is><t>O'Neil &amp; &#233;</t></is></c>`, "text:O'Neil & é:O'Neil & é"},
		"inline rich":              {`<c r="B1" t="inlineStr"><is><r><rPr><b/></rPr><t>one </t></r><r><t>two</t></r><rPh sb="0" eb="1"><t>WAN</t></rPh><phoneticPr fontId="1"/></is></c>`, "text:one two:one two"},
		"CDATA":                    {`<c r="B1" t="inlineStr"><is><t>a <![CDATA[<b> & ]]>c</t></is></c>`, "text:a <b> & c:a <b> & c"},
		"comment":                  {`<c r="B1"><v>4<!-- no -->2</v></c>`, "number:42:42"},
		"escape":                   {`<c r="B1" t="inlineStr"><is><t>one_x000D_` + "\n" + `two _x005F_x000D_ _xD83D__xDE00_ _xD800_ _x0000_ _xZZZZ_</t></is></c>`, "text:one\r\ntwo _x000D_ 😀 _xD800_ \ufffd _xZZZZ_:one\r\ntwo _x000D_ 😀 _xD800_ \ufffd _xZZZZ_"},
		"line ends":                {`<c r="B1" t="inlineStr"><is><t>one` + "\r\n" + `two` + "\r" + `three</t></is></c>`, "text:one\ntwo\nthree:one\ntwo\nthree"},
		"formula":                  {`<c r="B1"><f>SUM(A1:A2)</f><v>3</v></c>`, "number:3:3"},
		"formula of text":          {`<c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab_x0041_</v></c>`, "text:abA:abA"},
		"formula without value":    {`<c r="B1"><f>SUM(A1:A2)</f></c>`, "formula without value::"},
		"formula, empty value":     {`<c r="B1"><f>SUM(A1:A2)</f><v></v></c>`, "formula without value::"},
		"formula, empty element":   {`<c r="B1" t="e"><f>1/0</f><v/></c>`, "formula without value::"},
		"formula of nothing":       {`<c r="B1" t="str"><f>IF(A1,"","")</f><v></v></c>`, ""},
		"styled blank":             {`<c r="B1" s="1"/>`, ""},
		"blank of a type":          {`<c r="B1" s="1" t="s"/>`, ""},
		"empty number":             {`<c r="B1"><v/></c>`, ""},
		"empty inline":             {`<c r="B1" t="inlineStr"><is/></c>`, ""},
		"white text":               {`<c r="B1" t="inlineStr"><is><t xml:space="preserve">  </t></is></c>`, ""},
		"blank far right":          {`<c r="XFD1" s="1"/>`, ""},
		"no name":                  {`<c><v>7</v></c>`, "A1=number:7:7"},
		"date":                     {`<c r="B1" s="1"><v>45478</v></c>`, "date:45478:2024-07-05"},
		"date and time":            {`<c r="B1" s="2"><v>45478.395833333336</v></c>`, "date:45478.395833333336:2024-07-05T09:30:00"},
		"time noise":               {`<c r="B1" s="1"><v>45477.999999999993</v></c>`, "date:45477.999999999993:2024-07-05"},
		"time":                     {`<c r="B1" s="3"><v>0.395833333333333</v></c>`, "time:0.395833333333333:09:30:00"},
		"time with its day":        {`<c r="B1" s="3"><v>45478.5</v></c>`, "date:45478.5:2024-07-05T12:00:00"},
		"elapsed":                  {`<c r="B1" s="4"><v>5.25</v></c>`, "time:5.25:126:00:00"},
		"date as text":             {`<c r="B1" t="d"><v>2024-07-05T00:00:00</v></c>`, "date:2024-07-05T00:00:00:2024-07-05"},
		"date and time as text":    {`<c r="B1" t="d"><v>2024-07-05T09:30:00</v></c>`, "date:2024-07-05T09:30:00:2024-07-05T09:30:00"},
		"negative date":            {`<c r="B1" s="1"><v>-3</v></c>`, "number:-3:-3"},
		"date too far":             {`<c r="B1" s="1"><v>2958466</v></c>`, "number:2958466:2958466"},
		"last date":                {`<c r="B1" s="1"><v>2958465</v></c>`, "date:2958465:9999-12-31"},
		"cell extension":           {`<c r="B1"><v>42</v><extLst><ext uri="x"><y xmlns="z">5</y></ext></extLst></c>`, "number:42:42"},
	} {
		t.Run(name, func(t *testing.T) {
			w, err := openBook(t, book(worksheet(`<row r="1">`+c.cell+`</row>`)))
			if err != nil {
				t.Fatal(err)
			}
			got, err := sketch(t, w, w.Sheets[0])
			if err != nil {
				t.Fatal(err)
			}
			want := []string{"1 B1=" + c.want}
			if strings.HasPrefix(c.want, "A1=") {
				want = []string{"1 " + c.want}
			}
			if c.want == "" {
				want = nil
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Excel's calendar has a day too many: 59 is 28 February 1900 and 61 is 1 March.
func TestDates(t *testing.T) {
	for _, c := range []struct {
		serial    string
		epoch1904 bool
		want      string
		odd       bool
	}{
		{"0", false, "1900-01-00", true},
		{"0.5", false, "1900-01-00T12:00:00", true},
		{"1", false, "1900-01-01", false},
		{"59", false, "1900-02-28", false},
		{"60", false, "1900-02-29", true},
		{"61", false, "1900-03-01", false},
		{"366", false, "1900-12-31", false},
		{"367", false, "1901-01-01", false},
		{"36585", false, "2000-02-29", false},
		{"45350.75", false, "2024-02-28T18:00:00", false},
		{"0", true, "1904-01-01", false},
		{"59", true, "1904-02-29", false},
		{"60", true, "1904-03-01", false},
		{"44016", true, "2024-07-05", false},
		{"2957003", true, "9999-12-31", false},
	} {
		text, kind, odd := appendSerial(nil, []byte(c.serial), date, c.epoch1904)
		if string(text) != c.want || kind != Date || odd != c.odd {
			t.Errorf("%s, 1904 %v: %s %s, odd %v; want %s", c.serial, c.epoch1904, kind, text, odd, c.want)
		}
	}
}

func TestFormats(t *testing.T) {
	for code, want := range map[string]formatKind{
		"General": plain, "0": plain, "0.00E+00": plain, "#,##0.00": plain, "@": plain, `0 "days"`: plain,
		`"day "0`: plain, "[Red]0.0": plain, `#,##0\d`: plain, "[$£-809]#,##0": plain, "": plain, "General;@": plain,
		"dd/mm/yyyy": date, "dd/mm/yyyy;@": date, "[$-809]dd mmmm yyyy;@": date, "yyyy-mm-dd hh:mm:ss": date,
		"DD-MMM-YY": date, "mmm-yy": date, "mmm": date, `dd\/mm\/yyyy`: date, "[$-F800]dddd, mmmm dd, yyyy": date,
		`yyyy"年"m"月"d"日"`: date, "m/d/yy h:mm AM/PM": date, "[Red]dd/mm/yyyy": date, "d": date,
		"hh:mm": clock, "h:mm:ss AM/PM": clock, "mm:ss.0": clock, "[$-F400]h:mm:ss": clock, "hh:mm:ss.000": clock,
		"[h]:mm": elapsed, "[hh]:mm:ss": elapsed, "[mm]:ss": elapsed, "[s].00": elapsed,
	} {
		if got := parseFormat(code); got.kind != want {
			t.Errorf("%q is %d, want %d", code, got.kind, want)
		}
	}
	for id := range 60 {
		want := plain
		switch {
		case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 45 && id <= 47, id >= 50 && id <= 58:
			want = builtin(id).kind
			if want == plain {
				t.Errorf("built-in format %d is no date", id)
			}
		}
		if got := builtin(id).kind; got != want {
			t.Errorf("built-in format %d is %d, want %d", id, got, want)
		}
	}
	if got := parseFormat("0000000;-0000000"); got.zeros != 7 {
		t.Errorf("noughts: %d", got.zeros)
	}
}
