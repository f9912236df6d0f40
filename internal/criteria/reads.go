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
// the service some rules of a package read, themselves and through the functions
// they call.
//
// It follows values, not text: each variable stands for the set of places it may
// have come from ("input.assessments.*"), functions are followed with the places
// of their arguments, and a place with a field on its end is a read. The order
// of expressions does not matter to it, so it may name a field that is never
// really reached. It misses none that the policy names; what goes through an
// item's fields without naming them (object.keys, walk) counts as reading a
// field "*", which no dictionary has.
func readsOf(compiler *ast.Compiler, pkg string, rules ...string) reads {
	t := &tracer{compiler: compiler, done: map[question]places{}, fields: map[string]bool{}, settings: map[string]bool{}}
	for _, module := range compiler.Modules {
		if module.Package.Path.String() != pkg {
			continue
		}
		for _, rule := range module.Rules {
			if slices.Contains(rules, string(rule.Head.Ref()[0].Value.(ast.Var))) && len(rule.Head.Args) == 0 {
				t.rule(rule, nil)
			}
		}
	}
	return reads{fields: slices.Sorted(maps.Keys(t.fields)), settings: slices.Sorted(maps.Keys(t.settings))}
}

// note records a place that is a field or a setting.
func (t *tracer) note(place string) {
	parts := strings.Split(place, ".")
	switch {
	case parts[0] == "input" && len(parts) > 2 && parts[1] == "*":
		t.fields["*."+parts[2]] = true // some list of the record, and nobody can say which
	case parts[0] == "input" && len(parts) == 4 && parts[2] == "*" && parts[3] != "*":
		t.fields[parts[1]+"."+parts[3]] = true
	case parts[0] == "input" && len(parts) == 3 && parts[1] == "child":
		t.fields["child."+parts[2]] = true
	case parts[0] == "input" && len(parts) == 2 && (parts[1] == "team" || parts[1] == "case_id"):
		t.fields[parts[1]] = true
	case parts[0] == "data" && len(parts) > 3 && parts[1] == "service" && parts[2] == "*":
		t.fields["*."+parts[3]] = true
	case parts[0] == "data" && len(parts) >= 5 && parts[1] == "service" && parts[3] == "*" && parts[4] != "*":
		t.fields[parts[2]+"."+parts[4]] = true
	case parts[0] == "data" && len(parts) >= 3 && (parts[1] == "settings" || parts[1] == "timescales") && parts[2] != "*":
		t.settings[parts[2]] = true
	}
}

// noteAll records that every field of the items among some places is read.
func (t *tracer) noteAll(at places) {
	for place := range at {
		parts := strings.Split(place, ".")
		switch {
		case place == "input", place == "input.*", place == "data.service":
			t.fields["*"] = true
		case place == "input.child", parts[0] == "input" && len(parts) == 3 && parts[2] == "*":
			t.fields[parts[1]+".*"] = true
		case len(parts) == 4 && parts[0] == "data" && parts[1] == "service" && parts[3] == "*":
			t.fields[parts[2]+".*"] = true
		}
	}
}
