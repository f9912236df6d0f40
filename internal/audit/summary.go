package audit

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Count is how many audited items passed and how many did not.
type Count struct{ Met, NotMet int }

// Audited is how many items were judged.
func (c Count) Audited() int { return c.Met + c.NotMet }

// Rate is the share met, 0 to 1. It is false when nothing was audited: there is
// no rate of nothing.
func (c Count) Rate() (float64, bool) {
	if c.Audited() == 0 {
		return 0, false
	}
	return float64(c.Met) / float64(c.Audited()), true
}

// Interval is the Wilson 95 % interval of the rate, each end 0 to 1.
// Source: E. B. Wilson, Journal of the American Statistical Association, 1927.
func (c Count) Interval() (low, high float64, ok bool) {
	rate, ok := c.Rate()
	if !ok {
		return 0, 0, false
	}
	const z = 1.959964
	n := float64(c.Audited())
	centre := rate + z*z/(2*n)
	spread := z * math.Sqrt(rate*(1-rate)/n+z*z/(4*n*n))
	scale := 1 + z*z/n
	return max(0, (centre-spread)/scale), min(1, (centre+spread)/scale), true
}

func (c *Count) add(met bool) {
	if met {
		c.Met++
	} else {
		c.NotMet++
	}
}

// Summary is the outcomes counted every way a report shows them.
type Summary struct {
	All      Count
	Criteria []CriterionResult // every criterion of the catalogue, in its order
	Areas    []AreaResult      // areas with a criterion, in the catalogue's order
	Teams    []TeamResult      // by name; cases without a team last, under ""
	Children []ChildResult     // every case with an outcome, those who need somebody first
}

// CriterionResult is one criterion over the whole export.
type CriterionResult struct {
	Criterion *criteria.Criterion
	Count
	Missing []string      // what the export lacks; not assessable when not empty
	Error   string        // the policy failed; some or all of its items were not judged
	Target  *TargetResult // of a measure that can be assessed; else nil
	Teams   []TeamCount
}

// Assessable reports whether the export supplies what the criterion needs.
func (r CriterionResult) Assessable() bool { return len(r.Missing) == 0 }

// TeamCount is one team's part of a criterion.
type TeamCount struct {
	Team string
	Count
}

// AreaResult is one area of practice.
type AreaResult struct {
	Area criteria.Area
	Count
}

// TeamResult is one team over all criteria.
type TeamResult struct {
	Team string
	Count
	Priority int              // findings of priority level
	Records  int              // cases with an outcome
	Criteria map[string]Count // by criterion id, where the team had an audited item
}

// ChildResult is one case over all criteria.
type ChildResult struct {
	CaseID      string
	Team        string
	Audited     int
	Priority    int      // findings of priority level
	Development int      //
	Advisory    int      //
	DaysOver    int      // the longest overdue
	Criteria    []string // ids of criteria not met, in the catalogue's order
}

// Findings is how many of the child's items were found wanting.
func (c ChildResult) Findings() int { return c.Priority + c.Development + c.Advisory }

// Summarise counts outcomes, which must be sorted. Measures count in their
// criterion, area and team; they are nobody's findings.
func Summarise(cat *criteria.Catalogue, outcomes []Outcome, results map[string]CriterionResult) Summary {
	s := Summary{}
	counts := map[string]*CriterionResult{}
	teamsOf := map[string]map[string]*Count{}
	areas := map[string]*AreaResult{}
	teams := map[string]*TeamResult{}
	cases := map[string]map[string]bool{}
	children := map[string]*ChildResult{}
	for _, c := range cat.Criteria {
		r := results[c.ID]
		r.Criterion = c
		counts[c.ID] = &r
		teamsOf[c.ID] = map[string]*Count{}
		if areas[c.Area.Name] == nil {
			areas[c.Area.Name] = &AreaResult{Area: c.Area}
		}
	}
	for i := range outcomes {
		o := &outcomes[i]
		id := o.Criterion.ID
		s.All.add(o.Met)
		counts[id].add(o.Met)
		areas[o.Criterion.Area.Name].add(o.Met)
		if teamsOf[id][o.Team] == nil {
			teamsOf[id][o.Team] = &Count{}
		}
		teamsOf[id][o.Team].add(o.Met)
		t := teams[o.Team]
		if t == nil {
			t = &TeamResult{Team: o.Team, Criteria: map[string]Count{}}
			teams[o.Team], cases[o.Team] = t, map[string]bool{}
		}
		t.add(o.Met)
		c := t.Criteria[id]
		c.add(o.Met)
		t.Criteria[id] = c
		if !o.Met && o.Criterion.Level == criteria.Priority && !o.Criterion.Measure {
			t.Priority++
		}
		if o.CaseID == ServiceCase {
			continue
		}
		if !cases[o.Team][o.CaseID] {
			cases[o.Team][o.CaseID] = true
			t.Records++
		}
		if children[o.CaseID] == nil {
			children[o.CaseID] = &ChildResult{CaseID: o.CaseID, Team: o.Team}
		}
		children[o.CaseID].add(o)
	}
	for _, c := range cat.Criteria {
		r := counts[c.ID]
		for _, team := range sortedTeams(teamsOf[c.ID]) {
			r.Teams = append(r.Teams, TeamCount{Team: team, Count: *teamsOf[c.ID][team]})
		}
		s.Criteria = append(s.Criteria, *r)
		if a := areas[c.Area.Name]; a != nil {
			s.Areas = append(s.Areas, *a)
			delete(areas, c.Area.Name)
		}
	}
	for _, name := range sortedTeams(teams) {
		s.Teams = append(s.Teams, *teams[name])
	}
	for _, c := range children {
		s.Children = append(s.Children, *c)
	}
	slices.SortFunc(s.Children, worstFirst)
	return s
}

func (c *ChildResult) add(o *Outcome) {
	c.Audited++
	if o.Met || o.Criterion.Measure {
		return
	}
	switch o.Criterion.Level {
	case criteria.Priority:
		c.Priority++
	case criteria.Development:
		c.Development++
	default:
		c.Advisory++
	}
	c.DaysOver = max(c.DaysOver, o.DaysOver)
	if n := len(c.Criteria); n == 0 || c.Criteria[n-1] != o.Criterion.ID {
		c.Criteria = append(c.Criteria, o.Criterion.ID)
	}
}

// worstFirst puts the children first who need somebody to act: most priority
// findings, then most others, then the longest overdue.
func worstFirst(a, b ChildResult) int {
	return cmp.Or(
		cmp.Compare(b.Priority, a.Priority),
		cmp.Compare(b.Development, a.Development),
		cmp.Compare(b.Advisory, a.Advisory),
		cmp.Compare(b.DaysOver, a.DaysOver),
		cmp.Compare(a.CaseID, b.CaseID))
}

// sortedTeams lists names in order, the unnamed team last.
func sortedTeams[V any](teams map[string]V) []string {
	return slices.SortedFunc(maps.Keys(teams), func(a, b string) int {
		if (a == "") != (b == "") {
			return cmp.Compare(b, a)
		}
		return cmp.Compare(a, b)
	})
}
