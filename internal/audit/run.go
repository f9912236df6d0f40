package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/caseaudit/caseaudit/internal/calendar"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Options are what a run may be told. The zero value audits as at the newest
// event in the export, on every processor.
type Options struct {
	AsAt    string // ISO; empty: the newest event in the export
	Council string // named in the reports; may be empty
	Program string // name and version, for the reports
	Workers int    // records judged at once; 0: one a processor
	// Gathered stands in for what the records give to service criteria, by criterion
	// and text; for examples, which have no other records.
	Gathered map[string]map[string]int
	Patience time.Duration // how long one record may take before it is the policy's error; 0: 20 seconds
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
	days := calendar.New()
	if err := a.readSettings(cat, days); err != nil {
		return nil, err
	}
	run, err := prepare(ctx, dictionary, cat, a, days, cmp.Or(opts.Patience, usualPatience))
	if err != nil {
		return nil, err
	}
	if err := run.judgeRecords(ctx, export, opts.workers()); err != nil {
		return nil, err
	}
	for id, counts := range opts.Gathered {
		run.found.gathered[id] = counts
	}
	if err := run.judgeService(ctx); err != nil {
		return nil, err
	}
	run.finish(a)
	return a, nil
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
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
