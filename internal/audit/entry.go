package audit

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// entryPackage holds the generated module that asks every criterion at once:
//
//	cases["AS-02"].applies := data.audit.assessment.child_seen.applies
//
// One query for all criteria shares what they look up in a record; a query for
// each costs twice as much. What a criterion leaves undefined is simply absent.
const entryPackage = "caseaudit"

// outputsAsked are the rules the audit reads of a policy.
var outputsAsked = [...]string{"applies", "met", "start", "due", "done", "note", "doubt"}

// entryModule writes the module for some criteria, those of cases or of the service.
func entryModule(list []*criteria.Criterion) (*ast.Module, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "package %s\n\n", entryPackage)
	for _, c := range list {
		table := "cases"
		if c.Service {
			table = "service"
		}
		for _, rule := range outputsAsked {
			if c.Outputs(rule) {
				fmt.Fprintf(&b, "%s[%q].%s := %s.%s\n", table, c.ID, rule, c.Package, rule)
			}
		}
	}
	return ast.ParseModuleWithOpts("entry.rego", b.String(), ast.ParserOptions{RegoVersion: ast.RegoV1})
}

// queries are prepared questions to the compiled policies.
type queries struct {
	compiler *ast.Compiler
	store    storage.Store
	cases    rego.PreparedEvalQuery
	service  rego.PreparedEvalQuery

	mutex sync.Mutex
	alone map[string]rego.PreparedEvalQuery // of one criterion, by id; made when a record first needs it
}

func prepareQueries(ctx context.Context, cat *criteria.Catalogue, list []*criteria.Criterion, store storage.Store) (*queries, error) {
	entry, err := entryModule(list)
	if err != nil {
		return nil, err
	}
	compiler, err := cat.Compile(map[string]*ast.Module{"entry.rego": entry})
	if err != nil {
		return nil, err
	}
	q := &queries{compiler: compiler, store: store, alone: map[string]rego.PreparedEvalQuery{}}
	if q.cases, err = q.prepare(ctx, "data."+entryPackage+".cases"); err != nil {
		return nil, err
	}
	q.service, err = q.prepare(ctx, "data."+entryPackage+".service")
	return q, err
}

func (q *queries) prepare(ctx context.Context, query string) (rego.PreparedEvalQuery, error) {
	return rego.New(
		rego.Query(query), rego.Compiler(q.compiler), rego.Store(q.store),
		rego.StrictBuiltinErrors(true), // an error must be seen, not read as "undefined"
	).PrepareForEval(ctx)
}

// one is the query that asks a criterion on its own.
func (q *queries) one(ctx context.Context, table string, c *criteria.Criterion) (rego.PreparedEvalQuery, error) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	query, ok := q.alone[c.ID]
	if ok {
		return query, nil
	}
	query, err := q.prepare(ctx, fmt.Sprintf("data.%s.%s[%q]", entryPackage, table, c.ID))
	if err == nil {
		q.alone[c.ID] = query
	}
	return query, err
}

// verdicts is what the criteria said of one record: by criterion id, then by rule.
type verdicts map[string]map[string]any

// ask evaluates a prepared query on an input.
func ask(ctx context.Context, query rego.PreparedEvalQuery, input ast.Value) (any, error) {
	results, err := query.Eval(ctx, rego.EvalParsedInput(input))
	if err != nil || len(results) == 0 {
		return nil, err
	}
	return results[0].Expressions[0].Value, nil
}

// askAll asks every criterion of a table at once.
func askAll(ctx context.Context, query rego.PreparedEvalQuery, input ast.Value) (verdicts, error) {
	value, err := ask(ctx, query, input)
	if err != nil {
		return nil, err
	}
	all := verdicts{}
	table, _ := value.(map[string]any)
	for id, v := range table {
		all[id], _ = v.(map[string]any)
	}
	return all, nil
}

// askEach asks the criteria of a table one at a time, after asking them together
// failed, and gives the error of each that fails.
func (q *queries) askEach(ctx context.Context, table string, list []*criteria.Criterion, input ast.Value) (verdicts, map[string]error, error) {
	all, failed := verdicts{}, map[string]error{}
	for _, c := range list {
		query, err := q.one(ctx, table, c)
		if err != nil {
			return nil, nil, err
		}
		value, err := ask(ctx, query, input)
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		if err != nil {
			failed[c.ID] = err
			continue
		}
		all[c.ID], _ = value.(map[string]any)
	}
	return all, failed, nil
}
