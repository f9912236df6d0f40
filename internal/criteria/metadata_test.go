package criteria_test

import (
	"strings"
	"testing"
)

func TestTheSmallSetIsValid(t *testing.T) {
	catalogue := mustLoad(t, changed(t))
	if len(catalogue.Criteria) != 2 || catalogue.Criteria[0].ID != "AS-02" || catalogue.Criteria[1].ID != "WF-01" {
		t.Errorf("got %v", catalogue.Criteria)
	}
}

func TestLoadRefusesBadMetadata(t *testing.T) {
	set := func(property, with string) []change {
		return []change{{seenPolicy, property, with}}
	}
	refuse(t, []fault{
		{"none", []change{{seenPolicy, "# METADATA\n", ""}}, []string{seenPolicy, "no METADATA comment"}},
		{"of a rule only", set("# scope: package", "# scope: rule"), []string{"assessment/child_seen/policy.rego"}},
		{"another property", set("#   level: priority\n", "#   level: priority\n#   colour: red\n"), []string{seenPolicy, "custom", "'colour'"}},
		{"no level", set("#   level: priority\n", ""), []string{seenPolicy, "'level'"}},
		{"no finding and no why", []change{{seenPolicy, "#   why: Nobody can judge without seeing the child.\n", ""},
			{seenPolicy, "#   finding: the assessment completed on {completed_date} shows no child seen within [seen_days] days\n", ""}}, []string{"'finding', 'why'"}},
		{"a level of its own", set("level: priority", "level: urgent"), []string{seenPolicy, "custom.level", "'priority'"}},
		{"a footing of its own", set("footing: inspection", "footing: habit"), []string{"custom.footing", "'law'"}},
		{"a phrase of 17 words", set("phrase: Seeing children during assessments", "phrase: "+strings.Repeat("a ", 16)+"b"),
			[]string{seenPolicy, "custom.phrase", "at most 16 words"}},
		{"a finding with a full stop", set("within [seen_days] days\n#   action", "within [seen_days] days.\n#   action"), []string{"custom.finding", "without a full stop"}},
		{"an action without a full stop", set("See the child.", "See the child as planned"), []string{"custom.action", "with its full stop"}},
		{"no needs", set("[assessments.child_seen, assessments.completed_date]", "[]"), []string{"custom.needs"}},
		{"a need twice", set("[assessments.child_seen, ", "[assessments.child_seen, assessments.child_seen, "), []string{"custom.needs"}},
		{"a source that is no id", set("PET09-D2b", "Ofsted 2009"), []string{"custom.sources", "such as PET09-D2b"}},
		{"an id that is no id", set("id: AS-02", "id: AS-2"), []string{"custom.id", "such as AS-02"}},
		{"no title", set("# title: Child seen\n", ""), []string{"AS-02 (assessment/child_seen)", "title and a description"}},
		{"no description", set("# description: Audited are completed assessments. Met when the child was seen within [seen_days] days.\n", ""),
			[]string{"AS-02 (assessment/child_seen)", "title and a description"}},
	})
}

func TestAPhraseOfSixteenWordsWillDo(t *testing.T) {
	mustLoad(t, changed(t, change{seenPolicy, "phrase: Seeing children during assessments", "phrase: " + strings.Repeat("a ", 15) + "b"}))
}

func TestLoadNamesEveryFault(t *testing.T) {
	_, err := load(t, changed(t, change{seenPolicy, "level: priority", "level: urgent"}, change{checkPolicy, "level: priority", "level: urgent"}))
	if err == nil || !strings.Contains(err.Error(), seenPolicy) || !strings.Contains(err.Error(), checkPolicy) {
		t.Errorf("got %v, want both criteria named", err)
	}
	if strings.Contains(err.Error(), "file://") {
		t.Errorf("%v names a place on this machine", err)
	}
}
