package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// figure is a row of "Figures behind the charts" on Method.
type figure struct {
	chart string
	label string
	share float64
	about string
}

const (
	urgentTitle = "Most urgent criteria: not met"
	areasTitle  = "Areas of practice: met"
)

// figures are what the charts draw, chart by chart.
func (b *book) figures() []figure {
	var list []figure
	for _, item := range b.urgent() {
		met, _ := item.Count.Rate()
		list = append(list, figure{urgentTitle, item.Criterion.ID, 1 - met, item.Criterion.Title})
	}
	for _, a := range b.auditedAreas() {
		met, _ := a.Rate()
		list = append(list, figure{areasTitle, a.Area.Code, met, a.Area.Title})
	}
	return list
}

// barChart is a chart of some of the figures, the first at the top.
type barChart struct {
	name, finding string // the finding in words, for those who cannot see it
	colour        string
	first, rows   int // among the figures
}

func (b *book) urgentChart() barChart {
	items := b.urgent()
	worst := items[0]
	return barChart{
		name: "Most urgent criteria", colour: red, rows: len(items),
		finding: fmt.Sprintf("Bar chart of the share not met. Most urgent: %s, %s, not met for %s of %s.",
			worst.Criterion.ID, worst.Criterion.Title, thousands(worst.Count.NotMet), thousands(worst.Count.Audited())),
	}
}

func (b *book) areasChart() barChart {
	areas := b.auditedAreas()
	low := areas[0]
	for _, a := range areas {
		if a.Met*low.Audited() < low.Met*a.Audited() {
			low = a
		}
	}
	return barChart{
		name: "Areas of practice", colour: navy, first: len(b.urgent()), rows: len(areas),
		finding: fmt.Sprintf("Bar chart of the share met by area of practice. Lowest: %s, %s of %s.",
			low.Area.Title, percent(low.Count), plural(low.Audited(), "item", "items")),
	}
}

// chart draws bars over one column, beside the lines from top on.
func (s *summary) chart(c barChart, column, top int) error {
	first := s.b.figuresHeader() + 1 + c.first
	cells := func(column string) string {
		return fmt.Sprintf("'%s'!$%[2]s$%[3]d:$%[2]s$%[4]d", sheetMethod, column, first, first+c.rows-1)
	}
	font := excelize.Font{Family: fontName, Size: 9, Color: ink}
	none := excelize.LineNone
	return s.b.file.AddChart(sheetSummary, at(column, top), &excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{
			Name: fmt.Sprintf("'%s'!$A$%d", sheetMethod, first), Categories: cells("B"), Values: cells("C"),
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c.colour}},
			DataLabel: excelize.ChartDataLabel{Font: font}, DataLabelPosition: excelize.ChartDataLabelsPositionOutsideEnd,
		}},
		Format:     excelize.GraphicOptions{Name: c.name, AltText: clean(c.finding), OffsetX: 2, OffsetY: chartOffset},
		Dimension:  excelize.ChartDimension{Width: chartWidth, Height: uint(c.rows*chartHeight - chartOffset)},
		Legend:     excelize.ChartLegend{Position: "none", Font: &font},
		XAxis:      excelize.ChartAxis{ReverseOrder: true, Font: font},
		YAxis:      excelize.ChartAxis{None: true, Minimum: ref(0.0), Maximum: ref(1.15), Font: font},
		PlotArea:   excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: asPercent}},
		VaryColors: ref(false),
		Border:     excelize.LineOptions{Type: none},
		GapWidth:   ref(uint(45)),
	})
}

// chartWidth is somewhat less than the column that a chart stands over.
const chartWidth = 190

// chartHeight is the height of a row beside a chart as the library reckons it: 21
// points, for it, are 25 pixels. So a chart ends where its last line does.
const chartHeight = 25

// chartOffset keeps a chart off the rule above it, in pixels.
const chartOffset = 3
