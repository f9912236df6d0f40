package json

import (
	"math"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// count is what was judged. Rate and Interval are null when nothing was.
type count struct {
	Met      int         `json:"met"`
	NotMet   int         `json:"not_met"`
	Audited  int         `json:"audited"`
	Rate     *float64    `json:"rate"`
	Interval *[2]float64 `json:"interval"`
}

func countOf(c audit.Count) count {
	out := count{Met: c.Met, NotMet: c.NotMet, Audited: c.Audited()}
	if rate, ok := c.Rate(); ok {
		out.Rate = &rate
	}
	if low, high, ok := c.Interval(); ok {
		out.Interval = &[2]float64{round(low), round(high)}
	}
	return out
}

// round leaves six places: processors may differ in the last ones, because some
// fuse a product and a sum, and the file must not.
func round(x float64) float64 { return math.Round(x*1e6) / 1e6 }

type criterion struct {
	Title      string      `json:"title"`
	Area       string      `json:"area"`
	Level      string      `json:"level"`
	Footing    string      `json:"footing"`
	Unit       string      `json:"unit"`
	Measure    bool        `json:"measure"`
	Assessable bool        `json:"assessable"`
	Missing    []string    `json:"missing"`
	Error      string      `json:"error"`
	count                  // met to interval
	Class      string      `json:"class"`
	Target     *target     `json:"target"`
	Teams      []teamCount `json:"teams"`
}

type teamCount struct {
	Team string `json:"team"`
	count
}

type area struct {
	Name  string `json:"name"`
	Code  string `json:"code"`
	Title string `json:"title"`
	count
}

type team struct {
	Team     string `json:"team"`
	Records  int    `json:"records"`
	Priority int    `json:"priority_findings"`
	count
	Criteria map[string]count `json:"criteria"`
}

// criteriaOf is every criterion by its id; the encoder writes maps in order of
// their keys.
func criteriaOf(a *audit.Audit, l *letter.Letter) map[string]criterion {
	byID := make(map[string]criterion, len(a.Summary.Criteria))
	for _, r := range a.Summary.Criteria {
		c := r.Criterion
		byID[c.ID] = criterion{
			Title:      c.Title,
			Area:       c.Area.Name,
			Level:      string(c.Level),
			Footing:    string(c.Footing),
			Unit:       c.Unit,
			Measure:    c.Measure,
			Assessable: r.Assessable(),
			Missing:    list(r.Missing, func(need string) string { return need }),
			Error:      r.Error,
			count:      countOf(r.Count),
			Class:      string(l.Classes[c.ID]),
			Target:     targetOf(r.Target),
			Teams:      list(r.Teams, func(t audit.TeamCount) teamCount { return teamCount{Team: t.Team, count: countOf(t.Count)} }),
		}
	}
	return byID
}

func areaOf(a audit.AreaResult) area {
	return area{Name: a.Area.Name, Code: a.Area.Code, Title: a.Area.Title, count: countOf(a.Count)}
}

func teamOf(t audit.TeamResult) team {
	byID := make(map[string]count, len(t.Criteria))
	for id, c := range t.Criteria {
		byID[id] = countOf(c)
	}
	return team{Team: t.Team, Records: t.Records, Priority: t.Priority, count: countOf(t.Count), Criteria: byID}
}
