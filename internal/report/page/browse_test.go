package page

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

// TestBrowser reads the page as a person does: in a browser.
func TestBrowser(t *testing.T) {
	b := browser(t)
	pages := map[string][]byte{"fixture": written(t, reporttest.Audit()), "empty": written(t, reporttest.Empty()), "long words": written(t, longWords())}
	for _, name := range []string{"fixture", "empty", "long words"} {
		document := pages[name]
		t.Run(name, func(t *testing.T) {
			tab := open(t, b, document, 1280, false)
			quiet(t, tab)
			leads(t, tab)
			focuses(t, open(t, b, document, 1280, false))
			fits(t, tab, open(t, b, document, 640, false), open(t, b, document, 320, false))
			prints(t, tab)
		})
	}
	t.Run("policy", func(t *testing.T) {
		var hits atomic.Int32
		server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits.Add(1) }))
		defer server.Close()
		refuses(t, open(t, b, planted(pages["fixture"], server.URL), 1280, false))
		if n := hits.Load(); n > 0 {
			t.Errorf("%d planted requests went out", n)
		}
	})
}

// longWords is an audit whose ids and names leave no place to break a line.
func longWords() *audit.Audit {
	a := reporttest.Audit()
	long := strings.Repeat("Übergangsbetreuung", 12)
	for i := range a.Outcomes {
		o := &a.Outcomes[i]
		o.Team, o.Where, o.Item = long+o.Team, "C:/"+long+o.Where, o.Item+long
		if o.CaseID != audit.ServiceCase {
			o.CaseID += strings.Repeat("0123456789", 8)
		}
		if !o.Met {
			o.Message += long
		}
	}
	a.Summary = audit.Summarise(a.Catalogue, a.Outcomes, map[string]audit.CriterionResult{})
	a.Council = long
	return a
}

// quiet: the page asks for nothing, and the browser has nothing to complain of.
func quiet(t *testing.T, tab *tab) {
	ask[bool](tab, openAll)
	ask[bool](tab, `new Promise(done => setTimeout(() => done(true), 200))`)
	requests, complaints := tab.heard()
	if len(requests) > 0 || len(complaints) > 0 {
		t.Errorf("requests %q, complaints %q", requests, complaints)
	}
	if n := ask[int](tab, `document.scripts.length + document.querySelectorAll("[style], iframe, object, embed, form, base").length`); n > 0 {
		t.Errorf("%d elements that have no place here", n)
	}
	if n := ask[int](tab, `document.querySelectorAll("h1").length`); n != 1 {
		t.Errorf("%d headings of the first rank", n)
	}
	if paper := ask[string](tab, `getComputedStyle(document.body).backgroundColor`); paper != "rgb(255, 255, 255)" {
		t.Errorf("the style is not in force: the paper is %s", paper)
	}
}

// leads: every link shows what it leads to, also what is folded away.
func leads(t *testing.T, tab *tab) {
	const follow = `(async () => {
		const lost = [], seen = new Set();
		for (const a of document.querySelectorAll("a")) {
			const to = a.getAttribute("href");
			if (seen.has(to)) continue;
			seen.add(to);
			document.querySelectorAll("details").forEach(d => d.open = false);
			a.click();
			await new Promise(requestAnimationFrame);
			const target = document.getElementById(decodeURIComponent(to.slice(1)));
			const box = target && target.getBoundingClientRect();
			if (!target || !target.checkVisibility() || box.top > innerHeight || box.bottom < 0) lost.push(to);
		}
		return lost.concat(seen.size);
	})()`
	lost := ask[[]any](tab, follow)
	links := lost[len(lost)-1].(float64)
	if lost = lost[:len(lost)-1]; len(lost) > 0 || links < 15 {
		t.Errorf("of %v links, these do not show what they lead to: %v", links, lost)
	}
}

// focuses: who goes through the page with the keyboard sees where they are, and
// meets the skip link first.
func focuses(t *testing.T, tab *tab) {
	for i := range 40 {
		for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeRawKeyDown, input.DispatchKeyEventTypeKeyUp} {
			tell(tab, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: "Tab", Code: "Tab", WindowsVirtualKeyCode: 9})
		}
		focus := ask[struct {
			Tag, Text   string
			Outline     float64
			Left, Right float64
		}](tab, `(e => ({Tag: e.tagName, Text: e.textContent.slice(0, 40), Outline: parseFloat(getComputedStyle(e).outlineWidth), Left: e.getBoundingClientRect().left,
			Right: e.getBoundingClientRect().right}))(document.activeElement)`)
		if i == 0 && focus.Text != "Skip to the audit" {
			t.Errorf("the first to be reached is %q, not the skip link", focus.Text)
		}
		if focus.Tag == "BODY" {
			break // the end of a short page
		}
		if focus.Outline < 2 || focus.Left < 0 {
			t.Errorf("%s %q has the focus and does not show it: %+v", focus.Tag, focus.Text, focus)
		}
	}
}

// fits: nothing sticks out of the window, save tables in their own regions: at
// full width, at twice the size, and on the narrowest telephone.
func fits(t *testing.T, tabs ...*tab) {
	for _, tab := range tabs {
		ask[bool](tab, openAll)
		out := ask[[]string](tab, `[...document.querySelectorAll("body *")].filter(e => !e.closest(".scroll, .skip, .heard, .quiet, svg") &&
			e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 90))`)
		if len(out) > 0 {
			t.Errorf("%v px: %d stick out: %s", ask[int](tab, "innerWidth"), len(out), strings.Join(out[:min(3, len(out))], "\n"))
		}
		if wide := ask[int](tab, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
			t.Errorf("%v px: the page is %d px too wide", ask[int](tab, "innerWidth"), wide)
		}
		mute := ask[[]string](tab, `[...document.querySelectorAll(".scroll")].filter(e => e.tabIndex !== 0 ||
			!(e.ariaLabel || document.getElementById(e.getAttribute("aria-labelledby")))).map(e => e.outerHTML.slice(0, 90))`)
		if len(mute) > 0 {
			t.Errorf("regions that the keyboard cannot reach or that have no name: %q", mute)
		}
	}
}

// prints: on A4, with the marking on every sheet.
func prints(t *testing.T, tab *tab) {
	ask[bool](tab, openAll)
	yes := true
	pdf := tell(tab, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &yes, PrintBackground: &yes}).Data
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		if os.Getenv(axePath) != "" {
			t.Fatalf("pdftotext: %v: apt-get install poppler-utils", err)
		}
		t.Log("no pdftotext here: the marking on the sheets was not looked for (apt-get install poppler-utils)")
		return
	}
	sheets := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	for i, sheet := range sheets {
		if !strings.Contains(sheet, DefaultMarking) {
			t.Errorf("sheet %d of %d has no marking:\n%s", i+1, len(sheets), sheet)
		}
		if want := fmt.Sprintf("Page %d of %d", i+1, len(sheets)); !strings.Contains(sheet, want) {
			t.Errorf("sheet %d does not say %q", i+1, want)
		}
		if lines := strings.Fields(sheet); len(lines) < 15 {
			t.Errorf("sheet %d is as good as empty: %q", i+1, sheet)
		}
	}
	if info, err := exec.Command("pdfinfo", file).Output(); err != nil || !strings.Contains(string(info), "(A4)") {
		t.Errorf("not on A4: %v\n%s", err, info)
	}
}

// planted is a page in which somebody has planted what a careless writer would
// let through.
func planted(document []byte, server string) []byte {
	plant := `<script>document.title = "script"</script><img src="SERVER/image.png" onerror="document.title = 'handler'"/>` +
		`<style>body { color: red }</style><link rel="stylesheet" href="SERVER/style.css"/><iframe src="SERVER/"></iframe>` +
		`<p style="color: red" id="planted">planted</p></main>`
	return bytes.Replace(document, []byte("</main>"), []byte(strings.ReplaceAll(plant, "SERVER", server)), 1)
}

// refuses: the policy holds even against what the page itself would carry.
func refuses(t *testing.T, tab *tab) {
	ask[bool](tab, `new Promise(done => setTimeout(() => done(true), 300))`)
	_, complaints := tab.heard()
	if title := ask[string](tab, `document.title`); title == "script" || title == "handler" {
		t.Errorf("a planted %s ran", title)
	}
	if colour := ask[string](tab, `getComputedStyle(document.getElementById("planted")).color`); colour == "rgb(255, 0, 0)" {
		t.Error("a planted style is in force")
	}
	for _, what := range []string{"script-src", "img-src", "style-src", "frame-src"} {
		if !slices.ContainsFunc(complaints, func(c string) bool { return strings.Contains(c, what) || strings.Contains(c, "default-src") }) {
			t.Errorf("the browser does not say that %s was held to: %q", what, complaints)
		}
	}
}
