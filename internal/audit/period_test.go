package audit

import (
	"fmt"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"

	"github.com/caseaudit/caseaudit/internal/calendar"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/policies"
)

func TestPeriodStart(t *testing.T) {
	days := calendar.New()
	for _, test := range []struct {
		asAt   string
		months int
		want   string
	}{
		{"2026-10-31", 12, "2025-11-01"},
		{"2026-10-30", 12, "2025-10-31"},
		{"2026-02-28", 12, "2025-03-01"},
		{"2028-02-29", 12, "2027-03-01"},
		{"2029-02-28", 12, "2028-02-29"},
		{"2026-03-31", 1, "2026-03-01"},
		{"2028-03-31", 1, "2028-03-01"},
		{"2026-07-31", 1, "2026-07-01"},
		{"2026-05-15", 3, "2026-02-16"},
		{"2026-01-15", 1, "2025-12-16"},
	} {
		if got, err := periodStart(days, test.asAt, test.months); err != nil || got != test.want {
			t.Errorf("%d months to %s begin on %s, %v, want %s", test.months, test.asAt, got, err, test.want)
		}
	}
	for _, months := range []int{0, -1, 12 * 200} {
		if got, err := periodStart(days, "2026-10-31", months); err == nil {
			t.Errorf("%d months begin on %s, want an error", months, got)
		}
	}
}

// What the report says of the period is what the policies judge by: on every day
// of four years, a leap day among them, and for any length in use.
func TestPeriodStartIsThatOfThePolicies(t *testing.T) {
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	compiler, err := catalogue.Compile()
	if err != nil {
		t.Fatal(err)
	}
	data, err := runData(catalogue, "2026-10-31", &casefile.Survey{Supply: casefile.NewSupply()})
	if err != nil {
		t.Fatal(err)
	}
	store := inmem.NewFromObjectWithOpts(data, inmem.OptRoundTripOnWrite(false), inmem.OptReturnASTValuesOnRead(true))
	query, err := rego.New(rego.Compiler(compiler), rego.Store(store), rego.Query(`
		every_day := {on: before |
			some on in input.days
			before := data.lib.period.begins_after with data.run.as_at as on with data.settings.period_months.values as [{"value": input.months}]
		}`)).PrepareForEval(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var days []any
	for d := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC); d.Year() < 2029; d = d.AddDate(0, 0, 1) {
		days = append(days, d.Format(time.DateOnly))
	}
	cal := calendar.New()
	for _, months := range []int{1, 6, 12, 13} {
		results, err := query.Eval(t.Context(), rego.EvalInput(map[string]any{"days": days, "months": months}))
		if err != nil || len(results) != 1 {
			t.Fatalf("%v, %v", results, err)
		}
		before := results[0].Bindings["every_day"].(map[string]any)
		if len(before) != 1461 {
			t.Fatalf("%d days, want 1461", len(before))
		}
		for on, last := range before {
			got, err := periodStart(cal, on, months)
			want, _ := nextDay(fmt.Sprint(last))
			if err != nil || got != want {
				t.Errorf("%d months to %s begin on %s, %v; the policies say %s", months, on, got, err, want)
			}
		}
	}
}
