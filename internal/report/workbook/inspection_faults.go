package workbook

import (
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
)

// writeValues writes the values that stand where codes stand and are none of them.
func (x *inspected) writeValues() error {
	list := x.found.Unknown
	return x.writeTable(table{
		page: page{sheet: sheetValues, frozen: 1, title: "Values not known", intro: "One row for each value that is none of its field's codes. A criterion that looks for a code does not find it here; none of these is read as “no”."},
		name: "ValuesNotKnown",
		columns: []column{
			{header: "Field", width: 34}, {header: "In words", width: 40}, {header: "Value", width: 34}, {header: "Times", width: 10, right: true},
			{header: "Input", width: 40}, {header: "First row", width: 11, right: true}, {header: "What was found", width: 64},
		},
		rows: len(list), none: "None",
		row: func(i int) []cell {
			v := list[i]
			return []cell{
				{value: v.Field, style: boldStyle}, words(capital(x.need(v.Field).words)), text(v.Value), number(v.Count), text(v.Page), countOrBlank(v.Row), text(capital(v.Text)),
			}
		},
	})
}

// writeRefused writes the rows that were refused, as far as they were listed one by
// one.
func (x *inspected) writeRefused() error {
	list := x.found.Survey.Refusals
	return x.writeTable(table{
		page: page{sheet: sheetRefused, frozen: 1, title: "Rows refused", intro: "One row for each row of the export that could not be read. It is not in an audit: what it would have shown is unknown."},
		name: "RowsRefused",
		columns: []column{
			{header: "Input", width: 44}, {header: "Row", width: 11, right: true}, {header: "Item", width: 24}, {header: "Column", width: 34}, {header: "Child ref", width: 20}, {header: "Reason, and what to do", width: 90},
		},
		rows: len(list), none: "None",
		row: func(i int) []cell {
			r := list[i]
			return []cell{{value: r.At.Page(), style: boldStyle}, countOrBlank(r.At.Row), text(r.At.Part), text(r.Column), id(r.CaseID), text(capital(r.Reason))}
		},
	})
}

// notRead is the kind of what is said of a file that was left alone.
const notRead = "file not read"

// writeNotes writes the files that were left alone and every other note.
func (x *inspected) writeNotes() error {
	var list []casefile.Note
	for _, file := range x.found.Survey.Ignored {
		list = append(list, casefile.Note{Kind: notRead, Text: file, Count: 1})
	}
	for _, n := range x.found.Survey.Notes {
		if n.Kind != ledger.UnmatchedValue { // they have a sheet of their own
			list = append(list, n)
		}
	}
	return x.writeTable(table{
		page: page{sheet: sheetNotes, frozen: 1, title: "Notes on the data", intro: "One row for each oddity that did not stop the reading, with what it means for an audit."},
		name: "Notes",
		columns: []column{
			{header: "Kind", width: 28}, {header: "Input", width: 40}, {header: "Row", width: 11, right: true}, {header: "Field", width: 30}, {header: "Child ref", width: 18},
			{header: "Times", width: 10, right: true}, {header: "What was found", width: 70}, {header: "What it means", width: 50},
		},
		rows: len(list), none: "None",
		row: func(i int) []cell {
			n := list[i]
			effect, what := noteEffect(n.Kind), capital(n.Text)
			if n.Kind == notRead {
				effect, what = "No part of an audit.", n.Text // it begins with the file's name
			}
			return []cell{
				bold(capital(n.Kind)), text(n.At.Page()), countOrBlank(n.At.Row), text(n.Field), id(n.CaseID), number(max(1, n.Count)), text(what), words(effect),
			}
		},
	})
}
