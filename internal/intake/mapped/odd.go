package mapped

import (
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/table"
)

func (v *surveyor) oddities(row table.Row) {
	if row.Loose {
		v.ledger.Note(casefile.Note{Kind: ledger.StrayQuote, At: v.where, Text: "a quotation mark is out of place and was kept as text: check the row"})
	}
	if row.RowLike {
		v.ledger.Note(casefile.Note{Kind: ledger.RowsInCell, At: v.where,
			Text: fmt.Sprintf("a quoted cell runs over %d lines that look like rows of their own: check the quotation marks", row.Lines)})
	}
	if row.Replaced > 0 {
		v.ledger.Count(casefile.Note{Kind: ledger.Encoding, At: v.where, Count: row.Replaced, Text: "characters that could not be decoded were replaced"})
	}
}

// without notes rows that give nothing, or whose words no items ask for.
func (v *surveyor) without(s *source, cells []string, list []reading, aside []int) {
	if len(list) > 0 {
		return
	}
	if len(aside) < len(s.items) {
		v.ledger.Count(casefile.Note{Kind: noItem, At: v.where, Text: rowsWithout})
		return
	}
	w := s.items[aside[0]].where[0]
	for _, at := range aside {
		for _, c := range s.items[at].where {
			if c.word != s.fold(cells, c.column) {
				w = c
			}
		}
	}
	column := casefile.Quote(s.table.Header[w.column])
	text := fmt.Sprintf("column %s holds none of the words by which the mapping tells what a row is", column)
	if w.shown && casefile.Trim(cells[w.column]) != "" {
		text = fmt.Sprintf("%s in column %s is none of the words by which the mapping tells what a row is", casefile.Quote(casefile.Trim(cells[w.column])), column)
	}
	v.ledger.Count(casefile.Note{Kind: noItem, At: v.where, Text: text})
}

// unmet notes items that no row of a table gives, because none has the words that
// the mapping asks for: a word mistyped there looks like a month without visits.
func (v *surveyor) unmet(s *source, rows int) {
	for i, it := range s.items {
		if it.found > 0 || rows == 0 || len(it.where) == 0 {
			continue
		}
		var asked []string
		for _, column := range sortedKeys(it.spec.Where) {
			asked = append(asked, fmt.Sprintf("%s in column %s", casefile.Quote(it.spec.Where[column]), casefile.Quote(column)))
		}
		v.ledger.Count(casefile.Note{Kind: noItem, At: casefile.Location{File: s.table.Name, Sheet: s.table.Sheet, Row: s.table.HeaderLine},
			Text: fmt.Sprintf("no row has %s, so that the table gives no %s: check %s", strings.Join(asked, " and "), strings.ReplaceAll(it.spec.Entity, "_", " "), v.export.place(s.at, fmt.Sprintf("items[%d].where", i)))})
	}
}

// unmatched takes note of a word that stands for no code, once the row is read.
func (v *surveyor) unmatched(f *casefile.Field, raw string, open bool) {
	at := v.where
	v.odd = append(v.odd, func() {
		if !open {
			v.ledger.Unmatched(f, raw, at)
			return
		}
		n := casefile.Note{Kind: ledger.UnmatchedValue, At: at, Field: f.Path(), Text: f.Label + ": a value is none of the words that the mapping lists and is kept as it stands"}
		if !f.Personal {
			n.Value = casefile.Quote(raw)
			n.Text = fmt.Sprintf("%s: %s is none of the words that the mapping lists and is kept as it stands", f.Label, n.Value)
		}
		v.ledger.Count(n)
	})
}

// sawDates counts how the dates of a row are written.
func (v *surveyor) sawDates(s *source, cells []string) {
	seen := map[int]bool{}
	for _, it := range s.items {
		for _, b := range it.bindings {
			if b.field.Dated() && !seen[b.column] {
				seen[b.column] = true
				s.sawDate(b, cells[b.column])
			}
		}
	}
}

// sawDate counts how a date is written: as the mapping says, unless it is ISO.
func (s *source) sawDate(b binding, cell string) {
	c := &s.columns[b.column]
	cell = casefile.Trim(s.text(cell))
	if b.date == nil || cell == "" || mapping.ISO(cell) {
		c.SawDate(cell)
		return
	}
	at := slices.IndexFunc(c.Dates, func(f casefile.DateForm) bool { return f.Form == b.date.String() })
	if at < 0 {
		at = len(c.Dates)
		c.Dates = append(c.Dates, casefile.DateForm{Form: b.date.String()})
	}
	c.Dates[at].Count++
}

// damaged refuses lines that are no row. What stands in the column of the id may
// be anything: it counts against a case only if there is one of that id.
func (v *surveyor) damaged(s *source, row table.Row) {
	s.group = ""
	if s.caseAt >= 0 && s.caseAt < len(row.Cells) {
		if id, _, wrong := s.caseID(row.Cells[s.caseAt]); wrong == nil && id != "" {
			v.refused[id]++
		}
	}
	v.ledger.Refuse(row.Lost, casefile.Refusal{At: v.where, Reason: row.Fault})
}

// refuse lists a row that is not read, and counts it against its case.
func (v *surveyor) refuse(rows int, id string, wrong fault) {
	if id != "" {
		v.refused[id]++
	}
	v.ledger.Refuse(rows, casefile.Refusal{At: v.where, Column: wrong.column, CaseID: id, Reason: wrong.reason})
}
