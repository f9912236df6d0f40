// Package csv writes the findings as CSV, one a row, for programs and for the
// person who opens the file in Excel all the same.
//
// A cell that begins with a character at which a spreadsheet starts to calculate
// gets an apostrophe before it: text of the export must never become a formula.
// Source of the list of characters: OWASP, CSV Injection. The file is UTF-8
// without a byte order mark, with the line ends of RFC 4180.
package csv

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/listing"
)

// header names the columns; the order is part of the format.
func header() []string {
	return []string{"finding", "level", "criterion", "title", "case_id", "team", "worker", "entity", "item", "anchor",
		"due", "done", "days_over", "message", "where", "file", "sheet", "row", "doubt", "action", "state", "waived"}
}

// Write writes the findings, priority first.
func Write(w io.Writer, a *audit.Audit, _ *letter.Letter) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	_ = out.Write(header()) // Error tells at the end
	for _, f := range listing.Findings(a) {
		days, row, waived := "", "", ""
		if f.Waived {
			waived = "yes"
		}
		if f.DaysOver > 0 {
			days = strconv.Itoa(f.DaysOver)
		}
		if f.At.Row > 0 {
			row = strconv.Itoa(f.At.Row)
		}
		c := f.Criterion
		cells := []string{f.Finding, string(c.Level), c.ID, c.Title, f.CaseID, f.Team, f.Worker, f.Entity, f.Item, f.Anchor,
			f.Due, f.Done, days, f.Message, f.Where, f.At.File, f.At.Sheet, row, f.Doubt, c.Action, string(f.State), waived}
		for i, cell := range cells {
			cells[i] = safe(cell)
		}
		_ = out.Write(cells)
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	return nil
}

// safe makes a cell that no spreadsheet takes for a formula.
func safe(cell string) string {
	cell = listing.Line(cell)
	if first := strings.TrimLeft(cell, " \u00a0"); first != "" && strings.ContainsRune("=+-@＝＋－＠|%", []rune(first)[0]) {
		return "'" + cell
	}
	return cell
}
