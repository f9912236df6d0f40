package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"golang.org/x/sync/errgroup"

	"github.com/caseaudit/caseaudit/internal/calendar"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Options are what a run may be told. The zero value audits as at the newest
// event in the export, on every processor.
type Options struct {
	AsAt     string            // ISO; empty: the newest event in the export
	Council  string            // named in the reports; may be empty
	Program  string            // name and version, for the reports
	Workers  int               // records judged at once; 0: one a processor
	Progress func(records int) // called now and then with the records judged so far; may be nil
}

// ErrNothing is returned when an export holds no record that can be judged.
// Nothing found wrong with nothing would look like a pass.
var ErrNothing = errors.New("nothing to audit: the export holds no readable case and no service record")

// Run audits an export by a catalogue.
func Run(ctx context.Context, dictionary *casefile.Dictionary, cat *criteria.Catalogue, export casefile.Export, opts Options) (*Audit, error) {
	survey, err := export.Survey(ctx)
	if err != nil {
		return nil, err
	}
	a := &Audit{AsAt: opts.AsAt, AsAtStated: opts.AsAt != "", Council: opts.Council, Program: opts.Program,
		Policies: cat.Hash, Survey: survey, Catalogue: cat}
	if a.AsAt == "" {
		a.AsAt = survey.Newest
	}
	if survey.Records == 0 && !served(survey.Service) {
		return nil, ErrNothing
	}
	if err := CheckAsAt(a.AsAt); err != nil {
		return nil, err
	}
	if err := a.readSettings(cat); err != nil {
		return nil, err
	}
	run, err := prepare(ctx, dictionary, cat, a, survey)
	if err != nil {
		return nil, err
	}
	if err := run.service(ctx); err != nil {
		return nil, err
	}
	if err := run.records(ctx, export, cmp.Or(opts.Workers, runtime.GOMAXPROCS(0)), opts.Progress); err != nil {
		return nil, err
	}
	run.finish(a)
	return a, nil
}

// served reports whether the export says anything of the service.
func served(s casefile.Service) bool {
	for _, list := range s.Values {
		if items, _ := list.([]any); len(items) > 0 {
			return true
		}
	}
	return false
}

// CheckAsAt says what is wrong with a date of the audit, if anything: it is an ISO
// date that the working-day calendar holds.
func CheckAsAt(asAt string) error {
	if asAt == "" {
		return errors.New("the export holds no date to audit as at: give one with --as-at yyyy-mm-dd")
	}
	if _, err := time.Parse(calendar.Layout, asAt); err != nil {
		return fmt.Errorf("as-at %q: write the date as yyyy-mm-dd", asAt)
	}
	if asAt < calendar.First || asAt > calendar.Last {
		return fmt.Errorf("as-at %s lies outside the working-day calendar (%s to %s)", asAt, calendar.First, calendar.Last)
	}
	return nil
}

// readSettings lists what is in force on as-at, and finds the period's first day.
func (a *Audit) readSettings(cat *criteria.Catalogue) error {
	all, err := cat.Settings()
	if err != nil {
		return err
	}
	a.values = map[string]string{}
	for _, s := range all {
		value, ok := s.InForce(a.AsAt)
		if ok {
			a.values[s.Name] = value
			value += " " + s.Unit
		} else {
			value = "none in force"
		}
		a.Settings = append(a.Settings, Setting{Name: s.Name, Title: s.Title, Value: strings.TrimSpace(value),
			Footing: s.Footing.Words(), Source: s.Source, Council: s.Council})
	}
	months := 12
	if text, ok := a.values["period_months"]; ok {
		if _, err := fmt.Sscan(text, &months); err != nil {
			return fmt.Errorf("settings.period_months: %q is no number", text)
		}
	}
	a.From, err = periodStart(a.AsAt, months)
	return err
}

// periodStart is the first day of the period: the day after as-at less some
// months, clipped to the month's end, as lib.period has it.
func periodStart(asAt string, months int) (string, error) {
	d, err := time.Parse(calendar.Layout, asAt)
	if err != nil {
		return "", err
	}
	back := time.Date(d.Year(), d.Month()-time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := back.AddDate(0, 1, -1).Day()
	return back.AddDate(0, 0, min(d.Day(), last)).Format(calendar.Layout), nil
}

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

// findings is what one worker has found.
type findings struct {
	outcomes []Outcome
	doubts   []Doubt
	failures []failure
	records  int
}

type failure struct {
	criterion *criteria.Criterion
	caseID    string
	err       error
}

func prepare(ctx context.Context, dictionary *casefile.Dictionary, cat *criteria.Catalogue, a *Audit, survey *casefile.Survey) (*running, error) {
	r := &running{survey: survey, results: map[string]CriterionResult{}, failed: map[string]*PolicyError{}}
	for _, c := range cat.Criteria {
		if missing := survey.Supply.Missing(c.Needs); len(missing) > 0 {
			r.results[c.ID] = CriterionResult{Missing: missing}
			continue
		}
		r.list = append(r.list, c)
	}
	r.judge = &judge{dictionary: dictionary, calendar: calendar.New(), settings: a.values, asAt: a.AsAt}
	store := inmem.NewFromObjectWithOpts(runData(cat, a.AsAt, survey),
		inmem.OptRoundTripOnWrite(false), inmem.OptReturnASTValuesOnRead(true))
	var err error
	r.queries, err = prepareQueries(ctx, cat, r.list, store)
	return r, err
}

// runData is the policies' data with what belongs to this run beside it.
func runData(cat *criteria.Catalogue, asAt string, survey *casefile.Survey) map[string]any {
	data := map[string]any{}
	for name, doc := range cat.Data() {
		data[name] = doc
	}
	supplies := map[string]any{}
	for _, path := range survey.Supply.Paths() {
		supplies[path] = true
	}
	if survey.Twins != nil {
		data["twins"] = twinData(survey.Twins)
	}
	service := map[string]any{}
	for name, items := range survey.Service.Values {
		service[name] = items
	}
	data["run"] = map[string]any{"as_at": asAt, "supplies": supplies}
	data["service"] = service
	return data
}

// twinData is data.twins: for each case, the others that seem to be the same child.
func twinData(twins map[string][]casefile.Twin) map[string]any {
	data := map[string]any{}
	for id, list := range twins {
		others := make([]any, len(list))
		for i, t := range list {
			others[i] = map[string]any{"case_id": t.CaseID, "by": t.By}
		}
		data[id] = others
	}
	return data
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
	for _, p := range parts {
		r.found.outcomes = append(r.found.outcomes, p.outcomes...)
		r.found.doubts = append(r.found.doubts, p.doubts...)
		r.found.failures = append(r.found.failures, p.failures...)
		r.found.records += p.records
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

// finish sorts and counts, so that nothing depends on which worker came first.
func (r *running) finish(a *Audit) {
	order := map[string]int{}
	for i, c := range a.Catalogue.Criteria {
		order[c.ID] = i
	}
	slices.SortFunc(r.found.outcomes, func(x, y Outcome) int {
		return cmp.Or(cmp.Compare(order[x.Criterion.ID], order[y.Criterion.ID]),
			cmp.Compare(x.CaseID, y.CaseID), cmp.Compare(x.Entity, y.Entity), cmp.Compare(x.Item, y.Item))
	})
	slices.SortFunc(r.found.doubts, func(x, y Doubt) int {
		return cmp.Or(cmp.Compare(order[x.Criterion.ID], order[y.Criterion.ID]),
			cmp.Compare(x.CaseID, y.CaseID), cmp.Compare(x.Item, y.Item), cmp.Compare(x.Text, y.Text))
	})
	slices.SortFunc(r.found.failures, func(x, y failure) int {
		return cmp.Or(cmp.Compare(order[x.criterion.ID], order[y.criterion.ID]), cmp.Compare(x.caseID, y.caseID))
	})
	for _, f := range r.found.failures {
		if e := r.failed[f.criterion.ID]; e != nil {
			e.Records++
			continue
		}
		e := &PolicyError{Criterion: f.criterion, CaseID: f.caseID, Records: 1, Text: f.err.Error()}
		r.failed[f.criterion.ID] = e
		result := r.results[f.criterion.ID]
		result.Error = e.Text
		r.results[f.criterion.ID] = result
	}
	for _, c := range a.Catalogue.Criteria {
		if e := r.failed[c.ID]; e != nil {
			a.Errors = append(a.Errors, *e)
		}
	}
	a.Records = r.found.records
	a.Outcomes, a.Doubts = r.found.outcomes, r.found.doubts
	a.Summary = Summarise(a.Catalogue, a.Outcomes, r.results)
}
