package criteria_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const (
	findingsFile = "findings/data.yaml"
	slicePolicy  = "slices/disabled/policy.rego"
)

// traced is the small set with findings that trace without a fault: one answered
// in every way there is, one by a rate, one by a narrative line.
func traced(t testing.TB, changes ...change) fstest.MapFS {
	t.Helper()
	fsys := changed(t,
		change{checkPolicy, "sources: []", "sources: [PLY09-P3, OFS-checks]"},
		change{"themes/data.yaml", "", "OFS-checks: {title: Checks of staff, words: [checks], by: [WF-01]}\n"},
		change{"forms/data.yaml", "", "analysis_quality: Does the assessment weigh the evidence?\n"},
		change{slicePolicy, "", disabled},
		change{findingsFile, "", `
documents:
  - {id: PET09, authority: Peterborough, published: "2009-08-21", visited: ["2009-07-28"], title: Unannounced inspection}
  - {id: PLY09, authority: Plymouth, published: "2009", visited: [], title: Unannounced inspection}
findings:
  - {id: PET09-D2b, kind: development, gist: children not seen, mode: [criterion, form, narrative], by: [AS-02], slice: disabled children, form: analysis_quality}
  - {id: PLY09-P3, kind: priority, gist: no checks, mode: [measure], by: [WF-01], slice: by team}
  - {id: PLY09-S5, kind: satisfactory, gist: well resourced, mode: [narrative], note: nothing decides it}
`})
	for _, c := range changes {
		text := string(fsys[c.file].Data)
		if !strings.Contains(text, c.old) {
			t.Fatalf("%s has no %q to change", c.file, c.old)
		}
		fsys[c.file] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, c.old, c.with))}
	}
	return fsys
}

// disabled is a slice of the record.
const disabled = `# METADATA
# scope: package
# title: Disabled children
# description: |
#   Children with a disability
#   of any kind.
# custom:
#   id: disabled
#   of: record
#   needs: [child.disabilities]
package slices.disabled

inside if count(input.child.disabilities) > 0
`

func TestTraceFindsNoFault(t *testing.T) {
	if err := mustLoad(t, traced(t)).Trace(); err != nil {
		t.Error(err)
	}
}

func TestFindingsStandInOrder(t *testing.T) {
	documents, findings, err := mustLoad(t, traced(t)).Findings()
	if err != nil {
		t.Fatal(err)
	}
	if len(documents) != 2 || documents[0].ID != "PET09" || documents[1].Published != "2009" {
		t.Errorf("documents %+v", documents)
	}
	if len(findings) != 3 || findings[0].ID != "PET09-D2b" || !slices.Equal(findings[0].Mode, []string{"criterion", "form", "narrative"}) || findings[2].Note != "nothing decides it" {
		t.Errorf("findings %+v", findings)
	}
}

func TestTraceNamesEachFault(t *testing.T) {
	for _, test := range []struct {
		name   string
		change change
		want   []string
	}{
		{"an unanswered finding", change{findingsFile, "mode: [narrative], note", "mode: [], note"}, []string{"finding PLY09-S5: nothing answers it"}},
		{"a rule without a criterion", change{findingsFile, "mode: [narrative], note", "mode: [criterion], note"}, []string{"finding PLY09-S5: it names no criterion"}},
		{"a rate without a criterion", change{findingsFile, "mode: [narrative], note", "mode: [measure], note"}, []string{"finding PLY09-S5: it names no criterion"}},
		{"an unknown mode", change{findingsFile, "mode: [measure]", "mode: [guess]"}, []string{`finding PLY09-P3: mode "guess" is not known`}},
		{"an unknown criterion", change{findingsFile, "by: [AS-02]", "by: [AS-02, AS-99]"}, []string{"finding PET09-D2b: there is no criterion AS-99"}},
		{"an unknown question", change{findingsFile, "form: analysis_quality", "form: analysis"}, []string{`finding PET09-D2b: "analysis" is no question of forms/data.yaml`}},
		{"no question", change{findingsFile, ", form: analysis_quality", ""}, []string{`finding PET09-D2b: "" is no question of forms/data.yaml`}},
		{"an unknown slice", change{findingsFile, "slice: disabled children", "slice: tall children"}, []string{`finding PET09-D2b: there is no slice "tall children"`}},
		{"a finding twice", change{findingsFile, "id: PLY09-S5", "id: PLY09-P3"}, []string{"finding PLY09-P3 stands twice", "WF-01 names the finding PLY09-P3 as a source, which does not name it"}},
		{"a criterion that does not name its finding", change{checkPolicy, "[PLY09-P3, OFS-checks]", "[OFS-checks]"}, []string{"finding PLY09-P3: WF-01 does not name it as a source"}},
		{"a finding that does not name its criterion", change{checkPolicy, "[PLY09-P3, OFS-checks]", "[PLY09-P3, PLY09-S5, OFS-checks]"},
			[]string{"WF-01 names the finding PLY09-S5 as a source, which does not name it"}},
		{"an unknown source", change{checkPolicy, "[PLY09-P3, OFS-checks]", "[PLY09-P3, PLY09-X1, OFS-checks]"}, []string{"WF-01 names the source PLY09-X1, which does not exist"}},
		{"no source", change{checkPolicy, "[PLY09-P3, OFS-checks]", "[]"}, []string{"finding PLY09-P3: WF-01 does not name it", "theme OFS-checks: WF-01 does not name it", "WF-01 names no source"}},
		{"a theme that is gone", change{"themes/data.yaml", "OFS-checks", "OFS-vetting"}, []string{"theme OFS-vetting: WF-01 does not name it as a source", "WF-01 names the source OFS-checks, which does not exist"}},
		{"a theme that does not name its criterion", change{"themes/data.yaml", "by: [WF-01]", "form: [analysis_quality]"}, []string{"WF-01 names the theme OFS-checks as a source, which does not name it"}},
		{"a criterion that does not name its theme", change{"themes/data.yaml", "by: [WF-01]", "by: [WF-01, AS-02]"}, []string{"theme OFS-checks: AS-02 does not name it as a source"}},
		{"a theme with an unknown criterion", change{"themes/data.yaml", "by: [WF-01]", "by: [WF-01, WF-99]"}, []string{"theme OFS-checks: there is no criterion WF-99"}},
		{"a theme with an unknown question", change{"themes/data.yaml", "by: [WF-01]", "by: [WF-01], form: [staff_well]"}, []string{`theme OFS-checks: "staff_well" is no question of forms/data.yaml`}},
		{"a theme with an unknown slice", change{"themes/data.yaml", "by: [WF-01]", "by: [WF-01], slice: tall staff"}, []string{`theme OFS-checks: there is no slice "tall staff"`}},
		{"a theme that is answered and not", change{"themes/data.yaml", "by: [WF-01]", "by: [WF-01], none: nobody knows"}, []string{"theme OFS-checks: it is answered and says why it is not"}},
		{"an unanswered theme", change{"themes/data.yaml", "OFS-checks", "OFS-vetting: {title: Vetting}\nOFS-checks"}, []string{"theme OFS-vetting: nothing answers it, and it does not say why"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := mustLoad(t, traced(t, test.change)).Trace()
			mention(t, err, test.want...)
			if err != nil && strings.Count(err.Error(), "\n")+1 != len(test.want) {
				t.Errorf("the error names more than %q:\n%v", test.want, err)
			}
		})
	}
}

func TestFindingsRefuseAFieldTheyDoNotKnow(t *testing.T) {
	catalogue := mustLoad(t, traced(t, change{findingsFile, "note: nothing", "remark: nothing"}))
	if _, _, err := catalogue.Findings(); err == nil || !strings.Contains(err.Error(), `findings/data.yaml: json: unknown field "remark"`) {
		t.Errorf("got %v", err)
	}
	if err := catalogue.Trace(); err == nil {
		t.Error("it traces")
	}
}

func TestNearest(t *testing.T) {
	catalogue := mustLoad(t, traced(t))
	for id, want := range map[string]string{
		"AS-03": "AS-02", "as02": "AS-02", "wf-10": "WF-01", "ply09-p4": "PLY09-P3 PLY09-S5", "PET09-D2": "PET09-D2b", "chronology": "", "": "",
	} {
		if got := strings.Join(catalogue.Nearest(id), " "); got != want {
			t.Errorf("%q: got %q, want %q", id, got, want)
		}
	}
	if got := catalogue.NearestCriteria("PLY09-P3"); len(got) != 0 {
		t.Errorf("got %q, which are no criteria", got)
	}
}
