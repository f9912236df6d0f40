package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/inspection"
)

// writeSteps writes what could be added to the export, most useful first.
func (x *inspected) writeSteps() error {
	steps := append(slices.Clone(x.found.Columns), x.found.Tables...)
	return x.writeTable(table{
		page: page{
			sheet: sheetSteps, frozen: 1, title: "What to add to the export",
			intro: "One row for each column, then each table, " + inspection.Rule + ".",
		},
		name: "WhatToAdd",
		columns: []column{
			{header: "Rank", width: 9, right: true}, {header: "What", width: 11}, {header: "To add", width: 52}, {header: "In words", width: 52},
			{header: "Unlocks", width: 11, right: true}, {header: "Criteria it unlocks", width: 40},
			{header: "Helps", width: 10, right: true}, {header: "Criteria it brings nearer", width: 40}, {header: "Where", width: 40},
		},
		rows: len(steps), none: "Nothing: no criterion lacks a field",
		row: func(i int) []cell {
			s := steps[i]
			rank, kind := i+1, "Column"
			if s.Table {
				rank, kind = i+1-len(x.found.Columns), "Table"
			}
			labels := make([]string, len(s.Add))
			for n, path := range s.Add {
				labels[n] = x.need(path).words
			}
			return []cell{
				number(rank), words(kind), bold(s.Words()), words(capital(strings.Join(labels, "; "))),
				number(len(s.Unlocks)), words(idList(s.Unlocks)), number(len(s.Helps)), words(idList(s.Helps)), text(x.whereToAdd(s)),
			}
		},
	})
}

// whereToAdd names the inputs that hold the entity, if there are any.
func (x *inspected) whereToAdd(s inspection.Step) string {
	var pages []string
	for _, in := range x.found.Survey.Inputs {
		holds := slices.ContainsFunc(in.Columns, func(c casefile.Column) bool {
			return slices.ContainsFunc(c.Fields, func(path string) bool {
				entity, _, dotted := strings.Cut(path, ".")
				return dotted && entity == s.Entity || !dotted && s.Entity == ""
			})
		})
		if holds {
			pages = append(pages, in.Page())
		}
	}
	if len(pages) == 0 {
		return "Nothing in the export holds it yet"
	}
	const most = 3
	where := "Now in " + strings.Join(pages[:min(most, len(pages))], ", ")
	if rest := len(pages) - most; rest > 0 {
		where += " and " + thousands(rest) + " more"
	}
	return where
}

// writeCriteria writes which criteria can be assessed.
func (x *inspected) writeCriteria() error {
	list := x.found.Criteria
	return x.writeTable(table{
		page: page{sheet: sheetCriteria, frozen: 1, title: "Criteria", intro: "One row for each criterion: whether this export can be audited by it, and what it lacks. What cannot be assessed is no pass."},
		name: "Criteria",
		columns: []column{
			{header: "Ref", width: 10}, {header: "Area", width: 26}, {header: "Criterion", width: 50}, {header: "Level", width: 18},
			{header: "Can be assessed", width: 16}, {header: "What is missing", width: 60}, {header: "As exports spell it", width: 60},
		},
		rows: len(list),
		row: func(i int) []cell {
			c := list[i]
			can := cell{value: "● Yes", style: goodStyle}
			var columns []string
			if len(c.Missing) > 0 {
				can = cell{value: "□ No", style: mutedStyle}
				for _, m := range c.Missing {
					if spelt := x.need(m).columns; spelt != "" {
						columns = append(columns, spelt)
					}
				}
			}
			return []cell{bold(c.ID), words(c.Area.Title), words(c.Title), levelChip(c.Level), can, text(capital(x.lacks(c.Missing))), text(strings.Join(columns, "; "))}
		},
	})
}

// writeInputs writes how each input was read.
func (x *inspected) writeInputs() error {
	list := x.found.Survey.Inputs
	return x.writeTable(table{
		page: page{
			sheet: sheetInputs, frozen: 1, title: "Inputs",
			intro: "One row for each file, sheet or table: rows = rows read + exact repeats + rows refused. " + x.ignored(),
		},
		name: "Inputs",
		columns: []column{
			{header: "File", width: 36}, {header: "Sheet or table", width: 28}, {header: "Read as", width: 30}, {header: "Header row", width: 10, right: true},
			{header: "Encoding", width: 16}, {header: "Values separated by", width: 14}, {header: "Dates written as", width: 30},
			{header: "Rows", width: 12, right: true}, {header: "Read", width: 12, right: true}, {header: "Repeats", width: 11, right: true}, {header: "Refused", width: 11, right: true},
			{header: "Columns", width: 10, right: true}, {header: "Columns read", width: 10, right: true}, {header: "SHA-256", width: 40},
		},
		rows: len(list), none: "None",
		row: func(i int) []cell {
			in := list[i]
			read := 0
			for _, c := range in.Columns {
				if c.Read() {
					read++
				}
			}
			refused := number(in.Refused)
			if in.Refused > 0 {
				refused.style = alertNumberStyle
			}
			columns, columnsRead := number(len(in.Columns)), number(read)
			if in.Columns == nil { // it has none, which is not nought
				columns.value, columnsRead.value = nil, nil
			}
			return []cell{
				{value: in.Name, style: boldStyle}, text(in.Sheet), text(in.Entity), countOrBlank(in.HeaderRow), words(in.Encoding), words(delimiterWords(in.Delimiter)),
				text(forms(in.Columns)), number(in.Rows), number(in.Read), number(in.Duplicates), refused, columns, columnsRead, text(in.SHA256),
			}
		},
	})
}

// ignored says which files were left alone.
func (x *inspected) ignored() string {
	if n := len(x.found.Survey.Ignored); n > 0 {
		return plural(n, "file was", "files were") + " not read: see " + sheetNotes + "."
	}
	return "Every file was read."
}

// forms says how the dates of all columns are written, most often first.
func forms(columns []casefile.Column) string {
	var all []casefile.DateForm
	for _, c := range columns {
		for _, d := range c.Dates {
			at := slices.IndexFunc(all, func(f casefile.DateForm) bool { return f.Form == d.Form })
			if at < 0 {
				all = append(all, d)
			} else {
				all[at].Count += d.Count
			}
		}
	}
	slices.SortStableFunc(all, func(a, b casefile.DateForm) int { return b.Count - a.Count })
	return dateForms(all)
}

func dateForms(list []casefile.DateForm) string {
	words := make([]string, len(list))
	for i, f := range list {
		words[i] = f.Form
		if len(list) > 1 {
			words[i] += fmt.Sprintf(" (%s)", thousands(f.Count))
		}
	}
	return strings.Join(words, ", ")
}
