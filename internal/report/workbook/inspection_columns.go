package workbook

import (
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// columnOf is a column with the input that it stands in.
type columnOf struct {
	in *casefile.Input
	at int // from 1
	casefile.Column
}

func (x *inspected) allColumns() []columnOf {
	var list []columnOf
	for i := range x.found.Survey.Inputs {
		in := &x.found.Survey.Inputs[i]
		for at, c := range in.Columns {
			list = append(list, columnOf{in, at + 1, c})
		}
	}
	return list
}

// writeColumns writes what became of each column.
func (x *inspected) writeColumns() error {
	list := x.allColumns()
	return x.writeTable(table{
		page: page{sheet: sheetColumns, frozen: 2, title: "Columns", intro: "One row for each column of each file, sheet or table, in its own order, and what it was read as. Inputs without columns (XML, JSON) have none here."},
		name: "Columns",
		columns: []column{
			{header: "Input", width: 40}, {header: "Column", width: 36}, {header: "Number", width: 11, right: true}, {header: "State", width: 16},
			{header: "Read as", width: 46}, {header: "In words", width: 46}, {header: "Use", width: 46}, {header: "Dates written as", width: 30},
		},
		rows: len(list), none: "None",
		row: func(i int) []cell {
			c := list[i]
			labels := make([]string, len(c.Fields))
			for n, path := range c.Fields {
				labels[n] = x.need(path).words
			}
			return []cell{
				text(c.in.Page()), {value: c.Name, style: boldStyle}, number(c.at), columnChip(c.Column),
				text(strings.Join(c.Fields, ", ")), words(capital(strings.Join(labels, "; "))), text(capital(c.Use)), text(dateForms(c.Dates)),
			}
		},
	})
}

// columnChip is whether a column was read: symbol, word and tint.
func columnChip(c casefile.Column) cell {
	switch {
	case c.Use == casefile.ColumnUnknown:
		return cell{value: "▲ Not known", style: warnStyle}
	case !c.Read():
		return cell{value: "□ Not read", style: mutedStyle}
	}
	return cell{value: "● Read", style: goodStyle}
}

// fieldRow is a field and whether it is supplied.
type fieldRow struct {
	label    string
	field    *casefile.Field
	supplied bool
}

// writeFields writes every field of the dictionary.
func (x *inspected) writeFields() error {
	from := map[string][]string{}
	for _, c := range x.allColumns() {
		for _, path := range c.Fields {
			from[path] = append(from[path], c.in.Page()+" "+c.Name)
		}
	}
	needed := map[string][]string{}
	for _, c := range x.found.Criteria {
		for _, need := range c.Needs {
			for path := range strings.SplitSeq(need, "|") {
				if path = strings.TrimSpace(path); !slices.Contains(needed[path], c.ID) {
					needed[path] = append(needed[path], c.ID)
				}
			}
		}
	}
	var list []fieldRow
	for _, e := range x.found.Fields {
		var rows []fieldRow
		for _, f := range e.Supplied {
			rows = append(rows, fieldRow{e.Label, f, true})
		}
		for _, f := range e.Lacking {
			rows = append(rows, fieldRow{e.Label, f, false})
		}
		list = append(list, rows...)
	}
	return x.writeTable(table{
		page: page{sheet: sheetFields, frozen: 2, title: "Fields", intro: "One row for each field that an audit can read, those supplied first in each list, with the columns that supply it and the criteria that need it."},
		name: "Fields",
		columns: []column{
			{header: "List", width: 26}, {header: "Field", width: 34}, {header: "As exports spell it", width: 44}, {header: "Type", width: 12},
			{header: "Supplied", width: 14}, {header: "By", width: 50}, {header: "Criteria that need it", width: 50},
		},
		rows: len(list),
		row: func(i int) []cell {
			r := list[i]
			supplied := cell{value: "□ No", style: mutedStyle}
			by := ""
			if r.supplied {
				supplied = cell{value: "● Yes", style: goodStyle}
				if by = strings.Join(from[r.field.Path()], ", "); by == "" {
					by = "Worked out from others, or by the export's own shape"
				}
			}
			return []cell{
				words(capital(r.label)), bold(capital(r.field.Label)), words(spelling(r.field)), words(string(r.field.Type)),
				supplied, text(by), words(strings.Join(needed[r.field.Path()], ", ")),
			}
		},
	})
}
