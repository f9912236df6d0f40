package audit_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/progress"
)

func TestAsAt(t *testing.T) {
	cat := fakes(t, signedOff)
	for _, test := range []struct {
		name, stated, newest, asAt, from string
		err                              string
	}{
		{"stated", "2026-10-31", "2026-09-30", "2026-10-31", "2025-11-01", ""},
		{"the newest event", "", "2026-09-30", "2026-09-30", "2025-10-01", ""},
		{"the calendar's first day", "1995-01-01", "", "1995-01-01", "1994-01-02", ""},
		{"the calendar's last day", "2040-12-31", "", "2040-12-31", "2040-01-01", ""},
		{"none", "", "", "", "", "the export holds no date to audit as at: give one with --as-at yyyy-mm-dd"},
		{"British", "31/10/2026", "", "", "", `as-at "31/10/2026": write the date as yyyy-mm-dd`},
		{"no day", "2026-02-30", "", "", "", `as-at "2026-02-30": write the date as yyyy-mm-dd`},
		{"short", "2026-1-1", "", "", "", "write the date as yyyy-mm-dd"},
		{"before the calendar", "1994-12-31", "", "", "", "as-at 1994-12-31 lies outside the working-day calendar (1995-01-01 to 2040-12-31)"},
		{"after the calendar", "2041-01-01", "", "", "", "as-at 2041-01-01 lies outside the working-day calendar"},
	} {
		t.Run(test.name, func(t *testing.T) {
			x := &export{newest: test.newest, records: []*casefile.Record{record(t, "C1", "assessments")}}
			a, err := audit.Run(t.Context(), dictionary(t), cat, x, audit.Options{AsAt: test.stated})
			if test.err != "" {
				if err == nil || !strings.Contains(err.Error(), test.err) {
					t.Errorf("got %v, want %s", err, test.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if a.AsAt != test.asAt || a.From != test.from || a.AsAtStated != (test.stated != "") {
				t.Errorf("got %s to %s, stated %v; want %s to %s", a.From, a.AsAt, a.AsAtStated, test.from, test.asAt)
			}
		})
	}
}

func TestNothingToAudit(t *testing.T) {
	cat := fakes(t, signedOff)
	for name, x := range map[string]*export{
		"no cases and empty lists": {},
		"no cases, with a date":    {newest: asAt},
	} {
		if _, err := audit.Run(t.Context(), dictionary(t), cat, x, audit.Options{}); !errors.Is(err, audit.ErrNothing) {
			t.Errorf("%s: got %v, want ErrNothing", name, err)
		}
	}
	service := &export{service: map[string]any{"professionals": []any{item{"professional_id": "W1"}}}}
	if _, err := audit.Run(t.Context(), dictionary(t), cat, service, audit.Options{AsAt: asAt}); err != nil {
		t.Errorf("only the service: %v", err)
	}
}

func TestOptionsAreReported(t *testing.T) {
	cat := fakes(t, signedOff)
	x := &export{}
	for range 25 {
		x.records = append(x.records, record(t, "C1", "assessments"))
	}
	told := &listener{}
	a, err := audit.Run(progress.With(t.Context(), told), dictionary(t), cat, x, audit.Options{AsAt: asAt, Council: "Example", Program: "caseaudit 1.0", Workers: -3})
	if err != nil {
		t.Fatal(err)
	}
	if a.Council != "Example" || a.Program != "caseaudit 1.0" || a.Policies != cat.Hash || a.Records != 25 {
		t.Errorf("got %+v", a)
	}
	if got := fmt.Sprint(told.lines); got != "[judging 25 records 10 20 end]" {
		t.Errorf("told %s", got)
	}
}

// listener remembers what it is told of the run's progress.
type listener struct{ lines []string }

func (l *listener) Begin(what string, total int64, unit progress.Unit) progress.Stage {
	l.lines = append(l.lines, fmt.Sprint(what, " ", total, " ", unit))
	return l
}

func (l *listener) At(done int64) { l.lines = append(l.lines, fmt.Sprint(done)) }
func (l *listener) End()          { l.lines = append(l.lines, "end") }

func TestAnExportThatFails(t *testing.T) {
	broken := errors.New("cases.csv row 7: the file ends in the middle of a row")
	x := &export{err: broken, records: []*casefile.Record{record(t, "C1", "assessments", item{"completed_date": "2026-01-01"})}}
	for _, workers := range []int{1, 4} {
		a, err := audit.Run(t.Context(), dictionary(t), fakes(t, signedOff), x, audit.Options{AsAt: asAt, Workers: workers})
		if !errors.Is(err, broken) || a != nil {
			t.Errorf("got %v, %v, want the export's error and no audit", a, err)
		}
	}
}

// unreadable is an export whose survey fails.
type unreadable struct{ export }

var errUnreadable = errors.New("no such folder")

func (unreadable) Survey(context.Context) (*casefile.Survey, error) { return nil, errUnreadable }

func TestAnExportThatCannotBeSurveyed(t *testing.T) {
	if _, err := audit.Run(t.Context(), dictionary(t), fakes(t, signedOff), &unreadable{}, audit.Options{AsAt: asAt}); !errors.Is(err, errUnreadable) {
		t.Errorf("got %v", err)
	}
}

// endless hands out one record for ever, and stops the audit after a while.
type endless struct {
	export
	cancel context.CancelFunc
}

func (x *endless) Records(_ context.Context, yield func(*casefile.Record) error) error {
	for n := 0; ; n++ {
		if n == 100 {
			x.cancel()
		}
		if err := yield(x.records[0]); err != nil {
			return err
		}
	}
}

func TestAnAuditCanBeCancelled(t *testing.T) {
	for _, workers := range []int{1, 8} {
		ctx, cancel := context.WithCancel(t.Context())
		x := &endless{export: export{records: []*casefile.Record{record(t, "C1", "assessments", item{"completed_date": "2026-01-01"})}}, cancel: cancel}
		a, err := audit.Run(ctx, dictionary(t), fakes(t, signedOff), x, audit.Options{AsAt: asAt, Workers: workers})
		if !errors.Is(err, context.Canceled) || a != nil {
			t.Errorf("got %v, %v, want context.Canceled and no audit", a, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	x := &export{records: []*casefile.Record{record(t, "C1", "assessments")}}
	if _, err := audit.Run(ctx, dictionary(t), fakes(t, signedOff), x, audit.Options{AsAt: asAt}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

func TestACouncilsSettingChangesAVerdict(t *testing.T) {
	cat := fakes(t, signedOff)
	x := &export{records: []*casefile.Record{record(t, "C1", "assessments",
		item{"assessment_id": "A1", "completed_date": "2026-03-02", "signed_off_date": "2026-03-10"})}}
	for _, test := range []struct {
		own     criteria.Settings
		met     bool
		value   string
		message string
	}{
		{nil, false, "5 working days", "the assessment completed on 02/03/2026 was not signed off within 5 working days; due 09/03/2026, done 10/03/2026, 1 day over (1 working day)"},
		{criteria.Settings{"sign_off_wd": {{Value: 6}}}, true, "6 working days", ""},
		{criteria.Settings{"sign_off_wd": {{Value: 6, ValidTo: "2026-10-30"}, {Value: 4, ValidFrom: "2026-10-31"}}}, false, "4 working days",
			"the assessment completed on 02/03/2026 was not signed off within 4 working days; due 06/03/2026, done 10/03/2026, 4 days over (2 working days)"},
	} {
		own, err := cat.WithSettings(test.own)
		if err != nil {
			t.Fatal(err)
		}
		a := run(t, own, x)
		if len(a.Outcomes) != 1 || a.Outcomes[0].Met != test.met || a.Outcomes[0].Message != test.message {
			t.Errorf("%v: outcomes %+v", test.own, a.Outcomes)
		}
		if len(a.Settings) != 1 || a.Settings[0].Value != test.value || a.Settings[0].Council != (test.own != nil) || a.Policies != own.Hash {
			t.Errorf("%v: settings %+v", test.own, a.Settings)
		}
	}
}

// Where a setting has no value on as-at the policies would fall silent, which
// would look like a pass.
func TestASettingNotInForceIsAnError(t *testing.T) {
	cat, err := fakes(t, signedOff).WithSettings(criteria.Settings{"sign_off_wd": {{Value: 6, ValidFrom: "2026-11-01"}}})
	if err != nil {
		t.Fatal(err)
	}
	x := &export{records: []*casefile.Record{record(t, "C1", "assessments")}}
	_, err = audit.Run(t.Context(), dictionary(t), cat, x, audit.Options{AsAt: asAt})
	if err == nil || !strings.Contains(err.Error(), "settings.sign_off_wd: no value is in force on 2026-10-31") {
		t.Errorf("got %v", err)
	}
}

func TestAPeriodThatCannotBe(t *testing.T) {
	for _, months := range []int{0, 12 * 200} {
		cat, err := shipped(t).WithSettings(criteria.Settings{"period_months": {{Value: months}}})
		if err != nil {
			t.Fatal(err)
		}
		x := &export{records: []*casefile.Record{record(t, "C1", "assessments")}}
		if _, err := audit.Run(t.Context(), dictionary(t), cat, x, audit.Options{AsAt: asAt}); err == nil || !strings.Contains(err.Error(), "settings.period_months") {
			t.Errorf("%d months: got %v", months, err)
		}
	}
}
