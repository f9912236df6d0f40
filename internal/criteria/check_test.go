package criteria_test

import "testing"

const (
	checkFile = "quality/reversed/policy.rego"
	reversed  = `# METADATA
# scope: package
# title: Completed before it began
# description: |
#   An assessment completed
#   before it began.
# custom:
#   id: DQ-01
#   effect: It looks as if it were in time.
#   do: Put the wrong date right.
package quality.reversed

fault contains {"entity": "assessments", "item": i, "fields": ["start_date", "completed_date"], "text": "reversed"} if {
	some i, assessment in input.assessments
	assessment.completed_date < assessment.start_date
}
`
)

// withCheck is the small set with a check, edited.
func withCheck(old, with string) []change {
	list := []change{{checkFile, "", reversed}}
	if old != "" {
		list = append(list, change{checkFile, old, with})
	}
	return list
}

func TestChecksOfThePolicies(t *testing.T) {
	catalogue := mustLoad(t, changed(t, withCheck("", "")...))
	if len(catalogue.Checks) != 1 {
		t.Fatalf("got %d checks, want one", len(catalogue.Checks))
	}
	c := catalogue.Checks[0]
	if c.ID != "DQ-01" || c.Title != "Completed before it began" || c.Description != "An assessment completed before it began." ||
		c.Effect != "It looks as if it were in time." || c.Do != "Put the wrong date right." || c.Name != "reversed" ||
		c.Package != "data.quality.reversed" || c.Service {
		t.Errorf("got %+v", c)
	}
	if len(catalogue.Criteria) != 2 {
		t.Errorf("%d criteria, want two: a check is none", len(catalogue.Criteria))
	}
	seen, _ := catalogue.Criterion("AS-02")
	one := catalogue.Only(seen)
	compiler, err := one.Compile()
	if err != nil {
		t.Fatal(err)
	}
	if len(one.Checks) != 0 || compiler.Modules[checkFile] != nil {
		t.Error("the catalogue of one criterion keeps the checks")
	}
}

func TestChecksStandInOrderOfTheirIDs(t *testing.T) {
	another := change{"quality/another/policy.rego", "", "# METADATA\n# scope: package\n# title: Another\n# description: Another.\n# custom:\n" +
		"#   id: DQ-00\n#   scope: service\n#   effect: None.\n#   do: Nothing.\npackage quality.another\n\nfault contains \"odd\" if false\n"}
	catalogue := mustLoad(t, changed(t, append(withCheck("", ""), another)...))
	if c := catalogue.Checks; len(c) != 2 || c[0].ID != "DQ-00" || c[1].ID != "DQ-01" || !c[0].Service {
		t.Errorf("got %+v", c)
	}
}

func TestLoadRefusesChecks(t *testing.T) {
	const incomplete = "metadata: a check has a title, a description, an id such as DQ-01, and an `effect` and a `do` of one sentence each"
	refuse(t, []fault{
		{"no metadata", []change{{checkFile, "", "package quality.reversed\n\nfault contains \"odd\" if false\n"}}, []string{checkFile, "no METADATA comment"}},
		{"no title", withCheck("# title: Completed before it began\n", ""), []string{checkFile, incomplete}},
		{"no description", withCheck("# description: |\n#   An assessment completed\n#   before it began.\n", ""), []string{incomplete}},
		{"no id", withCheck("#   id: DQ-01\n", ""), []string{incomplete}},
		{"an id of another kind", withCheck("id: DQ-01", "id: reversed"), []string{incomplete}},
		{"no effect", withCheck("#   effect: It looks as if it were in time.\n", ""), []string{incomplete}},
		{"an effect that is no sentence", withCheck("in time.", "in time"), []string{incomplete}},
		{"nothing to do", withCheck("#   do: Put the wrong date right.\n", ""), []string{incomplete}},
		{"a property that is none", withCheck("id: DQ-01", "id: DQ-01\n#   level: priority"), []string{checkFile, `metadata: json: unknown field "level"`}},
		{"another scope", withCheck("id: DQ-01", "id: DQ-01\n#   scope: records"), []string{`scope "records": want service`}},
		{"another rule", withCheck("fault contains", "found contains"), []string{checkFile, "needs the rule `fault contains`"}},
		{"one fault", withCheck("fault contains {", "fault := {"), []string{"needs the rule `fault contains`"}},
		{"another folder", []change{{"quality/turned/policy.rego", "", reversed}}, []string{"package data.quality.reversed belongs in quality/reversed/policy.rego"}},
		{"the id of a criterion", withCheck("id: DQ-01", "id: AS-02"), []string{"AS-02 (quality/reversed): the id is also that of assessment/child_seen"}},
		{"the id of another check", append(withCheck("", ""), change{"quality/turned/policy.rego", "", reversed}, change{"quality/turned/policy.rego", "package quality.reversed", "package quality.turned"}),
			[]string{"DQ-01 (quality/turned): the id is also that of quality/reversed"}},
		{"a setting that is none", append(withCheck("assessment.completed_date <", "data.lib.settings.value(\"slack\")\n\tassessment.completed_date <"),
			change{"lib/settings/settings.rego", "", "package lib.settings\n\nvalue(name) := data.settings[name].values[0].value\n"}), []string{"DQ-01 (quality/reversed): the policy reads the setting slack"}},
		{"a setting that it does not read", withCheck("before it began.", "before it began, by [seen_days]."), []string{"[seen_days] is a setting that the policy does not read"}},
		{"a blank under a negation", withCheck("\tassessment.completed_date <", "\tnot startswith(assessment.type, \"x\")\n\tassessment.completed_date <"), []string{checkFile, "`not` looks up assessment.type first"}},
	})
}

func TestACriterionReads(t *testing.T) {
	catalogue := mustLoad(t, changed(t, change{seenPolicy, "[assessments.child_seen, assessments.completed_date]", "[assessments.child_seen|assessments.type, plans=care, assessments.completed_date]"},
		change{seenPolicy, "assessment.completed_date\n\tseen", "assessment.completed_date\n\tassessment.type\n\tseen"}))
	c, _ := catalogue.Criterion("AS-02")
	for path, want := range map[string]bool{
		"assessments.child_seen": true, "assessments.type": true, "assessments.completed_date": true,
		"assessments.start_date": false, "plans": false, "plans=care": true, "assessments": false, "": false,
	} {
		if c.Reads(path) != want {
			t.Errorf("reads %q: %v", path, !want)
		}
	}
}
