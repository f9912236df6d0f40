package page

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
)

// quality is what is wrong with the export, and what that means for the audit.
type quality struct {
	Account  string // rows = read + repeats + refused
	Problems []problem
	Total    string
	Lists    []problemList
}

// problem is one kind of fault, counted.
type problem struct {
	Kind, Title  string
	Count        int
	What, Effect string
	To           string // the list of its rows; may be empty
}

// Number is the count as it is printed.
func (p problem) Number() string { return thousands(p.Count) }

// problemList is the rows of one kind of fault, one by one.
type problemList struct {
	ID, Title string
	Rows      []problemRow
	Left      string
}

type problemRow struct{ CaseID, Item, Text, Where string }

const allSheets = "Data quality"

func (b *builder) quality() quality {
	q := quality{Account: b.rowsInWords(), Problems: b.problems(), Total: thousands(b.problemCount())}
	for _, r := range b.audit.Checks {
		if r.Faults > 0 {
			q.Lists = append(q.Lists, b.faultList(r))
		}
	}
	if b.audit.Survey != nil && refusedRows(b.audit.Survey) > 0 {
		q.Lists = append(q.Lists, refusalList(b.audit.Survey))
	}
	if len(b.audit.Doubts) > 0 {
		q.Lists = append(q.Lists, doubtList(b.audit.Doubts))
	}
	return q
}

// rowsInWords accounts for every row: rows in the files = read + repeats + refused.
func (b *builder) rowsInWords() string {
	s := b.audit.Survey
	if s == nil {
		return "Nothing is known of the export."
	}
	rows, read, duplicates, refused := s.Rows()
	return plural(rows, "row", "rows") + " in " + plural(len(s.Inputs), "file", "files") + " = " + thousands(read) + " read + " +
		plural(duplicates, "exact repeat", "exact repeats") + " left out + " + thousands(refused) + " refused."
}

// problemCount is how many faults in the data the audit met with.
func (b *builder) problemCount() int {
	n := 0
	for _, p := range b.problems() {
		n += p.Count
	}
	return n
}

// problems counts the faults by kind: what failed first, then what the checks
// found, then what could not be read, then doubts and notes.
func (b *builder) problems() []problem {
	var list []problem
	for _, e := range b.audit.Errors {
		list = append(list, problem{
			Kind: "Policy failed", Title: e.Criterion.ID + " " + e.Criterion.Title, Count: e.Records, To: "failed", What: e.Text,
			Effect: "Its items in these cases were not judged: the result is incomplete. All other criteria were judged.",
		})
	}
	list = append(list, checkProblems(b.audit.Checks)...)
	s := b.audit.Survey
	if s == nil {
		s = &casefile.Survey{}
	}
	if n := refusedRows(s); n > 0 {
		list = append(list, problem{
			Kind: "Rows refused", Count: n, To: "rows-refused", What: "Rows that could not be read.",
			Effect: "Not audited: what these rows would have shown is unknown.",
		})
	}
	if n := len(b.audit.Doubts); n > 0 {
		list = append(list, problem{
			Kind: "Doubts", Count: n, To: "doubts", What: "Items judged on data that may be wrong.",
			Effect: "Judged all the same: look at the record first.",
		})
	}
	return append(list, noteProblems(s.Notes)...)
}

// refusedRows counts the rows refused; a survey may have counted more of them
// than it kept.
func refusedRows(s *casefile.Survey) int {
	_, _, _, refused := s.Rows()
	return max(refused, len(s.Refusals))
}

func checkProblems(results []audit.CheckResult) []problem {
	var list []problem
	for _, r := range results {
		if r.Error != "" {
			list = append(list, problem{
				Kind: "Check failed", Title: r.Check.ID + " " + r.Check.Title, Count: r.Records, What: r.Error,
				Effect: "Faults of this kind in these records are not shown. The audit does not rest on it.",
			})
		}
		if r.Faults > 0 {
			list = append(list, problem{
				Kind: r.Check.ID, Title: r.Check.Title, Count: r.Faults, To: anchor("check", r.Check.ID), What: found(r),
				Effect: strings.TrimSpace(r.Check.Effect + " " + r.Check.Do),
			})
		}
	}
	return list
}

func found(r audit.CheckResult) string {
	if r.Check.Service {
		return "In what the export says of the service."
	}
	return "In " + plural(r.Cases, "case", "cases") + "."
}

func (b *builder) faultList(r audit.CheckResult) problemList {
	list := problemList{ID: anchor("check", r.Check.ID), Title: r.Check.ID + " " + r.Check.Title}
	for _, f := range b.audit.Faults {
		if f.Check.ID != r.Check.ID {
			continue
		}
		if len(list.Rows) == perCheck {
			list.Left = leftOut(r.Faults-perCheck, allSheets)
			break
		}
		list.Rows = append(list.Rows, problemRow{f.CaseID, b.entityWords(f.Entity) + " " + shortDate(f.Item), capital(f.Text), f.Where})
	}
	return list
}

func (b *builder) entityWords(name string) string {
	if name == "child" {
		return "The child"
	}
	if e, ok := b.fields.Entity(name); ok {
		return capital(e.Label)
	}
	return name
}

func refusalList(s *casefile.Survey) problemList {
	list := problemList{ID: "rows-refused", Title: "Rows refused"}
	shown, _ := first(s.Refusals, perKind)
	for _, r := range shown {
		list.Rows = append(list.Rows, problemRow{r.CaseID, r.Column, capital(r.Reason), r.At.String()})
	}
	list.Left = leftOut(refusedRows(s)-len(shown), allSheets)
	return list
}

func doubtList(doubts []audit.Doubt) problemList {
	list := problemList{ID: "doubts", Title: "Doubts"}
	shown, left := first(doubts, perKind)
	for _, d := range shown {
		list.Rows = append(list.Rows, problemRow{d.CaseID, d.Criterion.ID + " " + shortDate(d.Item), capital(d.Text), d.Where})
	}
	list.Left = leftOut(left, allSheets)
	return list
}
