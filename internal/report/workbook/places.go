package workbook

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// findingsPerSheet is how many findings a sheet holds; Excel ends at 1,048,576 rows.
const findingsPerSheet = 1_000_000

// places knows where in the workbook each thing stands, before any of it is
// written, so that a number on one sheet can lead to its rows on another.
type places struct {
	findings    []audit.Outcome // in the order of the Findings sheets
	items       []letter.Item   // in the order of Areas for development
	ofCriterion map[string]span // rows of Findings, counted from 0
	ofChild     map[string]int  // a child's first finding
	criteria    map[string]int  // row of Criteria, counted from 0
	areas       map[string]span // rows of Criteria
	development map[string]int  // row of Areas for development, by criterion
	priority    int             // findings of priority level: they stand first
}

type span struct{ first, last int }

func findPlaces(a *audit.Audit, l *letter.Letter) *places {
	p := &places{
		findings: a.Findings(), items: needsWork(a, l),
		ofCriterion: map[string]span{}, ofChild: map[string]int{}, criteria: map[string]int{},
		areas: map[string]span{}, development: map[string]int{},
	}
	slices.SortStableFunc(p.findings, func(x, y audit.Outcome) int {
		return cmp.Compare(seriousness(x.Criterion.Level), seriousness(y.Criterion.Level))
	})
	for i, o := range p.findings {
		extend(p.ofCriterion, o.Criterion.ID, i)
		if _, seen := p.ofChild[o.CaseID]; !seen {
			p.ofChild[o.CaseID] = i
		}
		if o.Criterion.Level == criteria.Priority {
			p.priority++
		}
	}
	for i, r := range a.Summary.Criteria {
		p.criteria[r.Criterion.ID] = i
		extend(p.areas, r.Criterion.Area.Name, i)
	}
	for i, item := range p.items {
		p.development[item.Criterion.ID] = i
	}
	return p
}

func extend(spans map[string]span, key string, i int) {
	s, seen := spans[key]
	if !seen {
		s.first = i
	}
	s.last = i
	spans[key] = s
}

// seriousness orders levels, the most serious first.
func seriousness(l criteria.Level) int {
	switch l {
	case criteria.Priority:
		return 0
	case criteria.Development:
		return 1
	}
	return 2
}

func findingsSheet(part int) string {
	if part == 0 {
		return sheetFindings
	}
	return fmt.Sprintf("%s %d", sheetFindings, part+1)
}

// finding is the place of one finding.
func (p *places) finding(i int) string {
	return place(findingsSheet(i/findingsPerSheet), at(0, firstRow+i%findingsPerSheet))
}

// findingsOf is the place of a criterion's findings; empty when it has none. Where
// they run on to the next sheet, it is the first part.
func (p *places) findingsOf(criterion string) string {
	s, ok := p.ofCriterion[criterion]
	if !ok {
		return ""
	}
	sheet := s.first / findingsPerSheet
	last := min(s.last, (sheet+1)*findingsPerSheet-1)
	return rows(findingsSheet(sheet), span{s.first % findingsPerSheet, last % findingsPerSheet}, findingsColumns)
}

// firstFinding is the place of a child's first finding; empty when it has none.
func (p *places) firstFinding(caseID string) (finding, place string) {
	i, ok := p.ofChild[caseID]
	if !ok {
		return "", ""
	}
	return p.findings[i].Finding, p.finding(i)
}

// criterion is the place of a criterion's row on Criteria.
func (p *places) criterion(id string) string {
	i, ok := p.criteria[id]
	if !ok {
		return ""
	}
	return rows(sheetCriteria, span{i, i}, criteriaColumns)
}

// area is the place of an area's rows on Criteria.
func (p *places) area(name string) string { return rows(sheetCriteria, p.areas[name], criteriaColumns) }

// rows is the place of rows of a sheet's table, counted from 0.
func rows(sheet string, s span, columns int) string {
	return place(sheet, at(0, firstRow+s.first)+":"+at(columns-1, firstRow+s.last))
}
