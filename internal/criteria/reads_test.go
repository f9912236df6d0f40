package criteria_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// Each policy reads one field that its metadata does not name, in some way that
// Rego allows. A read that went unseen would judge an export that has no such field.
func TestLoadFindsUndeclaredReads(t *testing.T) {
	const analysis = "reads assessments.analysis, which is neither in needs nor in optional"
	for _, test := range []struct{ name, rules, want string }{
		{"directly", `met contains i if input.assessments[i].analysis`, analysis},
		{"under a name in brackets", `met contains i if input.assessments[i]["analysis"] == true`, analysis},
		{"through some", `met contains i if { some i, a in input.assessments; a.analysis }`, analysis},
		{"negated", `met contains i if { some i, a in input.assessments; not a.analysis == true }`, analysis},
		{"in a comprehension", `met contains i if { some i, a in input.assessments; count([x | x := a.analysis]) > 0 }`, analysis},
		{"in the rule's value", `note[i] := a.analysis if some i, a in input.assessments`, analysis},
		{"in every", `met contains i if { some i, _ in input.assessments; every a in input.assessments { a.analysis } }`, analysis},
		{"in an object", `found[i] := {"text": a.analysis} if some i, a in input.assessments
			met contains i if found[i].text`, analysis},
		{"through object.get", `met contains i if { some i, a in input.assessments; object.get(a, "analysis", "") != "" }`, analysis},
		{"through object.get with a path", `met contains i if { some i, _ in input.assessments; object.get(input, ["child", "sex"], "") != "" }`, "reads child.sex,"},
		{"through object.get with a chosen name", `met contains i if { some i, a in input.assessments; some f in ["analysis"]; object.get(a, f, "") != "" }`, analysis},
		{"by a chosen name", `met contains i if { some i, a in input.assessments; some f in ["child_seen", "analysis"]; a[f] }`, analysis},
		{"by a name out of a set", `fields := {"child_seen", "analysis"}
			met contains i if { some i, a in input.assessments; some f in fields; a[f] }`, analysis},
		{"by pattern", `met contains i if { some i, a in input.assessments; {"analysis": x} = a; x }`, analysis},
		{"through a helper", `told(a) if a.analysis
			met contains i if { some i, a in input.assessments; told(a) }`, analysis},
		{"through a helper of a helper", `told(a) if written(a)
			written(a) if { b := a; b.analysis }
			met contains i if { some i, a in input.assessments; told(a) }`, analysis},
		{"through a comprehension in a helper of a helper", `told(a) if count(texts(a)) > 0
			texts(a) := {x | some x in [a.analysis]}
			met contains i if { some i, a in input.assessments; told(a) }`, analysis},
		{"through a helper that takes the record", `first(record) := record.assessments[0]
			met contains 0 if first(input).analysis`, analysis},
		{"through a library", `met contains i if { some i, a in input.assessments; seen.thought(a) }`, analysis},
		{"through a library's rule", `met contains i if { some i, _ in input.assessments; seen.any_thought }`, analysis},
		{"through else on the same line", `text(a) := a.child_seen if a.child_seen else := a.analysis
			met contains i if { some i, a in input.assessments; text(a) }`, analysis},
		{"through else", `text(a) := a.child_seen if a.child_seen

			else := a.analysis

			met contains i if { some i, a in input.assessments; text(a) }`, analysis},
		{"through a set of items", `done contains a if some a in input.assessments
			met contains 0 if { done[a]; a.analysis }`, analysis},
		{"through a set of items, by some", `done contains a if some a in input.assessments
			met contains 0 if { some a in done; a.analysis }`, analysis},
		{"through an object of items", `by_id[a.assessment_id] := a if some a in input.assessments
			met contains 0 if { some a in by_id; a.analysis }`, analysis},
		{"through an object of items, by name", `by_id[a.assessment_id] := a if some a in input.assessments
			met contains 0 if by_id.x.analysis`, analysis},
		{"through rules of one object", `last.one := input.assessments[0]
			last.two := input.assessments[1]
			met contains 0 if { some k in ["one", "two"]; last[k].analysis }`, analysis},
		{"through with", `told if input.child.sex
			met contains 0 if told with input as {"child": {"sex": input.assessments[0].analysis}}`, analysis},
		{"through sorting", `met contains 0 if sort([a | some a in input.assessments])[0].analysis`, analysis},
		{"of the child", `met contains i if { some i, _ in input.assessments; input.child.date_of_birth }`, "reads child.date_of_birth,"},
		{"of the child, by a helper", `old(child) if child.date_of_birth
			met contains i if { some i, _ in input.assessments; old(input.child) }`, "reads child.date_of_birth,"},
		{"of the record", `met contains i if { some i, _ in input.assessments; input.team }`, "reads team,"},
		{"of another list", `met contains i if { some i, a in input.assessments; some r in input.referrals; r.date < a.completed_date }`, "reads referrals.date,"},
		{"of the service", `met contains i if { some i, _ in input.assessments; some p in data.service.professionals; p.role }`, "reads professionals.role,"},
		{"of the service, by a helper", `role(p) := p.role
			met contains i if { some i, _ in input.assessments; role(data.service.professionals[_]) }`, "reads professionals.role,"},
		{"of some list or other", `met contains 0 if { some list in input; some x in list; x.analysis }`, "reads *.analysis, which is no field of the dictionary"},
		{"of every field", `met contains i if { some i, a in input.assessments; count(object.keys(a)) > 3 }`, "reads assessments.*, which is no field of the dictionary"},
		{"of no field of the dictionary", `met contains i if input.assessments[i].mood`, "reads assessments.mood, which is no field of the dictionary"},
		{"of a setting that is none", `met contains i if { some i, _ in input.assessments; data.settings.sight_days.values }`, "reads the setting sight_days, which is in neither"},
		{"of a setting that is none, by a helper", `value(name) := data.settings[name].values
			met contains i if { some i, _ in input.assessments; value("sight_days") }`, "reads the setting sight_days, which is in neither"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := load(t, reading(t, test.rules))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v\nwant in it %q", err, test.want)
			}
		})
	}
}

// What a policy builds for itself is no field of the record.
func TestLoadFindsNoReadWhereThereIsNone(t *testing.T) {
	for name, rules := range map[string]string{
		"an object of its own": `found[i] := {"item": a, "mood": 1} if some i, a in input.assessments
			met contains i if { found[i].item.child_seen; found[i].mood == 1 }`,
		"an object in a variable": `met contains i if { some i, a in input.assessments; o := {"item": a}; o.item.child_seen }`,
		"rules of one object": `limit.item := input.assessments[0]
			met contains 0 if { l := limit; l.item.child_seen }`,
		"a name that a list might have": `names := {"child_seen": "mood"}
			met contains i if { some i, a in input.assessments; a.child_seen; names.child_seen == "mood" }`,
		"a library's rule that nobody calls": `met contains i if { some i, a in input.assessments; a.child_seen; seen.days > 0 }`,
		"the case id":                        `met contains i if { some i, a in input.assessments; a.child_seen; input.case_id }`,
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := load(t, reading(t, rules)); err != nil {
				t.Error(err)
			}
		})
	}
}

// reading is the small set with other rules for met.
func reading(t *testing.T, rules string) fstest.MapFS {
	t.Helper()
	return changed(t,
		change{seenPolicy, "met contains i if {\n\tsome i, assessment in input.assessments\n\tseen.seen(assessment)\n}\n",
			"met contains i if input.assessments[i].child_seen == true\n\n" + strings.ReplaceAll(rules, "\t\t\t", "")},
		change{seenLib, "days :=", "thought(a) if a.analysis\n\nany_thought if {\n\tsome a in input.assessments\n\tthought(a)\n}\n\ndays :="})
}
