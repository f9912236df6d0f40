package workbook

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/inspection"
)

// writeSummary writes the first sheet: six figures, one sentence, what would help
// most, and the contents.
func (x *inspected) writeSummary() error {
	s := &summary{b: x.book, sheetGrid: sheetGrid{x.book, sheetSummary}, next: blockRow}
	for _, step := range []func() error{
		func() error { return x.setUp(page{sheet: sheetSummary, single: true}) },
		func() error { return x.setWidths(sheetSummary, summaryWidths()) },
		func() error {
			return s.top(x.title(), "What was recognised, how it was read and what it can be audited for. Nothing is judged here. Underlined words and the figures in the tiles lead to the rows behind them.", x.opts.Marking)
		},
		func() error { return s.tiles(x.tiles()) },
		func() error { return s.sentence(x.lead()) },
		func() error { return x.summarySteps(s) },
		s.links,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (x *inspected) tiles() []tile {
	f := x.found
	_, read, _, refused := f.Survey.Rows()
	supplied, fields := 0, 0
	for _, e := range f.Fields {
		supplied += len(e.Supplied)
		fields += len(e.Supplied) + len(e.Lacking)
	}
	unknown := 0
	for _, v := range f.Unknown {
		unknown += v.Count
	}
	return []tile{
		{figure: number(f.Survey.Records).linked(place(sheetInputs, "A1")), label: "cases"},
		{figure: number(read).linked(place(sheetInputs, "A1")), label: "rows read, of " + plural(len(f.Survey.Inputs), "input", "inputs")},
		{figure: number(refused).linked(place(sheetRefused, "A1")), label: "rows refused", alarm: refused > 0},
		{figure: number(unknown).linked(place(sheetValues, "A1")), label: "values not known"},
		{figure: number(supplied).linked(place(sheetFields, "A1")), label: "of " + thousands(fields) + " fields supplied"},
		{figure: number(x.assessable()).linked(place(sheetCriteria, "A1")), label: "of " + thousands(len(f.Criteria)) + " criteria can be assessed"},
	}
}

func (x *inspected) assessable() int {
	n := 0
	for _, c := range x.found.Criteria {
		if len(c.Missing) == 0 {
			n++
		}
	}
	return n
}

// lead is the one sentence that a reader with no time reads.
func (x *inspected) lead() string {
	f := x.found
	rows, read, duplicates, refused := f.Survey.Rows()
	sentence := plural(rows, "row", "rows") + " = " + thousands(read) + " read + " + thousands(duplicates) + " repeated + " + thousands(refused) + " refused"
	can := x.assessable()
	sentence += "; " + thousands(can) + " of " + plural(len(f.Criteria), "criterion", "criteria") + " can be assessed"
	if step, ok := best(f.Columns); ok {
		sentence += "; most useful to add: " + step.Words() + ", which would unlock " + plural(len(step.Unlocks), "more", "more")
	}
	return sentence + "."
}

// best is the first step, if it unlocks anything by itself.
func best(steps []inspection.Step) (inspection.Step, bool) {
	if len(steps) == 0 || len(steps[0].Unlocks) == 0 {
		return inspection.Step{}, false
	}
	return steps[0], true
}

// summarySteps lists the most useful columns at the left and tables at the right.
func (x *inspected) summarySteps(s *summary) error {
	const most = 10
	columns, tables := unlocking(x.found.Columns), unlocking(x.found.Tables)
	if err := s.section("One more column would unlock", "One more table would unlock"); err != nil {
		return err
	}
	for i := range max(1, min(most, max(len(columns), len(tables)))) {
		cells := make([]cell, lastColumn+1)
		for side, list := range [][]inspection.Step{columns, tables} {
			first := side * rightHalf
			switch {
			case i < len(list):
				text := list[i].Short() + ": " + idList(list[i].Unlocks)
				cells[first] = cell{value: shorten(text, stepLength), style: lineLinkStyle, link: place(sheetSteps, "A1")}
			case i == 0:
				cells[first] = cell{value: "Nothing by itself: see " + sheetSteps + ".", style: lineStyle}
			}
		}
		if err := s.line(cells); err != nil {
			return err
		}
	}
	return nil
}

// stepLength is how many characters half of Summary has room for.
const stepLength = 92

func unlocking(steps []inspection.Step) []inspection.Step {
	n := 0
	for n < len(steps) && len(steps[n].Unlocks) > 0 {
		n++
	}
	return steps[:n]
}

func idList(list []*criteria.Criterion) string {
	ids := make([]string, len(list))
	for i, c := range list {
		ids[i] = c.ID
	}
	return strings.Join(ids, ", ")
}
