package page

import (
	"strconv"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// fewBelow is the least number of audited items that a rate of one team is shown
// for. Below it one case moves the rate by more than 20 points.
const fewBelow = 5

// heatCell is a cell of the heat map: the share met, "few" or a dash for none
// audited, on a tint that says the same.
type heatCell struct{ Words, Tint string }

func heat(c audit.Count) heatCell {
	rate, ok := c.Rate()
	if !ok || c.Audited() < fewBelow {
		return heatCell{heatWords(c), "few"}
	}
	return heatCell{heatWords(c), "heat" + strconv.Itoa(heatBand(rate))}
}

// heatWords is a share of one team in words.
func heatWords(c audit.Count) string {
	if c.Audited() > 0 && c.Audited() < fewBelow {
		return "few"
	}
	return percent(c)
}

// heatBand is the tint of a share: even steps for the eye, not a judgement, and
// the same as in the workbook.
func heatBand(rate float64) int {
	switch {
	case rate < 0.50:
		return 0
	case rate < 0.75:
		return 1
	case rate < 0.90:
		return 2
	}
	return 3
}
