package native

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// FuzzNative reads damaged cases.ndjson files. Every line that is not blank is
// a row, and rows are read, repeated or refused; what was found readable is
// handed out. A line that is not JSON is never read.
func FuzzNative(f *testing.F) {
	for _, seed := range []string{
		`{"case_id":"1","child":{"date_of_birth":"2015-01-02"},"visits":[{"visit_id":"v1","date":"2024-05-01"}]}` + "\n" + `{"case_id":"2"}` + "\n",
		`{"supplies":["assessments.analysis"]}` + "\n" + `{"case_id":"1"}` + "\n\n" + `{"case_id":"1"}`,
		"\ufeff" + `{"case_id":7,"team":"\ud83d\ude00","assessments":[]}` + "\r\n",
		`{"case_id":"1","case_id":"2"}` + "\n" + `[1,{"a":null}]` + "\n" + `{"case_id":"3"`,
		"\xff\xfe{\x00}\x00\n\x00",
	} {
		f.Add([]byte(seed))
	}
	d, err := casefile.NewDictionary()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(t.TempDir(), CasesFile)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		export := New(d, path, "", nil)
		survey, err := export.Survey(context.Background())
		if err != nil {
			return
		}
		valid := 0
		for line := range bytes.Lines(bytes.TrimPrefix(content, []byte("\ufeff"))) {
			if json.Valid(line) {
				valid++
			}
		}
		records := 0
		if err := export.Records(context.Background(), func(*casefile.Record) error { records++; return nil }); err != nil {
			t.Fatal(err)
		}
		if records != survey.Records || records > valid {
			t.Fatalf("%d records, %d surveyed, %d lines of JSON:\n%q", records, survey.Records, valid, content)
		}
	})
}
