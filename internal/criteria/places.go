package criteria

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// places are where a value may have come from: paths such as "input.plans.*",
// with a leading "=" texts written in the policy, and with a leading "{name}" or
// "{*}" what an object built by the policy holds under that name, or any.
type places map[string]bool

func (p places) add(more places) bool {
	before := len(p)
	maps.Copy(p, more)
	return len(p) > before
}

// step goes one name, or "*" for any member, into each place. A member of an
// item, or of a field, is that item or field: records go no deeper.
func (at places) step(name string) places {
	next := places{}
	for p := range at {
		if wrapped, ok := strings.CutPrefix(p, "{"); ok {
			held, inside, _ := strings.Cut(wrapped, "}")
			if held == name || held == "*" || name == "*" {
				next[inside] = true
			}
			continue
		}
		switch {
		case strings.HasPrefix(p, "="), name == "*" && strings.HasSuffix(p, ".*"), strings.Count(p, ".") == 3 && strings.HasPrefix(p, "input."):
			next[p] = true
		default:
			next[p+"."+name] = true
		}
	}
	return next
}

// wrapAll gives the places of an object that holds some under the names of a path.
func wrapAll(path []*ast.Term, held places) places {
	for _, element := range slices.Backward(path) {
		name := "*"
		if text, ok := element.Value.(ast.String); ok {
			name = string(text)
		}
		wrapped := places{}
		for p := range held {
			wrapped["{"+name+"}"+p] = true
		}
		held = wrapped
	}
	return held
}

// lists reports whether the places are lists of the record or of the service,
// whose keys are numbers.
func (at places) lists() bool {
	for p := range at {
		if !strings.HasPrefix(p, "input.") || strings.Count(p, ".") != 1 {
			if !strings.HasPrefix(p, "data.service.") || strings.Count(p, ".") != 2 {
				return false
			}
		}
	}
	return len(at) > 0
}
