package criteria

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// tracer follows values through the compiled policies.
type tracer struct {
	compiler         *ast.Compiler
	done             map[question]places // empty while in progress
	fields, settings map[string]bool
}

// question is a rule asked with some places as its arguments.
type question struct {
	rule *ast.Rule
	args string
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
	key := question{rule: rule}
	for _, a := range args {
		key.args += "|" + strings.Join(slices.Sorted(maps.Keys(a)), ",")
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
	value := rule.Head.Value
	if rule.Head.Key != nil {
		t.term(vars, rule.Head.Key)
		if value == nil {
			value = rule.Head.Key // a set
		}
	}
	if value != nil {
		ref := rule.Ref()
		result.add(wrapAll(ref[len(ref.GroundPrefix()):], t.term(vars, value)))
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
	for _, with := range expr.With {
		t.term(vars, with.Value)
	}
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		t.term(vars, terms)
	case []*ast.Term:
		result := t.call(vars, terms[0], terms[1:])
		if out := t.arity(terms[0]); out >= 0 && out < len(terms)-1 {
			t.match(vars, terms[len(terms)-1], result)
		}
	case *ast.Every:
		inside := t.term(vars, terms.Domain).step("*")
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
		members := values[len(values)-1].step("*")
		t.match(vars, args[len(args)-2], members)
		if len(args) > 2 && !values[len(values)-1].lists() {
			t.match(vars, args[0], members) // in a set, a member is its own key
		}
		return places{}
	case "object.get":
		path := []*ast.Term{args[1]}
		if list, ok := args[1].Value.(*ast.Array); ok {
			path = path[:0]
			list.Foreach(func(x *ast.Term) { path = append(path, x) })
		}
		got := places{}
		got.add(t.walk(vars, values[0], path))
		got.add(values[2])
		return got
	case "walk", "object.keys", "object.filter", "object.remove", "object.subset", "object.union",
		"json.filter", "json.remove", "json.patch", "json.marshal", "json.marshal_with_options", "yaml.marshal":
		t.noteAll(all)
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
		v.Foreach(func(x *ast.Term) { t.match(vars, x, p.step("*")) })
	case ast.Object:
		v.Foreach(func(k, x *ast.Term) { t.match(vars, x, t.walk(vars, p, []*ast.Term{k})) })
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
		v.Foreach(func(k, x *ast.Term) {
			t.term(vars, k)
			result.add(wrapAll([]*ast.Term{k}, t.term(vars, x)))
		})
	case *ast.ArrayComprehension:
		t.body(vars, v.Body)
		result.add(t.term(vars, v.Term))
	case *ast.SetComprehension:
		t.body(vars, v.Body)
		result.add(t.term(vars, v.Term))
	case *ast.ObjectComprehension:
		t.body(vars, v.Body)
		t.term(vars, v.Key)
		result.add(wrapAll([]*ast.Term{v.Key}, t.term(vars, v.Value)))
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
		result := t.walk(vars, places{"data": true}, ref[1:])
		for _, rule := range t.compiler.GetRulesDynamicWithOpts(ref, ast.RulesOptions{}) {
			if len(rule.Head.Args) > 0 {
				continue // not called here
			}
			made := t.rule(rule, nil)
			if at := rule.Ref().GroundPrefix(); len(at) < len(ref) {
				made = t.walk(vars, made, ref[len(at):])
			} else {
				made = wrapAll(at[len(ref):], made)
			}
			result.add(made)
		}
		return result
	}
	return t.walk(vars, vars[head], ref[1:])
}

// walk goes into a value along the rest of a reference.
func (t *tracer) walk(vars scope, at places, rest []*ast.Term) places {
	for _, element := range rest {
		next := places{}
		switch v := element.Value.(type) {
		case ast.String:
			next.add(at.step(string(v)))
		case ast.Var:
			members := at.step("*")
			next.add(members)
			for p := range vars[v] {
				if text, ok := strings.CutPrefix(p, "="); ok {
					next.add(at.step(text))
				}
			}
			if !at.lists() {
				vars.bind(v, members) // `xs[x]` names the members of a set
			}
		default:
			next.add(at.step("*"))
			t.match(vars, element, next)
		}
		for p := range next {
			t.note(p)
		}
		at = next
	}
	return at
}
