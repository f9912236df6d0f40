package workbook

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/caseaudit/caseaudit/internal/audit"
)

func TestClean(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain":              {"seen on 14/09/2026", "seen on 14/09/2026"},
		"formula stays text": {"=1+1", "=1+1"},
		"windows line ends":  {"a\r\nb\rc\nd", "a\nb\nc\nd"},
		"other line ends":    {"a\u2028b\u0085c", "a\nb\nc"},
		"control":            {"a\x00\x0b\x1f\x7fb", "ab"},
		"tab":                {"a\tb", "a b"},
		"direction":          {"abc\u202edef\u2066ghi\u2069\u200f", "abcdefghi"},
		"zero width":         {"a\u200bb\ufeff", "ab"},
		"joiner is a letter": {"क\u200dष", "क\u200dष"},
		"bad utf-8":          {"a\xffb", "a\ufffdb"},
		"no character":       {"a\ufffe\uffff\U0001fffeb", "ab"},
		"names":              {"Zoë Ó Séaghdha 王", "Zoë Ó Séaghdha 王"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := clean(c.in); got != c.want {
				t.Errorf("clean(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestCut(t *testing.T) {
	for _, s := range []string{strings.Repeat("a", 40000), strings.Repeat("😀", 20000)} {
		got := clean(s)
		if n := units(got); n > cellLimit || n < cellLimit-1 || !strings.HasSuffix(got, cutMark) || !utf8.ValidString(got) {
			t.Errorf("cut to %d units, ends in %q", n, got[len(got)-30:])
		}
	}
	if s := strings.Repeat("a", cellLimit); clean(s) != s {
		t.Error("text that fits was cut")
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"a_b":            "a_b",
		"_x000D_":        "_x005F_x000D_",
		"_x000d_ _xyz_":  "_x005F_x000d_ _xyz_",
		"_x0041_x0042_":  "_x005F_x0041_x005F_x0042_",
		"_x005F_x000D_":  "_x005F_x005F_x005F_x000D_",
		"ends in _x000D": "ends in _x000D",
	} {
		if got := escape(in); got != want {
			t.Errorf("escape(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestShares(t *testing.T) {
	for want, c := range map[string]audit.Count{
		"100%": {Met: 400}, "99.8%": {Met: 399, NotMet: 1}, "0.2%": {Met: 1, NotMet: 399}, "0%": {NotMet: 3},
		"99.9%": {Met: 99999, NotMet: 1}, "50%": {Met: 1, NotMet: 1}, "none audited": {},
	} {
		if got := percent(c); got != want {
			t.Errorf("%+v is %s, want %s", c, got, want)
		}
	}
}

func TestDay(t *testing.T) {
	for in, want := range map[string]any{
		"2026-10-31": 46326, "1901-01-01": 367, "2026-09-14T15:30:00": 46279.645833333336,
		"1899-05-01": "1899-05-01", "soon": "soon", "": nil,
	} {
		if got := day(in).value; got != want {
			t.Errorf("day(%q) = %v, want %v", in, got, want)
		}
	}
}

func TestUniqueHeaders(t *testing.T) {
	got := uniqueHeaders([]column{{header: "Team"}, {header: "TEAM"}, {header: ""}, {header: " "}, {header: "a\nb"}})
	want := []string{"Team", "TEAM (2)", "(blank)", "(blank) (2)", "a b"}
	for i, c := range got {
		if c.header != want[i] {
			t.Errorf("header %d is %q, want %q", i, c.header, want[i])
		}
	}
}

func TestWrapped(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{
		{"", 20, 1}, {"short", 20, 1}, {"one two three four five six", 20, 2}, {"a\nb\nc", 20, 3}, {strings.Repeat("x", 60), 20, 4},
	} {
		if got := wrapped(c.text, c.width); got != c.want {
			t.Errorf("%q takes %d lines, want %d", c.text, got, c.want)
		}
	}
}
