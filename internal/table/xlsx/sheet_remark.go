package xlsx

import (
	"fmt"
	"slices"
)

// seen is what one reading of a sheet showed beside its rows.
type seen struct {
	hiddenRows    rowRuns
	hiddenColumns places
	filters       places
	merged        []Range // at most mergedKept
	mergedCount   int
	noValue       places
	dde           places
	dates         places
	long          places
	errors        map[string]*places // by code
}

// mergedKept is how many merged ranges a sheet keeps; the rest are counted.
const mergedKept = 100_000

func (n *seen) error(code string, column, row int) {
	if n.errors == nil {
		n.errors = map[string]*places{}
	}
	if n.errors[code] == nil {
		n.errors[code] = &places{}
	}
	n.errors[code].cell(column, row)
}

func (p *places) cell(column, row int) {
	if p.wanted() {
		p.add(CellName(column, row), 1)
		return
	}
	p.count++
}

// rowRuns collects rows as runs: "rows 4 to 9".
type rowRuns struct {
	runs  [][2]int // at most remarkedPlaces
	last  int
	count int
	more  int // runs not kept
}

func (r *rowRuns) add(row int) {
	if r.count > 0 && r.last == row-1 {
		if r.more == 0 {
			r.runs[len(r.runs)-1][1] = row
		}
	} else if len(r.runs) < remarkedPlaces {
		r.runs = append(r.runs, [2]int{row, row})
	} else {
		r.more++
	}
	r.last = row
	r.count++
}

func (r *rowRuns) String() string {
	var p places
	for _, run := range r.runs {
		if run[0] == run[1] {
			p.add(fmt.Sprintf("row %d", run[0]), 1)
		} else {
			p.add(fmt.Sprintf("rows %d to %d", run[0], run[1]), 1)
		}
	}
	p.count += r.more
	return p.String()
}

// remarks says it in sentences, in a fixed order.
func (n *seen) remarks(s *Sheet) []Remark {
	var list []Remark
	say := func(kind, place, text string, count int) {
		if count > 0 {
			list = append(list, Remark{Kind: kind, Sheet: s.Name, Place: place, Text: text, Count: count})
		}
	}
	if s.State != Visible {
		say(HiddenSheet, "", "the sheet is "+s.State.String()+" in Excel; its rows were read", 1)
	}
	say(HiddenRows, n.hiddenRows.String(), "rows that Excel does not show, by a filter or by hand; they were read", n.hiddenRows.count)
	say(HiddenColumns, n.hiddenColumns.String(), "columns that Excel does not show; they were read", n.hiddenColumns.count)
	say(Filter, n.filters.String(), "a filter is on, so that Excel shows only some of the rows; all were read", n.filters.count)
	merged := places{}
	for _, r := range n.merged {
		if !merged.wanted() {
			break
		}
		merged.add(r.String(), 1)
	}
	merged.count = n.mergedCount
	say(Merged, merged.String(), "merged cells hold their value in the first cell alone; the others are blank", n.mergedCount)
	say(NoValue, n.noValue.String(), "formulas whose result is not in the file read as blank: open the workbook in Excel, save it and read it again", n.noValue.count)
	say(DDE, n.dde.String(), "a formula asks another program for its value (DDE), which was not done", n.dde.count)
	say(NoSuchDate, n.dates.String(), "numbers in the style of a date that are no day of the calendar, such as 0 or 29 February 1900", n.dates.count)
	say(LongNumber, n.long.String(), "numbers of more than 15 digits, of which Excel keeps 15: if they are ids, format the column as text and export it again", n.long.count)
	var codes []string
	for code := range n.errors {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		say(ErrorValue, n.errors[code].String(), code+" stands where a value should: correct the formula, or export its values", n.errors[code].count)
	}
	return list
}
