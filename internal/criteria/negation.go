package criteria

import (
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// trap names the first place in a module where a blank field would make a `not`
// fail. In `not happened(plan.end_date)` Rego looks the field up before it
// negates, so a plan without an end date makes the whole expression undefined,
// and a rule that was to say "no end" says nothing. The cure is a rule that takes
// the whole thing: `not ended(plan)`.
func trap(module *ast.Module) error {
	var found error
	ast.WalkExprs(module, func(expr *ast.Expr) bool {
		if !expr.Negated || !expr.IsCall() || equality(expr) {
			return false
		}
		for _, arg := range expr.Operands() {
			ref, ok := arg.Value.(ast.Ref)
			if ok && len(ref) > 1 && !ref.HasPrefix(ast.DefaultRootRef) && found == nil {
				found = fmt.Errorf("line %d: `not` of a call with the field %s fails where the field is blank: negate a rule that takes the whole item", expr.Location.Row, ref)
			}
		}
		return false
	})
	return found
}

// equality: `not plan.type == "care"` is safe, and no other comparison is: a blank
// field counts as unequal, as it should.
func equality(expr *ast.Expr) bool {
	return slices.Contains([]string{"eq", "equal"}, expr.Operator().String())
}
