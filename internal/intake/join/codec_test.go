package join

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

func sample(d *casefile.Dictionary) *casefile.Record {
	r := d.NewRecord("0012")
	r.Values["team"], r.Team = "North", "North"
	r.Refused = 3
	r.Source = casefile.Location{File: "a/cases.ndjson", Row: 7}
	r.Child()["date_of_birth"] = "2015-01-02"
	r.Child()["disabilities"] = []any{"AUT", "LD"}
	r.Child()["unaccompanied"] = false
	r.Add("assessments", map[string]any{"assessment_id": "A1", "child_seen": true, "sections_missing": -2, "analysis": "é\x00words"},
		casefile.Location{File: "book.xlsx", Sheet: "List 4", Row: 1 << 20, Part: "assessments[0]"})
	r.Add("assessments", map[string]any{}, casefile.Location{File: "book.xlsx", Sheet: "List 4", Row: 9})
	r.Add("feedback", map[string]any{"satisfied": true}, casefile.Location{File: "a/cases.ndjson", Row: 7, Part: "feedback[0]"})
	return r
}

func TestRecordsReadAsTheyWereWritten(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	c := newCodec(d)
	b, err := c.append(nil, sample(d))
	if err != nil {
		t.Fatal(err)
	}
	got, err := c.read("0012", b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sample(d), got); diff != "" {
		t.Error(diff)
	}
	again, err := newCodec(d).append(nil, got)
	if err != nil || !bytes.Equal(b, again) {
		t.Error("equal records are written differently", err)
	}
	for n := range b {
		if got, err := c.read("0012", b[:n]); err == nil && cmp.Equal(sample(d), got) {
			t.Errorf("the first %d of %d bytes read as the whole", n, len(b))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		_, _ = c.read("x", rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) // must end, and not panic
	})
}

// Service items hold decimals, which no item of a case does.
func TestNumbers(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	posts, _ := d.Entity("posts")
	item := map[string]any{"post_id": "P1", "fte": 0.6, "qualified_post": true}
	b, err := appendItem(nil, posts.Fields, item)
	if err != nil {
		t.Fatal(err)
	}
	r := decoder{rest: b}
	if diff := cmp.Diff(item, r.item(posts.Fields)); diff != "" || r.bad || len(r.rest) > 0 {
		t.Error(diff, r)
	}
}

func TestWhatTheDictionaryLacksIsNotWritten(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range []map[string]any{{"hobby": "chess"}, {"analysis": 3 + 4i}, {"factors": []any{1}}} {
		r := d.NewRecord("1")
		r.Add("assessments", item, casefile.Location{})
		if _, err := newCodec(d).append(nil, r); err == nil {
			t.Errorf("%v was written", item)
		}
	}
}
