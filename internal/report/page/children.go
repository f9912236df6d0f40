package page

import (
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// children are those with findings, who needs somebody first standing first, and
// the findings about the service.
type children struct {
	Account  string // how many there are, and how many have findings
	Priority priorityTable
	Rows     []childRow
	Left     string
	Service  []finding
	More     string // findings about the service that are left out
}

// priorityTable counts the findings of priority level by criterion.
type priorityTable struct {
	Rows  []priorityRow
	Total string
}

type priorityRow struct {
	Criterion link
	Findings  link
	Children  string
}

// childRow is one child, folded: the line that is always there, and behind it the
// findings.
type childRow struct {
	ID, Ref, Team, Overdue string
	Levels                 []chip // "2 priority"
	Findings               []finding
	Left                   string
}

// finding is one item that was not met, with what it rests on.
type finding struct {
	ID        string
	Level     chip
	Marks     []chip // waived, new or still open
	Criterion link
	Title     string
	Message   string
	Facts     []term
}

func (b *builder) listChildren() children {
	of := map[string][]int{}
	for i, f := range b.findings {
		of[f.CaseID] = append(of[f.CaseID], i)
	}
	c := children{Priority: b.priorityTable()}
	withFindings, room := 0, findingsListed
	for _, child := range b.audit.Summary.Children {
		if child.Findings() == 0 {
			continue
		}
		if withFindings++; len(c.Rows) == childrenListed || room <= 0 {
			continue
		}
		row := b.childRow(child, of[child.CaseID])
		room -= len(row.Findings)
		c.Rows = append(c.Rows, row)
	}
	service, left := first(of[audit.ServiceCase], perKind)
	for _, i := range service {
		c.Service = append(c.Service, b.finding(i))
	}
	c.More = leftOut(left, "Findings")
	all := len(b.audit.Summary.Children)
	c.Account = plural(all, "case", "cases") + " with an audited item: " + thousands(withFindings) + " with findings, " +
		thousands(all-withFindings) + " without. A case in which nothing was audited is in neither number."
	if left := withFindings - len(c.Rows); left > 0 {
		c.Left = "The " + thousands(len(c.Rows)) + " who need somebody most are listed. " + leftOut(left, "Children")
	}
	return c
}

// priority is how many findings are of priority level: they stand first.
func (b *builder) priority() int {
	n := slices.IndexFunc(b.findings, func(o audit.Outcome) bool { return o.Criterion.Level != criteria.Priority })
	if n < 0 {
		return len(b.findings)
	}
	return n
}

func (b *builder) priorityTable() priorityTable {
	t := priorityTable{Total: thousands(b.priority())}
	cases := map[string]map[string]bool{}
	for _, f := range b.findings[:b.priority()] {
		id := f.Criterion.ID
		if cases[id] == nil {
			cases[id] = map[string]bool{}
		}
		if f.CaseID != audit.ServiceCase {
			cases[id][f.CaseID] = true
		}
	}
	for _, c := range b.audit.Catalogue.Criteria {
		if cases[c.ID] != nil {
			t.Rows = append(t.Rows, priorityRow{
				Criterion: link{c.ID + " " + c.Title, anchor("criterion", c.ID)},
				Findings:  link{thousands(b.count[c.ID]), b.toFindings(c)}, Children: thousands(len(cases[c.ID])),
			})
		}
	}
	return t
}

func (b *builder) childRow(c audit.ChildResult, of []int) childRow {
	row := childRow{ID: anchor("child", c.CaseID), Ref: c.CaseID, Team: teamName(c.Team)}
	for _, n := range []struct {
		count int
		level criteria.Level
	}{{c.Priority, criteria.Priority}, {c.Development, criteria.Development}, {c.Advisory, criteria.Advisory}} {
		if n.count > 0 {
			level := levelChip(n.level)
			level.Words = thousands(n.count) + " " + strings.ToLower(level.Words)
			row.Levels = append(row.Levels, level)
		}
	}
	if c.DaysOver > 0 {
		row.Overdue = "longest overdue " + plural(c.DaysOver, "day", "days")
	}
	shown, left := first(of, perChild)
	for _, i := range shown {
		row.Findings = append(row.Findings, b.finding(i))
	}
	row.Left = leftOut(left, "Findings")
	return row
}

// toCriterion leads to a criterion of the catalogue; a finding on a waiver has none.
func (b *builder) toCriterion(c *criteria.Criterion) link {
	if _, ok := b.audit.Catalogue.Criterion(c.ID); !ok {
		return link{Text: c.ID}
	}
	return link{c.ID, anchor("criterion", c.ID)}
}

// marks say what a waiver or a baseline adds to a finding; the verdict stays.
func marks(o audit.Outcome) []chip {
	var list []chip
	if o.Waived {
		list = append(list, chip{"◊", "Waived", "muted"})
	}
	switch o.State {
	case audit.New:
		list = append(list, chip{"+", "New", "fair"})
	case audit.Open:
		list = append(list, chip{"=", "Still open", "muted"})
	}
	return list
}

// finding writes a finding out, and notes that its criterion can lead to it.
func (b *builder) finding(i int) finding {
	o := b.findings[i]
	f := finding{
		ID: anchor("finding", o.Finding), Level: levelChip(o.Criterion.Level), Title: o.Criterion.Title,
		Criterion: b.toCriterion(o.Criterion), Message: capital(o.Message), Marks: marks(o),
	}
	over := ""
	if o.DaysOver > 0 {
		over = plural(o.DaysOver, "calendar day", "calendar days")
	}
	done := shortDate(o.Done)
	if done == "" && o.Due != "" {
		done = "not by " + shortDate(b.audit.AsAt)
	}
	for _, t := range []term{
		{"Counted from", shortDate(o.Start)}, {"Due", shortDate(o.Due)}, {"Done", done}, {"Over", over},
		{"In the export", o.Where}, {"To do", o.Criterion.Action}, {"Doubt about the data", capital(o.Doubt)},
	} {
		if t.Text != "" {
			f.Facts = append(f.Facts, t)
		}
	}
	r := ref{link: link{o.CaseID, f.ID}, About: teamName(o.Team)}
	if o.CaseID == audit.ServiceCase {
		r.Text = o.Item
	}
	if o.DaysOver > 0 {
		r.About += ", " + plural(o.DaysOver, "day", "days") + " over"
	}
	b.listed[o.Criterion.ID] = append(b.listed[o.Criterion.ID], r)
	return f
}
