package page

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

// TestAxe has axe-core look for barriers, by the rules of WCAG 2.2 at level AA and
// its own good practice, on the screen, light and dark, and on paper.
func TestAxe(t *testing.T) {
	file := os.Getenv(axePath)
	if file == "" {
		t.Skipf("axe-core is not here: npm pack axe-core, and set %s to its axe.min.js", axePath)
	}
	axe, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b := browser(t)
	for _, look := range []struct {
		name          string
		audit         *audit.Audit
		width         int64
		media, scheme string
		open          bool
	}{
		{"folded", reporttest.Audit(), 1280, "screen", "light", false},
		{"light", reporttest.Audit(), 1280, "screen", "light", true},
		{"dark", reporttest.Audit(), 1280, "screen", "dark", true},
		{"telephone", reporttest.Audit(), 390, "screen", "light", true},
		{"paper", reporttest.Audit(), 794, "print", "light", true},
		{"nothing audited", reporttest.Empty(), 1280, "screen", "dark", true},
		{"with waivers", waived(), 1280, "screen", "light", true},
	} {
		t.Run(look.name, func(t *testing.T) {
			tab := open(t, b, written(t, look.audit), look.width, true)
			tab.media(look.media, look.scheme)
			if look.open {
				ask[bool](tab, openAll)
			}
			ask[bool](tab, string(axe)+"; true")
			for _, fault := range barriers(tab, look.media == "screen") {
				t.Error(fault)
			}
		})
	}
}

// barriers runs axe-core; it answers with a line for each violation. Contrasts that
// it cannot work out, of symbols and single digits, are in TestContrast. Nobody
// points at paper, so the size of links is of no matter there.
func barriers(b *tab, pointed bool) []string {
	b.t.Helper()
	type result struct {
		ID, Help string
		Nodes    []struct {
			HTML           string
			FailureSummary string
		}
	}
	found := ask[struct {
		Passes     int
		Violations []result
	}](b, fmt.Sprintf(`axe.run(document, {rules: {"target-size": {enabled: %t}}}).then(r => ({Passes: r.passes.length, Violations: r.violations}))`, pointed))
	var faults []string
	if found.Passes < 20 {
		faults = append(faults, fmt.Sprintf("only %d rules of axe-core had anything to look at", found.Passes))
	}
	for _, r := range found.Violations {
		n := r.Nodes[0]
		faults = append(faults, fmt.Sprintf("%s: %s: %d times, first %s: %s", r.ID, r.Help, len(r.Nodes), n.HTML, strings.ReplaceAll(n.FailureSummary, "\n", " ")))
	}
	return faults
}
