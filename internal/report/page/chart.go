package page

import (
	"github.com/caseaudit/caseaudit/internal/audit"
)

// chart draws shares met on one scale, each with its 95 % interval, so that the
// eye sees which truly differ. The table beside it says the same in figures.
type chart struct {
	ID, Title, Desc string
	Width, Height   int
	Top, Bottom     string // where the lines of the scale begin and end
	Scale           []tick
	Rows            []chartRow
}

type tick struct{ X, Label string }

// chartRow is one share. Without a dot it is only words: too few to draw.
type chartRow struct {
	Y, Label              string
	Dot                   bool
	X, From, To           string
	ValueX, Value         string
	TextY, CapFrom, CapTo string
}

// Measures of a chart, in units of its view box.
const (
	chartWidth = 760
	plotLeft   = 300
	plotRight  = 690
	rowHeight  = 26
	scaleSpace = 26
)

// share is one row to draw.
type share struct {
	label string
	count audit.Count
}

func drawChart(id, title, desc string, shares []share) *chart {
	if len(shares) == 0 {
		return nil
	}
	c := &chart{ID: id, Title: title, Desc: desc, Width: chartWidth, Height: scaleSpace + len(shares)*rowHeight + 6}
	c.Top, c.Bottom = units(scaleSpace-4), units(float64(c.Height-4))
	for _, percent := range []float64{0, 0.25, 0.5, 0.75, 1} {
		c.Scale = append(c.Scale, tick{X: along(percent), Label: shareWords(percent)})
	}
	for i, s := range shares {
		y := float64(scaleSpace + i*rowHeight + rowHeight/2)
		row := chartRow{Y: units(y), TextY: units(y + 4.5), Label: shorten(s.label, 44), ValueX: units(plotRight + 12), Value: heatWords(s.count)}
		if low, high, ok := s.count.Interval(); ok && s.count.Audited() >= fewBelow {
			rate, _ := s.count.Rate()
			row.Dot, row.X, row.From, row.To = true, along(rate), along(low), along(high)
			row.CapFrom, row.CapTo = units(y-6), units(y+6)
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

// along is the place of a share on the scale.
func along(share float64) string { return units(plotLeft + share*(plotRight-plotLeft)) }
