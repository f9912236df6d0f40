package workbook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/letter"
)

func TestSameBytes(t *testing.T) {
	a, l, o := large(t, 1200)
	o.RunID = "x"
	first := build(t, a, l, o)
	for range 4 {
		if !bytes.Equal(first, build(t, a, l, o)) {
			t.Fatal("two workbooks of one audit differ")
		}
	}
	want := []string{contentTypes, "_rels/.rels", "xl/workbook.xml"}
	if got := open(t, first).names[:3]; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("parts begin with %v, want %v", got, want)
	}
}

func TestProperties(t *testing.T) {
	a, l := small()
	core := string(open(t, build(t, a, l, Options{})).text["docProps/core.xml"])
	for _, want := range []string{"<dc:language>en-GB<", "2026-10-31T00:00:00Z", "OFFICIAL-SENSITIVE", "case audit to 31 October 2026"} {
		if !strings.Contains(core, want) {
			t.Errorf("core properties lack %q:\n%s", want, core)
		}
	}
}

// TestSummary checks the figures that a director reads against the audit itself.
func TestSummary(t *testing.T) {
	a, l := small()
	p := open(t, build(t, a, l, Options{}))
	s := sheetNamed(t, p.sheets(t), sheetSummary)
	for ref, want := range map[string]string{
		"A5": "8", "C5": "26", "G5": "2", "I5": "5", "K5": "14",
		"A8": "2 of the 5 criteria judged need attention, 1 for priority action; most urgent: child seen during the assessment (AS-02), not met for 4 of 6; 1 criterion could not be judged for want of data; 1 policy failed, so the audit is incomplete.",
	} {
		if s.cells[ref].text != want {
			t.Errorf("%s = %q, want %q", ref, s.cells[ref].text, want)
		}
	}
	for _, ref := range []string{"A5", "C5", "E5", "G5", "I5", "K5"} {
		if s.links[ref] == "" {
			t.Errorf("the tile in %s leads nowhere", ref)
		}
	}
}

// TestProblems checks that the tile is the sum of the column it leads to.
func TestProblems(t *testing.T) {
	a, l := small()
	sheets := open(t, build(t, a, l, Options{})).sheets(t)
	s, sum := sheetNamed(t, sheets, sheetQuality), 0
	for row := firstRow; row <= s.rows; row++ {
		n, _ := strconv.Atoi(s.cells[at(6, row)].text)
		sum += n
	}
	if tile := sheetNamed(t, sheets, sheetSummary).cells["K5"].text; tile != strconv.Itoa(sum) {
		t.Errorf("tile says %s problems, the sheet has %d", tile, sum)
	}
}

// TestCharts reads the ranges that charts draw and compares them with the audit.
func TestCharts(t *testing.T) {
	a, l, o := large(t, 60)
	p := open(t, build(t, a, l, o))
	method := sheetNamed(t, p.sheets(t), sheetMethod)
	want := map[string]float64{}
	for _, item := range needsWork(a, l)[:urgentListed] {
		want[item.Criterion.ID] = float64(item.Count.NotMet) / float64(item.Count.Audited())
	}
	for _, r := range a.Summary.Areas {
		want[r.Area.Code] = float64(r.Met) / float64(r.Audited())
	}
	formula := regexp.MustCompile(`<f>(?:&#39;)?Method(?:&#39;)?!\$([BC])\$(\d+):\$[BC]\$(\d+)</f>`)
	drawn := 0
	for _, name := range p.names {
		if !strings.HasPrefix(name, "xl/charts/chart") {
			continue
		}
		ranges := formula.FindAllStringSubmatch(string(p.text[name]), -1)
		if len(ranges) != 2 || ranges[0][2] != ranges[1][2] || ranges[0][3] != ranges[1][3] {
			t.Fatalf("%s draws %v", name, ranges)
		}
		first, _ := strconv.Atoi(ranges[0][2])
		last, _ := strconv.Atoi(ranges[0][3])
		for row := first; row <= last; row++ {
			label := method.cells[fmt.Sprintf("B%d", row)].text
			share, _ := strconv.ParseFloat(method.cells[fmt.Sprintf("C%d", row)].text, 64)
			if d := share - want[label]; d > 1e-9 || d < -1e-9 {
				t.Errorf("%s: %s is drawn as %v, is %v", name, label, share, want[label])
			}
			delete(want, label)
			drawn++
		}
	}
	if len(want) > 0 || drawn != urgentListed+len(a.Summary.Areas) {
		t.Errorf("%d bars drawn, not drawn: %v", drawn, want)
	}
}

// TestFindings checks that no finding is lost, streamed or not.
func TestFindings(t *testing.T) {
	for _, cases := range []int{60, 1200} {
		a, l, o := large(t, cases)
		s := sheetNamed(t, open(t, build(t, a, l, o)).sheets(t), sheetFindings)
		shown := map[string]bool{}
		for row := firstRow; row <= s.rows; row++ {
			shown[s.cells[at(0, row)].text] = true
		}
		findings := a.Findings()
		for _, f := range findings {
			if !shown[f.Finding] {
				t.Fatalf("finding %s is not on the sheet", f.Finding)
			}
		}
		if got := s.rows - firstRow + 1; got != len(findings) {
			t.Errorf("%d rows for %d findings", got, len(findings))
		}
	}
}

func TestHostileTeams(t *testing.T) {
	a, l := small()
	names := []string{"Met %", "team", "TEAM", "", "=1+1", "a\nb", strings.Repeat("long ", 90), "\u202eeman"}
	for i := range a.Outcomes {
		a.Outcomes[i].Team = names[i%len(names)]
	}
	count(a, nil, nil)
	p := open(t, build(t, a, l, Options{}))
	lintTables(t, p, p.sheets(t))
}

func TestNilLetter(t *testing.T) {
	a, _ := small()
	a.Survey.Ignored = nil
	if err := Write(t.Context(), io.Discard, a, nil, Options{}); err != nil {
		t.Fatal(err)
	}
}

func TestBadDate(t *testing.T) {
	a, l := small()
	a.AsAt = "31/10/2026"
	if err := Write(t.Context(), io.Discard, a, l, Options{}); err == nil {
		t.Error("a workbook for a date that is none")
	}
}

// TestMarking checks that a marking cannot break out of the page's header.
func TestMarking(t *testing.T) {
	a, l := small()
	p := open(t, build(t, a, l, Options{Marking: "OFFICIAL & <b> &P " + strings.Repeat("x", 400)}))
	s := p.sheets(t)[0]
	if !bytes.Contains(p.text[s.part], []byte("OFFICIAL &amp;&amp; &lt;b&gt; &amp;&amp;P")) {
		t.Errorf("header: %s", regexp.MustCompile(`<oddHeader>.*?</oddHeader>`).Find(p.text[s.part]))
	}
}

func TestNotesByKind(t *testing.T) {
	notes := []casefile.Note{{Kind: "encoding", Text: "x", Count: 0}, {Kind: "encoding", Text: "x", Count: 4}, {Kind: "encoding", Text: "y"}}
	got := notesByKind(notes)
	if len(got) != 2 || got[0].count != 5 || got[0].what != "X" || got[1].count != 1 {
		t.Errorf("%+v", got)
	}
}

func TestNeedsWorkOutsideTheLetter(t *testing.T) {
	a, l := small()
	l.Sections = nil
	items := needsWork(a, l)
	if len(items) != 2 || items[0].Class != letter.Priority || items[0].Text == "" {
		t.Errorf("%+v", items)
	}
}

// BenchmarkWrite writes the findings of a large council: some 200,000.
func BenchmarkWrite(b *testing.B) {
	a, l, o := large(b, 26000)
	b.Logf("%d findings", len(a.Findings()))
	for b.Loop() {
		start := time.Now()
		if err := Write(b.Context(), io.Discard, a, l, o); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(a.Findings()))/time.Since(start).Seconds(), "findings/s")
	}
}

// A workbook that is stopped stops, while its rows are written and while its parts
// are packed.
func TestWriteStops(t *testing.T) {
	a, l, o := large(t, 300)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := Write(ctx, io.Discard, a, l, o); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	pack := newArchive(io.Discard, time.Now(), ctx.Err)
	if w, err := pack.Create("xl/styles.xml"); err != nil {
		t.Error(err)
	} else if _, err := w.Write([]byte("x")); !errors.Is(err, context.Canceled) {
		t.Errorf("packing: got %v", err)
	}
}
