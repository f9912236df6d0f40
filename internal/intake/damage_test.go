package intake_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake"
)

// sound gives the two formats' files, a few rows each, none of them blank.
func sound() map[string]map[string]string {
	var cases, people, visits, notes strings.Builder
	people.WriteString("pers_person_id,pers_dob,pers_sex\n")
	visits.WriteString("cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen\n")
	notes.WriteString("case_id;date;rationale;kind\n")
	for i := range 12 {
		fmt.Fprintf(&cases, `{"case_id":"%d","child":{"date_of_birth":"2015-01-02"},"visits":[{"visit_id":"v%d","date":"2024-05-01"}]}`+"\n", i, i)
		fmt.Fprintf(&people, "%d,2015-01-02,F\n", i)
		fmt.Fprintf(&visits, "v%d,%d,2024-05-01,Y\n", i, i)
		fmt.Fprintf(&notes, "%d;2024-05-01;\"she said \"\"no\"\"; then yes\";oversight\n", i)
	}
	return map[string]map[string]string{
		"native": {"cases.ndjson": cases.String(), "service.json": `{"posts":[{"post_id":"1"},{"post_id":"2"}]}`},
		"ssd":    {"ssd_person.csv": people.String(), "ssd_cp_visits.csv": visits.String(), "decisions.csv": notes.String()},
	}
}

// damage cuts content short or changes a few of its bytes.
func damage(t *rapid.T, content []byte) []byte {
	for range rapid.IntRange(1, 4).Draw(t, "damages") {
		if len(content) == 0 {
			break
		}
		at := rapid.IntRange(0, len(content)-1).Draw(t, "at")
		switch rapid.SampledFrom([]string{"cut", "flip", "put", "drop"}).Draw(t, "how") {
		case "cut":
			content = content[:at]
		case "flip":
			content[at] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		case "put":
			content[at] = rapid.SampledFrom([]byte("\"\n\r,;{}[]\\\x00\xff")).Draw(t, "byte")
		case "drop":
			content = slices.Delete(content, at, at+1)
		}
	}
	return content
}

// A damaged export is an error, or every line of it is a row that is read,
// dropped as a repeat or refused, and the records are as many as the survey says.
func TestDamagedExports(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	for format, files := range sound() {
		t.Run(format, func(t *testing.T) {
			dir := t.TempDir()
			rapid.Check(t, func(t *rapid.T) {
				victim := rapid.SampledFrom(slices.Sorted(maps.Keys(files))).Draw(t, "file")
				lines := map[string]int{}
				for name, content := range files {
					b := []byte(content)
					if name == victim {
						b = damage(t, b)
					}
					if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
						t.Fatal(err)
					}
					lines[name] = countLines(name, b)
				}
				e, err := intake.Open(t.Context(), d, []string{dir})
				if err != nil {
					t.Fatal(err)
				}
				s, err := e.Survey(t.Context())
				if err != nil {
					return // the whole export is refused, and says so
				}
				records, people := 0, 0
				if err := e.Records(t.Context(), func(*casefile.Record) error { records++; return nil }); err != nil {
					t.Fatal(err)
				}
				for _, in := range s.Inputs {
					if in.Rows != in.Read+in.Duplicates+in.Refused {
						t.Fatalf("rows are lost: %+v", in)
					}
					if in.Rows < lines[in.Name] {
						t.Fatalf("%s: %d rows of %d lines; refused: %v", in.Name, in.Rows, lines[in.Name], s.Refusals)
					}
					if in.Refused > 0 && !slices.ContainsFunc(s.Refusals, func(r casefile.Refusal) bool { return r.At.File == in.Name }) {
						t.Fatalf("%s: %d refused, none listed", in.Name, in.Refused)
					}
					if in.Name == "ssd_person.csv" || in.Name == "cases.ndjson" {
						people = in.Read
					}
				}
				if records != s.Records || records != people {
					t.Fatalf("%d records, %d surveyed, %d rows of them", records, s.Records, people)
				}
			})
		})
	}
}

// countLines counts the lines that hold something; of CSV those after the
// header, blank cells not counted. A row may have several lines where there are
// quotation marks; that every line is answered for then is tested in table.
func countLines(name string, b []byte) int {
	if name == "service.json" || strings.HasSuffix(name, ".csv") && bytes.Contains(b, []byte{'"'}) {
		return 0
	}
	ends := func(r rune) bool { return r == '\n' }
	white := " \t\v\f\r\u0085\u00a0"
	if strings.HasSuffix(name, ".csv") {
		ends = func(r rune) bool { return r == '\n' || r == '\r' }
		white += ",;"
	}
	lines := 0
	for _, line := range bytes.FieldsFunc(b, ends) {
		if len(bytes.Trim(line, white)) > 0 {
			lines++
		}
	}
	if strings.HasSuffix(name, ".csv") && lines > 0 {
		lines--
	}
	return lines
}
