package docx

import (
	"cmp"
	"math"
	"strconv"
	"testing"

	"github.com/caseaudit/caseaudit/internal/report/reporttest"
)

// Every ink on its paper has the contrast that WCAG 2.2 asks of text, 4.5 to 1.
func TestContrast(t *testing.T) {
	p := open(t, build(t, reporttest.Letter(t, reporttest.Audit()), Options{}))
	root := p.tree(t, "word/styles.xml")
	styles := map[string]*element{}
	for _, s := range root.all("style") {
		styles[s.attr["styleId"]] = s
	}
	inherited := func(id string, of func(*element) string) string {
		for id != "" {
			if value := of(styles[id]); value != "" {
				return value
			}
			id = styles[id].child("basedOn").attr["val"]
		}
		return ""
	}
	common := root.child("docDefaults").all("color")[0].attr["val"]
	ink := func(s *element) string { return s.child("rPr").child("color").attr["val"] }
	paper := func(s *element) string { return s.child("pPr").child("shd").attr["fill"] }
	pairs := [][3]string{{"PlaceholderText in Blank", ink(styles["PlaceholderText"]), paper(styles["Blank"])}}
	for id, s := range styles {
		if s.attr["type"] != "table" {
			pairs = append(pairs, [3]string{id, cmp.Or(inherited(id, ink), common), cmp.Or(inherited(id, paper), "FFFFFF")})
		}
	}
	for _, pair := range pairs {
		if c := contrast(t, pair[1], pair[2]); c < 4.5 {
			t.Errorf("%s: %s on %s has %.2f", pair[0], pair[1], pair[2], c)
		}
	}
	if c := contrast(t, "FFFFFF", "FFFFFF"); c != 1 {
		t.Errorf("white on white has %.2f", c)
	}
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is relative luminance as WCAG 2.2 defines it.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			sum += weight * c / 12.92
		} else {
			sum += weight * math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return sum
}
