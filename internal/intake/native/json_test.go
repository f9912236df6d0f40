package native

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestDecodeRefuses(t *testing.T) {
	for in, want := range map[string]string{
		``:                      "ends too soon",
		`{`:                     "a key in quotation marks",
		`{"a":1,}`:              "a key in quotation marks",
		`{"a":1,"a":2}`:         `the key "a" stands twice`,
		`{"a":1} {}`:            "something follows",
		`[1,]`:                  "unexpected character",
		`[1 2]`:                 "a comma or ]",
		`{"a" 1}`:               "a colon",
		`"abc`:                  "not ended",
		`"a\x"`:                 "wrong escape",
		"\"a\tb\"":              "control character",
		`01`:                    "wrong number",
		`1e`:                    "wrong number",
		`nul`:                   "unexpected character",
		"\"\xff\"":              "not valid UTF-8",
		strings.Repeat("[", 99): "deep in one another",
	} {
		if v, err := decode([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, %v; want %s", in, v, err, want)
		}
	}
}

// What the standard decoder accepts and repeats no key reads alike here.
func TestDecodeAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.OneOf(rapid.String(), rapid.StringMatching(`[{}\[\]",:a1e.\-\\u0 ntrlfs]{0,24}`),
			rapid.SampledFrom([]string{`{"a":[1,-2.5e3,"é\u00e9\ud800",true,null],"b":{}}`, ` [ ] `, `"\""`})).Draw(t, "in")
		got, err := decode([]byte(in))
		decoder := json.NewDecoder(strings.NewReader(in))
		decoder.UseNumber()
		var want any
		wrong := decoder.Decode(&want) != nil || !json.Valid([]byte(in))
		if err == nil && wrong {
			t.Fatalf("%q was accepted", in)
		}
		if err == nil {
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatal(diff)
			}
			return
		}
		if !wrong && !strings.Contains(err.Error(), "twice") && !strings.Contains(err.Error(), "deep") && !strings.Contains(err.Error(), "UTF-8") {
			t.Fatalf("%q: %v", in, err)
		}
	})
}

func TestLongLineIsGivenUp(t *testing.T) {
	in := "\ufeff{}\n" + strings.Repeat(" ", MaxLineBytes) + "{}\r\n\n[]"
	var got []int
	err := lines(t.Context(), strings.NewReader(in), func(l line) error {
		if l.long != (l.number == 2) {
			t.Errorf("line %d: too long is %v", l.number, l.long)
		}
		got = append(got, l.number)
		return nil
	})
	if diff := cmp.Diff([]int{1, 2, 4}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
}
