package ledger

import (
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/table"
)

// saying is a remark of a file.
type saying struct {
	file   string
	remark table.Remark
}

// Table notes what is to be known of where a table's rows were read from: hidden
// rows, errors in cells, macros. It is for after Rows, when all of it is known.
// What concerns a whole workbook is noted once, however many tables it has.
func (l *Ledger) Table(t *table.Table) {
	for _, r := range t.Remarks() {
		s := saying{t.Name, r}
		if l.said[s] {
			continue
		}
		if l.said == nil {
			l.said = map[saying]bool{}
		}
		l.said[s] = true
		text := r.Text
		if r.Place != "" {
			text = r.Place + ": " + text
		}
		l.Count(casefile.Note{Kind: r.Kind, At: casefile.Location{File: t.Name, Sheet: r.Sheet}, Text: text, Count: r.Count})
	}
}
