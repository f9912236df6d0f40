package intake_test

import (
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

// soundReturns gives a return in each format.
func soundReturns() map[string]map[string]string {
	var children []string
	for _, id := range []string{"1", "2", "3"} {
		children = append(children, censusChild(id, "<CINdetails><CINreferralDate>2023-01-02</CINreferralDate><Section47>\n<S47ActualStartDate>2023-03-01</S47ActualStartDate></Section47></CINdetails>"))
	}
	tables := returns903()
	delete(tables, "mystery.csv")
	return map[string]map[string]string{
		"cin": census(children...),
		"903": tables,
		"903-xml": {"r.xml": "<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><DOB>01/02/2010</DOB></HEADER><EPISODE><DECOM>01/01/2024</DECOM><RNE>S</RNE></EPISODE></CHILD>" +
			"<CHILD><HEADER><CHILDID>2</CHILDID></HEADER></CHILD></EXPSSDA903>"},
		"dfe": {"d.json": `[{"la_child_id":"1","child_details":{"sex":"M"}},` + "\n" + `{"la_child_id":"2","social_care_episodes":[{"social_care_episode_id":"E1","referral_date":"2024-01-02"}]}]`},
	}
}

// accounted surveys and reads an export. An error is a clear answer; without
// one, every row is read, repeated or refused and the records are those counted.
func accounted(t interface {
	Fatalf(string, ...any)
}, e casefile.Export, ctx testing.TB) {
	s, err := e.Survey(ctx.Context())
	if err != nil {
		return
	}
	records := 0
	if err := e.Records(ctx.Context(), func(r *casefile.Record) error {
		if r.CaseID == "" {
			t.Fatalf("a record without an id")
		}
		records++
		return nil
	}); err != nil {
		if ctx.Context().Err() != nil {
			return // the time for fuzzing is up
		}
		t.Fatalf("%v", err)
	}
	if records != s.Records {
		t.Fatalf("%d records, %d surveyed", records, s.Records)
	}
	for _, in := range s.Inputs {
		if in.Rows != in.Read+in.Duplicates+in.Refused {
			t.Fatalf("rows are lost: %+v", in)
		}
		if in.Refused > 0 && !slices.ContainsFunc(s.Refusals, func(r casefile.Refusal) bool { return r.At.File == in.Name }) {
			t.Fatalf("%s: %d refused, none listed", in.Name, in.Refused)
		}
	}
}

func TestDamagedReturns(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	for format, files := range soundReturns() {
		t.Run(format, func(t *testing.T) {
			dir := t.TempDir()
			rapid.Check(t, func(rt *rapid.T) {
				victim := rapid.SampledFrom(slices.Sorted(maps.Keys(files))).Draw(rt, "file")
				for name, content := range files {
					b := []byte(content)
					if name == victim {
						b = damage(rt, b)
					}
					if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
						rt.Fatal(err)
					}
				}
				e, err := intake.Open(t.Context(), d, []string{dir})
				if err != nil {
					return // not recognised, and says so
				}
				accounted(rt, e, t)
			})
		})
	}
}

// Cut anywhere before its end, a return in one piece is an error and never a
// shorter return.
func TestCutReturns(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"cin", "903-xml", "dfe"} {
		for name, content := range soundReturns()[format] {
			content = strings.TrimSpace(content)
			path := filepath.Join(t.TempDir(), name)
			for n := range len(content) {
				if err := os.WriteFile(path, []byte(content[:n]), 0o600); err != nil {
					t.Fatal(err)
				}
				e, err := intake.Open(t.Context(), d, []string{path})
				if err != nil {
					continue
				}
				if s, err := e.Survey(t.Context()); err == nil {
					t.Fatalf("%s cut at byte %d of %d was read: %d records", name, n, len(content), s.Records)
				}
			}
		}
	}
}

// fuzzReturn fuzzes one file of a return, from the sound ones and the public
// fake ones.
func fuzzReturn(f *testing.F, name, seeds string, others map[string]string, sound string) {
	d, err := casefile.NewDictionary()
	if err != nil {
		f.Fatal(err)
	}
	paths, err := filepath.Glob(seeds)
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content[:min(len(content), 8<<10)])
	}
	f.Add([]byte(sound))
	dir := f.TempDir()
	for other, content := range others {
		if err := os.WriteFile(filepath.Join(dir, other), []byte(content), 0o600); err != nil {
			f.Fatal(err)
		}
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
		e, err := intake.Open(t.Context(), d, []string{dir})
		if err == nil {
			accounted(t, e, t)
		}
	})
}

func FuzzCensus(f *testing.F) {
	fuzzReturn(f, "cin.xml", "testdata/cin/*.xml", nil, soundReturns()["cin"]["cin.xml"])
}

func Fuzz903(f *testing.F) {
	fuzzReturn(f, "episodes.csv", "testdata/ssda903/episodes.csv", map[string]string{"header.csv": returns903()["SSDA903_2024_Header.csv"]}, returns903()["episodes.csv"])
}

func Fuzz903XML(f *testing.F) {
	fuzzReturn(f, "r.xml", "testdata/none/*", nil, soundReturns()["903-xml"]["r.xml"])
}

func FuzzDaily(f *testing.F) {
	fuzzReturn(f, "d.json", "testdata/dfe/*.json", nil, soundReturns()["dfe"]["d.json"])
}
