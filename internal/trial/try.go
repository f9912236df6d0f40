package trial

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Try audits an example by its criterion. The error says what came out instead.
func Try(ctx context.Context, d *casefile.Dictionary, cat *criteria.Catalogue, c *criteria.Criterion, e Example) error {
	record, err := e.record(d)
	if err != nil {
		return err
	}
	service, err := e.service(d)
	if err != nil {
		return err
	}
	own := criteria.Settings{}
	for name, value := range e.Settings {
		own[name] = []criteria.Value{{Value: value}}
	}
	one, err := cat.Only(c).WithSettings(own)
	if err != nil {
		return err
	}
	a, err := audit.Run(ctx, d, one, &export{record: record, survey: e.survey(d, service)}, audit.Options{AsAt: e.AsAt, Workers: 1, Gathered: e.gathered(c)})
	if err != nil {
		return err
	}
	return e.compare(a)
}

func (e *Example) compare(a *audit.Audit) error {
	if len(a.Errors) > 0 {
		return fmt.Errorf("the policy failed: %s", a.Errors[0].Text)
	}
	got := "not audited"
	switch {
	case len(a.Summary.Criteria[0].Missing) > 0:
		got = "not assessable"
	case !alike(a.Outcomes):
		return fmt.Errorf("%d items were audited: an example has one at most", len(a.Outcomes))
	case len(a.Outcomes) > 0 && a.Outcomes[0].Met:
		got = "met"
	case len(a.Outcomes) > 0:
		got = "not met"
	}
	if got != e.Expect {
		return fmt.Errorf("got %s, want %s", got, e.Expect)
	}
	if e.Finding != "" && got == "not met" {
		message := a.Outcomes[0].Message
		if rest, ok := strings.CutPrefix(message, e.Finding); !ok || rest != "" && !strings.HasPrefix(rest, ";") {
			return fmt.Errorf("the finding reads %q, want %q", message, e.Finding)
		}
	}
	return nil
}

// alike: an example has one item at most; only a criterion of teams and months has
// several, which then share a verdict.
func alike(outcomes []audit.Outcome) bool {
	for _, o := range outcomes {
		if o.Met != outcomes[0].Met {
			return false
		}
	}
	return len(outcomes) < 2 || outcomes[0].Criterion.Unit == criteria.TeamMonth
}

func (e *Example) gathered(c *criteria.Criterion) map[string]map[string]int {
	if e.Gathered == nil {
		return nil
	}
	return map[string]map[string]int{c.ID: e.Gathered}
}

// survey says that the export supplies every field but those left out.
func (e *Example) survey(d *casefile.Dictionary, service casefile.Service) *casefile.Survey {
	supply := casefile.NewSupply()
	for _, f := range d.Record {
		supply.Add(f.Path())
	}
	for _, list := range [][]*casefile.Entity{{d.Child}, d.Entities, d.Service} {
		for _, entity := range list {
			for _, f := range entity.Fields {
				if !slices.Contains(e.Without, f.Path()) {
					supply.Add(f.Path())
				}
			}
		}
	}
	var twins map[string][]casefile.Twin
	if e.Twins != nil {
		twins = map[string][]casefile.Twin{}
	}
	for id, list := range e.Twins {
		for _, t := range list {
			twins[id] = append(twins[id], casefile.Twin{CaseID: t.CaseID, By: t.By})
		}
	}
	return &casefile.Survey{Format: "example", Records: 1, Supply: supply, Service: service, Twins: twins}
}

// export is an example as an export of one record.
type export struct {
	record *casefile.Record
	survey *casefile.Survey
}

func (x *export) Survey(context.Context) (*casefile.Survey, error) { return x.survey, nil }

func (x *export) Records(_ context.Context, yield func(*casefile.Record) error) error {
	return yield(x.record)
}

func sorted(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }

// plain gives a YAML number as JSON would have.
func plain(v any) any {
	switch v := v.(type) {
	case int:
		return json.Number(fmt.Sprint(v))
	case float64:
		return json.Number(fmt.Sprint(v))
	}
	return v
}
