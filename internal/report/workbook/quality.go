package workbook

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
)

// problem is a row of Data quality.
type problem struct {
	check   string
	file    string
	row     int // 0 for none
	field   string
	caseID  string
	checked int // rows; only for files
	count   int // problems; 0 for a row that only informs, or is counted in another
	item    string
	what    string
	effect  string
	where   string
}

// problemsListed is how many refused rows, faults and doubts are each listed one by
// one. The rest are counted in one row that says so.
const problemsListed = 20_000

// writeQuality writes what is wrong with the export, and what that means for the
// audit.
func writeQuality(b *book) error {
	list := b.problems()
	return b.writeTable(table{
		page: page{sheet: sheetQuality, frozen: 1, title: "Data quality", intro: b.rowsInWords()},
		name: "DataQuality",
		columns: []column{
			{header: "Check", width: 26}, {header: "File, criterion or record", width: 34}, {header: "Row", width: 10, right: true},
			{header: "Column or field", width: 32}, {header: "Child ref", width: 16}, {header: "Rows checked", width: 12, right: true},
			{header: "Problems", width: 12, right: true}, {header: "Item", width: 18}, {header: "What was found", width: 54},
			{header: "Effect on the audit", width: 46}, {header: "Where in the export", width: 33},
		},
		rows: len(list), none: "None",
		row: func(i int) []cell {
			p := list[i]
			return []cell{
				bold(p.check), text(p.file), countOrBlank(p.row), text(p.field), id(p.caseID), countOrBlank(p.checked),
				countOrBlank(p.count), id(p.item), text(p.what), words(p.effect), text(p.where),
			}
		},
	})
}

func countOrBlank(n int) cell {
	c := number(n)
	if n == 0 {
		c.value = nil
	}
	return c
}

// rowsInWords accounts for every row: rows in the files = read + repeats + refused.
func (b *book) rowsInWords() string {
	s := b.audit.Survey
	if s == nil {
		return "Nothing is known of the export."
	}
	rows, read, duplicates, refused := s.Rows()
	return plural(rows, "row", "rows") + " in " + plural(s.Files(), "file", "files") + ": " + thousands(read) + " read, " +
		plural(duplicates, "exact repeat", "exact repeats") + " left out, " + thousands(refused) + " refused. Each problem stands with its effect on the audit."
}

// problemCount is how many faults in the data the audit met with.
func (b *book) problemCount() int {
	n := 0
	for _, p := range b.problems() {
		n += p.count
	}
	return n
}

// problems lists everything in the order of the sheet: what nobody could judge
// first, then what the checks found, counted, then the files, then notes by kind,
// then rows and items one by one.
func (b *book) problems() []problem {
	var list []problem
	for _, e := range b.audit.Errors {
		list = append(list, problem{
			check: "Policy failed", file: e.Criterion.ID + " " + e.Criterion.Title, caseID: e.CaseID, count: e.Records, what: e.Text,
			effect: "Its items in " + plural(e.Records, "case", "cases") + " were not judged: the result is incomplete. All other criteria were judged.",
		})
	}
	for _, r := range b.audit.Summary.Criteria {
		if !r.Assessable() {
			list = append(list, b.notAssessable(r))
		}
	}
	list = append(list, checks(b.audit.Checks)...)
	if s := b.audit.Survey; s != nil {
		for _, in := range s.Inputs {
			list = append(list, fileRead(in))
		}
		for _, name := range s.Ignored {
			list = append(list, problem{check: "File not read", what: name, effect: "No part of the audit."})
		}
		list = append(list, notesByKind(s.Notes)...)
		list = append(list, refusals(s)...)
	}
	list = append(list, b.faults()...)
	return append(list, doubts(b.audit.Doubts)...)
}

func (b *book) notAssessable(r audit.CriterionResult) problem {
	var words, columns, short []string
	for _, missing := range r.Missing {
		n := b.need(missing)
		if _, is := casefile.LatestOnly(missing); is {
			short = append(short, capital(n.words)+".")
			continue
		}
		words, columns = append(words, n.words), append(columns, n.columns)
	}
	what, effect := strings.Join(short, " "), "No result, which is not a pass. Supply every one of them to have it judged."
	if len(words) > 0 {
		what = strings.TrimSpace("The export lacks " + strings.Join(words, "; ") + ". " + what)
		effect = "No result, which is not a pass. Supply the columns named here to have it judged."
	}
	return problem{
		check: "Could not be judged", file: r.Criterion.ID + " " + r.Criterion.Title, field: strings.Join(columns, "; "),
		what: what, effect: effect,
	}
}

func fileRead(in casefile.Input) problem {
	p := problem{
		check: "Rows in the file", file: in.Page(), checked: in.Rows,
		what: "Read as " + in.Entity + ": " + thousands(in.Read) + " read, " + plural(in.Duplicates, "exact repeat", "exact repeats") + ", " +
			thousands(in.Refused) + " refused",
		effect: "None: every row was read.",
	}
	if in.Refused > 0 {
		p.effect = plural(in.Refused, "row is", "rows are") + " not in the audit: see “Row refused”."
	} else if in.Duplicates > 0 {
		p.effect = "None: repeats count once."
	}
	return p
}

// refusals lists rows that were refused. A survey may have counted more of them
// than it kept.
func refusals(s *casefile.Survey) []problem {
	var list []problem
	for _, r := range s.Refusals[:min(len(s.Refusals), problemsListed)] {
		list = append(list, problem{
			check: "Row refused", file: r.At.Page(), row: r.At.Row, field: r.Column, caseID: r.CaseID, count: 1, what: capital(r.Reason),
			effect: "Not audited: what this row would have shown is unknown.",
		})
	}
	_, _, _, refused := s.Rows()
	if more := max(refused, len(s.Refusals)) - len(list); more > 0 {
		list = append(list, rest("Row refused", more))
	}
	return list
}

func doubts(all []audit.Doubt) []problem {
	var list []problem
	for i, d := range all {
		if i == problemsListed {
			return append(list, rest("Doubt", len(all)-i))
		}
		list = append(list, problem{
			check: "Doubt", file: d.Criterion.ID + " " + d.Criterion.Title, caseID: d.CaseID, count: 1, item: d.Item, what: capital(d.Text),
			effect: "Judged, but on data that may be wrong: look at the record first.", where: d.Where,
		})
	}
	return list
}

func rest(check string, n int) problem {
	return problem{check: check, count: n, what: plural(n, "more is", "more are") + " not listed one by one", effect: "As above."}
}
