package audit

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"golang.org/x/sync/errgroup"

	"github.com/caseaudit/caseaudit/internal/calendar"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/progress"
)

// running is an audit in the making.
type running struct {
	list     []*criteria.Criterion // assessable, in the catalogue's order
	compiler *ast.Compiler
	data     map[string]any
	record   *asker
	service  []question
	judge    *judge
	survey   *casefile.Survey
	found    *findings
	results  map[string]CriterionResult
	slices   []SliceResult
	failed   map[string]*PolicyError
	patience time.Duration
}

func prepare(ctx context.Context, dictionary *casefile.Dictionary, cat *criteria.Catalogue, a *Audit, days *calendar.Calendar, patience time.Duration) (*running, error) {
	survey := a.Survey
	r := &running{survey: survey, found: newFindings(), results: map[string]CriterionResult{}, failed: map[string]*PolicyError{}, patience: patience}
	for _, c := range cat.Criteria {
		if missing := c.Missing(survey.Supply); len(missing) > 0 {
			r.results[c.ID] = CriterionResult{Missing: missing}
			continue
		}
		r.list = append(r.list, c)
	}
	var told []*criteria.Slice
	for _, s := range cat.Slices {
		missing := survey.Supply.Missing(s.Needs)
		r.slices = append(r.slices, SliceResult{Slice: s, Missing: missing})
		if len(missing) == 0 {
			told = append(told, s)
		}
	}
	r.judge = &judge{dictionary: dictionary, calendar: days, settings: a.values, asAt: a.AsAt, anchors: anchors(dictionary, cat.Criteria)}
	var err error
	if r.data, err = runData(cat, a.AsAt, survey); err != nil {
		return nil, err
	}
	asked, ofService := questions(r.list, told, cat.Checks)
	r.service = ofService
	entry, err := entryModule(append(asked, ofService...))
	if err != nil {
		return nil, err
	}
	if r.compiler, err = cat.Compile(map[string]*ast.Module{"entry.rego": entry}); err != nil {
		return nil, err
	}
	r.record, err = newAsker(ctx, r.compiler, newStore(r.data), "record", asked, r.patience)
	return r, err
}

func newStore(data map[string]any) storage.Store {
	return inmem.NewFromObjectWithOpts(data, inmem.OptRoundTripOnWrite(false), inmem.OptReturnASTValuesOnRead(true))
}

// judgeService judges the service once, after the records: what was gathered from
// them is data to it.
func (r *running) judgeService(ctx context.Context) error {
	data := maps.Clone(r.data)
	data["gathered"] = r.found.gathered.data(r.list)
	asker, err := newAsker(ctx, r.compiler, newStore(data), "service", r.answerable(), r.patience)
	if err != nil {
		return err
	}
	s := &subject{caseID: ServiceCase, values: r.survey.Service.Values, where: r.survey.Service.Where}
	return r.subject(ctx, asker, s, ast.NewObject(), r.found)
}

// answerable are the questions of the service that can be put. A criterion that
// failed to gather from some record cannot: what it would count lacks that record,
// and too small a caseload looks like a pass.
func (r *running) answerable() []question {
	return slices.DeleteFunc(slices.Clone(r.service), func(q question) bool {
		return slices.ContainsFunc(r.found.failures, func(f failure) bool { return f.criterion == q.criterion })
	})
}

// judgeRecords judges every case of the export, in parallel.
func (r *running) judgeRecords(ctx context.Context, export casefile.Export, workers int) error {
	stage := progress.Begin(ctx, "judging", int64(r.survey.Records), progress.Records)
	defer stage.End()
	group, ctx := errgroup.WithContext(ctx)
	queue := make(chan *casefile.Record, 4*workers)
	group.Go(func() error {
		defer close(queue)
		n := int64(0)
		return export.Records(ctx, func(record *casefile.Record) error {
			if ctx.Err() != nil {
				return ctx.Err() // a free place in the queue must not win over it
			}
			if n++; n%10 == 0 {
				stage.At(n)
			}
			select {
			case queue <- record:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	})
	parts := make([]*findings, workers)
	for w := range workers {
		parts[w] = newFindings()
		group.Go(func() error {
			for record := range queue {
				if err := r.judgeRecord(ctx, record, parts[w]); err != nil {
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

func (r *running) judgeRecord(ctx context.Context, record *casefile.Record, found *findings) error {
	input, err := ast.InterfaceToValue(record.Values)
	if err != nil {
		return fmt.Errorf("%s: %w", record.Source, err)
	}
	found.records++
	s := &subject{caseID: record.CaseID, team: record.Team, values: record.Values, where: record.Where, source: record.Source}
	before := len(found.outcomes)
	if err := r.subject(ctx, r.record, s, input, found); err != nil {
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
			o.addDoubt(text)
		}
	}
}

// subject asks everything of one subject and takes the answers in.
func (r *running) subject(ctx context.Context, asker *asker, s *subject, input ast.Value, found *findings) error {
	got, err := asker.ask(ctx, input)
	if err != nil {
		return err
	}
	var outcomes []placed
	var faults []placedFault
	for _, q := range asker.asked {
		value, failed := got.said[q.place()], got.failed[q.place()]
		switch {
		case q.slice != nil:
			if failed == nil {
				failed = mark(outcomes, q.slice, value)
			}
			if failed != nil {
				found.slices[q.slice.ID] = cmp.Or(found.slices[q.slice.ID], safeText(failed))
			}
			continue
		case q.check != nil:
			var more []placedFault
			if failed == nil {
				more, failed = r.judge.faults(q.check, s, value)
			}
			if failed != nil {
				found.unlooked = append(found.unlooked, checkFailure{check: q.check, caseID: s.caseID, err: failed})
			}
			faults = append(faults, more...)
			continue
		case failed != nil:
		case q.gather:
			if value != nil {
				failed = found.gathered.take(q.criterion, value)
			}
		default:
			rules, _ := value.(map[string]any)
			var more []placed
			var doubts []Doubt
			more, doubts, failed = r.judge.outcomes(q.criterion, s, rules)
			outcomes = append(outcomes, more...)
			found.doubts = append(found.doubts, doubts...)
		}
		if failed != nil {
			found.failures = append(found.failures, failure{criterion: q.criterion, caseID: s.caseID, err: failed})
		}
	}
	r.judge.castDoubt(outcomes, faults)
	for _, f := range faults {
		found.faults = append(found.faults, f.Fault)
	}
	for _, o := range outcomes {
		found.outcomes = append(found.outcomes, o.Outcome)
	}
	return nil
}
