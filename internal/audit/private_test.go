package audit

import (
	"errors"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// A built-in that fails may quote what it was given; a report must not.
func TestErrorsDoNotQuoteTheRecord(t *testing.T) {
	quoted := &topdown.Error{Code: topdown.BuiltinErr, Message: `to_number: invalid "Zebedee Canary"`,
		Location: ast.NewLocation(nil, "assessment/child_seen/policy.rego", 31, 2)}
	if got, want := safeText(quoted), "eval_builtin_error at assessment/child_seen/policy.rego line 31"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := safeText(errors.New("applies: is a text")); got != "applies: is a text" {
		t.Errorf("got %q", got)
	}
}
