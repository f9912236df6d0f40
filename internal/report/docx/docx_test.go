package docx

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/listing"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// letters are the letters that the tests write: each profile on the fixture and
// on an audit of nothing, one without blanks, and one with hostile text.
func letters(t testing.TB) map[string]*letter.Letter {
	t.Helper()
	all := map[string]*letter.Letter{}
	for _, profile := range letter.BuiltInNames() {
		all[profile] = reporttest.LetterBy(t, reporttest.Audit(), profile)
		all[profile+", nothing audited"] = reporttest.LetterBy(t, reporttest.Empty(), profile)
	}
	without := reporttest.Letter(t, reporttest.Audit())
	without.Blanks = letter.Blanks{}
	all["without blanks"] = without
	all["hostile"] = hostile(t)
	return all
}

// nasty is text that a careless writer would let break the file or mislead.
const nasty = "<w:p>&amp;]]>\x00\x1b[2J\r\n\u202e\ufffe\U0001F600 \xff\"'"

func hostile(t testing.TB) *letter.Letter {
	a := reporttest.Audit()
	a.Council = nasty
	for i := range a.Outcomes {
		if a.Outcomes[i].Team == reporttest.North {
			a.Outcomes[i].Team = nasty
		}
	}
	a.Summary = audit.Summarise(a.Catalogue, a.Outcomes, nil)
	l := reporttest.LetterBy(t, a, "ilacs")
	l.Sections[1].Note, l.Blanks.Items[0].Heading, l.Policies = nasty, nasty, nasty
	return l
}

func TestGolden(t *testing.T) {
	for _, profile := range letter.BuiltInNames() {
		p := open(t, build(t, reporttest.LetterBy(t, reporttest.Audit(), profile), Options{}))
		reporttest.Golden(t, profile+".xml", p.text["word/document.xml"], *update)
	}
}

// The file says what the model says, sentence for sentence and in its order.
func TestSaysWhatTheLetterSays(t *testing.T) {
	for name, l := range letters(t) {
		t.Run(name, func(t *testing.T) {
			document := open(t, build(t, l, Options{})).tree(t, "word/document.xml")
			var got []string
			for _, p := range document.paragraphs() {
				got = append(got, p.words())
			}
			want := append(l.Text(), l.SignOff().Heading, l.SignOff().Intro, l.Evidence().Heading, l.Evidence().Intro)
			if diff := cmp.Diff(shown(want), got); diff != "" {
				t.Errorf("text (-letter +file):\n%s", diff)
			}
			tables := document.all("tbl")
			if len(tables) != 2 {
				t.Fatalf("%d tables", len(tables))
			}
			for i, table := range []letter.Table{l.SignOff(), l.Evidence()} {
				var rows [][]string
				for _, tr := range tables[i].all("tr") {
					var cells []string
					for _, tc := range tr.all("tc") {
						cells = append(cells, tc.words())
					}
					rows = append(rows, cells)
				}
				var want [][]string
				for _, row := range append([][]string{table.Header}, table.Rows...) {
					want = append(want, shown(row))
				}
				if diff := cmp.Diff(want, rows); diff != "" {
					t.Errorf("table %s (-letter +file):\n%s", table.Heading, diff)
				}
			}
		})
	}
}

// shown is text as XML can hold it and a line can show it.
func shown(texts []string) []string {
	clean := make([]string, len(texts))
	for i, text := range texts {
		clean[i] = strings.ReplaceAll(listing.Line(text), "\ufffe", "\uFFFD")
	}
	return clean
}

// Each list begins with 1, which Word does only where it is told.
func TestNumbersBeginAnew(t *testing.T) {
	l := reporttest.Letter(t, reporttest.Audit())
	p := open(t, build(t, l, Options{}))
	starts := map[string]string{}
	for _, num := range p.tree(t, "word/numbering.xml").all("num") {
		for _, start := range num.all("startOverride") {
			starts[num.attr["numId"]] = start.attr["val"]
		}
	}
	lists, entries := []string{}, 0
	for _, e := range p.tree(t, "word/document.xml").paragraphs() {
		if e.style() != "ListNumber" {
			continue
		}
		entries++
		id := e.child("pPr").child("numPr").child("numId").attr["val"]
		if starts[id] != "1" {
			t.Errorf("list %q does not begin with 1", id)
		}
		if len(lists) == 0 || lists[len(lists)-1] != id {
			lists = append(lists, id)
		}
	}
	sections, items := 0, 0
	for _, s := range l.Sections {
		items += len(s.Items)
		if len(s.Items) > 0 {
			sections++
		}
	}
	if fmt.Sprint(lists) != "[2 3 4 5]" || len(lists) != sections || entries != items {
		t.Errorf("lists %v with %d entries: want %d lists with %d entries", lists, entries, sections, items)
	}
}

func TestMarkingAndIdentity(t *testing.T) {
	l := reporttest.Letter(t, reporttest.Audit())
	for marking, want := range map[string]string{"": DefaultMarking, "OFFICIAL": "OFFICIAL"} {
		p := open(t, build(t, l, Options{Marking: marking}))
		header := p.tree(t, "word/header1.xml").all("p")
		if len(header) != 2 || header[0].words() != want || header[1].words() != l.Notice {
			t.Errorf("header of marking %q: %q", marking, p.text["word/header1.xml"])
		}
		footer := p.tree(t, "word/footer1.xml")
		if got := footer.words(); got != "As at 31/10/2026, policies ababababababPage 1 of 1" {
			t.Errorf("footer %q", got)
		}
		if fields := footer.all("fldSimple"); len(fields) != 2 || fields[0].attr["instr"] != " PAGE " || fields[1].attr["instr"] != " NUMPAGES " {
			t.Errorf("page numbers: %s", p.text["word/footer1.xml"])
		}
	}
}

func TestSameBytes(t *testing.T) {
	for _, profile := range letter.BuiltInNames() {
		a := build(t, reporttest.LetterBy(t, reporttest.Audit(), profile), Options{})
		b := build(t, reporttest.LetterBy(t, reporttest.Audit(), profile), Options{})
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two files of one letter differ", profile)
		}
	}
}

// Nothing personal is in the file: not the name that slipped into an id or a
// text of the export, and nobody's as the author.
func TestNothingPersonal(t *testing.T) {
	const canary = "Zebedee Canary"
	a := reporttest.Audit()
	for i := range a.Outcomes {
		o := &a.Outcomes[i]
		o.CaseID, o.Item, o.Worker, o.Where, o.Doubt, o.At.File = canary+o.CaseID, canary, canary, canary, canary, canary
		if o.Message != "" {
			o.Message = canary
		}
	}
	for i := range a.Survey.Notes {
		a.Survey.Notes[i].Text, a.Survey.Notes[i].CaseID = canary, canary
	}
	for i := range a.Survey.Refusals {
		a.Survey.Refusals[i].Reason, a.Survey.Refusals[i].CaseID = canary, canary
	}
	for i := range a.Faults {
		a.Faults[i].Text, a.Faults[i].CaseID = canary, canary
	}
	a.Errors[0].CaseID, a.Errors[0].Text = canary, canary
	results := map[string]audit.CriterionResult{}
	for _, r := range a.Summary.Criteria {
		if r.Error != "" {
			r.Error = canary
		}
		results[r.Criterion.ID] = audit.CriterionResult{Missing: r.Missing, Error: r.Error}
	}
	a.Summary = audit.Summarise(a.Catalogue, a.Outcomes, results)
	for _, profile := range letter.BuiltInNames() {
		file := build(t, reporttest.LetterBy(t, a, profile), Options{})
		p := open(t, file)
		for _, name := range p.names {
			if bytes.Contains(p.text[name], []byte("Canary")) || strings.Contains(name, "Canary") {
				t.Errorf("%s: %s holds the planted name", profile, name)
			}
		}
		if bytes.Contains(file, []byte("Canary")) {
			t.Errorf("%s: the archive holds the planted name", profile)
		}
		var properties []string
		for _, c := range p.tree(t, "docProps/core.xml").children {
			properties = append(properties, c.name)
		}
		if diff := cmp.Diff([]string{"title", "language", "contentStatus"}, properties); diff != "" {
			t.Errorf("properties: %s", diff)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteError(t *testing.T) {
	if err := Write(full{}, reporttest.Letter(t, reporttest.Empty()), Options{}); err == nil || err.Error() != "docx: disk full" {
		t.Errorf("got %v", err)
	}
}
