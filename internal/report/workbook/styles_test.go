package workbook

import (
	"cmp"
	"math"
	"strconv"
	"testing"
)

// TestContrast works out every pair of ink and paper by WCAG 2.2, section 1.4.3.
func TestContrast(t *testing.T) {
	for _, l := range looks() {
		paper := cmp.Or(l.paper, white)
		if c := contrast(t, l.ink, paper); c < 4.5 {
			t.Errorf("%s: %s on %s is %.2f to 1", l.name, l.ink, paper, c)
		}
	}
	if c := contrast(t, ink, bar); c < 4.5 {
		t.Errorf("ink on a data bar is %.2f to 1", c)
	}
	for _, colour := range []string{red, navy} { // bars need 3 to 1
		if c := contrast(t, colour, white); c < 3 {
			t.Errorf("bars of %s are %.2f to 1", colour, c)
		}
	}
}

// TestYellow keeps yellow for cells that people fill in.
func TestYellow(t *testing.T) {
	for _, l := range looks() {
		if (l.paper == yellow) != (l.name == inputStyle || l.name == inputDateStyle) {
			t.Errorf("%s is on paper %s", l.name, l.paper)
		}
	}
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
