package page

import (
	"strconv"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// bar is a share drawn small beside its number, on a track of barWidth units: as
// far as it reaches, and where its 95 % interval begins and ends.
type bar struct{ Width, Low, High, Span string }

const barWidth = 100

// shareBar draws a share; nil when there is none.
func shareBar(c audit.Count) *bar {
	rate, ok := c.Rate()
	if !ok {
		return nil
	}
	low, high, _ := c.Interval()
	return &bar{Width: units(rate * barWidth), Low: units(low * barWidth), High: units(high * barWidth), Span: units((high - low) * barWidth)}
}

// missedBar draws the share not met, without its interval.
func missedBar(c audit.Count) *bar {
	rate, ok := c.Rate()
	if !ok {
		return nil
	}
	return &bar{Width: units((1 - rate) * barWidth)}
}

// units is a length in a drawing.
func units(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
