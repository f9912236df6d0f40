package workbook

import (
	"strconv"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// fewBelow is the least number of audited items that a rate of one team is shown
// for. Below it one case moves the rate by more than 20 points.
const fewBelow = 5

// heatBand is one shade of the heat maps: the lower the share met, the darker.
type heatBand struct {
	below float64 // of the share met; the last has none
	words string
	paper string
}

// heatBands are even steps for the eye, not a judgement: classes are on Criteria.
func heatBands() []heatBand {
	return []heatBand{
		{0.50, "under 50%", "E9A48F"},
		{0.75, "50% to under 75%", "F4CDBF"},
		{0.90, "75% to under 90%", "FBEAE3"},
		{2, "90% or more", "FFFFFF"},
	}
}

func heatName(band int, fine bool) style {
	name := heatStyle + style(strconv.Itoa(band))
	if fine {
		name += " fine"
	}
	return name
}

// heat is a cell of a heat map: the share met, "few", or a dash for none audited.
func heat(c audit.Count) cell {
	rate, ok := c.Rate()
	if !ok {
		return cell{value: "–", style: fewStyle}
	}
	if c.Audited() < fewBelow {
		return cell{value: "few", style: fewStyle}
	}
	band := 0
	for rate >= heatBands()[band].below {
		band++
	}
	return cell{value: rate, style: heatName(band, roundsAway(rate))}
}

// heatNote explains the shades in one sentence.
const heatNote = "The darker, the lower: shades change at 50%, 75% and 90%. “few”: under 5 audited. A dash: none audited."
