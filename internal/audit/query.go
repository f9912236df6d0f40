package audit

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
)

// usualPatience is how long one record may take. A policy that runs longer has
// lost its way; it is that criterion's error, not the run's.
const usualPatience = 20 * time.Second

// asker puts prepared questions about one kind of subject to the compiled policies.
type asker struct {
	compiler *ast.Compiler
	store    storage.Store
	asked    []question
	all      rego.PreparedEvalQuery
	patience time.Duration

	mutex sync.Mutex
	alone map[string]rego.PreparedEvalQuery // of one question, by its place; made when a record first needs it
}

// newAsker prepares the questions. The subject is "record" or "service".
func newAsker(ctx context.Context, compiler *ast.Compiler, store storage.Store, subject string, asked []question, patience time.Duration) (*asker, error) {
	a := &asker{compiler: compiler, store: store, asked: asked, patience: patience, alone: map[string]rego.PreparedEvalQuery{}}
	var err error
	a.all, err = a.prepare(ctx, "data."+entryPackage+"."+subject)
	return a, err
}

func (a *asker) prepare(ctx context.Context, query string) (rego.PreparedEvalQuery, error) {
	return rego.New(
		rego.Query(query), rego.Compiler(a.compiler), rego.Store(a.store),
		rego.StrictBuiltinErrors(true), // an error must be seen, not read as "undefined"
	).PrepareForEval(ctx)
}

// answers are what the policies said of one subject, by the place of the question;
// a question that is not here was left undefined, or failed.
type answers struct {
	said   map[string]any
	failed map[string]error
}

// ask puts every question at once, and each on its own if that fails.
func (a *asker) ask(ctx context.Context, input ast.Value) (answers, error) {
	if len(a.asked) == 0 {
		return answers{}, nil
	}
	value, err := a.eval(ctx, a.all, input)
	if ctx.Err() != nil {
		return answers{}, ctx.Err()
	}
	if err != nil {
		return a.askEach(ctx, input)
	}
	whole, _ := value.(map[string]any)
	found := answers{said: make(map[string]any, len(a.asked))}
	for _, q := range a.asked {
		if value, ok := lookUp(whole, q); ok {
			found.said[q.place()] = value
		}
	}
	return found, nil
}

// lookUp finds the answer to a question in the answer to all.
func lookUp(whole map[string]any, q question) (any, bool) {
	table, id := "criteria", ""
	switch {
	case q.slice != nil:
		table, id = "slices", q.slice.ID
	case q.check != nil:
		table, id = "checks", q.check.ID
	case q.gather:
		table, id = "gathered", q.criterion.ID
	default:
		id = q.criterion.ID
	}
	rows, _ := whole[table].(map[string]any)
	value, ok := rows[id]
	return value, ok
}

func (a *asker) askEach(ctx context.Context, input ast.Value) (answers, error) {
	found := answers{said: map[string]any{}, failed: map[string]error{}}
	for _, q := range a.asked {
		query, err := a.one(ctx, q)
		if err != nil {
			return answers{}, err
		}
		value, err := a.eval(ctx, query, input)
		if ctx.Err() != nil {
			return answers{}, ctx.Err()
		}
		if err != nil {
			found.failed[q.place()] = err
		} else if value != nil {
			found.said[q.place()] = value
		}
	}
	return found, nil
}

// one is the query that puts a question on its own.
func (a *asker) one(ctx context.Context, q question) (rego.PreparedEvalQuery, error) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	query, ok := a.alone[q.place()]
	if ok {
		return query, nil
	}
	query, err := a.prepare(ctx, "data."+entryPackage+"."+q.place())
	if err == nil {
		a.alone[q.place()] = query
	}
	return query, err
}

// eval evaluates a query on an input, for as long as a record may take.
func (a *asker) eval(ctx context.Context, query rego.PreparedEvalQuery, input ast.Value) (any, error) {
	limited, cancel := context.WithTimeout(ctx, a.patience)
	defer cancel()
	results, err := query.Eval(limited, rego.EvalParsedInput(input))
	if errors.Is(limited.Err(), context.DeadlineExceeded) && ctx.Err() == nil {
		return nil, fmt.Errorf("the policy ran for more than %s on one record", a.patience)
	}
	if err != nil || len(results) == 0 {
		return nil, err
	}
	return results[0].Expressions[0].Value, nil
}
