package workbook

import (
	"fmt"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// summaryWidths are the columns of Summary. Each pair is as wide as the next and
// carries a tile. The left half has a chart over its first column, signs in its
// second and lines from its third; the right half a chart and lines.
func summaryWidths() []column {
	widths := []float64{27, 4, 15.5, 15.5, 15.5, 15.5, 27, 4, 15.5, 15.5, 15.5, 15.5}
	columns := make([]column, len(widths))
	for i, w := range widths {
		columns[i].width = w
	}
	return columns
}

const (
	tileRow    = 5
	leadRow    = 8
	blockRow   = 10 // the heading over charts and lines
	signColumn = 1
	leftLine   = 2
	rightHalf  = 6
	rightLine  = 7
	lastColumn = 11
	lineLength = 68 // characters that a line has room for
	chartLine  = 21 // points of a row beside a chart
	chartLeast = 4  // rows a chart needs
)

// writeSummary writes the first sheet: one page that a meeting can work from.
func writeSummary(b *book) error {
	s := &summary{b: b, sheetGrid: sheetGrid{b, sheetSummary}}
	steps := []func() error{
		func() error { return b.setUp(page{sheet: sheetSummary, single: true}) },
		func() error { return b.setWidths(sheetSummary, summaryWidths()) },
		s.head,
		func() error { return s.tiles(b.tiles()) },
		func() error { return s.sentence(b.lead()) },
		s.blocks, s.links,
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
	marking := s.b.opts.Marking
	if s.b.letter.Notice != "" {
		marking += "  ·  " + s.b.letter.Notice
	}
	return s.top(s.b.title(), intro, marking)
}

// top writes title, intro and marking.
func (s *summary) top(title, intro, marking string) error {
	if err := s.row(titleRow, []cell{{value: title, style: titleStyle}}, 34); err != nil {
		return err
	}
	if err := s.row(introRow, []cell{{value: intro, style: introStyle}}, 20); err != nil {
		return err
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

func (s *summary) sentence(lead string) error {
	lines := lineCount(lead, 132)
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

// blocks draws the most urgent criteria at the left and the areas of practice at
// the right, each as a chart with a line beside every bar.
func (s *summary) blocks() error {
	items, areas := s.b.urgent(), s.b.auditedAreas()
	left := "Most urgent criteria: share not met"
	if all := len(s.b.places.items); all > len(items) {
		left += fmt.Sprintf(" (the first %d of %d)", len(items), all)
	}
	s.next = blockRow
	if err := s.section(left, "Areas of practice: share met"); err != nil {
		return err
	}
	for i := range max(chartLeast, len(items), len(areas)) {
		cells := make([]cell, rightLine+1)
		if i < len(items) {
			cells[signColumn], cells[leftLine] = sign(items[i].Class), urgentLine(items[i], i)
		}
		if i < len(areas) {
			cells[rightLine] = s.b.areaLine(areas[i])
		}
		if i == 0 && len(items) == 0 {
			cells[0] = cell{value: s.b.noneUrgent(), style: lineStyle}
		}
		if i == 0 && len(areas) == 0 {
			cells[rightHalf] = cell{value: "Nothing was audited in any area.", style: lineStyle}
		}
		if err := s.line(cells); err != nil {
			return err
		}
	}
	if len(items) > 0 {
		if err := s.chart(s.b.urgentChart(), 0, blockRow+1); err != nil {
			return err
		}
	}
	if len(areas) > 0 {
		if err := s.chart(s.b.areasChart(), rightHalf, blockRow+1); err != nil {
			return err
		}
	}
	s.next++
	return s.row(s.next-1, []cell{{value: "■ Area for priority action   ▲ Area for development", style: noteStyle}}, 16)
}

// noneUrgent says why there are no urgent criteria: nothing judged is no pass.
func (b *book) noneUrgent() string {
	if b.audit.Summary.All.Audited() == 0 {
		return "Nothing was audited, so nothing can be said of practice."
	}
	return "None is classed as an area for development or for priority action."
}

// sign is the symbol of a class on its tint; the words stand below the list.
func sign(c letter.Class) cell {
	s := chip(c)
	symbol, _, _ := strings.Cut(s.value.(string), " ")
	return cell{value: symbol, style: s.style.sign()}
}

// urgentLine leads to the criterion's row on Areas for development.
func urgentLine(item letter.Item, i int) cell {
	count := fmt.Sprintf(": %s of %s", thousands(item.Count.NotMet), thousands(item.Count.Audited()))
	title := shorten(item.Criterion.Title, lineLength-len(item.Criterion.ID)-2-len(count))
	return cell{
		value: item.Criterion.ID + "  " + title + count, style: lineLinkStyle,
		link: rows(sheetDevelopment, span{i, i}, developmentColumns),
	}
}

// areaLine leads to the area's rows on Criteria.
func (b *book) areaLine(a audit.AreaResult) cell {
	return cell{
		value: fmt.Sprintf("%s  %s: %s of %s", a.Area.Code, a.Area.Title, percent(a.Count), plural(a.Audited(), "item", "items")),
		style: lineLinkStyle, link: b.places.area(a.Area.Name),
	}
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
				first := side * rightHalf
				cells[first] = cell{value: others[n].name, style: lineLinkStyle, link: place(others[n].name, "A1")}
				cells[first+1] = cell{value: others[n].about, style: lineStyle}
			}
		}
		if err := s.line(cells); err != nil {
			return err
		}
	}
	return nil
}

// section writes a heading over the left half and, with a second one, the right.
func (s *summary) section(left string, right ...string) error {
	if s.next > blockRow {
		if err := s.row(s.next, nil, 6); err != nil {
			return err
		}
		s.next++
	}
	cells := across(cell{value: left, style: sectionStyle})
	for _, heading := range right {
		cells[rightHalf].value = heading
	}
	s.next++
	return s.row(s.next-1, cells, 24)
}

func (s *summary) line(cells []cell) error {
	s.next++
	return s.row(s.next-1, cells, chartLine)
}
