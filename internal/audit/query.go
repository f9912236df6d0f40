package audit

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
)

// usualPatience is how long one record may take. A policy that runs longer has
// lost its way; it is that criterion's error, not the run's.
const usualPatience = 20 * time.Second

// tries is how many records one question may outlast the patience of. One may be
// the machine's fault; after that the policy is asked of no more records, for each
// would cost as long again.
const tries = 2

var (
	// errLost says that a question ran for too long on a record.
	errLost = errors.New("the policy ran for more than")
	// errNotAsked says that a question was not put, having run for too long on others.
	errNotAsked = fmt.Errorf("the policy ran for too long on %d records and was asked of no more", tries)
)

// asker puts prepared questions about one kind of subject to the compiled policies.
type asker struct {
	compiler *ast.Compiler
	store    storage.Store
	asked    []question
	subject  string
	patience time.Duration

	mutex sync.Mutex
	all   rego.PreparedEvalQuery            // of every question that is still put
	lost  map[string]int                    // records that a question outlasted the patience of, by its place
	alone map[string]rego.PreparedEvalQuery // of one question, by its place; made when a record first needs it
}

// newAsker prepares the questions. The subject is "record" or "service".
func newAsker(ctx context.Context, compiler *ast.Compiler, store storage.Store, subject string, asked []question, patience time.Duration) (*asker, error) {
	a := &asker{compiler: compiler, store: store, asked: asked, subject: subject, patience: patience,
		lost: map[string]int{}, alone: map[string]rego.PreparedEvalQuery{}}
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
	all, dropped := a.put()
	value, err := a.eval(ctx, all, input)
	if ctx.Err() != nil {
		return answers{}, ctx.Err()
	}
	if err != nil {
		return a.askEach(ctx, input)
	}
	whole, _ := value.(map[string]any)
	found := answers{said: make(map[string]any, len(a.asked)), failed: dropped}
	for _, q := range a.asked {
		if value, ok := lookUp(whole, q); ok {
			found.said[q.place()] = value
		}
	}
	return found, nil
}

// lookUp finds the answer to a question in the answer to all.
func lookUp(whole map[string]any, q question) (any, bool) {
	table, id := q.row()
	rows, _ := whole[table].(map[string]any)
	value, ok := rows[id]
	return value, ok
}

func (a *asker) askEach(ctx context.Context, input ast.Value) (answers, error) {
	found := answers{said: map[string]any{}, failed: map[string]error{}}
	for _, q := range a.asked {
		if a.dropped(q) {
			found.failed[q.place()] = errNotAsked
			continue
		}
		query, err := a.one(ctx, q)
		if err != nil {
			return answers{}, err
		}
		value, err := a.eval(ctx, query, input)
		if ctx.Err() != nil {
			return answers{}, ctx.Err()
		}
		if errors.Is(err, errLost) {
			if err := a.lose(ctx, q); err != nil {
				return answers{}, err
			}
		}
		if err != nil {
			found.failed[q.place()] = err
		} else if value != nil {
			found.said[q.place()] = value
		}
	}
	return found, nil
}

// put gives the query of every question that is still put, and the failures of
// the others.
func (a *asker) put() (rego.PreparedEvalQuery, map[string]error) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	var dropped map[string]error
	for place, records := range a.lost {
		if records < tries {
			continue
		}
		if dropped == nil {
			dropped = map[string]error{}
		}
		dropped[place] = errNotAsked
	}
	return a.all, dropped
}

func (a *asker) dropped(q question) bool {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	return a.lost[q.place()] >= tries
}

// lose counts a record that a question outlasted the patience of, and drops the
// question from those that are put together once it has lost its tries.
func (a *asker) lose(ctx context.Context, q question) error {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if a.lost[q.place()]++; a.lost[q.place()] != tries {
		return nil
	}
	var err error
	a.all, err = a.prepare(ctx, a.without())
	return err
}

// without is the query of the questions that have tries left: the tables of the
// entry module, each with only their rows.
func (a *asker) without() string {
	rows := map[string][]string{}
	for _, q := range a.asked {
		if a.lost[q.place()] < tries {
			table, id := q.row()
			rows[table] = append(rows[table], fmt.Sprintf("%q", id))
		}
	}
	parts := make([]string, 0, len(rows))
	for table, ids := range rows {
		parts = append(parts, fmt.Sprintf("%[1]q: {id: row | some id in [%[2]s]; row := data.%[3]s.%[4]s.%[1]s[id]}", table, strings.Join(ids, ", "), entryPackage, a.subject))
	}
	slices.Sort(parts)
	return "{" + strings.Join(parts, ", ") + "}"
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
		return nil, fmt.Errorf("%w %s on one record", errLost, a.patience)
	}
	if err != nil || len(results) == 0 {
		return nil, err
	}
	return results[0].Expressions[0].Value, nil
}
