package workbook

import (
	"fmt"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// summaryWidths are the columns of Summary. Each pair is as wide as the next and
// carries a tile; charts stand over the first three, lines start in the fifth.
func summaryWidths() []column {
	widths := []float64{13, 13, 22, 4, 25, 1, 13, 13, 13, 13, 13, 13}
	columns := make([]column, len(widths))
	for i, w := range widths {
		columns[i].width = w
	}
	return columns
}

const (
	tileRow    = 5
	leadRow    = 8
	urgentRow  = 10 // the heading; lines follow
	lineColumn = 4  // E
	textColumn = 6  // G
	lastColumn = 11
	chartLine  = 21 // points of a row beside a chart
	chartLeast = 4  // rows a chart needs
)

// writeSummary writes the first sheet: one page that a meeting can work from.
func writeSummary(b *book) error {
	s := &summary{b: b, sheetGrid: sheetGrid{b, sheetSummary}}
	steps := []func() error{
		func() error { return b.setUp(page{sheet: sheetSummary, single: true}) },
		func() error { return b.setWidths(sheetSummary, summaryWidths()) },
		s.head, s.tiles, s.sentence, s.urgent, s.areas, s.links,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// summary is the Summary while it grows downwards.
type summary struct {
	sheetGrid
	b    *book
	next int // the next free row
}

func (s *summary) head() error {
	a := s.b.audit
	intro := fmt.Sprintf("One page on the audit of %s, %s to %s. Underlined words and the figures in the tiles lead to the rows behind them.",
		plural(a.Records, "case record", "case records"), shortDate(a.From), shortDate(a.AsAt))
	if err := s.row(titleRow, []cell{{value: s.b.title(), style: titleStyle}}, 34); err != nil {
		return err
	}
	if err := s.row(introRow, []cell{{value: intro, style: introStyle}}, 20); err != nil {
		return err
	}
	marking := s.b.opts.Marking
	if s.b.letter.Notice != "" {
		marking += "  ·  " + s.b.letter.Notice
	}
	if err := s.row(backRow, across(cell{value: marking, style: markStyle}), 22); err != nil {
		return err
	}
	return s.row(4, nil, 8)
}

// across fills a row of Summary with one look, the words at its start.
func across(c cell) []cell {
	cells := make([]cell, lastColumn+1)
	for i := range cells {
		cells[i].style = c.style
	}
	cells[0] = c
	return cells
}

func (s *summary) sentence() error {
	lead := s.b.lead()
	lines := lineCount(lead, 118)
	if err := s.row(leadRow, across(cell{value: lead, style: leadStyle}), float64(lines)*19+6); err != nil {
		return err
	}
	if err := s.row(leadRow-1, nil, 6); err != nil {
		return err
	}
	return s.merge(0, leadRow, lastColumn, leadRow)
}

func (s *summary) merge(left, top, right, bottom int) error {
	return s.b.file.MergeCell(sheetSummary, at(left, top), at(right, bottom))
}

// urgent draws the worst criteria and lists them beside the chart.
func (s *summary) urgent() error {
	s.next = urgentRow
	items := s.b.urgent()
	heading := "Most urgent criteria: share of audited items not met"
	if more := len(s.b.places.items) - len(items); more > 0 {
		heading += fmt.Sprintf(" (the first %d of %d)", len(items), len(s.b.places.items))
	}
	if err := s.section(heading); err != nil {
		return err
	}
	if len(items) == 0 {
		return s.says("No criterion is classed as an area for development or for priority action.")
	}
	top := s.next
	for i, item := range items {
		cells := make([]cell, textColumn+1)
		cells[lineColumn] = chip(item.Class)
		cells[lineColumn].style = cells[lineColumn].style.oneLine()
		count := fmt.Sprintf(": %s of %s not met", thousands(item.Count.NotMet), thousands(item.Count.Audited()))
		title := shorten(item.Criterion.Title, 86-len(item.Criterion.ID)-len(count))
		cells[textColumn] = cell{
			value: item.Criterion.ID + "  " + title + count, style: lineLinkStyle,
			link: rows(sheetDevelopment, span{i, i}, 9),
		}
		if err := s.line(cells); err != nil {
			return err
		}
	}
	if err := s.fill(top); err != nil {
		return err
	}
	return s.chart(s.b.urgentChart(), top)
}

// areas draws the areas of practice and lists them beside the chart.
func (s *summary) areas() error {
	if err := s.section("Areas of practice: share of audited items met"); err != nil {
		return err
	}
	areas := s.b.auditedAreas()
	if len(areas) == 0 {
		return s.says("Nothing was audited in any area.")
	}
	top := s.next
	for _, a := range areas {
		cells := make([]cell, lineColumn+1)
		cells[lineColumn] = cell{value: s.b.areaLine(a), style: lineLinkStyle, link: s.b.places.area(a.Area.Name)}
		if err := s.line(cells); err != nil {
			return err
		}
	}
	if err := s.fill(top); err != nil {
		return err
	}
	return s.chart(s.b.areasChart(), top)
}

func (b *book) auditedAreas() []audit.AreaResult {
	var audited []audit.AreaResult
	for _, a := range b.audit.Summary.Areas {
		if a.Audited() > 0 {
			audited = append(audited, a)
		}
	}
	return audited
}

// areaLine sums an area up: "AS  Assessment: 78% of 320 items met; 5 of 12 criteria
// need attention; 3 could not be judged".
func (b *book) areaLine(a audit.AreaResult) string {
	judged, attention, missing := 0, 0, 0
	for _, r := range b.audit.Summary.Criteria {
		if r.Criterion.Area.Name != a.Area.Name {
			continue
		}
		switch class := b.letter.Classes[r.Criterion.ID]; {
		case !r.Assessable():
			missing++
		case r.Audited() > 0:
			judged++
			if class == letter.Priority || class == letter.Development {
				attention++
			}
		}
	}
	parts := []string{fmt.Sprintf("%s  %s: %s of %s met", a.Area.Code, a.Area.Title, percent(a.Count), plural(a.Audited(), "item", "items"))}
	if attention > 0 {
		parts = append(parts, fmt.Sprintf("%d of %s to improve", attention, plural(judged, "criterion", "criteria")))
	}
	if missing > 0 {
		parts = append(parts, fmt.Sprintf("%d not assessable", missing))
	}
	return strings.Join(parts, "; ")
}

// links lists the other sheets, in two columns.
func (s *summary) links() error {
	if err := s.section("In this workbook"); err != nil {
		return err
	}
	others := s.b.contents[1:]
	half := (len(others) + 1) / 2
	for i := range half {
		cells := make([]cell, lastColumn+1)
		for side, n := range []int{i, i + half} {
			if n < len(others) {
				first := side * textColumn
				cells[first] = cell{value: others[n].name, style: lineLinkStyle, link: place(others[n].name, "A1")}
				cells[first+2] = cell{value: others[n].about, style: lineStyle}
			}
		}
		if err := s.line(cells); err != nil {
			return err
		}
	}
	return nil
}

func (s *summary) section(heading string) error {
	if s.next > urgentRow {
		if err := s.row(s.next, nil, 8); err != nil {
			return err
		}
		s.next++
	}
	s.next++
	return s.row(s.next-1, across(cell{value: heading, style: sectionStyle}), 24)
}

func (s *summary) says(words string) error { return s.line([]cell{{value: words, style: lineStyle}}) }

func (s *summary) line(cells []cell) error {
	s.next++
	return s.row(s.next-1, cells, chartLine)
}

// fill adds empty lines until there is room for a chart.
func (s *summary) fill(top int) error {
	for s.next < top+chartLeast {
		if err := s.line(nil); err != nil {
			return err
		}
	}
	return nil
}
