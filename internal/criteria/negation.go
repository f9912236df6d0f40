package criteria

import (
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// traps names the places in a module where a blank field would make a `not`
// fail. In `not happened(plan.end_date)` Rego looks the field up before it
// negates, so a plan without an end date makes the whole expression undefined,
// and a rule that was to say "no end" says nothing. The cure is a rule that takes
// the whole thing: `not ended(plan)`.
//
// Rego looks up beforehand whatever stands inside a call, a list, an object or the
// brackets of another reference. Only what `not` takes as it stands, alone or on
// either side of an equality, is looked up under the negation.
func traps(module *ast.Module) []error {
	t := trapper{imported: map[ast.Var]bool{}}
	for _, i := range module.Imports {
		if path, ok := i.Path.Value.(ast.Ref); ok && path.HasPrefix(ast.DefaultRootRef) {
			t.imported[i.Name()] = true
		}
	}
	ast.WalkExprs(module, func(expr *ast.Expr) bool {
		if expr.Negated {
			t.negated(expr)
		}
		return false
	})
	return t.faults
}

type trapper struct {
	imported map[ast.Var]bool // names that stand for a package of policies
	faults   []error
}

// negated looks through a negated expression.
func (t *trapper) negated(expr *ast.Expr) {
	operands := []*ast.Term{}
	direct := true
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		operands = append(operands, terms)
	case []*ast.Term:
		operands = terms[1:]
		direct = equality(expr)
	}
	for _, operand := range operands {
		if ref := t.inside(operand, direct); ref != nil {
			t.faults = append(t.faults, fmt.Errorf("line %d: `not` looks up %s first, and fails where it is blank: negate a rule that takes the whole item",
				expr.Location.Row, ref))
		}
	}
}

// equality: `not plan.type == "care"` is safe, and no other comparison is: a blank
// field counts as unequal, as it should.
func equality(expr *ast.Expr) bool {
	return slices.Contains([]string{"eq", "equal"}, expr.Operator().String())
}

// inside finds a reference in a term that Rego looks up before it negates. A term
// that stands directly under the `not` is looked up with it, and what a
// comprehension holds is looked up when its turn comes.
func (t *trapper) inside(term *ast.Term, direct bool) ast.Ref {
	var parts []*ast.Term
	switch v := term.Value.(type) {
	case ast.Ref:
		if !direct && t.mayBeBlank(v) {
			return v
		}
		parts = v[1:]
	case ast.Call:
		parts = v[1:]
	case *ast.Array:
		v.Foreach(func(x *ast.Term) { parts = append(parts, x) })
	case ast.Set:
		v.Foreach(func(x *ast.Term) { parts = append(parts, x) })
	case ast.Object:
		v.Foreach(func(k, x *ast.Term) { parts = append(parts, k, x) })
	}
	for _, part := range parts {
		if ref := t.inside(part, false); ref != nil {
			return ref
		}
	}
	return nil
}

// mayBeBlank: a list of the record is always there, and so are its members and
// the values that packages give by name; any other reference may lead nowhere.
func (t *trapper) mayBeBlank(ref ast.Ref) bool {
	head, _ := ref[0].Value.(ast.Var)
	switch {
	case len(ref) == 1:
		return false
	case head == ast.DefaultRootDocument.Value.(ast.Var), t.imported[head]:
		return !ref.IsGround()
	case head == ast.InputRootDocument.Value.(ast.Var):
		name, _ := ref[1].Value.(ast.String)
		_, named := ref[len(ref)-1].Value.(ast.String)
		whole := len(ref) == 2 && name != "team" || len(ref) == 3 && !named
		return !whole
	}
	return true
}
