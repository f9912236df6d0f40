package page

import (
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/letter"
)

// gaps are what nobody could judge, and what would have it judged. None of it is
// a pass.
type gaps struct {
	Criteria []gapRow
	Failed   []failedRow
	Groups   []term // groups of children that cannot be told
	Little   []gapLine
}

type gapRow struct {
	ID             string
	Criterion      link
	Words, Columns string
}

type failedRow struct {
	Criterion             link
	Records, CaseID, Text string
}

// gapLine is a criterion that was judged on little or nothing.
type gapLine struct {
	Criterion link
	Class     chip
	Audited   string
}

func (b *builder) gaps() gaps {
	g := gaps{}
	for _, r := range b.audit.Summary.Criteria {
		c := r.Criterion
		to := link{c.ID + " " + c.Title, anchor("criterion", c.ID)}
		if !r.Assessable() {
			g.Criteria = append(g.Criteria, gapRow{ID: anchor("gap", c.ID), Criterion: to, Words: capital(b.lacks(r.Missing)), Columns: b.columns(r.Missing)})
		} else if class := b.letter.Classes[c.ID]; class == letter.TooFew || class == letter.NoneAudited {
			g.Little = append(g.Little, gapLine{to, classChip(class), thousands(r.Audited())})
		}
	}
	for _, e := range b.audit.Errors {
		g.Failed = append(g.Failed, failedRow{
			Criterion: link{e.Criterion.ID + " " + e.Criterion.Title, anchor("criterion", e.Criterion.ID)},
			Records:   thousands(e.Records), CaseID: e.CaseID, Text: e.Text,
		})
	}
	for _, s := range b.audit.Slices {
		if len(s.Missing) > 0 || s.Error != "" {
			g.Groups = append(g.Groups, term{s.Slice.Title, b.groupRemark(s)})
		}
	}
	return g
}

// columns lists missing needs as exports spell them.
func (b *builder) columns(needs []string) string {
	missing := make([]string, len(needs))
	for i, n := range needs {
		missing[i] = b.need(n).columns
	}
	missing = slices.DeleteFunc(missing, func(s string) bool { return s == "" })
	return strings.Join(missing, "; ")
}
