package audit

import (
	"context"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"golang.org/x/sync/errgroup"

	"github.com/caseaudit/caseaudit/internal/calendar"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// running is an audit in the making.
type running struct {
	list    []*criteria.Criterion // assessable, in the catalogue's order
	queries *queries
	judge   *judge
	survey  *casefile.Survey
	found   findings
	results map[string]CriterionResult
	failed  map[string]*PolicyError
}

func prepare(ctx context.Context, dictionary *casefile.Dictionary, cat *criteria.Catalogue, a *Audit, days *calendar.Calendar) (*running, error) {
	survey := a.Survey
	r := &running{survey: survey, results: map[string]CriterionResult{}, failed: map[string]*PolicyError{}}
	for _, c := range cat.Criteria {
		if missing := survey.Supply.Missing(c.Needs); len(missing) > 0 {
			r.results[c.ID] = CriterionResult{Missing: missing}
			continue
		}
		r.list = append(r.list, c)
	}
	r.judge = &judge{dictionary: dictionary, calendar: days, settings: a.values, asAt: a.AsAt}
	data, err := runData(cat, a.AsAt, survey)
	if err != nil {
		return nil, err
	}
	store := inmem.NewFromObjectWithOpts(data, inmem.OptRoundTripOnWrite(false), inmem.OptReturnASTValuesOnRead(true))
	r.queries, err = prepareQueries(ctx, cat, r.list, store)
	return r, err
}

// service judges the service once.
func (r *running) service(ctx context.Context) error {
	s := &subject{caseID: ServiceCase, values: r.survey.Service.Values, where: r.survey.Service.Where}
	return r.subject(ctx, "service", s, ast.NewObject(), &r.found)
}

// records judges every case of the export, in parallel.
func (r *running) records(ctx context.Context, export casefile.Export, workers int, progress func(int)) error {
	group, ctx := errgroup.WithContext(ctx)
	queue := make(chan *casefile.Record, 4*workers)
	group.Go(func() error {
		defer close(queue)
		n := 0
		return export.Records(ctx, func(record *casefile.Record) error {
			if ctx.Err() != nil {
				return ctx.Err() // a free place in the queue must not win over it
			}
			if n++; progress != nil && n%100 == 0 {
				progress(n)
			}
			select {
			case queue <- record:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	})
	parts := make([]findings, workers)
	for w := range workers {
		group.Go(func() error {
			for record := range queue {
				if err := r.record(ctx, record, &parts[w]); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for _, part := range parts {
		r.found.add(part)
	}
	return nil
}

func (r *running) record(ctx context.Context, record *casefile.Record, found *findings) error {
	input, err := ast.InterfaceToValue(record.Values)
	if err != nil {
		return fmt.Errorf("%s: %w", record.Source, err)
	}
	found.records++
	s := &subject{caseID: record.CaseID, team: record.Team, values: record.Values, where: record.Where, source: record.Source}
	before := len(found.outcomes)
	if err := r.subject(ctx, "cases", s, input, found); err != nil {
		return err
	}
	if record.Refused > 0 {
		incomplete(found.outcomes[before:], record.Refused)
	}
	return nil
}

// incomplete marks the findings on a child some of whose rows could not be read:
// what seems missing may stand in a refused row.
func incomplete(outcomes []Outcome, refused int) {
	text := fmt.Sprintf("%s of this case could not be read and may hold the evidence", count(refused, "row"))
	for i := range outcomes {
		if o := &outcomes[i]; !o.Met {
			if o.Doubt != "" {
				o.Doubt += "; "
			}
			o.Doubt += text
		}
	}
}

// subject asks all criteria of a table, and each on its own if that fails.
func (r *running) subject(ctx context.Context, table string, s *subject, input ast.Value, found *findings) error {
	var list []*criteria.Criterion
	for _, c := range r.list {
		if c.Service == (table == "service") {
			list = append(list, c)
		}
	}
	query := r.queries.cases
	if table == "service" {
		query = r.queries.service
	}
	all, err := askAll(ctx, query, input)
	failed := map[string]error{}
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if all, failed, err = r.queries.askEach(ctx, table, list, input); err != nil {
			return err
		}
	}
	for _, c := range list {
		err := failed[c.ID]
		if err == nil {
			var outcomes []Outcome
			var doubts []Doubt
			outcomes, doubts, err = r.judge.outcomes(c, s, all[c.ID])
			found.outcomes = append(found.outcomes, outcomes...)
			found.doubts = append(found.doubts, doubts...)
		}
		if err != nil {
			found.failures = append(found.failures, failure{criterion: c, caseID: s.caseID, err: err})
		}
	}
	return nil
}
