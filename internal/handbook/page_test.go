package handbook_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/handbook"
)

func pages(t testing.TB, book *handbook.Book) map[string]string {
	t.Helper()
	list, err := book.Pages()
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, p := range list {
		texts[p.Name] = string(p.Text)
	}
	return texts
}

func TestPagesAreFresh(t *testing.T) {
	_, book := shipped(t)
	list, err := book.Pages()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		path := filepath.Join("../../docs", p.Name)
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("%v: run go generate ./internal/handbook", err)
		}
		if !bytes.Equal(got, p.Text) {
			t.Errorf("%s is stale: run go generate ./internal/handbook", path)
		}
	}
}

func TestEveryFindingIsAnswered(t *testing.T) {
	catalogue, book := shipped(t)
	if err := catalogue.Trace(); err != nil {
		t.Error(err)
	}
	_, findings, err := catalogue.Findings()
	if err != nil {
		t.Fatal(err)
	}
	page := pages(t, book)["traceability.md"]
	for _, f := range findings {
		line := `<a id="` + strings.ToLower(f.ID) + `"></a>` + f.ID + " | " + f.Kind + " | "
		if n := strings.Count(page, line); n != 1 {
			t.Errorf("%s stands %d times in traceability.md, want once", f.ID, n)
		}
	}
}

func TestEveryCriterionHasAnEntry(t *testing.T) {
	catalogue, book := shipped(t)
	page := pages(t, book)["criteria.md"]
	for _, c := range catalogue.Criteria {
		if !strings.Contains(page, `<a id="`+strings.ToLower(c.ID)+"\"></a>\n\n### "+c.ID+": ") {
			t.Errorf("%s has no entry in criteria.md", c.ID)
		}
	}
}

var (
	anchored = regexp.MustCompile(`<a id="([^"]+)">`)
	heading  = regexp.MustCompile(`(?m)^## (.+)$`)
	linked   = regexp.MustCompile(`\]\(([^)#]*)#([^)]+)\)`)
	filed    = regexp.MustCompile(`\]\(([^)#]+)\)`)
)

// A link that leads nowhere is worse than none: somebody moderating a finding
// follows it. Headings make anchors of their own; those the pages use have no
// punctuation.
func TestLinksLeadSomewhere(t *testing.T) {
	_, book := shipped(t)
	texts := pages(t, book)
	anchors := map[string]bool{}
	for name, text := range texts {
		for _, m := range anchored.FindAllStringSubmatch(text, -1) {
			if anchors[name+"#"+m[1]] {
				t.Errorf("%s has the anchor %s twice", name, m[1])
			}
			anchors[name+"#"+m[1]] = true
		}
		for _, m := range heading.FindAllStringSubmatch(text, -1) {
			anchors[name+"#"+strings.ReplaceAll(strings.ToLower(m[1]), " ", "-")] = true
		}
	}
	for name, text := range texts {
		for _, m := range linked.FindAllStringSubmatch(text, -1) {
			page := m[1]
			if page == "" {
				page = name
			}
			if !anchors[page+"#"+m[2]] {
				t.Errorf("%s links to %s#%s, which is nowhere", name, page, m[2])
			}
		}
		for _, m := range filed.FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join("../../docs", m[1])); err != nil {
				t.Errorf("%s links to %s, which is nowhere", name, m[1])
			}
		}
	}
}

// A cell with a bar of its own would push the rest of its row a column on.
func TestRowsHaveTheColumnsOfTheirHead(t *testing.T) {
	_, book := shipped(t)
	for name, text := range pages(t, book) {
		columns := 0
		for i, line := range strings.Split(text, "\n") {
			if !strings.HasPrefix(line, "|") {
				columns = 0
				continue
			}
			n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
			if columns == 0 {
				columns = n
			}
			if n != columns {
				t.Errorf("%s line %d has %d bars, its head %d", name, i+1, n, columns)
			}
		}
	}
}

func TestPagesAreTheSameEachTime(t *testing.T) {
	_, first := shipped(t)
	_, second := shipped(t)
	a, b := pages(t, first), pages(t, second)
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("%s is written in two ways", name)
		}
	}
}

func TestEveryCheckIsListed(t *testing.T) {
	catalogue, book := shipped(t)
	page := pages(t, book)["criteria.md"]
	for _, c := range catalogue.Checks {
		for _, want := range []string{"](#" + strings.ToLower(c.ID) + ") ", `<a id="` + strings.ToLower(c.ID) + `"></a>**` + c.ID + "**"} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: criteria.md has no %s", c.ID, want)
			}
		}
	}
	if len(catalogue.Checks) == 0 {
		t.Error("no checks")
	}
}
