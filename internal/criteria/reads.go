package criteria

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// reads is what a policy depends on.
type reads struct {
	fields   []string // paths of the dictionary, sorted
	settings []string // names of settings and timescales, sorted
}

// readsOf derives from the compiled policies which fields of the record and of
// the service a package reads, itself and through the functions it calls.
//
// It follows values, not text: each variable stands for the set of places it may
// have come from ("input.assessments.*"), functions are followed with the places
// of their arguments, and a place with a field on its end is a read. The order
// of expressions does not matter to it, so it may name a field that is never
// really reached, but never misses one.
func readsOf(compiler *ast.Compiler, pkg string) reads {
	t := &tracer{compiler: compiler, done: map[string]places{}, fields: map[string]bool{}, settings: map[string]bool{}}
	for _, module := range compiler.Modules {
		if module.Package.Path.String() != pkg {
			continue
		}
		has := outputs(module)
		for _, rule := range module.Rules {
			if has[string(rule.Head.Ref()[0].Value.(ast.Var))] && len(rule.Head.Args) == 0 {
				t.rule(rule, nil)
			}
		}
	}
	return reads{fields: slices.Sorted(maps.Keys(t.fields)), settings: slices.Sorted(maps.Keys(t.settings))}
}

// places are where a value may have come from: paths such as "input.plans.*",
// and, with a leading "=", texts written in the policy.
type places map[string]bool

func (p places) add(more places) bool {
	before := len(p)
	maps.Copy(p, more)
	return len(p) > before
}

type tracer struct {
	compiler         *ast.Compiler
	done             map[string]places // results by rule and arguments, empty while in progress
	fields, settings map[string]bool
}

// scope is the variables of one rule.
type scope map[ast.Var]places

func (s scope) bind(v ast.Var, p places) bool {
	if s[v] == nil {
		s[v] = places{}
	}
	return s[v].add(p)
}

// rule gives the places of a rule's value, for a function with its arguments.
func (t *tracer) rule(rule *ast.Rule, args []places) places {
	key := rule.Loc().String()
	for _, a := range args {
		key += "|" + strings.Join(slices.Sorted(maps.Keys(a)), ",")
	}
	if result, ok := t.done[key]; ok {
		return result
	}
	result := places{}
	t.done[key] = result
	vars := scope{}
	for i, arg := range rule.Head.Args {
		if i < len(args) {
			t.match(vars, arg, args[i])
		}
	}
	t.body(vars, rule.Body)
	for _, term := range []*ast.Term{rule.Head.Key, rule.Head.Value} {
		if term != nil {
			result.add(t.term(vars, term))
		}
	}
	if rule.Else != nil {
		result.add(t.rule(rule.Else, args))
	}
	return result
}

// body follows every expression until the variables stop gaining places.
func (t *tracer) body(vars scope, body ast.Body) {
	for range 8 {
		size := vars.size()
		for _, expr := range body {
			t.expr(vars, expr)
		}
		if vars.size() == size {
			return
		}
	}
}

func (s scope) size() int {
	n := 0
	for _, p := range s {
		n += len(p)
	}
	return n
}

func (t *tracer) expr(vars scope, expr *ast.Expr) {
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		t.term(vars, terms)
	case []*ast.Term:
		result := t.call(vars, terms[0], terms[1:])
		if out := t.arity(terms[0]); out >= 0 && out < len(terms)-1 {
			t.match(vars, terms[len(terms)-1], result)
		}
	case *ast.Every:
		inside := t.step(t.term(vars, terms.Domain), "*")
		if terms.Value != nil {
			t.match(vars, terms.Value, inside)
		}
		t.body(vars, terms.Body)
	}
}

// arity is how many arguments a function takes, -1 for an unknown one. One more
// term in an expression than that is where its result goes.
func (t *tracer) arity(operator *ast.Term) int {
	ref, ok := operator.Value.(ast.Ref)
	if !ok {
		return -1
	}
	if rules := t.compiler.GetRulesExact(ref); len(rules) > 0 {
		return len(rules[0].Head.Args)
	}
	if builtin, ok := ast.BuiltinMap[ref.String()]; ok {
		return len(builtin.Decl.FuncArgs().Args)
	}
	return -1
}

func (t *tracer) call(vars scope, operator *ast.Term, args []*ast.Term) places {
	ref, _ := operator.Value.(ast.Ref)
	values := make([]places, len(args))
	all := places{}
	for i, a := range args {
		values[i] = t.term(vars, a)
		all.add(values[i])
	}
	switch name := ref.String(); name {
	case "eq", "assign":
		t.match(vars, args[0], values[1])
		t.match(vars, args[1], values[0])
		return all
	case "internal.member_2", "internal.member_3":
		members := t.step(values[len(values)-1], "*")
		t.match(vars, args[len(args)-2], members)
		return places{}
	case "object.get":
		got := places{}
		for key := range values[1] {
			if text, ok := strings.CutPrefix(key, "="); ok {
				got.add(t.step(values[0], text))
			}
		}
		got.add(values[2])
		return got
	}
	if rules := t.compiler.GetRulesExact(ref); len(rules) > 0 {
		result := places{}
		for _, rule := range rules {
			result.add(t.rule(rule, values))
		}
		return result
	}
	return all // a built-in function: its result may be any part of what it was given
}

// match gives a pattern's variables the places of a value.
func (t *tracer) match(vars scope, pattern *ast.Term, p places) {
	switch v := pattern.Value.(type) {
	case ast.Var:
		vars.bind(v, p)
	case *ast.Array:
		v.Foreach(func(x *ast.Term) { t.match(vars, x, t.step(p, "*")) })
	case ast.Object:
		v.Foreach(func(_, x *ast.Term) { t.match(vars, x, t.step(p, "*")) })
	}
}

// term gives the places of a term, and notes those that are fields.
func (t *tracer) term(vars scope, term *ast.Term) places {
	result := places{}
	switch v := term.Value.(type) {
	case ast.String:
		result["="+string(v)] = true
	case ast.Var:
		result.add(vars[v])
	case ast.Ref:
		result.add(t.ref(vars, v))
	case ast.Call:
		result.add(t.call(vars, v[0], v[1:]))
	case *ast.Array:
		v.Foreach(func(x *ast.Term) { result.add(t.term(vars, x)) })
	case ast.Set:
		v.Foreach(func(x *ast.Term) { result.add(t.term(vars, x)) })
	case ast.Object:
		v.Foreach(func(k, x *ast.Term) { t.term(vars, k); result.add(t.term(vars, x)) })
	case *ast.ArrayComprehension:
		t.body(vars, v.Body)
		result.add(t.term(vars, v.Term))
	case *ast.SetComprehension:
		t.body(vars, v.Body)
		result.add(t.term(vars, v.Term))
	case *ast.ObjectComprehension:
		t.body(vars, v.Body)
		t.term(vars, v.Key)
		result.add(t.term(vars, v.Value))
	}
	for p := range result {
		t.note(p)
	}
	return result
}

func (t *tracer) ref(vars scope, ref ast.Ref) places {
	head, _ := ref[0].Value.(ast.Var)
	switch head {
	case ast.InputRootDocument.Value.(ast.Var):
		return t.walk(vars, places{"input": true}, ref[1:])
	case ast.DefaultRootDocument.Value.(ast.Var):
		for i := 2; i <= len(ref); i++ {
			if !ref[:i].IsGround() {
				break
			}
			if rules := t.compiler.GetRulesExact(ref[:i]); len(rules) > 0 {
				result := places{}
				for _, rule := range rules {
					result.add(t.rule(rule, nil))
				}
				return t.walk(vars, result, ref[i:])
			}
		}
		return t.walk(vars, places{"data": true}, ref[1:])
	}
	return t.walk(vars, vars[head], ref[1:])
}

// walk goes into a value along the rest of a reference.
func (t *tracer) walk(vars scope, at places, rest []*ast.Term) places {
	for _, element := range rest {
		next := places{}
		switch v := element.Value.(type) {
		case ast.String:
			next.add(t.step(at, string(v)))
		case ast.Var:
			next.add(t.step(at, "*"))
			for p := range vars[v] {
				if text, ok := strings.CutPrefix(p, "="); ok {
					next.add(t.step(at, text))
				}
			}
			// `xs[i]` visits every member, whatever i already stands for
		default:
			next.add(t.step(at, "*"))
		}
		for p := range next {
			t.note(p)
		}
		at = next
	}
	return at
}

// step goes one name, or "*" for any member, into each place. A member of an
// item, or of a field, is that item or field: records go no deeper.
func (t *tracer) step(at places, name string) places {
	next := places{}
	for p := range at {
		switch {
		case strings.HasPrefix(p, "="), name == "*" && strings.HasSuffix(p, ".*"), strings.Count(p, ".") == 3 && strings.HasPrefix(p, "input."):
			next[p] = true
		default:
			next[p+"."+name] = true
		}
	}
	return next
}

// note records a place that is a field or a setting.
func (t *tracer) note(place string) {
	parts := strings.Split(place, ".")
	switch {
	case parts[0] == "input" && len(parts) == 4 && parts[2] == "*" && parts[3] != "*":
		t.fields[parts[1]+"."+parts[3]] = true
	case parts[0] == "input" && len(parts) == 3 && parts[1] == "child":
		t.fields["child."+parts[2]] = true
	case parts[0] == "input" && len(parts) == 2 && (parts[1] == "team" || parts[1] == "case_id"):
		t.fields[parts[1]] = true
	case parts[0] == "data" && len(parts) >= 5 && parts[1] == "service" && parts[3] == "*" && parts[4] != "*":
		t.fields[parts[2]+"."+parts[4]] = true
	case parts[0] == "data" && len(parts) >= 3 && (parts[1] == "settings" || parts[1] == "timescales") && parts[2] != "*":
		t.settings[parts[2]] = true
	}
}
