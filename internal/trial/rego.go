package trial

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// RegoTest is the result of one test rule of a policy.
type RegoTest struct {
	Package string // "data.audit.assessment.child_seen_test"
	Name    string
	Failed  string // what went wrong; empty when it passed
}

// RegoTests runs the policies' own tests as `opa test` does, sorted by package and
// name. No tests at all is an error.
//
// With a coverage it notes which lines of the policies the tests reached.
func RegoTests(ctx context.Context, cat *criteria.Catalogue, coverage *cover.Cover) ([]RegoTest, error) {
	store := inmem.NewFromObjectWithOpts(cat.Data(), inmem.OptRoundTripOnWrite(false))
	txn, err := store.NewTransaction(ctx, storage.TransactionParams{})
	if err != nil {
		return nil, err
	}
	defer store.Abort(ctx, txn)
	runner := tester.NewRunner().SetStore(store).SetModules(cat.Modules())
	if coverage != nil {
		runner = runner.SetCoverageQueryTracer(coverage)
	}
	channel, err := runner.RunTests(ctx, txn)
	if err != nil {
		return nil, fmt.Errorf("policy tests: %w", err)
	}
	var results []RegoTest
	for r := range channel {
		result := RegoTest{Package: r.Package, Name: r.Name}
		switch {
		case r.Error != nil:
			result.Failed = r.Error.Error()
		case r.Fail:
			result.Failed = "failed"
		case r.Skip:
			result.Failed = "skipped: a test of a criterion is never skipped"
		}
		results = append(results, result)
	}
	if len(results) == 0 {
		return nil, fmt.Errorf("policy tests: none found")
	}
	slices.SortFunc(results, func(a, b RegoTest) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Name, b.Name))
	})
	return results, nil
}
