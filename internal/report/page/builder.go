package page

import (
	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/listing"
)

// How many of a kind the page lists; the workbook lists them all.
const (
	urgentListed   = 12   // most urgent criteria in the headline
	childrenListed = 500  // children with findings, the worst first
	findingsListed = 4000 // findings of those children, together
	perChild       = 40   // findings of one child
	perCriterion   = 60   // findings that a criterion leads to
	teamsListed    = 200  // rows of the heat map
	teamsDrawn     = 30   // rows of the teams' chart
	teamsBehind    = 15   // teams named behind one criterion
	perCheck       = 50   // faults of one check of the data
	perKind        = 100  // rows refused, notes, doubts, files left aside
)

// builder makes an audit into what the templates show.
type builder struct {
	audit    *audit.Audit
	letter   *letter.Letter
	fields   *casefile.Dictionary
	opts     Options
	findings []audit.Outcome // priority first, else in the audit's order
	items    []letter.Item   // what needs to improve, the most urgent first
	children children
	count    map[string]int   // findings by criterion
	listed   map[string][]ref // findings that stand on the page, by criterion
}

// ref leads from a criterion to one of its findings.
type ref struct {
	link
	About string // the team, and how late
}

func newBuilder(a *audit.Audit, l *letter.Letter, opts Options) (*builder, error) {
	fields, err := casefile.NewDictionary()
	if err != nil {
		return nil, err
	}
	b := &builder{
		audit: a, letter: l, fields: fields, opts: opts, findings: listing.Findings(a), items: needsWork(a, l),
		count: map[string]int{}, listed: map[string][]ref{},
	}
	for _, f := range b.findings {
		b.count[f.Criterion.ID]++
	}
	b.children = b.listChildren()
	return b, nil
}

// toFindings is where the findings of a criterion are listed; empty when it has
// none, as a measure never has.
func (b *builder) toFindings(c *criteria.Criterion) string {
	if b.count[c.ID] == 0 {
		return ""
	}
	return anchor("findings", c.ID)
}

// first is the beginning of a list, and how many are left out.
func first[T any](list []T, limit int) (shown []T, left int) {
	shown = list[:min(len(list), limit)]
	return shown, len(list) - len(shown)
}

// leftOut says where to find what the page does not list; empty for nothing.
func leftOut(n int, sheet string) string {
	if n == 0 {
		return ""
	}
	return plural(n, "more is", "more are") + " not listed here: the workbook has all, on the sheet “" + sheet + "”."
}
