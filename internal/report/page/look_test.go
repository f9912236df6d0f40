package page

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/page"

	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

var (
	look   = flag.String("look", "", "write pictures of the page to this folder, to look at")
	lookAt = flag.String("look-at", "", "the page to look at; else that of the fixture")
)

// TestLook writes pictures of each section, wide and narrow, light and dark.
func TestLook(t *testing.T) {
	if *look == "" {
		t.Skip("run with -look FOLDER to get pictures of the page")
	}
	document := written(t, reporttest.Audit())
	if *lookAt != "" {
		var err error
		if document, err = os.ReadFile(*lookAt); err != nil {
			t.Fatal(err)
		}
	}
	b := browser(t)
	for _, width := range []int64{1280, 390} {
		for _, scheme := range []string{"light", "dark"} {
			w := open(t, b, document, width, false)
			w.media("screen", scheme)
			for _, id := range []string{"headline", "letter", "development", "criteria", "teams", "groups", "children", "not-judged", "quality", "method"} {
				ask[bool](w, fmt.Sprintf(`document.querySelectorAll("#%s details").forEach((d, i) => d.open = i < 2), true`, id))
				top := 0.0
				if id != "headline" {
					top = ask[float64](w, fmt.Sprintf(`document.getElementById(%q).getBoundingClientRect().top + scrollY`, id))
				}
				beyond := true
				picture := tell(w, page.CaptureScreenshot, page.CaptureScreenshotParams{CaptureBeyondViewport: &beyond,
					Clip: &page.Viewport{Y: top, Width: float64(width), Height: 1500, Scale: 1}}).Data
				name := filepath.Join(*look, fmt.Sprintf("%s-%d-%s.png", id, width, scheme))
				if err := os.WriteFile(name, picture, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
