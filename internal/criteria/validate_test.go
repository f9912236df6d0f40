package criteria_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadRefusesAPlaceOutOfOrder(t *testing.T) {
	moved := policySet()[seenPolicy]
	refuse(t, []fault{
		{"an id twice", []change{{"assessment/another/policy.rego", "", strings.Replace(moved, "child_seen\n\nimport", "another\n\nimport", 1)}},
			[]string{"AS-02", "the id is also that of assessment/another"}},
		{"an id of another area", []change{{seenPolicy, "id: AS-02", "id: WF-02"}}, []string{"WF-02 (assessment/child_seen)", "area's code AS"}},
		{"a package in another folder", []change{{seenPolicy, "package audit.assessment.child_seen", "package audit.assessment.sight"}},
			[]string{seenPolicy, "package data.audit.assessment.sight belongs in assessment/sight/policy.rego"}},
		{"an unknown area", []change{{seenPolicy, "package audit.assessment.", "package audit.judgement."}},
			[]string{seenPolicy, `"judgement" is no area of areas/data.yaml`}},
		{"a package too short", []change{{seenPolicy, "package audit.assessment.child_seen", "package audit.child_seen"}},
			[]string{seenPolicy, "want audit.<area>.<criterion>"}},
		{"a package that is none of ours", []change{{seenPolicy, "package audit.", "package aduit."}},
			[]string{seenPolicy, "package data.aduit.assessment.child_seen", "audit.<area>.<criterion>"}},
		{"a file of another name", []change{{"assessment/child_seen/more.rego", "", "package audit.assessment.child_seen\n\nx := 1\n"}},
			[]string{"assessment/child_seen/more.rego", "belongs in assessment/child_seen/policy.rego"}},
	})
}

func TestLoadRefusesAUnitOrAnchorThatIsNone(t *testing.T) {
	refuse(t, []fault{
		{"no entity", []change{{seenPolicy, "unit: assessments", "unit: judgements"}}, []string{"AS-02", `unit "judgements" is no entity`}},
		{"the child", []change{{seenPolicy, "unit: assessments", "unit: child"}}, []string{`unit "child" is no entity`}},
		{"of the service, without scope", []change{{checkPolicy, "#   scope: service\n", ""}}, []string{"WF-01", "unit professionals and scope do not go together"}},
		{"of cases, with scope", []change{{seenPolicy, "#   anchor", "#   scope: service\n#   anchor"}}, []string{"AS-02", "unit assessments and scope"}},
		{"the record, with an anchor", []change{{seenPolicy, "unit: assessments", "unit: record"}}, []string{"unit record has no anchor"}},
		{"an anchor that is no date", []change{{seenPolicy, "anchor: completed_date", "anchor: child_seen"}}, []string{`anchor "child_seen" is no date of assessments`}},
		{"an anchor that is no field", []change{{seenPolicy, "anchor: completed_date", "anchor: finished"}}, []string{`anchor "finished" is no date of assessments`}},
	})
}

func TestLoadRefusesRulesThatDoNotGoTogether(t *testing.T) {
	started := "\nstart[i] := assessment.completed_date if some i, assessment in input.assessments\n"
	refuse(t, []fault{
		{"no applies", []change{{seenPolicy, "applies contains", "judged contains"}}, []string{"AS-02", "needs the rules applies and met"}},
		{"no met", []change{{seenPolicy, "met contains", "passed contains"}}, []string{"AS-02", "needs the rules applies and met"}},
		{"met a function", []change{{seenPolicy, "met contains i if {\n\tsome i, assessment in input.assessments\n", "met(assessment) if {\n"}}, []string{"needs the rules applies and met"}},
		{"due without start", []change{{seenPolicy, "import data.lib.seen\n", "import data.lib.seen\n" + strings.Replace(started, "start", "due", 1)}},
			[]string{"AS-02", "both start and due"}},
		{"start without due", []change{{seenPolicy, "import data.lib.seen\n", "import data.lib.seen\n" + started}}, []string{"both start and due"}},
	})
}

func TestLoadRefusesTexts(t *testing.T) {
	finding := func(text string) []change {
		return []change{{seenPolicy, "the assessment completed on {completed_date} shows no child seen", text}}
	}
	refuse(t, []fault{
		{"a slot that is no field", finding("the assessment of {day}"), []string{"AS-02", "{day} is no field of assessments"}},
		{"an empty slot", finding("the assessment of {}"), []string{"{} is no field"}},
		{"a name", []change{{checkPolicy, "finding: no record check", "finding: no record check of {name}"}}, []string{"WF-01", "finding: {name} may hold personal details"}},
		{"a narrative", finding("the assessment says {analysis}"), []string{"finding: {analysis} may hold personal details"}},
		{"a setting that is none", []change{{seenPolicy, "[seen_days]", "[sight_days]"}}, []string{"AS-02", "[sight_days] is no setting"}},
		{"a timescale as a setting", finding("the assessment of [single_assessment]"), []string{"[single_assessment] is no setting"}},
		{"a setting nobody reads", finding("the assessment of [duty_roles]"), []string{"[duty_roles] is a setting that the policy does not read"}},
	})
}

func TestLoadRefusesNeeds(t *testing.T) {
	needs := func(list string) []change {
		return []change{{seenPolicy, "[assessments.child_seen, assessments.completed_date]", list}}
	}
	refuse(t, []fault{
		{"an unknown field", needs("[assessments.child_seen, assessments.completed_date, assessments.mood]"), []string{"AS-02", "needs: assessments.mood is no field"}},
		{"an unknown alternative", needs("[assessments.child_seen | assessments.mood, assessments.completed_date]"), []string{"needs: assessments.mood is no field"}},
		{"a field it does not read", needs("[assessments.child_seen, assessments.completed_date, assessments.analysis]"), []string{"the policy does not read assessments.analysis"}},
		{"an option it does not read", []change{{seenPolicy, "#   footing", "#   optional: [team]\n#   footing"}}, []string{"the policy does not read team"}},
		{"a field it reads and does not name", needs("[assessments.child_seen]"), []string{"AS-02", "reads assessments.completed_date, which is neither in needs nor in optional"}},
		{"a kind of an entity without kinds", needs("[assessments.child_seen, assessments.completed_date, decisions=big]"), []string{"needs: decisions=big: decisions has no type"}},
		{"a kind that is none", needs("[assessments.child_seen, assessments.completed_date, plans=holiday]"), []string{"needs: plans=holiday: the types of plans are child_protection"}},
	})
	mustLoad(t, changed(t, needs("[assessments.child_seen, assessments.completed_date, plans=child_protection]")...))
}

func TestLoadRefusesAnEmptySet(t *testing.T) {
	for name, fsys := range map[string]fstest.MapFS{
		"no files":       {},
		"no criterion":   {"areas/data.yaml": {Data: []byte("assessment: {code: AS, title: Assessment}\n")}},
		"only a library": {"lib/x/x.rego": {Data: []byte("package lib.x\n\ny := 1\n")}},
	} {
		if _, err := load(t, fsys); err == nil || !strings.Contains(err.Error(), "no criterion found") {
			t.Errorf("%s: got %v, want no criterion found", name, err)
		}
	}
}

func TestLoadRefusesAHistoryThatIsNone(t *testing.T) {
	history := func(text string) []change {
		return []change{{seenPolicy, "#   footing: inspection\n", "#   history: [" + text + "]\n#   footing: inspection\n"}}
	}
	refuse(t, []fault{
		{"no entity", history("sightings"), []string{"AS-02", "history: sightings is no list of the dictionary"}},
		{"the child", history("child"), []string{"history: child is no list"}},
		{"no type", history("assessments=long"), []string{"history: assessments=long: long is no type of assessments"}},
		{"not read", history("visits"), []string{"AS-02", "history: the policy does not read visits"}},
		{"a field", history("assessments.type"), []string{"custom.history.0", "of which every item has to be seen"}},
	})
}
