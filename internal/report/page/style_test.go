package page

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestContrast works out every pair of ink and paper by WCAG 2.2, sections 1.4.3
// (text, 4.5 to 1) and 1.4.11 (drawings, 3 to 1), in light and dark.
func TestContrast(t *testing.T) {
	light, dark := palettes(t)
	text := [][2]string{
		{"ink", "paper"}, {"ink", "mist"}, {"quiet", "paper"}, {"quiet", "mist"}, {"head", "paper"}, {"head", "mist"}, {"link", "paper"}, {"link", "mist"},
		{"mark-ink", "mark-paper"}, {"notice-ink", "notice-paper"}, {"good-ink", "good-paper"}, {"fair-ink", "fair-paper"}, {"warn-ink", "warn-paper"},
		{"alert-ink", "alert-paper"}, {"muted-ink", "muted-paper"}, {"ink", "heat0"}, {"ink", "heat1"}, {"ink", "heat2"}, {"ink", "heat3"},
	}
	drawn := [][2]string{
		{"fill", "paper"}, {"missed", "paper"}, {"frame", "paper"}, {"span", "fill"}, {"span", "track"}, {"fill", "track"}, {"missed", "track"},
		{"focus", "paper"}, {"focus", "mist"}, {"notice-ink", "paper"}, {"head", "paper"},
	}
	used := map[string]bool{}
	for name, palette := range map[string]map[string]string{"light": light, "dark": dark} {
		for _, set := range []struct {
			pairs [][2]string
			least float64
		}{{text, 4.5}, {drawn, 3}} {
			for _, pair := range set.pairs {
				used[pair[0]], used[pair[1]] = true, true
				if c := contrast(t, palette[pair[0]], palette[pair[1]]); c < set.least {
					t.Errorf("%s: %s %s on %s %s is %.2f to 1, want %.1f", name, pair[0], palette[pair[0]], pair[1], palette[pair[1]], c, set.least)
				}
			}
		}
	}
	for name := range light {
		if !used[name] && name != "line" { // hairlines carry no meaning
			t.Errorf("the contrast of %s is not looked at", name)
		}
	}
	if len(light) != len(dark) {
		t.Errorf("%d colours in light, %d in dark", len(light), len(dark))
	}
}

// Every colour comes from the palette, save the few for paper.
func TestPalette(t *testing.T) {
	rules := style[strings.Index(style, "* { box-sizing"):]
	for _, colour := range regexp.MustCompile(`#[0-9a-f]{3,6}\b`).FindAllString(rules, -1) {
		if colour != "#942514" && colour != "#505a5f" {
			t.Errorf("%s stands outside the palette", colour)
		}
	}
	if strings.ContainsAny(style, "<&") {
		t.Error("the style has a character that XML forbids")
	}
}

// palettes reads the colours for light and dark.
func palettes(t *testing.T) (light, dark map[string]string) {
	t.Helper()
	blocks := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(style, -1)
	if len(blocks) != 2 {
		t.Fatalf("%d palettes", len(blocks))
	}
	read := func(block string) map[string]string {
		colours := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z0-9-]+): #([0-9a-f]{6});`).FindAllStringSubmatch(block, -1) {
			colours[m[1]] = m[2]
		}
		return colours
	}
	return read(blocks[0][1]), read(blocks[1][1])
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(colour, 16, 24)
	if err != nil || len(colour) != 6 {
		t.Fatalf("colour %q", colour)
	}
	channel := func(shift uint) float64 {
		c := float64(n>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(16) + 0.7152*channel(8) + 0.0722*channel(0)
}
