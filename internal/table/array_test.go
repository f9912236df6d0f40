package table

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func readArray(s string) (got []string, err error) {
	err = Array(strings.NewReader(s), func(e ArrayElement) error {
		text := string(e.Text)
		if e.Fault != "" {
			text = "too long"
		}
		got = append(got, fmt.Sprintf("%d %s", e.Line, strings.TrimSpace(text)))
		return nil
	})
	return got, err
}

func TestArray(t *testing.T) {
	got, err := readArray(" [ {\"a\": \"],\\\"{\"},\n\n 2 ,[[]]\n, {}]\n")
	if diff := cmp.Diff([]string{`1 {"a": "],\"{"}`, "3 2", "3 [[]]", "4 {}"}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if got, err := readArray("[]"); len(got) > 0 || err != nil {
		t.Error(got, err)
	}
	got, err = readArray("[1,[" + strings.Repeat(" ", MaxArrayElement) + "],2]")
	if diff := cmp.Diff([]string{"1 1", "1 too long", "1 2"}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	for in, want := range map[string]string{
		"":           "cut short",
		`{"a": 1}`:   "no list of children",
		"[1,\n{":     "cut short",
		`["abc]`:     "cut short",
		"[1] [2]":    "something follows",
		"[1}":        "never opened",
		"[1,2":       "cut short",
		`["a\`:       "cut short",
		"[{}]\nnull": "line 2: something follows",
	} {
		if _, err := readArray(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %s", in, err, want)
		}
	}
}

// A list that the standard decoder reads has the same elements here.
func FuzzArray(f *testing.F) {
	for _, seed := range []string{"[]", `[{"a":"]"},[1,{}],"x\\"]`, "[1,]", "[", `["\u0022"]`, "[1][2]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		var want []json.RawMessage
		valid := json.Unmarshal([]byte(in), &want) == nil && want != nil
		got, err := readArray(in)
		if valid && (err != nil || len(got) != len(want)) {
			t.Fatalf("%q: %d elements, want %d: %v", in, len(got), len(want), err)
		}
	})
}
